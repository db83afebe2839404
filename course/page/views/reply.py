"""The page's data for a `reply`."""

from collections.abc import Iterable

from msgspec.structs import asdict, replace

from course.exercises import Finding, NeedsReview
from course.exercises.own_words import DOUBTFUL
from course.exercises.prose import Block, blocks
from course.exercises.reply import RATINGS
from course.language import meaning
from course.page.messages import Message
from course.page.views.base import Beside, ExerciseView, Now, OptionView
from course.page.views.compared import ComparedView
from course.page.views.noticed import Noticed, changed, hurts, noticed


class ReplyDraft(Message, frozen=True):
    """A reply under way, and how the trainee rates it."""

    text: str
    own: str = ""


class Words(Message, frozen=True):
    """Words of the trainee's that seem to do the same thing, and what it is."""

    quotes: tuple[str, ...]
    why: str
    sure: bool


class ReplyView(ExerciseView, frozen=True, kw_only=True):
    """A reply in one's own words."""

    said_by: str
    says: str
    starts: str
    at_least: int
    minutes: float
    """0 where there is no clock."""
    text: str
    sent_text: str
    """What was sent last: what was seen is in these words."""
    own: str
    ratings: tuple[OptionView, ...]
    hurts: tuple[ComparedView, ...] = ()
    """What the customer may hear in it that hurts; it comes before all else."""
    noticed: tuple[Noticed, ...] = ()
    also: tuple[Words, ...] = ()
    """What else was noticed."""
    changed: Beside | None = None
    """The first try beside this one."""
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
        sent_text=answered,
        own=str(draft.get("own", "")),
        ratings=tuple(OptionView(*one) for one in RATINGS.items()),
    )
    key, result = now.item.key, now.result
    if not isinstance(result, NeedsReview) or key is None:
        return view
    asked = {*DOUBTFUL, *(one.move for one in result.rubric)}
    number = len(history.attempts)
    answers = {one.move: one for one in history.corrections if one.attempt == number}
    return replace(
        view,
        hurts=hurts(result, _who(exercise.said_by), answers),
        noticed=noticed(result, answers),
        also=_words(_in_short(one) for one in result.findings if one.move not in asked),
        changed=changed(history.attempts),
        model=blocks(key.model),
        because=key.because,
    )


def _who(said_by: str) -> str:
    """Who reads it, as far as is known.

    >>> _who("Marisol Vega, chat"), _who("")
    ('Marisol Vega', 'The customer')
    """
    return said_by.partition(",")[0] or "The customer"


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
