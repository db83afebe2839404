"""What the page is told of a reply to mark, and of how markers agree."""

from typing import Literal

from course.exercises.prose import Block
from course.page.messages import Message

What = Literal["all", "second", "settle"]
"""What is done: what nobody has marked, a blind second marking, or what is disputed."""


class Step(Message, frozen=True):
    """Points that can be given, with the key that gives them."""

    points: float
    word: str
    key: str


class Piece(Message, frozen=True):
    """Words of a reply, with the number of what was seen in them; 0 for nothing."""

    text: str
    number: int = 0


class SeenHere(Message, frozen=True):
    """Something that the reader saw in the reply, and what its writer says of it."""

    number: int
    """By which the words are marked; 0 where they stand nowhere in the text as it is."""
    text: str
    sure: bool
    says: str
    """What the trainee says of it; empty where nothing."""


class Other(Message, frozen=True):
    """What another marker gave a line."""

    who: str
    gave: str
    comment: str


class RubricLine(Message, frozen=True):
    """A line of the rubric, as far as it is marked."""

    id: str
    text: str
    steps: tuple[Step, ...]
    points: float | None
    comment: str
    again: tuple[str, ...]
    """Comments that were written beside it before."""
    seen: tuple[str, ...]
    """Words in which the reader saw what is looked for."""
    others: tuple[Other, ...] = ()
    """What others gave it, where it is being settled."""


class ReplyToMark(Message, frozen=True):
    """One reply, without a name."""

    at: int
    """Its place in the list, from 0."""
    place: str
    """Such as 'Reply 3 of 30 to this exercise'."""
    title: str
    prompt: tuple[Block, ...]
    said_by: str
    says: str
    pieces: tuple[Piece, ...]
    cut: str
    """What is left out of a text that is too long to show."""
    seen: tuple[SeenHere, ...]
    own: str
    """How the trainee sees it beside the model reply."""
    notes: tuple[str, ...]
    """That it has changed since it was marked, or is much like the one before."""
    like_last: bool
    """Whether it is much like the one before, whose points can be given again."""
    rubric: tuple[RubricLine, ...]
    model: tuple[Block, ...]
    because: str


class Task(Message, frozen=True):
    """Something to sit down to, and how much of it is left."""

    id: What
    name: str
    left: int
    said: str


class AgreementRow(Message, frozen=True):
    """How two markers agree on a line, in words and figures."""

    text: str
    n: int
    agreed: str
    kappa: str
    interval: str


class AgreementTable(Message, frozen=True):
    """How two markers agree."""

    title: str
    said: str
    rows: tuple[AgreementRow, ...]


class MarkingView(Message, frozen=True):
    """The marking of replies, at its beginning or at one reply."""

    saving: bool
    """Whether there is no alarm to give; that a sample is not kept is said in `said`."""
    said: str
    """What there is to mark."""
    wrong: tuple[str, ...]
    """What an instructor should know of the results or the marks: sentences."""
    marker: str
    markers: tuple[str, ...]
    tasks: tuple[Task, ...]
    what: What
    left: int
    """So many wait in what is being done."""
    drawn: str
    """What was drawn for a second marking; empty where nothing was."""
    can_draw: bool
    agreement: tuple[AgreementTable, ...]
    reply: ReplyToMark | None


class Begin(Message, frozen=True):
    """Somebody sits down."""

    marker: str
    what: What


class LineGiven(Message, frozen=True):
    """What is given for a line so far."""

    criterion: str
    points: float | None
    comment: str


class Give(Message, frozen=True):
    """What is given a reply so far."""

    at: int
    lines: tuple[LineGiven, ...]
