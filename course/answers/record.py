"""One line of the answer log, and reading lines back whatever has happened to them."""

import hashlib
import math
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec import Struct

SCHEMA = 1
DEEPEST = 20
"""Levels of lists and pairs inside a record; answers have two."""
Kind = Literal["profile", "draft", "turn", "hint", "answer"]


class Record(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a trainee did, as it stands in the log."""

    v: int
    kind: Kind
    exercise: str = ""
    """The exercise's id, or the name of a tool such as the dashboard."""
    content: str = ""
    """Hash of the exercise's public view when this happened."""
    seed: int = 0
    attempt: int = 0
    """Which try this belongs to, from 1; 0 where there are no tries."""
    at: str
    """UTC, ISO 8601 with microseconds and a final Z, so that text order is time order."""
    prev: str
    """Hash of the raw line before it in its file: evidence of accidents and casual edits."""
    data: Any


class Spoilt(Struct, frozen=True, kw_only=True):
    """A line that cannot be used. It is kept where it is, reported, and skipped."""

    line: int
    reason: str
    lost: bool = True
    """Whether something may be lost with it. Not where a line breaks off, as when a machine stops
    while writing: its answer was never shown as saved. Not where only the line before changed."""


def chain(raw: bytes) -> str:
    """The hash by which a line names the raw line before it.

    >>> chain(b"")
    'e3b0c44298fc1c14'
    """
    return hashlib.sha256(raw).hexdigest()[:16]


def encode(record: Record) -> bytes:
    """A record as one line, without the line's end."""
    return msgspec.json.encode(record)


def parse(lines: Iterable[bytes]) -> tuple[list[Record], list[Spoilt]]:
    """Records in order, and the lines that are torn, foreign or out of their chain.

    >>> parse([b'{"v": 1, "kind": "ans'])[1][0].reason
    'the line breaks off'
    """
    records: list[Record] = []
    spoilt: list[Spoilt] = []
    before = b""
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            spoilt.append(Spoilt(line=number, reason="the line is empty", lost=False))
            before = raw
            continue
        try:
            record = _decode(raw)
        except ValueError as error:
            lost = not isinstance(error, _Torn)
            spoilt.append(Spoilt(line=number, reason=str(error), lost=lost))
        else:
            if record.prev != chain(before):
                reason = "the line before it was changed or lost"
                spoilt.append(Spoilt(line=number, reason=reason, lost=False))
            records.append(record)
        before = raw
    return records, spoilt


class _Torn(ValueError):
    pass


def _decode(raw: bytes) -> Record:
    try:
        data = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if "truncated" in str(error):
            raise _Torn("the line breaks off") from None
        raise ValueError("the line is not a record") from None
    if not isinstance(data, dict):
        raise ValueError("the line is not a record")
    version = data.get("v")
    if isinstance(version, int) and version > SCHEMA:
        raise ValueError(f"it was written by a newer course (version {version} of the log)")
    try:
        record = msgspec.convert(data, Record, strict=True)
    except msgspec.ValidationError as error:
        raise ValueError(f"the line is not a record: {error}") from None
    if record.attempt < 0:
        raise ValueError("the number of the try is negative")
    _check(record.data)
    return record


def _check(data: Any) -> None:
    """Refuses numbers that are not finite and nesting that no answer has. Never recurses."""
    level, depth = [data], 0
    while level:
        if depth > DEEPEST:
            raise ValueError("it is nested deeper than any answer")
        if any(isinstance(one, float) and not math.isfinite(one) for one in level):
            raise ValueError("it holds a number that is not finite")
        level = [inner for one in level for inner in _inside(one)]
        depth += 1


def _inside(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return list(data.values())
    return data if isinstance(data, list) else []
