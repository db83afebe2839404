"""One column of text, held by Arrow: each different cell is looked at once, whatever the rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

_DIGITS = bytes(48 if 48 <= one <= 57 else one for one in range(256))

_MMAP_THRESHOLD, _LARGE = -3, 1 << 21
"""What `malloc.h` calls it, and from how many bytes on a piece of memory stands by itself."""


class Column:
    """The cells of one column, blank ones empty.

    >>> found = Column.of(["open", "closed", "open", ""])
    >>> found.values, found.codes.tolist(), found.counts()
    (['open', 'closed', ''], [0, 1, 0, 2], {'open': 2, 'closed': 1})
    """

    def __init__(self, cells: Any) -> None:
        """Take an Arrow array of strings without nulls, plain or as a dictionary.

        A dictionary has just the cells that occur, in the order in which they come.
        """
        self.cells = cells

    @classmethod
    def of(cls, cells: Iterable[str]) -> Column:
        """A column of these cells."""
        import pyarrow as pa

        return cls(pa.array(list(cells), pa.string()))

    def __len__(self) -> int:
        return len(self.cells)

    @property
    def few(self) -> bool:
        """Whether the different cells are held apart already, because they are few."""
        import pyarrow as pa

        return bool(pa.types.is_dictionary(self.cells.type))

    @property
    def text(self) -> Any:
        """The cells as an Arrow array of strings."""
        return self.cells.dictionary_decode() if self.few else self.cells

    def filled(self) -> Any:
        """Where there is a cell, as an Arrow array."""
        import pyarrow.compute as pc

        return pc.not_equal(self.cells, "")

    def apart(self) -> Column:
        """The same with each different cell held once."""
        return Column(self._coded)

    @cached_property
    def _coded(self) -> Any:
        return self.cells if self.few else self.cells.dictionary_encode()

    @property
    def values(self) -> list[str]:
        """The different cells, in the order in which they come."""
        found: list[str] = self._coded.dictionary.to_pylist()
        return found

    @property
    def codes(self) -> NDArray[np.signedinteger]:
        """Which of them stands in each row."""
        found: NDArray[np.signedinteger] = self._coded.indices.to_numpy()
        return found

    def counts(self) -> dict[str, int]:
        """How often each different cell occurs, blank ones left out."""
        import numpy as np

        times = np.bincount(self.codes, minlength=len(self._coded.dictionary)).tolist()
        return {cell: n for cell, n in zip(self.values, times, strict=True) if cell}

    def read(self, read: Callable[[str], Any], dtype: Any) -> pd.Series:
        """Every cell as `read` reads it: it is called once for each different one, never a blank.

        >>> Column.of(["4", "", "4"]).read(float, "float64").tolist()
        [4.0, nan, 4.0]
        """
        import pandas as pd

        known = [read(cell) if cell else None for cell in self.values]
        return pd.Series(pd.array(known, dtype=dtype).take(self.codes))

    def looked_up(self, known: Mapping[str, Any], dtype: Any) -> pd.Series:
        """Every cell as a table has it; what it does not have is missing."""
        return self.read(known.get, dtype)

    def numbers(self, read: Callable[[str], float | None], *, small: bool = False) -> pd.Series:
        """The same for numbers, a blank not a number; `small` halves the room if nothing is lost.

        Reckon with small ones no more than to compare them.

        >>> Column.of(["4", "", "4"]).numbers(float).tolist()
        [4.0, nan, 4.0]
        """
        import numpy as np
        import pandas as pd

        known: Any = np.array([read(cell) if cell else None for cell in self.values], np.float64)
        if small and np.array_equal(half := known.astype(np.float32), known, equal_nan=True):
            known = half
        return pd.Series(known[self.codes], copy=False)

    def names(self) -> pd.Series:
        """The cells as text, blank ones missing, each different one held once.

        >>> Column.of(["C1", "", "C1"]).names().tolist()
        ['C1', <NA>, 'C1']
        """
        import pandas as pd
        import pyarrow as pa
        import pyarrow.compute as pc

        held = self._coded
        if (blank := pc.index(held.dictionary, "").as_py()) >= 0:
            codes = self.codes
            there = pa.array(codes, mask=codes == blank)
            held = pa.DictionaryArray.from_arrays(there, held.dictionary)
        return pd.Series(pd.arrays.ArrowExtensionArray(held), copy=False)

    def words(self) -> pd.Series:
        """The cells as text, blank ones missing."""
        import pandas as pd
        import pyarrow.compute as pc

        text = self.text
        nothing = pc.equal(text, "")
        there = pc.if_else(nothing, None, text) if pc.any(nothing).as_py() else text
        return pd.Series(pd.array(there, dtype="str"))

    @cached_property
    def shapes(self) -> Column:
        """The cells with every digit made 0: a column of dates has a handful of shapes.

        >>> Column.of(["2026-03-02", "2026-04-11", "soon"]).shapes.values
        ['0000-00-00', 'soon']
        """
        import pyarrow as pa

        if self.few:
            apart = Column(self.cells.dictionary).shapes
            return Column(
                pa.DictionaryArray.from_arrays(apart.codes[self.codes], apart._coded.dictionary)
            )
        text = self.cells
        _, ends, data = text.buffers()
        if data is None or not len(text):
            return self
        shapes = pa.py_buffer(data.to_pybytes().translate(_DIGITS))
        return Column(pa.StringArray.from_buffers(len(text), ends, shapes, offset=text.offset))

    def only(self, rows: Any) -> Column:
        """The column in some of its rows, by a mask or by their places."""
        import numpy as np
        import pyarrow as pa

        rows = np.asarray(rows)
        cells = self.cells
        some = cells.filter(pa.array(rows)) if rows.dtype == bool else cells.take(rows)
        return Column(in_order(some) if self.few else some)


def codes_of(names: pd.Series) -> tuple[NDArray[np.signedinteger], Any]:
    """Which of several names each row has, -1 where it has none; and the names.

    >>> codes, names = codes_of(Column.of(["C1", "", "C1"]).names())
    >>> codes.tolist(), str(names[0])
    ([0, -1, 0], 'C1')
    """
    import pandas as pd
    import pyarrow as pa
    import pyarrow.compute as pc

    if not isinstance(names.dtype, pd.ArrowDtype):
        return pd.factorize(names)
    held = pa.chunked_array(names.array.__arrow_array__()).combine_chunks()
    codes = pc.fill_null(held.indices, -1).to_numpy()
    return codes, held.dictionary


def in_order(cells: Any) -> Any:
    """A dictionary of just the cells that occur, each once, in the order in which they come."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    there = pc.unique(cells.indices)
    values = cells.dictionary.take(there).dictionary_encode()
    places = np.zeros(len(cells.dictionary), dtype=np.int32)
    places[there.to_numpy()] = values.indices.to_numpy()
    return pa.DictionaryArray.from_arrays(places[cells.indices.to_numpy()], values.dictionary)


def let_go() -> None:
    """Give memory that nobody needs any longer back to the machine, now and from now on.

    Arrow does it late by itself, and the C library of Linux only from the top of its heap, in
    which it puts pieces as large as any that was given back before.
    """
    import ctypes

    import pyarrow as pa

    pa.default_memory_pool().release_unused()
    library: Any = ctypes.CDLL(None) if sys.platform == "linux" else None
    if hasattr(library, "malloc_trim") and hasattr(library, "mallopt"):
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.malloc_trim(0)
