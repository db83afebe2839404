"""The records of the answer log, version 4: each thing that a trainee does is a kind of its own.

Nothing here is a mark, and nothing can be worked out from something else that is here. What a
field adds later goes into a version 5, with its own reader beside the others in `reading`.
"""

import hashlib
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

SCHEMA = 4
"""The version that is written. Every version up to it is read."""

GREATEST = 2**53 - 1
"""The greatest count: what every reader of JSON can tell from the next one."""
Count = Annotated[int, Meta(ge=0, le=GREATEST)]
Occasion = Literal["play", "review", "road"]


class Way(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """On what occasion something was done. Only what was done in play can enter a mark.

    >>> Way(occasion="road", attempt=2)
    Traceback (most recent call last):
    ValueError: a road, and only a road, has the try and the turn that it was taken back from
    """

    occasion: Occasion = "play"
    """`play`: the exercise in its lesson, each whole conversation a try. `review`: it came up again
    later. `road`: a line of a conversation, or what was done in a day on the desk, was taken back,
    and another road was played on from."""
    attempt: Count = 0
    """Of a road: the try, from 1, that it leaves."""
    turn: Count = 0
    """Of a road: the first line, or the first thing done, from 1, that was taken back."""

    def __post_init__(self) -> None:
        left = (self.attempt, self.turn)
        if min(left) < 1 if self.occasion == "road" else left != (0, 0):
            raise ValueError(
                "a road, and only a road, has the try and the turn that it was taken back from"
            )


PLAY = Way()
REVIEW = Way(occasion="review")


class Entry(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    tag_field="kind",
    tag=str.lower,
):
    """What every record has."""

    v: int
    """The version of the log that its line was written in."""
    n: Annotated[int, Meta(ge=0, le=GREATEST)] = 0
    """One more than the greatest that its session had read, which orders the records of several
    files whatever their clocks say (see `order`). 0 in version 1."""
    at: str
    """UTC, ISO 8601 with microseconds and a final Z, so that text order is time order."""
    prev: str
    """Hash of the raw line before it in its file: evidence of accidents and casual edits."""


class Work(Entry, frozen=True, kw_only=True):
    """What every record of work on an exercise has."""

    exercise: str
    """The exercise's id; of a draft also the name of a tool such as the dashboard."""
    content: str = ""
    """Hash of the public view of the exercise, in its variant, when this happened."""
    variant: Count = 0
    """Which of this trainee's variants; it is drawn from trainee, exercise and this number."""
    seed: int = 0
    """What that drew from: evidence of whose work it was. Marking draws afresh."""
    attempt: Count = 0
    """Which try of its way this belongs to, from 1; 0 where there are no tries."""
    way: Way = PLAY


class Profile(Entry, frozen=True, kw_only=True):
    """Who the trainee is. The first id and the last name count."""

    trainee: str | None = None
    """The random id that draws the variants."""
    name: str | None = None
    """What to call the trainee: a label."""


class Draft(Work, frozen=True, kw_only=True):
    """Something not yet handed in, or how a tool was left."""

    value: Any


class Turn(Work, frozen=True, kw_only=True):
    """One step of a conversation.

    >>> Turn(v=4, at="", prev="", exercise="late-parcel", how="none", choice="own-it")
    Traceback (most recent call last):
    ValueError: a line that is picked or placed has a choice, and no other step has one
    """

    how: Literal["picked", "placed", "none", "anew"] = "picked"
    """`picked`: a line of the list. `placed`: a typed line, placed at this choice by the trainee.
    `none`: 'None of these says the same', so the customer heard nothing. `anew`: the conversation
    was begun anew."""
    choice: str = ""
    """The line that the customer heard; empty where there is none."""
    typed: str = ""
    """What the trainee wrote; before a picked line, while the choices were still hidden."""
    floor: str = ""
    """The hash of the line by which its session took the floor (see `floor`)."""

    def __post_init__(self) -> None:
        if bool(self.choice) != (self.how in ("picked", "placed")):
            raise ValueError(
                "a line that is picked or placed has a choice, and no other step has one"
            )
        if self.how in ("placed", "none") and not self.typed.strip():
            raise ValueError("a line that was placed, or could not be, was typed first")


Deed = Literal[
    "begin", "pick", "say", "hold", "hand_over", "ask_lead", "call_back", "follow_up", "wait"
]  # fmt: skip
"""`begin` opens a day, anew where it was opened before. The others are those of `course.shift`."""


class Act(Work, frozen=True, kw_only=True):
    """One thing done in a day on the desk. Its `exercise` names the day and its `seed` draws it.

    >>> Act(v=4, at="", prev="", exercise="shift-7", seed=7, do="wait", contact="c1")
    Traceback (most recent call last):
    ValueError: to begin a day or to wait is about nobody, and all else is about a contact
    """

    do: Deed
    contact: str = ""
    """Whom it is about, such as `c3`."""
    what: str = ""
    """The line that was said, or the promise that was kept."""
    floor: str = ""
    """The hash of the line by which its session took the floor (see `floor`)."""

    def __post_init__(self) -> None:
        if bool(self.contact) == (self.do in ("begin", "wait")):
            raise ValueError(
                "to begin a day or to wait is about nobody, and all else is about a contact"
            )
        if bool(self.what) != (self.do in ("say", "follow_up")):
            raise ValueError("a line or a promise is named where one is meant, and nowhere else")


Step = Turn | Act
"""What is done under a floor: where several sessions could do it at once."""


class Floor(Work, frozen=True, kw_only=True):
    """A session takes the floor of a conversation or a day: it goes on from what it knows of."""

    after: str = ""
    """The hash of the line of the last step that it knows of; empty where there is none."""
    by: str
    """Who takes it: drawn anew for each session."""


class Hint(Work, frozen=True, kw_only=True):
    """A hint was shown, counted from 1."""

    level: int


class Answer(Work, frozen=True, kw_only=True):
    """What was handed in, marked whenever somebody asks."""

    answer: Any


class Correction(Work, frozen=True, kw_only=True):
    """The trainee says whether a move is in a reply or a typed line, with the reader or against it.

    What the reader saw is not kept: whoever asks reads the text again.
    """

    move: str
    there: bool
    """Whether the trainee says that the move is in the text."""
    quote: str = ""
    """The words that the reader, or the trainee, saw it in."""
    turn: Count = 0
    """Which line of the conversation, from 1; 0 for a reply."""


class Visit(Entry, frozen=True, kw_only=True):
    """A lesson, or a station of it, was opened."""

    lesson: str
    station: str = ""


class Review(Entry, frozen=True, kw_only=True):
    """A review was asked for: of an objective, of an exercise, or of both."""

    objective: str = ""
    exercise: str = ""


class Feedback(Entry, frozen=True, kw_only=True):
    """What the trainee says about the course itself."""

    question: Literal["how-was-it", "what-is-wrong"]
    lesson: str = ""
    station: str = ""
    exercise: str = ""
    content: str = ""
    """Hash of the exercise's public view, where it is about one."""
    rating: Annotated[int, Meta(ge=1, le=5)] | None = None
    text: str = ""


class Void(Entry, frozen=True, kw_only=True):
    """A line that the disk neither kept for sure nor would take back, or that came too late.

    Nobody was told that it is saved, so it does not count.
    """

    line: str
    """The hash by which the line after it would name it."""


Record = (
    Profile
    | Draft
    | Turn
    | Act
    | Floor
    | Hint
    | Answer
    | Correction
    | Visit
    | Review
    | Feedback
    | Void
)


def chain(raw: bytes) -> str:
    """The hash by which a line names the raw line before it.

    >>> chain(b"")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(raw).hexdigest()[:16]


def encode(record: Entry) -> bytes:
    """A record as one line, without the line's end.

    >>> encode(Hint(v=4, at="now", prev="", exercise="late-parcel", level=1))
    b'{"kind":"hint","v":4,"at":"now","prev":"","exercise":"late-parcel","level":1}'
    """
    return msgspec.json.encode(record)
