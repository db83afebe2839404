"""All rows of an export, cut down to the columns that are used, with those left out counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.exports.files.blocks import Block, NotPlain, by_arrow, row_by_row, rows_about
from course.exports.files.cells import BLANK, EDGES, clean
from course.exports.files.odd_rows import Odd, suspects
from course.exports.recognition.profile import Profile, is_time
from course.exports.values.column import Column, in_order, let_go
from course.exports.values.few import Few
from course.exports.values.growing import Growing, Kept
from course.exports.values.numbers import number
from course.exports.values.truths import truth
from course.exports.values.written_times import WrittenTimes, as_times

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from course.exports.files.sheet import Sheet

SHOWN = 5
"""So many rows are named for each reason."""
_SURE, _ENOUGH, _SMALL = 0.9, 5, 12
_FEW = 1000
"""Up to so many different cells in the first rows, each is held once."""
_DIGIT = re.compile(r"\d")
TOO_WIDE = "with more cells than there are headings"
OUT_OF_STEP = "out of step with the headings, as if a cell were missing"
COPIES = "that are an exact copy of another"


Watch = Callable[[int, int | None], None]
"""Is told the rows that are read, and about how many there are, where that can be said."""


class LeftOut(Struct):
    """Rows left out for one reason."""

    rows: int = 0
    first: list[int] = []
    """The first few of them, counted from 1 below the headings."""


class Rows(Struct):
    """The cells that are used, by heading, in step."""

    cells: dict[str, Column]
    places: NDArray[np.uint32]
    """Where each row stood, counted from 1 below the headings."""
    texts: NDArray[np.int64] | None
    """A fingerprint of what was written in free text, 0 where nothing was."""
    read: int
    left_out: dict[str, LeftOut]

    def leave(self, why: str, places: Any) -> None:
        """Count rows that are left out."""
        if not len(places):
            return
        one = self.left_out.setdefault(why, LeftOut())
        one.rows += len(places)
        one.first += [int(place) for place in places[: SHOWN - len(one.first)]]


class Wanted(Struct, frozen=True):
    """What is to be read of a file."""

    profiles: list[Profile]
    used: list[str]
    """Headings of the columns that are kept."""
    odd: Odd
    blank: frozenset[str] = BLANK
    copies: bool = False
    """Whether rows that are alike in every cell are one."""
    texts: tuple[str, ...] = ()
    """Headings of columns in which people write freely; only fingerprints are kept."""
    rated: tuple[str, ...] = ()
    """Headings of answers: only what was written beside one has a fingerprint."""


def collect(sheet: Sheet, wanted: Wanted, watch: Watch | None = None) -> Rows:
    """Read all rows, keep the columns used, and leave out rows that are no cases.

    Now and then `watch` is told how far it is.

    A row is out of step if it has more cells than there are headings, or if dates, numbers or
    yes and no stand where they do not belong: a cell is missing, and the rest moved up.
    """
    few = {place for place, one in enumerate(wanted.profiles) if _comes_again(one)}
    try:
        return _collect(_watched(by_arrow(sheet, few), sheet, watch), wanted, few)
    except NotPlain:
        return _collect(_watched(row_by_row(sheet, few), sheet, watch), wanted, few)


def _watched(blocks: Iterator[Block], sheet: Sheet, watch: Watch | None) -> Iterator[Block]:
    of = rows_about(sheet) if watch else None
    for block in blocks:
        yield block
        if watch:
            watch(block.read, of)


def _collect(blocks: Iterator[Block], wanted: Wanted, few: Collection[int]) -> Rows:
    import numpy as np

    let_go()
    places = {one.heading: place for place, one in enumerate(wanted.profiles)}
    checks = [_Check(place, *one) for place, one in _checks(wanted.profiles)]
    found = Rows({}, np.empty(0, dtype=np.uint32), None, 0, {})
    kept = {heading: Few() if places[heading] in few else Kept() for heading in wanted.used}
    dated = {place for place, one in enumerate(wanted.profiles) if one.times >= _SURE} - {*few}
    # A sign for no value that could be read as a date goes first.
    at_once = not any(map(_DIGIT.search, wanted.blank))
    numbers, texts = Growing("uint32"), Growing("int64")
    prints: list[Any] = []
    for columns, stood, wide, read in blocks:
        found.read = read
        found.leave(TOO_WIDE, wide)
        if not len(stood):
            continue
        if at_once and not wanted.copies:
            columns = [as_times(one) if place in dated else one
                       for place, one in enumerate(columns)]  # fmt: skip
        fine = np.ones(len(stood), dtype=bool)
        for why, odd in _odd(columns, wanted).items():
            found.leave(why, stood[odd])
            fine[odd] = False
        moved = _out_of_step(columns, checks, wanted.blank)
        if moved is not None:
            found.leave(OUT_OF_STEP, stood[moved & fine])
            fine &= ~moved
        all_fine = bool(fine.all())
        clean_ones = {heading: _cleaned(columns[places[heading]], wanted.blank)
                      for heading in wanted.used}  # fmt: skip
        for heading, column in clean_ones.items():
            part = column if all_fine else column.only(fine)
            kept[heading].add(as_times(part) if places[heading] in dated else part)
        numbers.add(stood[fine])
        if wanted.copies:
            cells = zip(*(one.cells.to_pylist() for one in columns), strict=True)
            prints.append(np.fromiter(map(hash, cells), np.int64)[fine])
        if wanted.texts:
            beside = _filled([clean_ones[heading] for heading in wanted.rated])
            written = np.zeros(len(stood), dtype=np.int64)
            for heading in wanted.texts:
                cells = columns[places[heading]].only(beside).cells.to_pylist()
                # A blank has the fingerprint 0.
                written[beside] ^= np.fromiter(map(hash, cells), np.int64, len(cells))
            texts.add(written[fine])
    found.places = numbers.whole()
    found.texts = texts.whole() if wanted.texts and len(found.places) else None
    for heading in wanted.used:
        found.cells[heading] = kept.pop(heading).whole()
        let_go()
    return _without_copies(found, prints) if prints else found


def _without_copies(rows: Rows, prints: list[NDArray[np.int64]]) -> Rows:
    """The same without rows that have the fingerprint of an earlier one."""
    import numpy as np

    once = np.zeros(len(rows.places), dtype=bool)
    once[np.unique(np.concatenate(prints), return_index=True)[1]] = True
    rows.leave(COPIES, rows.places[~once])
    if not once.all():
        rows.places = rows.places[once]
        rows.texts = rows.texts[once] if rows.texts is not None else None
        rows.cells = {heading: cells.only(once) for heading, cells in rows.cells.items()}
    return rows


def _comes_again(one: Profile) -> bool:
    if one.filled < _ENOUGH or one.distinct > min(_FEW, 0.2 * one.filled):
        return False
    # As a number a date takes little room too.
    return one.times < _SURE or not isinstance(as_times(Column.of(one.values)), WrittenTimes)


def _filled(columns: list[Column]) -> NDArray[np.bool_]:
    """Where any of these columns has a cell."""
    import numpy as np

    found: NDArray[np.bool_] = np.any(
        [one.filled().to_numpy(zero_copy_only=False) for one in columns], axis=0
    )
    return found


def _odd(columns: list[Column], wanted: Wanted) -> dict[str, list[int]]:
    """The rows that are no cases, by the reason; only those that look like it are looked at."""
    found: dict[str, list[int]] = {}
    if places := suspects(columns, wanted.profiles[0].heading):
        rows = zip(*(one.only(places).text.to_pylist() for one in columns), strict=True)
        for at, row in zip(places, rows, strict=True):
            if why := wanted.odd(list(row)):
                found.setdefault(why, []).append(at)
    return found


def _cleaned(column: Column, blank: frozenset[str]) -> Column:
    """The cells, outer space and signs for no value taken away."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(column, WrittenTimes):
        return column
    if column.few:
        words = column.cells.dictionary
        bare = [clean(cell, blank) for cell in words.to_pylist()]
        if bare == words.to_pylist():
            return column
        found = pa.DictionaryArray.from_arrays(column.cells.indices, pa.array(bare, pa.string()))
        return Column(in_order(found))
    if "shapes" in column.__dict__ and not any(map(_DIGIT.search, blank)):
        # A digit is no space and no sign for no value: cells of one shape are alike in that.
        shapes = column.shapes.values
        if all(clean(shape, blank) == shape for shape in shapes):
            return column
    text = pc.utf8_trim(column.cells, EDGES)
    nothing = pc.is_in(pc.utf8_lower(text), pa.array(sorted(blank)))
    return Column(pc.if_else(nothing, "", text) if pc.any(nothing).as_py() else text)


