"""The page's data for an exercise that came back: first tries, then and now, side by side."""

from course import scenarios
from course.answers import Attempt, History
from course.exercises import Item, NeedsReview, Part, Result, Scored
from course.exercises.dialogue import keyed
from course.page.views.base import Beside, figure
from course.scenarios import Survey
from course.scenarios.conversation.reasons import first_name

NAMED = 4
"""Of what was done in one conversation only, so many are named."""

Row = tuple[str, str, str]
"""What is compared, what it was then, what it is now."""


def returned(item: Item, now: History, earlier: Item, then: History, lesson: str) -> Beside | None:
    """The two first tries; None before this one is answered, so that nothing is given away.

    Args:
        item: The exercise that came back.
        now: What was done on it.
        earlier: The exercise of the earlier lesson.
        then: What was done on that.
        lesson: The earlier lesson's title, up to its colon.
    """
    second = _first_try(now)
    if second is None or item.key is None:
        return None
    first = _first_try(then)
    if first is None or earlier.key is None:
        return Beside(
            title=f"This comes back from {lesson}",
            said=f"'{earlier.exercise.title}' there asks the same of you. Answer it too, and "
            "your two first tries stand here side by side.",
        )
    return Beside(
        title=f"You have met this before, in {lesson}",
        said=_said(first.result, second.result),
        columns=("First try", _short(earlier), _short(item)),
        rows=tuple(_rows(item, second, earlier, first)),
    )


def _first_try(history: History) -> Attempt | None:
    """The first answer that can still be marked: a file may have changed since."""
    marked = (one for one in history.attempts if isinstance(one.result, Scored | NeedsReview))
    return next(marked, None)


def _short(item: Item) -> str:
    """The customer's first name for a conversation, else the exercise's title."""
    if item.kind.name == "dialogue":
        return first_name(item.exercise.scenario)
    return str(item.exercise.title)


def _said(first: Result, second: Result) -> str:
    """One sentence that both first tries come to."""
    if not (isinstance(first, Scored) and isinstance(second, Scored)):
        return "Read the two beside each other. What did you keep, and what do you do differently?"
    if first.full and second.full:
        return "Full marks on both first tries."
    past, present = 100 * first.share, 100 * second.share
    if abs(past - present) < 0.5:
        return "Both first tries earned the same."
    change = "more" if present > past else "less"
    return (
        f"Your first try earned {change} this time: {past:.0f} per cent of the marks then, "
        f"{present:.0f} now."
    )


def _rows(item: Item, now: Attempt, earlier: Item, then: Attempt) -> list[Row]:
    if item.kind.name == "dialogue":
        return _talks(item, now, earlier, then)
    if isinstance(now.result, NeedsReview):
        return [("You wrote", str(then.answer), str(now.answer))]
    return [("Mark", _mark(then), _mark(now))]


def _mark(attempt: Attempt) -> str:
    result = attempt.result
    if not isinstance(result, Scored):
        return "Kept"
    return f"{figure(result.earned)} of {figure(result.total)}"


def _talks(item: Item, now: Attempt, earlier: Item, then: Attempt) -> list[Row]:
    """How two conversations ended and were felt, and what was done whole in one of them only."""
    past, present = _ended(earlier, then), _ended(item, now)
    return [
        ("Handling mark", _mark(then), _mark(now)),
        ("How it ended", past[0], present[0]),
        ("How satisfied", past[1], present[1]),
        ("Better than the other", _more(then.result, now.result), _more(now.result, then.result)),
    ]


def _more(mine: Result, other: Result) -> str:
    """Of what both cases look at, what was done whole in one and not in the other.

    >>> def one(**earned):
    ...     return Scored(earned=0, total=3, parts=tuple(
    ...         Part(id=name, label=name, earned=got, total=1, reason="")
    ...         for name, got in earned.items()))
    >>> _more(one(listen=1, own=1, solve=1, wait=1), one(listen=0, own=0.5, solve=1))
    'Listen; own'
    """
    theirs = {one.id: one for one in _parts(other)}
    labels = [
        one.label
        for one in _parts(mine)
        if one.id in theirs and _all_earned(one) and not _all_earned(theirs[one.id])
    ]
    if len(labels) > NAMED + 1:
        labels = [*labels[:NAMED], f"{len(labels) - NAMED} more"]
    return "; ".join(labels).capitalize() or "Nothing"


def _parts(result: Result) -> tuple[Part, ...]:
    return result.parts if isinstance(result, Scored) else ()


def _all_earned(part: Part) -> bool:
    return part.earned >= part.total - 1e-9


def _ended(item: Item, attempt: Attempt) -> tuple[str, str]:
    """How a conversation ended, and how satisfied the customer was."""
    whole = keyed(item.exercise, item.key)
    transcript = scenarios.play(whole, tuple(attempt.answer))
    assert transcript.ending is not None
    return transcript.ending.title, _felt(scenarios.debrief(whole, transcript).survey)


def _felt(survey: Survey) -> str:
    return f"{survey.satisfaction} of 5" if survey.answered else "did not answer"
