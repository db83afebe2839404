"""A column of few different cells as it grows, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.exports.values.column import Column

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Few:
    """Each different cell is held once, and of every row a number that is as small as can be.

    >>> found = Few()
    >>> found.add(Column.of(["open", "closed", "open"]))
    >>> found.add(Column.of(["new", "closed"]))
    >>> found.whole().text.to_pylist(), found.whole().codes.dtype
    (['open', 'closed', 'open', 'new', 'closed'], dtype('int8'))
    """

    def __init__(self) -> None:
        self.known: dict[str, int] = {}
        self.parts: list[NDArray[np.signedinteger]] = []

    def add(self, part: Column) -> None:
        """Put a part below those that are there."""
        import numpy as np

        places = [self.known.setdefault(cell, len(self.known)) for cell in part.values]
        small = np.min_scalar_type(-len(self.known) - 1)
        self.parts.append(np.array(places, dtype=small)[part.codes])

    def whole(self) -> Column:
        """All parts as one column."""
        import numpy as np
        import pyarrow as pa

        codes = np.concatenate(self.parts) if self.parts else np.empty(0, dtype=np.int8)
        values = pa.array(list(self.known), pa.string())
        return Column(pa.DictionaryArray.from_arrays(pa.array(codes), values))
