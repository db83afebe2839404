"""A column of dates as programs write them, held as numbers: a fifth of the memory of the text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from course.exports.values.column import Column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_SHAPE = re.compile(r"0000-00-00(?:([ T])00:00(:00)?)?")
_LENGTHS, _DAY = (10, 16, 19), 10
_DIGIT = re.compile(r"[0-9]")


class WrittenTimes(Column):
    """Cells that are blank or of the one form `2026-03-02 09:00:00`, or shorter, or with a T."""

    def __init__(self, times: Any, shape: str) -> None:
        """Take an Arrow array of points in time, blank ones null, and the shape of the others.

        Seconds since 1970 as 32-bit numbers do as well: dates to 2038 take half the room in them.
        """
        self.held, self.shape = times, shape

    @property
    def times(self) -> Any:
        """An Arrow array of points in time, blank ones null."""
        import pyarrow as pa

        if pa.types.is_timestamp(self.held.type):
            return self.held
        return self.held.cast(pa.int64()).cast(pa.timestamp("s"))

    @property
    def cells(self) -> Any:
        """The cells as they were written."""
        import pyarrow as pa
        import pyarrow.compute as pc

        text = pc.cast(self.times, pa.string())
        text = pc.utf8_slice_codeunits(text, 0, len(self.shape))
        if "T" in self.shape:
            text = pc.replace_substring(text, " ", "T")
        return pc.fill_null(text, "")

    def __len__(self) -> int:
        return len(self.held)

    @property
    def few(self) -> bool:
        """Dates hardly come again."""
        return False

    @cached_property
    def shapes(self) -> Column:
        """The cells with every digit made 0."""
        import numpy as np
        import pyarrow as pa

        filled = self.filled().to_numpy(zero_copy_only=False)
        # In the order in which they come.
        both = [self.shape, ""] if len(filled) and filled[0] else ["", self.shape]
        there = both if filled.any() and not filled.all() else both[: len(filled[:1])]
        codes = (filled != filled[:1]).astype(np.int8)
        return Column(pa.DictionaryArray.from_arrays(codes, pa.array(there, pa.string())))

    def filled(self) -> Any:
        """Where there is a cell, as an Arrow array."""
        import pyarrow.compute as pc

        return pc.is_valid(self.held)

    def only(self, rows: Any) -> Column:
        """The column in some of its rows, by a mask or by their places."""
        import numpy as np
        import pyarrow as pa

        rows = pa.array(np.asarray(rows))
        some = self.held.filter(rows) if pa.types.is_boolean(rows.type) else self.held.take(rows)
        return WrittenTimes(some, self.shape)

    def walls(self) -> NDArray[np.datetime64]:
        """What the clock showed; not a time where a cell is blank."""
        import pyarrow as pa
        import pyarrow.compute as pc

        found: NDArray[np.datetime64] = pc.cast(self.times, pa.timestamp("us")).to_numpy(
            zero_copy_only=False
        )
        return found


def as_times(column: Column) -> Column:
    """The same column held as numbers, where all its cells are of that one form.

    >>> found = as_times(Column.of(["2026-03-02T09:05", "", "2026-03-03T10:00"]))
    >>> type(found).__name__, found.text.to_pylist()
    ('WrittenTimes', ['2026-03-02T09:05', '', '2026-03-03T10:00'])
    >>> odd = ["2026-13-02", "2026-03-02 09:00+05", "2026-03-02 09+05"]
    >>> {type(as_times(Column.of([one, ""]))).__name__ for one in odd}
    {'Column'}
    >>> type(as_times(Column.of(["2026-03-02 09:00", "2026-03-02T09:00"]))).__name__
    'Column'
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    if isinstance(column, WrittenTimes):
        return column
    text = column.text
    shape = _only_shape(text)
    if not shape:
        return column
    try:
        nothing = pc.equal(text, "")
        there = pc.if_else(nothing, None, text) if pc.any(nothing).as_py() else text
        return WrittenTimes(pc.cast(there, pa.timestamp("s")), shape)
    except pa.ArrowInvalid:
        return column


def _only_shape(text: Any) -> str:
    """The shape that all cells may have, by their lengths; empty where there is none."""
    import numpy as np

    _, ends, data = text.buffers()
    if data is None or not len(text):
        return ""
    stops = np.frombuffer(ends, dtype=np.int32, count=len(text) + 1, offset=4 * text.offset)
    lengths = np.diff(stops)
    longest = int(lengths.max())
    if longest not in _LENGTHS or not bool(((lengths == longest) | (lengths == 0)).all()):
        return ""
    signs = np.frombuffer(data, dtype=np.uint8)[stops[0] : stops[-1]].reshape(-1, longest)
    shape = _DIGIT.sub("0", signs[0].tobytes().decode("ascii", "replace"))
    # What stands between day and hour is a space or a T; the rest the cast sees to.
    same = longest == _DAY or bool((signs[:, _DAY] == signs[0, _DAY]).all())
    return shape if same and _SHAPE.fullmatch(shape) else ""
