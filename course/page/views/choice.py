"""The page's data for a `choice`."""

from typing import Literal

from msgspec.structs import asdict

from course.answers import History
from course.exercises import Part, Scored
from course.page.views.base import ExerciseView, Now, OptionView, Told, mark_of, shuffled
from course.page.views.held import heard


class ChoiceView(ExerciseView, frozen=True, kw_only=True):
    """One line, or several, to pick."""

    select: Literal["one", "several"]
    said_by: str
    says: str
    options: tuple[OptionView, ...]
    chosen: tuple[str, ...]
    tried: tuple[str, ...]
    """What was picked before and is not right."""
    reasons: tuple[Told, ...]
    others: tuple[Told, ...]
    """What was not picked, once nothing is left to find."""


def picture(now: Now, base: ExerciseView) -> ChoiceView:
    """Options in this trainee's order, what is picked, and why once there is an answer."""
    exercise = now.item.exercise
    given = now.given if isinstance(now.given, list | tuple) else ()
    options = shuffled(exercise.options, now.seed)
    reasons, others = _told(now, options)
    return ChoiceView(
        **asdict(base),
        select=exercise.select,
        said_by=exercise.said_by,
        says=exercise.says,
        options=tuple(OptionView(one.id, one.text) for one in options),
        chosen=tuple(one.id for one in options if one.id in given),
        tried=tuple(one.id for one in options if one.id in _tried(now.history)),
        reasons=reasons,
        others=others,
    )


def _tried(history: History) -> set[str]:
    """What was picked in any answer that was marked, and was not right."""
    return {
        part.id
        for one in history.attempts
        if isinstance(one.result, Scored)
        for part in one.result.parts
        if part.id in one.answer and mark_of(part.earned, part.total) != "full"
    }


def _told(now: Now, options: list[OptionView]) -> tuple[tuple[Told, ...], tuple[Told, ...]]:
    """Why what was picked was right or not; of the rest too, once nothing is left to find."""
    result, key = now.result, now.item.key
    if not isinstance(result, Scored) or key is None or not now.history.attempts:
        return (), ()
    answered = now.history.attempts[-1].answer
    parts = {part.id: part for part in result.parts}
    reasons = tuple(
        Told(one.id, one.text, _why(now, part), mark_of(part.earned, part.total))
        for one in options
        if one.id in answered and (part := parts.get(one.id))
    )
    rest = [one for one in options if one.id not in answered] if result.full else []
    return reasons, tuple(Told(one.id, one.text, key.because[one.id]) for one in rest)


def _why(now: Now, part: Part) -> str:
    missed = mark_of(part.earned, part.total) != "full"
    return heard(part.reason) if now.held and missed else part.reason
