"""In what order things happened, when several sessions wrote a file each.

Clocks go back, run ahead and differ between computers, so they do not decide. Each record counts
on from the greatest count that its session had read (L. Lamport, 'Time, clocks, and the ordering of
events in a distributed system', 1978): whatever somebody saw before acting comes before the act.
Records of version 1 have no count; there, the order in each file holds, and between files the time.
"""

import heapq
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from course.answers.floor import left_out, name
from course.answers.record import Entry, Floor, Void, chain, encode

E = TypeVar("E", bound=Entry)
Place = tuple[int, int, str]


def in_order(files: Iterable[Sequence[E]], refused: Collection[str] = ()) -> list[E]:
    """The records of several files as one, each once, without those that do not count.

    The order in each file is kept always. A copy of a file, as sync clients make them where two
    computers wrote at once, adds only what the other does not have.

    Args:
        files: The records of each file.
        refused: Hashes of lines that were taken back, besides those that a `Void` names.

    >>> from course.answers.record import Hint
    >>> late = Hint(v=3, n=2, at="2026-03-01", prev="b", exercise="x", level=2)
    >>> soon = Hint(v=3, n=1, at="2026-03-09", prev="a", exercise="x", level=1)
    >>> [one.level for one in in_order([[late], [soon, late]])]
    [1, 2]
    """
    files = [one for one in files if one]
    once: dict[tuple[str, str, type, str], E] = {}
    for record in _merged(files):
        by = record.by if isinstance(record, Floor) else ""
        once.setdefault((record.prev, record.at, type(record), by), record)
    out = left_out(once.values(), {*refused, *taken_back(files)})
    if not out:
        return list(once.values())
    return [one for one in once.values() if name(one) not in out]


def taken_back(files: Iterable[Sequence[E]]) -> dict[str, E]:
    """The records that a `Void` takes back, by the hash of their line.

    A session takes back the line that it has just written, where another was quicker; or it could
    not take a line back, and writes no more to that file. So a `Void` that names any line but the
    one before it or the last of a file is none that the course has written, and does nothing.
    """
    files = [one for one in files if one]
    voids = [(before, one) for file in files for before, one in pairwise((None, *file))
             if isinstance(one, Void)]  # fmt: skip
    if not voids:
        return {}
    back = {one.line: before for before, one in voids
            if before is not None and one.line == one.prev == chain(encode(before))}  # fmt: skip
    ends = {chain(encode(file[-1])): file[-1] for file in files}
    return back | {one.line: ends[one.line] for _, one in voids if one.line in ends}


def _merged(files: Sequence[Sequence[E]]) -> Iterable[E]:
    if len(files) == 1:
        return files[0]
    placed = [list(_placed(one)) for one in files]
    return (record for _, record in heapq.merge(*placed, key=lambda pair: pair[0]))


def _placed(records: Sequence[E]) -> Iterator[tuple[Place, E]]:
    """Each record with its place; of a file without counts, no time is later than the next."""
    times = [record.at for record in records]
    for number in range(len(times) - 2, -1, -1):
        times[number] = min(times[number], times[number + 1])
    for record, at in zip(records, times, strict=True):
        yield ((1, record.n, record.at) if record.n else (0, 0, at)), record
