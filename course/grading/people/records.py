"""What a marker does, as lines of a log. Nothing in it is ever rewritten."""

from typing import Annotated, Literal, NamedTuple

import msgspec
from msgspec import Meta

from course.answers import Entry, Void, chain
from course.answers.reading import decode_with
from course.grading.marks import ReviewedLine

VERSION = 1
"""The version of the log of marks that is written. Every version up to it is read."""


class ReplyId(NamedTuple):
    """Which reply is meant, whenever and however often it was handed in and graded."""

    trainee: str
    exercise: str
    text: str
    """Hash of its words: a reply that was changed is another one."""


def reply_id(trainee: str, exercise: str, text: object) -> ReplyId:
    """The id of a reply.

    >>> reply_id("t1", "own-it", "I'll ring.") == reply_id("t1", "own-it", "I'll ring.")
    True
    >>> reply_id("t1", "own-it", "I'll ring.") == reply_id("t1", "own-it", "I'll write.")
    False
    """
    return ReplyId(trainee, exercise, chain(str(text).encode("utf-8", "replace")))


class Mark(Entry, frozen=True, kw_only=True):
    """What one marker gives a reply, as far as they are with it. The last one counts."""

    marker: str
    trainee: str
    exercise: str
    text: str
    lines: tuple[ReviewedLine, ...]
    over: tuple[str, ...] = ()
    """Hashes of the lines of the log that it takes the place of: all that its marker knew of."""
    notes: tuple[tuple[str, str], ...] = ()
    """Comments on lines that have no points yet, each with its line."""
    how: Literal["page", "sheet"] = "page"
    """Given on the page, or in a `review.csv`."""

    @property
    def reply(self) -> ReplyId:
        """Which reply it is about."""
        return ReplyId(self.trainee, self.exercise, self.text)

    @property
    def points(self) -> dict[str, float]:
        """The points of each line of the rubric that has some."""
        return {one.criterion: one.points for one in self.lines}


class Settled(Mark, frozen=True, kw_only=True):
    """What a reply gets after two markers differed: it stands above what each of them gave."""


class Drawn(Entry, frozen=True, kw_only=True):
    """Replies were drawn to be marked a second time, by somebody who sees no first mark."""

    seed: int
    share: Annotated[float, Meta(gt=0, le=1)]
    of: Annotated[int, Meta(ge=0)]
    """How many they were drawn from."""
    replies: tuple[ReplyId, ...]


MarkRecord = Mark | Settled | Drawn | Void

_DECODER: msgspec.json.Decoder[MarkRecord] = msgspec.json.Decoder(MarkRecord)


def decode(raw: bytes) -> MarkRecord:
    """A record from its line.

    Raises:
        ValueError: where the line is no record of a version that can be read here.
    """
    return decode_with({VERSION: _DECODER.decode}, raw)
