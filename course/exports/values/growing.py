"""A column as it grows, block by block, in memory that grows in its place.

Pieces that are kept apart and joined in the end take their memory twice, and leave holes where
the rest of their blocks was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.exports.values.column import Column
from course.exports.values.written_times import WrittenTimes

if TYPE_CHECKING:
    from numpy.typing import NDArray


_FARTHEST = 2**31 - 1
_NOTHING, _NOTHING_NARROW = -(2**63), -(2**31)
"""Not a time, as NumPy has it, and the same in 32 bits."""


class Growing:
    """Numbers of one kind.

    >>> found = Growing("int32")
    >>> found.add([1, 2])
    >>> found.add([3])
    >>> found.whole()
    array([1, 2, 3], dtype=int32)
    """

    def __init__(self, dtype: Any) -> None:
        self.dtype = dtype
        self.data = bytearray()

    def add(self, part: Any) -> None:
        """Put numbers below those that are there."""
        import numpy as np

        self.data += np.ascontiguousarray(part, dtype=self.dtype).view("uint8").data

    def whole(self) -> NDArray[Any]:
        """All of them; nothing can be added any more."""
        import numpy as np

        return np.frombuffer(self.data, dtype=self.dtype)


class Kept:
    """Cells: dates as numbers as long as all are written in one way, else text.

    >>> found = Kept()
    >>> found.add(Column.of(["soon", ""]))
    >>> found.add(Column.of(["later"]))
    >>> found.whole().values
    ['soon', '', 'later']

    >>> from course.exports.values.written_times import as_times
    >>> dates = Kept()
    >>> for part in (["2026-03-02", ""], ["0999-12-31"], ["2045-01-01"]):
    ...     dates.add(as_times(Column.of(part)))
    >>> type(dates.whole()).__name__, dates.whole().text.to_pylist()
    ('WrittenTimes', ['2026-03-02', '', '0999-12-31', '2045-01-01'])
    """

    def __init__(self) -> None:
        self.store: _Text | _Times | None = None

    def add(self, part: Column) -> None:
        """Put a part below those that are there."""
        if isinstance(part, WrittenTimes):
            if self.store is None:
                self.store = _Times(part.shape)
            if isinstance(self.store, _Times) and self.store.shape == part.shape:
                self.store.add(part)
                return
        if isinstance(self.store, _Times):
            before, self.store = self.store.whole(), _Text()
            self.store.add(before)
        self.store = self.store or _Text()
        self.store.add(part)

    def whole(self) -> Column:
        """All parts as one column."""
        return self.store.whole() if self.store else Column.of([])


class _Times:
    """Dates, in 32 bits each for as long as all lie between 1901 and 2038."""

    def __init__(self, shape: str) -> None:
        self.shape = shape
        self.seconds = Growing("int32")

    def add(self, part: WrittenTimes) -> None:
        import numpy as np

        seconds = part.times.to_numpy(zero_copy_only=False).view("int64")
        there = seconds[seconds != _NOTHING]
        if self.seconds.dtype == "int32" and there.size and np.abs(there).max() > _FARTHEST:
            narrow, self.seconds = self.seconds.whole(), Growing("int64")
            self.seconds.add(np.where(narrow == _NOTHING_NARROW, _NOTHING, narrow.astype("int64")))
        if self.seconds.dtype == "int32":
            seconds = np.where(seconds == _NOTHING, _NOTHING_NARROW, seconds)
        self.seconds.add(seconds)

    def whole(self) -> WrittenTimes:
        import pyarrow as pa

        seconds = self.seconds.whole()
        if self.seconds.dtype == "int64":
            return WrittenTimes(pa.array(seconds.view("datetime64[s]")), self.shape)
        return WrittenTimes(pa.array(seconds, mask=seconds == _NOTHING_NARROW), self.shape)


class _Text:
    def __init__(self) -> None:
        self.letters = bytearray()
        self.lengths = Growing("int32")

    def add(self, part: Column) -> None:
        import numpy as np

        text = part.text
        _, ends, letters = text.buffers()
        if not len(text):
            return
        stops = np.frombuffer(ends, dtype=np.int32, count=len(text) + 1, offset=4 * text.offset)
        self.lengths.add(np.diff(stops))
        if letters is not None:
            self.letters += memoryview(letters)[stops[0] : stops[-1]]

    def whole(self) -> Column:
        import numpy as np
        import pyarrow as pa

        lengths = self.lengths.whole()
        if len(self.letters) >= 2**31:
            raise pa.ArrowCapacityError("a column of more than 2 GB of text")
        stops = np.zeros(len(lengths) + 1, dtype=np.int32)
        np.cumsum(lengths, out=stops[1:])
        return Column(
            pa.StringArray.from_buffers(len(lengths), pa.py_buffer(stops),
                                        pa.py_buffer(self.letters))
        )  # fmt: skip
