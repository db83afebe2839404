"""All rows of an export, cut down to the columns that are used, with those left out counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from course.exports.files.cells import BLANK, clean
from course.exports.recognition.profile import Profile, is_time
from course.exports.values.numbers import number

SHOWN = 5
"""So many rows are named for each reason."""
_SURE, _ENOUGH, _SMALL = 0.9, 5, 12


class LeftOut(Struct):
    """Rows left out for one reason."""

    rows: int = 0
    first: list[int] = []
    """The first few of them, counted from 1 below the headings."""


class Rows(Struct):
    """The cells that are used, by heading, in step."""

    cells: dict[str, list[str]]
    places: list[int]
    """Where each row stood, counted from 1 below the headings."""
    read: int
    left_out: dict[str, LeftOut]

    def leave(self, why: str, place: int) -> None:
        """Count a row that is left out."""
        one = self.left_out.setdefault(why, LeftOut())
        one.rows += 1
        if len(one.first) < SHOWN:
            one.first.append(place)


def collect(
    rows: Iterator[list[str]],
    profiles: list[Profile],
    used: list[str],
    blank: frozenset[str] = BLANK,
) -> Rows:
    """Read all rows, keep the columns used, and leave out rows that are out of step.

    A row is out of step if it has more cells than there are headings, or if dates, numbers or
    yes and no stand where they do not belong: a cell is missing, and the rest moved up.
    """
    width = len(profiles)
    places = {one.heading: place for place, one in enumerate(profiles)}
    wanted = [(heading, places[heading]) for heading in used]
    checks = [(place, check, hard) for place, check, hard in _checks(profiles)]
    found = Rows({heading: [] for heading in used}, [], 0, {})
    # Each different text is cleaned and kept once, so that big exports stay small.
    known: dict[str, str] = {}

    def cleaned(cell: str) -> str:
        text = known.get(cell)
        if text is None:
            text = known[cell] = clean(cell, blank)
        return text

    for row in rows:
        found.read += 1
        if len(row) != width:
            if any(cell.strip() for cell in row[width:]):
                found.leave("with more cells than there are headings", found.read)
                continue
            row = [*row, *[""] * (width - len(row))][:width]
        if _out_of_step(row, checks, cleaned):
            found.leave("out of step with the headings, as if a cell were missing", found.read)
            continue
        found.places.append(found.read)
        for heading, place in wanted:
            found.cells[heading].append(cleaned(row[place]))
    return found


def _out_of_step(
    row: list[str],
    checks: list[tuple[int, Callable[[str], bool], bool]],
    cleaned: Callable[[str], str],
) -> bool:
    wrong = hard = 0
    for place, fits, sure in checks:
        cell = cleaned(row[place])
        if cell and not fits(cell):
            wrong += 1
            hard += sure
    # One odd cell is a slip of its own; two are a row that moved.
    return bool(hard) and wrong >= 2


def _checks(profiles: list[Profile]) -> Iterator[tuple[int, Callable[[str], bool], bool]]:
    """What the cells of a column always are, and whether one look is enough to tell."""
    for place, one in enumerate(profiles):
        if one.filled < _ENOUGH:
            continue
        if one.times >= _SURE:
            yield place, _remembered(is_time), True
        elif one.numbers >= _SURE:
            yield place, _remembered(_is_number), True
        elif one.truths >= _SURE:
            yield place, _remembered(_short), True
        elif one.distinct <= _SMALL and one.filled >= 20 * one.distinct:
            # Rows that moved must not vouch for each other: what is rare is no use as a pattern.
            yield place, one.usual.__contains__, False


def _is_number(cell: str) -> bool:
    return number(cell) is not None or number(cell, comma=True) is not None


def _short(cell: str) -> bool:
    return len(cell) <= 12 and not cell[:1].isdigit()


def _remembered(check: Callable[[str], bool]) -> Callable[[str], bool]:
    known: dict[str, bool] = {}

    def fits(cell: str) -> bool:
        answer = known.get(cell)
        if answer is None:
            answer = known[cell] = check(cell)
        return answer

    return fits
