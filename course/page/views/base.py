"""What the views of all kinds share."""

import random
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from course.answers import History, Way
from course.exercises import (
    Exercise,
    Invalid,
    Item,
    NeedsReview,
    NotAttempted,
    Recorded,
    Result,
    Scored,
)
from course.exercises.prose import Block
from course.page.messages import Message

T = TypeVar("T")
Mark = Literal["", "full", "part", "none"]


class OptionView(Message, frozen=True):
    """Something that can be picked, put or moved."""

    id: str
    text: str


class Told(Message, frozen=True):
    """Something that was picked or left, and why that was right or not."""

    id: str
    text: str
    why: str
    mark: Mark = ""


class Hints(Message, frozen=True):
    """The hints asked for so far."""

    shown: tuple[tuple[Block, ...], ...]
    of: int
    """So many there are."""
    level: int
    """So many were asked for."""
    off: bool = False
    """Whether none can be asked for now."""
    last: str = ""
    """What can be asked for once all are shown; empty for nothing."""


class Word(Message, frozen=True):
    """A saying and what it means."""

    says: str
    means: str


class Verdict(Message, frozen=True):
    """A result in words."""

    kind: Literal["invalid", "recorded", "review", "scored"]
    word: str
    mark: Mark = ""
    score: str = ""


class Beside(Message, frozen=True):
    """Two things laid side by side: a heading, the finding in a sentence, the table."""

    title: str
    said: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    figures: bool = False
    """Whether all columns but the first hold numbers."""


class RightView(Message, frozen=True):
    """What the law gives a customer."""

    title: str
    text: str
    source: str
    """The act, and whether and when it was looked up."""


class RightsView(Message, frozen=True):
    """The lines of the rights card that an exercise rests on."""

    country: str
    note: str
    lines: tuple[RightView, ...]


class ExerciseView(Message, frozen=True):
    """What every exercise shows, whatever its kind."""

    kind: str
    id: str
    title: str
    prompt: tuple[Block, ...]
    sent: bool
    """Whether a person reads it; else it is checked here."""
    hints: Hints
    state: Literal["before", "notyet", "done"]
    tries: int
    result: Verdict | None
    saving: bool
    """Whether answers go to disk."""
    saved: str
    """When the last answer was given, as a time of day."""
    came_back: bool
    """Whether what is entered is a draft that was left here."""
    agreement: Beside | None = None
    returned: Beside | None = None
    words: tuple[Word, ...] = ()
    """Sayings in the customer's words that can be opened, the longest first."""
    glossary: tuple[Word, ...] = ()
    """Words of this exercise that can be opened in the course's own text, the longest first."""
    checked: str = ""
    """Who has passed the check; empty where an exercise does not say."""
    rights: RightsView | None = None
    noted: str = ""
    """What was written into the box 'Something is wrong here', and was not sent yet."""


class Now(NamedTuple):
    """One exercise as it stands for one trainee."""

    item: Item
    history: History
    seed: int
    result: Result
    """Of the last answer given."""
    held: bool
    """Whether the end of the explanations is held back: see `course.page.views.held`."""
    given: object
    """What to show as entered: the draft, else the last answer, else None."""
    roads: Mapping[Way, History] = {}
    """What was done after a line of a conversation was taken back, the road touched last at the
    end."""
    writes: bool = False
    """Whether this trainee writes words of their own before lines are shown."""
    before: Item | None = None
    """The exercise in the variant that was answered last; None where it is this one."""
    others: bool = False
    """Whether a conversation can be had with somebody else."""


def rights_of(exercise: Exercise) -> RightsView | None:
    """The lines of the rights card that an exercise rests on; None where it rests on none."""
    card = exercise.rights
    if card is None:
        return None
    lines = tuple(
        RightView(
            one.title,
            one.text,
            f"{one.source}. "
            + (f"Looked up on {one.looked_at}." if one.looked_at else "Not looked up yet."),
        )
        for one in card.rights
    )
    return RightsView(card.country, card.note, lines)


def shuffled(things: Sequence[T], seed: int, salt: str = "") -> list[T]:
    """The same order every time for the same trainee and exercise.

    >>> shuffled("abcd", 7) == shuffled("abcd", 7)
    True
    >>> sorted(shuffled("abcd", 7, "second"))
    ['a', 'b', 'c', 'd']
    """
    made = list(things)
    random.Random(f"{seed}/{salt}").shuffle(made)
    return made


def figure(value: float) -> str:
    """A mark without needless decimals.

    >>> figure(3.0), figure(0.5)
    ('3', '0.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def mark_of(earned: float, total: float) -> Mark:
    """``full``, ``part`` or ``none``.

    >>> mark_of(1, 1), mark_of(0.5, 1), mark_of(0, 1), mark_of(-1, 0), mark_of(0, 0)
    ('full', 'part', 'none', 'none', 'full')
    """
    if earned >= total - 1e-9:
        return "full"
    return "part" if earned > 0 else "none"


RECORDED = "Kept for your instructor, who marks it."
REVIEW = "Kept. A person reads it and gives the mark."
WORDS = {"full": "Right", "part": "In part", "none": "Not yet"}


def verdict(result: Result, unit: str = "") -> Verdict | None:
    """The result in words; None before there is one. `unit` says what the points are."""
    match result:
        case NotAttempted():
            return None
        case Invalid(reason=reason):
            return Verdict(kind="invalid", word=reason)
        case Recorded():
            return Verdict(kind="recorded", word=RECORDED)
        case NeedsReview():
            return Verdict(kind="review", word=REVIEW)
        case Scored():
            mark = mark_of(result.earned, result.total)
            score = f"{figure(result.earned)} of {figure(result.total)}{unit and f' {unit}'}"
            return Verdict(kind="scored", word=WORDS[mark], mark=mark, score=score)


def standing(history: History, unit: str = "") -> Verdict | None:
    """The result of the last try in words; full marks, once reached, stand beside a later one."""
    if not history.attempts:
        return None
    last = history.attempts[-1].result
    made = verdict(last, unit)
    reached = [one.attempt for one in history.attempts if _full(one.result)]
    if made is None or made.kind != "scored" or not reached or _full(last):
        return made
    this = f"{made.word.lower()}, {made.score}"
    return Verdict(
        kind="scored", word=f"Full marks on try {reached[0]}; this try: {this}", mark="full"
    )


def _full(result: Result) -> bool:
    return isinstance(result, Scored) and result.full
