"""Rows as blocks of Arrow columns: read by Arrow where a text file is plain, else row by row.

Arrow reads a plain file ten times as fast as Python does, and never makes a text of a cell that
nobody looks at. What is not plain (rows of many widths, odd encodings, quotation marks that the
two read differently) is read row by row.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from course.exports.files.plain_text import TextFile
from course.exports.values.column import Column

if TYPE_CHECKING:
    from course.exports.files.sheet import Sheet

_PIECE = 4096
"""Rows that are in memory at a time, cell by cell."""
BYTES = 1 << 21
"""The reader holds several such pieces at a time."""
_PLAIN = {"utf-8": "utf8", "utf-8-sig": "utf8", "cp1252": "cp1252"}


class Block(NamedTuple):
    """Some rows in a row, all of one width and none of them blank."""

    columns: list[Column]
    """One for each heading."""
    stood: Any
    """Where each row stood, counted from 1 below the headings."""
    wide: Any
    """Where rows stood that were too wide and are not in it."""
    read: int
    """Rows up to here."""


class NotPlain(Exception):
    """A file that Arrow would read otherwise than row by row."""


def by_arrow(sheet: Sheet, few: Collection[int] = ()) -> Iterator[Block]:
    """The rows of a text file as Arrow reads them.

    Args:
        sheet: The file.
        few: Places of columns whose cells come again and again: each different one is held once.

    Raises:
        NotPlain: If the rows are not all of one width, or are read otherwise row by row.
    """
    import numpy as np
    import pyarrow as pa
    from pyarrow import csv

    source = sheet.source
    if not isinstance(source, TextFile) or source.zeros or source.preface:
        raise NotPlain
    if source.encoding not in _PLAIN:
        raise NotPlain
    names = [str(place) for place in range(len(sheet.headings))]
    again = pa.dictionary(pa.int32(), pa.string())
    try:
        reader = csv.open_csv(
            source.path,
            read_options=csv.ReadOptions(
                use_threads=False, column_names=names, block_size=BYTES,
                skip_rows_after_names=sheet.below, encoding=_PLAIN[source.encoding],
            ),
            parse_options=csv.ParseOptions(
                delimiter=source.separator or ",", newlines_in_values=True
            ),
            convert_options=csv.ConvertOptions(
                column_types={
                    name: again if place in few else pa.string()
                    for place, name in enumerate(names)
                },
                strings_can_be_null=False,
            ),
        )  # fmt: skip
        read = 0
        for batch in reader:
            columns = [Column(batch.column(place)) for place in range(batch.num_columns)]
            columns = _without_blanks(columns)
            rows = len(columns[0])
            if not read and not _alike(columns, sheet.first):
                raise NotPlain
            stood = np.arange(read + 1, read + rows + 1)
            yield Block(columns, stood, (), read + rows)
            read += rows
    except (pa.ArrowException, UnicodeError):
        raise NotPlain from None


def row_by_row(sheet: Sheet, few: Collection[int] = ()) -> Iterator[Block]:
    """The rows of any file; `few` as for `by_arrow`."""
    import numpy as np

    width = len(sheet.headings)
    rows = sheet.rows()
    read = 0
    while piece := list(islice(rows, _PIECE)):
        stood = np.arange(read + 1, read + len(piece) + 1)
        read += len(piece)
        wide = np.zeros(len(piece), dtype=bool)
        if set(map(len, piece)) != {width}:
            wide = np.array([any(cell.strip() for cell in row[width:]) for row in piece])
            piece = [
                [*row, *[""] * (width - len(row))][:width]
                for row, no in zip(piece, wide, strict=True) if not no
            ]  # fmt: skip
        columns = [text_of(cells) for cells in zip(*piece, strict=True)] if piece else []
        apart = [
            Column(text.dictionary_encode() if place in few else text)
            for place, text in enumerate(columns)
        ]
        yield Block(apart, stood[~wide], stood[wide], read)


def rows_about(sheet: Sheet) -> int | None:
    """About how many rows a text file has, by the length of its first ones; else None."""
    if not isinstance(sheet.source, TextFile) or not sheet.first:
        return None
    first = sum(len(cell.encode("utf-8", "replace")) + 1 for row in sheet.first for cell in row)
    return round(sheet.source.path.stat().st_size * len(sheet.first) / first)


def text_of(cells: Any) -> Any:
    """An Arrow array of these texts."""
    import pyarrow as pa

    try:
        return pa.array(cells, pa.string())
    except UnicodeEncodeError:
        # Half of a letter, as damaged files have it.
        return pa.array([cell.encode("utf-8", "replace").decode() for cell in cells], pa.string())


def _without_blanks(columns: list[Column]) -> list[Column]:
    import pyarrow.compute as pc

    nothing = pc.equal(columns[0].cells, "")
    for column in columns[1:]:
        if not pc.any(nothing).as_py():
            return columns
        nothing = pc.and_(nothing, pc.equal(column.cells, ""))
    there = pc.invert(nothing)
    return [column.only(there) for column in columns] if pc.any(nothing).as_py() else columns


def _alike(columns: list[Column], first: list[list[str]]) -> bool:
    """Whether the first rows are those that were read row by row."""
    number = min(len(columns[0]), len(first))
    read = (Column(column.cells.slice(0, number)).text.to_pylist() for column in columns)
    return list(zip(*read, strict=True)) == list(map(tuple, first[:number]))
