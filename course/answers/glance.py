"""Which lines are about which exercise, seen without reading any of them in full.

Whoever opens a lesson asks for a few exercises of many. So of each line only its version, its count
and its exercise are looked at, and the rest when that exercise is asked for. That holds for logs
whose lines are counted. Where anything is out of the ordinary (a torn line, a version without
counts, a copy of a file, a line taken back), everything has to be read in full to know what counts.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from course.answers.record import GREATEST, SCHEMA

COUNTED = 2
"""The first version whose lines carry their count."""


class _Head(Struct, gc=False):
    v: Annotated[int, Meta(ge=COUNTED, le=SCHEMA)]
    n: Annotated[int, Meta(ge=1, le=GREATEST)]
    exercise: str = ""


_HEAD = msgspec.json.Decoder(_Head)


class Glance(Struct, frozen=True):
    """Raw lines by exercise, those of each file in its order; and the greatest count of all."""

    lines: dict[str, list[bytes]]
    count: int


def glance(files: Iterable[Sequence[bytes]]) -> Glance | None:
    """What a glance at the lines of each file tells; None where they must be read in full.

    >>> glance([[b'{"kind":"hint","v":3,"n":1,"exercise":"late-parcel"}', b'{"v":3,"n":2}']])
    Glance(lines={'late-parcel': [b'{"kind":"hint","v":3,"n":1,"exercise":"late-parcel"}'],
    '': [b'{"v":3,"n":2}']}, count=2)
    >>> glance([[b'{"v":3,"n":1}'], [b'{"v":3,"n":1}']])  # a copy
    """
    found: defaultdict[str, list[bytes]] = defaultdict(list)
    counts: set[int] = set()
    seen = 0
    try:
        for lines in files:
            last = 0
            for raw in lines:
                head = _HEAD.decode(raw)
                if head.n <= last:
                    return None
                last = head.n
                counts.add(last)
                found[head.exercise].append(raw)
            seen += len(lines)
    except (ValueError, RecursionError):
        return None
    return Glance(dict(found), max(counts, default=0)) if len(counts) == seen else None