class _Check:
    """What the cells of a column always are; each different cell is judged once.

    Of a shaped column it is each shape: cells that differ in their digits only are judged alike.
    """

    def __init__(self, place: int, fits: Callable[[str], bool], hard: bool, shaped: bool) -> None:
        self.place, self.fits, self.hard, self.shaped = place, fits, hard, shaped
        self.known: dict[str, bool] = {}

    def wrong(self, whole: Column, blank: frozenset[str]) -> Any:
        """A mask of the cells that do not belong; None where all do."""
        import numpy as np

        if isinstance(whole, WrittenTimes):
            return None
        column = whole.shapes if self.shaped else whole
        values = column.values
        if new := [at for at, cell in enumerate(values) if cell not in self.known]:
            firsts = np.unique(column.codes, return_index=True)[1]
            for at in new:
                cell = clean(whole.cells[int(firsts[at])].as_py(), blank)
                self.known[values[at]] = not cell or self.fits(cell)
        fine = [self.known[cell] for cell in values]
        return None if all(fine) else ~np.array(fine)[column.codes]


def _out_of_step(
    columns: list[Column], checks: list[_Check], blank: frozenset[str]
) -> NDArray[np.bool_] | None:
    import numpy as np

    wrong = hard = None
    for check in checks:
        bad = check.wrong(columns[check.place], blank)
        if bad is None:
            continue
        wrong = bad.astype(np.int8) if wrong is None else wrong + bad
        if check.hard:
            hard = bad if hard is None else hard | bad
    if wrong is None or hard is None:
        return None
    # One odd cell is a slip of its own; two are a row that moved.
    moved: NDArray[np.bool_] = hard & (wrong >= 2)
    return moved if moved.any() else None


def _checks(
    profiles: list[Profile],
) -> Iterator[tuple[int, tuple[Callable[[str], bool], bool, bool]]]:
    """How a cell is judged, whether one look is enough, and whether its shape is."""
    for place, one in enumerate(profiles):
        if one.filled < _ENOUGH:
            continue
        if one.times >= _SURE:
            yield place, (is_time, True, True)
        elif one.numbers >= _SURE:
            yield place, (_is_number, True, True)
        elif one.truths >= _SURE:
            yield place, (_short, True, False)
        elif one.distinct <= _SMALL and one.filled >= 20 * one.distinct:
            # Rows that moved must not vouch for each other: what is rare is no use as a pattern.
            yield place, (one.usual.__contains__, False, False)


def _is_number(cell: str) -> bool:
    return number(cell) is not None or number(cell, comma=True) is not None


def _short(cell: str) -> bool:
    return truth(cell) is not None or (len(cell) <= 12 and not cell[:1].isdigit())
