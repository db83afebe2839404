"""What the cells of a column hold, judged by the first rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from msgspec import Struct

from course.exports.values import moments, ratings
from course.exports.values.lengths import seconds, sheet_length
from course.exports.values.numbers import decimal_comma, number, unit_in
from course.exports.values.serials import are_serials
from course.exports.values.states import stands
from course.exports.values.truths import truth

_ZEROS = str.maketrans("123456789", "000000000")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_STATUS = (
    "new", "open", "active", "pending", "hold", "solved", "resolved", "closed", "progress",
    "waiting", "wait", "awaiting", "snoozed", "cancel", "done", "assigned", "spam", "deleted",
    "to do", "reopen", "unassigned", "escalated", "merged", "preview", "ip address",
)  # fmt: skip
_CHANNELS = frozenset(
    ["phone", "call", "e-mail", "email", "mail", "chat", "web", "portal", "social", "facebook",
     "twitter", "instagram", "whatsapp", "sms", "messenger", "counter", "store", "letter", "fax",
     "api", "widget"]
)  # fmt: skip


class Profile(Struct, frozen=True):
    """The content of one column in the rows that were looked at; shares are of filled cells."""

    heading: str
    question: str
    """What a further heading says of it; empty where there is none."""
    rows: int
    filled: int
    distinct: int
    values: tuple[str, ...]
    """Different cells, the most frequent first."""
    usual: frozenset[str]
    """Cells that are in one row of a hundred or more, and in two at least."""
    times: float
    numbers: float
    lengths: float
    truths: float
    statuses: float
    channels: float
    emails: float
    rated: float
    """Share that are whole numbers from 0 to 10, or answers in words."""
    serial: bool
    """Whether every cell could be a date that a spreadsheet left behind as a number."""
    lowest: float
    length: float
    """Mean number of characters."""

    @property
    def whole(self) -> bool:
        """Whether hardly any cell is blank."""
        return self.filled >= 0.95 * self.rows

    @property
    def holds(self) -> str:
        """What the cells are, in a word or two."""
        if not self.filled:
            return "nothing"
        if self.times >= 0.9:
            return "dates"
        if self.numbers >= 0.9:
            return "numbers"
        return "long texts" if self.length > 60 else "texts"


def profile(heading: str, cells: list[str], separator: str = ",", question: str = "") -> Profile:
    """Look at the cells of a column; blanks are empty texts.

    >>> found = profile("Rating", ["5", "4", "", "5"])
    >>> found.filled, found.distinct, found.rated, found.holds
    (3, 2, 1.0, 'numbers')
    """
    counts = Counter(cell for cell in cells if cell)
    filled = sum(counts.values())
    comma = decimal_comma(counts, separator)
    unit = unit_in(heading)
    in_words = ratings.words(counts)
    known = in_words[0] if in_words else {}
    numbers = {cell: number(cell, comma) for cell in counts}

    shapes = {cell: cell.translate(_ZEROS) for cell in counts}

    def share(wanted: Callable[[str], bool], near: Callable[[str], bool] | None = None) -> float:
        """How many cells are so; `near` says of a shape whether any cell of it can be."""
        can = {shape: (near or wanted)(shape) for shape in set(shapes.values())}
        # Without `near` no digit matters, and what is true of a shape is true of its cells.
        return sum(
            times for cell, times in counts.items()
            if can[shapes[cell]] and (near is None or wanted(cell))
        ) / max(filled, 1)  # fmt: skip

    found = [value for value in numbers.values() if value is not None]
    return Profile(
        heading=heading,
        question=question,
        rows=len(cells),
        filled=filled,
        distinct=len(counts),
        values=tuple(cell for cell, _ in counts.most_common(200)),
        usual=frozenset(cell for cell, rows in counts.items() if rows >= max(2, filled / 100)),
        times=share(_times(counts).__getitem__, _anything),
        numbers=share(lambda cell: numbers[cell] is not None, _anything),
        lengths=share(
            lambda cell: seconds(cell, unit, comma) is not None,
            lambda shape: seconds(shape, unit, comma) is not None or sheet_length(shape),
        ),
        truths=share(lambda cell: truth(cell) is not None, _anything),
        statuses=share(_is_status),
        channels=share(lambda cell: bool(_CHANNELS & set(_words(cell)))),
        emails=share(lambda cell: bool(_EMAIL.fullmatch(cell))),
        rated=share(
            lambda cell: _is_rating(cell, known, comma),
            lambda shape: _is_rating(shape, known, comma),
        ),
        serial=are_serials(counts),
        lowest=min(found, default=0.0),
        length=sum(len(cell) * times for cell, times in counts.items()) / max(filled, 1),
    )


def _anything(_: str) -> bool:
    return True


def _times(cells: Iterable[str]) -> dict[str, bool]:
    """Which cells hold a date; those that differ in their digits only are judged by one."""
    known: dict[str, bool] = {}
    found = {}
    for cell in cells:
        shape = cell.translate(_ZEROS)
        if shape not in known or not known[shape]:
            known[shape] = is_time(cell)
        found[cell] = known[shape]
    return found


def is_time(cell: str) -> bool:
    """Whether a cell holds a date, whichever order its day and month have."""
    if moments.read_moment(cell, "day") is not None:
        return True
    # Only numbers in the other order are left; words would fail again.
    return cell[:1].isdigit() and moments.read_moment(cell, "month") is not None


def _words(cell: str) -> list[str]:
    return re.findall(r"[a-z]+(?:-[a-z]+)?", cell.lower())


def _is_status(cell: str) -> bool:
    text = cell.lower()
    return len(text) < 50 and (any(word in text for word in _STATUS) or bool(stands(text)))


def _is_rating(cell: str, known: dict[str, int], comma: bool) -> bool:
    found = ratings.value(cell, known, comma)
    return ratings.no_answer(cell) or (found is not None and 0 <= found <= 10)
