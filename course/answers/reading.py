"""Reading lines of the log back, whatever version they are and whatever has happened to them."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from course.answers import version1
from course.answers.record import SCHEMA, Answer, Draft, Entry, Record, chain

E = TypeVar("E", bound=Entry)

DEEPEST = 20
"""Levels of lists and pairs inside an answer; answers have two."""


class Spoilt(Struct, frozen=True, kw_only=True):
    """A line that cannot be used. It is kept where it is, reported, and skipped."""

    line: int
    reason: str
    lost: bool = True
    """Whether something may be lost with it. Not where a line breaks off, as when a machine stops
    while writing: its answer was never shown as saved. Not where only the line before changed."""
    newer: bool = False
    """It is whole, and a newer course can read it."""


class _Head(Struct):
    """What is looked at first in every line."""

    v: int


class _Torn(ValueError):
    pass


class _Newer(ValueError):
    pass


_NOW = b'"v":%d' % SCHEMA
"""Stands in lines of today's version; what else has it by chance is found out when it is read."""
_HEAD = msgspec.json.Decoder(_Head)
_TODAY: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)
# Version 3 added the floor of a conversation and version 4 what is done in a day on the desk. Lines
# of the versions before just do not have it.
_READERS: dict[int, Callable[[bytes], Record]] = {
    1: version1.decode, 2: _TODAY.decode, 3: _TODAY.decode, 4: _TODAY.decode
}  # fmt: skip
"""A reader for each version there has been. None is ever taken away."""


def parse(lines: Iterable[bytes]) -> tuple[list[Record], list[Spoilt]]:
    """Records in order, and the lines that are torn, foreign, newer or out of their chain.

    >>> parse([b'{"v": 1, "kind": "ans'])[1][0].reason
    'the line breaks off'
    """
    return parse_with(decode, lines)


def parse_with(
    decode: Callable[[bytes], E], lines: Iterable[bytes]
) -> tuple[list[E], list[Spoilt]]:
    """The same of a log that keeps something else than answers.

    Args:
        decode: Reads one line; a `ValueError` says why it is no record.
        lines: The raw lines of one file.
    """
    records: list[E] = []
    spoilt: list[Spoilt] = []
    before = b""
    for number, raw in enumerate(lines, start=1):
        if not raw.strip():
            spoilt.append(Spoilt(line=number, reason="the line is empty", lost=False))
            before = raw
            continue
        try:
            record = decode(raw)
        except ValueError as error:
            torn, newer = isinstance(error, _Torn), isinstance(error, _Newer)
            spoilt.append(Spoilt(line=number, reason=str(error), lost=not torn, newer=newer))
        else:
            if record.prev != chain(before):
                reason = "the line before it was changed or lost"
                spoilt.append(Spoilt(line=number, reason=reason, lost=False))
            records.append(record)
        before = raw
    return records, spoilt


def decode(raw: bytes) -> Record:
    """A record from its line.

    Raises:
        ValueError: where the line is no record of a version that can be read here.
    """
    record = _as_written_now(raw) if _NOW in raw else None
    if record is None:
        record = _as_written_before(raw)
    if isinstance(record, Answer):
        _shallow(record.answer)
    elif isinstance(record, Draft):
        _shallow(record.value)
    return record


def _as_written_now(raw: bytes) -> Record | None:
    """A record of today's version, as nearly every line is; None where it is none."""
    try:
        record = _TODAY.decode(raw)
    except (ValueError, RecursionError):
        return None
    return record if record.v == SCHEMA else None


def _as_written_before(raw: bytes) -> Record:
    return decode_with(_READERS, raw)


def decode_with(readers: Mapping[int, Callable[[bytes], E]], raw: bytes) -> E:
    """A record from its line, by the reader of the version that it was written in.

    Raises:
        ValueError: where the line is torn, newer than every reader, or no record.
    """
    version = _version(raw)
    if version > max(readers):
        raise _Newer(
            f"it was written by a newer course (version {version} of the log); "
            "update the course to read it"
        )
    reader = readers.get(version)
    if reader is None:
        raise ValueError("the line is not a record")
    try:
        return reader(raw)
    except (ValueError, RecursionError) as error:
        why = _HALF if _holds_half(raw) else f"the line is not a record: {error}"
        raise ValueError(why) from None


def _version(raw: bytes) -> int:
    try:
        return _HEAD.decode(raw).v
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        if _holds_half(raw):
            raise ValueError(_HALF) from None
        if "truncated" in str(error):
            raise _Torn("the line breaks off") from None
        raise ValueError("the line is not a record") from None


_HALF = (
    "a character in the line is only half there (a lone surrogate), so the line cannot be read; "
    "all other lines are kept"
)


def _holds_half(raw: bytes) -> bool:
    """Whether a line is whole but for half a character, which msgspec takes for a line torn."""
    try:
        data = json.loads(raw.decode("utf-8", "surrogatepass"))
        json.dumps(data, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return True
    except (ValueError, RecursionError):
        return False
    return False


def _shallow(data: Any) -> None:
    """Refuses nesting that no answer has. Never recurses."""
    if not isinstance(data, dict | list):
        return
    level = [data]
    for _ in range(DEEPEST + 1):
        level = [inner for one in level for inner in _inside(one)]
        if not level:
            return
    raise ValueError("it is nested deeper than any answer")


def _inside(data: Any) -> Iterable[Any]:
    if isinstance(data, dict):
        return data.values()
    return data if isinstance(data, list) else ()
