"""The page's data for a `reply`."""

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import asdict, replace

from course.exercises import Finding, NeedsReview
from course.exercises.reply import RATINGS
from course.language import meaning
from course.page.messages import Message
from course.page.prose import Block, blocks
from course.page.views.base import ExerciseView, Now, OptionView

NOTHING = "The course found no words for this. Your reviewer looks for it too."
PERSON = "The course cannot find this by words. Your reviewer looks for it."


class ReplyDraft(Message, frozen=True):
    """A reply under way, and how the trainee rates it."""

    text: str
    own: str = ""


class Words(Message, frozen=True):
    """Words of the trainee's that seem to do the same thing, and what it is."""

    quotes: tuple[str, ...]
    why: str
    sure: bool


class Noticed(Message, frozen=True):
    """One line of the rubric, with the words that seem to do it."""

    text: str
    mark: Literal["full", "part", "none", "person"]
    found: tuple[Words, ...]
    said: str


class ReplyView(ExerciseView, frozen=True, kw_only=True):
    """A reply in one's own words."""

    said_by: str
    says: str
    starts: str
    at_least: int
    minutes: float
    """0 where there is no clock."""
    text: str
    own: str
    ratings: tuple[OptionView, ...]
    noticed: tuple[Noticed, ...] = ()
    also: tuple[Words, ...] = ()
    """What else was noticed."""
    model: tuple[Block, ...] = ()
    because: str = ""


def picture(now: Now, base: ExerciseView) -> ReplyView:
    """The text so far; after an answer, what was noticed, a model reply and the self-rating."""
    exercise, history = now.item.exercise, now.history
    draft = history.draft if isinstance(history.draft, dict) else {}
    answered = str(history.attempts[-1].answer) if history.attempts else ""
    text = str(draft.get("text", answered))
    # A self-rating is kept as a draft too; only a changed text is one that came back.
    base = replace(base, came_back=bool(draft) and text != answered)
    view = ReplyView(
        **asdict(base),
        said_by=exercise.said_by,
        says=exercise.says,
        starts=exercise.starts,
        at_least=exercise.at_least,
        minutes=exercise.minutes or 0,
        text=text,
        own=str(draft.get("own", "")),
        ratings=tuple(OptionView(*one) for one in RATINGS.items()),
    )
    key, result = now.item.key, now.result
    if not isinstance(result, NeedsReview) or key is None:
        return view
    asked = {one.move for one in result.rubric}
    return replace(
        view,
        noticed=tuple(_line(one.text, one.move, result) for one in result.rubric),
        also=_words(_in_short(one) for one in result.findings if one.move not in asked),
        model=blocks(key.model),
        because=key.because,
    )


def _line(text: str, move: str, result: NeedsReview) -> Noticed:
    """One line of the rubric with the words that seem to do it."""
    if not move:
        return Noticed(text=text, mark="person", found=(), said=PERSON)
    found = _words(one for one in result.findings if one.move == move)
    if not found:
        return Noticed(text=text, mark="none", found=(), said=NOTHING)
    sure = any(one.sure for one in found)
    return Noticed(text=text, mark="full" if sure else "part", found=found, said="")


def _in_short(one: Finding) -> Finding:
    """What was not asked for is told by what it does; why the words show it would be too much.

    >>> _in_short(Finding(move="own", quote="I'll ring", why="It says 'I'.", certainty="found")).why
    "It takes the matter on: 'I will', not 'someone should'."
    """
    what = meaning(one.move)
    return one if what == one.move else replace(one, why=f"It {what}.")


def _words(found: Iterable[Finding]) -> tuple[Words, ...]:
    """Quotations with what they show, said once however often it is shown.

    >>> when = [Finding(move="set_time", quote=one, why="It says when.", certainty="found")
    ...         for one in ("by four", "on Friday")]
    >>> _words(when)
    (Words(quotes=('by four', 'on Friday'), why='It says when.', sure=True),)
    """
    quotes: dict[tuple[str, bool], list[str]] = {}
    for one in found:
        quotes.setdefault((one.why, one.certainty == "found"), []).append(one.quote)
    return tuple(Words(tuple(said), why, sure) for (why, sure), said in quotes.items())
