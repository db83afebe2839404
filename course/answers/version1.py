"""Lines of version 1 of the log, as records of today. They are read for ever, never written."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

from course.answers.record import Answer, Draft, Hint, Profile, Record, Turn


class FirstRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of version 1: what happened stood in `data`, whatever its kind."""

    v: Literal[1]
    kind: Literal["profile", "draft", "turn", "hint", "answer"]
    exercise: str = ""
    content: str = ""
    seed: int = 0
    attempt: int = 0
    at: str
    prev: str
    data: Any


class FirstTurn(Struct, frozen=True):
    """The `data` of a line said; without a choice, a conversation begun anew."""

    choice: str | None = None
    typed: str = ""


class FirstProfile(Struct, frozen=True):
    """The `data` of a profile: one of the two."""

    trainee: str | None = None
    name: str | None = None


_LINE = msgspec.json.Decoder(FirstRecord)


def decode(raw: bytes) -> Record:
    """A record from a line of version 1.

    Raises:
        ValueError: where the line is no such record.

    >>> raw = b'{"v":1,"kind":"hint","exercise":"late-parcel","at":"","prev":"","data":2}'
    >>> decode(raw).level
    2
    """
    line = _LINE.decode(raw)
    if line.attempt < 0:
        raise ValueError("the number of the try is negative")
    if line.kind == "profile":
        who = msgspec.convert(line.data, FirstProfile)
        return Profile(v=1, at=line.at, prev=line.prev, trainee=who.trainee, name=who.name)
    work: dict[str, Any] = {
        "v": 1,
        "at": line.at,
        "prev": line.prev,
        "exercise": line.exercise,
        "content": line.content,
        "seed": line.seed,
        "attempt": line.attempt,
    }
    if line.kind == "answer":
        return Answer(**work, answer=line.data)
    if line.kind == "draft":
        return Draft(**work, value=line.data)
    if line.kind == "hint":
        return Hint(**work, level=msgspec.convert(line.data, int))
    said = msgspec.convert(line.data, FirstTurn)
    if said.choice is None:
        return Turn(**work, how="anew")
    return Turn(**work, choice=said.choice, typed=said.typed)
