"""The replies that wait for a person, as `course grade` leaves them beside its results."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from course.grading.marks import TraineeMarks
from course.grading.people.records import ReplyId, reply_id

FILE = "replies.jsonl"


class Said(Struct, frozen=True, kw_only=True):
    """What a trainee said of words of their own."""

    move: str
    there: bool
    quote: str = ""


class ToMark(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A reply, without anybody's name. What is asked and looked for stands in the course."""

    trainee: str
    exercise: str
    answered: str
    text: str
    own: str = ""
    """How the trainee sees it beside the model reply, in words."""
    said: tuple[Said, ...] = ()

    @property
    def id(self) -> ReplyId:
        """Which reply it is."""
        return reply_id(self.trainee, self.exercise, self.text)


def to_mark(one: TraineeMarks) -> Iterator[ToMark]:
    """The last reply to each assigned exercise that a person reads."""
    for exercise in one.assigned:
        if not exercise.replies:
            continue
        reply = exercise.replies[-1]
        yield ToMark(
            trainee=one.trainee,
            exercise=exercise.id,
            answered=reply.answered,
            text=str(reply.answer),
            own=reply.own,
            said=tuple(
                Said(move=said.move, there=said.there, quote=said.quote)
                for said in exercise.corrected
                if said.occasion == "play" and said.text == reply.answer
            ),
        )


def as_lines(replies: Iterable[ToMark]) -> bytes:
    """Replies as lines of JSON."""
    return b"".join(msgspec.json.encode(one) + b"\n" for one in replies)


class NoReplies(ValueError):
    """A folder without replies to mark, in a sentence that says what to do."""


def replies_in(results: Path) -> list[ToMark]:
    """The replies of a folder of results, each once.

    Raises:
        NoReplies: where the folder holds none, or the file was changed.
    """
    path = results / FILE
    again = f"Grade once more: course grade SUBMISSIONS --out {results}"
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise NoReplies(f"{results} holds no {FILE}. {again}") from None
    except OSError as error:
        raise NoReplies(f"{path} cannot be read ({error.strerror or error}).") from None
    decoder = msgspec.json.Decoder(ToMark)
    found: dict[ReplyId, ToMark] = {}
    for number, line in enumerate(raw.splitlines(), start=1):
        try:
            one = decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            raise NoReplies(f"{path}, line {number}, is no reply. {again}") from None
        found.setdefault(one.id, one)
    return list(found.values())
