"""A table while it is being made: whole numbers and texts in step, with one sign for blank."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints: TypeAlias = NDArray[np.int64]
    """Counts, pence, day numbers, or minutes since 1970 in UTC."""
    Keys: TypeAlias = NDArray[np.uint64]
    """What draws are made for."""
    Marks: TypeAlias = NDArray[np.bool_]
    """Yes or no for each row."""
    Texts: TypeAlias = NDArray[Any]
    """Texts; an empty one is a blank."""
    Table: TypeAlias = dict[str, NDArray[Any]]
    """Columns by name, all of one length."""

BLANK = -(2**40)
"""The whole number that stands for no value."""


def keyed(*parts: Ints | int) -> Keys:
    """One key from several small numbers (each below 64 but the first).

    >>> import numpy as np
    >>> keyed(np.array([1, 2]), 3).tolist()
    [67, 131]
    """
    import numpy as np

    key = np.asarray(parts[0], dtype=np.int64)
    for part in parts[1:]:
        key = key * 64 + part
    return np.atleast_1d(key).astype(np.uint64)


def chosen(names: Sequence[str], codes: Ints) -> Texts:
    """The names that the codes stand for.

    >>> import numpy as np
    >>> chosen(["phone", "chat"], np.array([1, 0, 1])).tolist()
    ['chat', 'phone', 'chat']
    """
    import numpy as np

    picked: Texts = np.array(names, dtype=object)[codes]
    return picked


def where(mark: Marks, yes: Any, no: Any = BLANK) -> Ints:
    """Whole numbers where the mark is set, and others (blanks) where it is not."""
    import numpy as np

    picked: Ints = np.where(mark, yes, no).astype(np.int64)
    return picked


def at(table: Table, rows: Any) -> Table:
    """Some of the rows of a table, in the order asked for."""
    return {name: column[rows] for name, column in table.items()}


def joined(parts: Sequence[Table]) -> Table:
    """Tables with the same columns, one below the other."""
    import numpy as np

    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def length(table: Table) -> int:
    """How many rows a table has."""
    return int(next(iter(table.values())).size)


def numbered(owner: Ints) -> Ints:
    """1, 2, 3 ... within each run of the same owner.

    >>> import numpy as np
    >>> numbered(np.array([7, 7, 9, 9, 9])).tolist()
    [1, 2, 1, 2, 3]
    """
    import numpy as np

    rows = np.arange(owner.size, dtype=np.int64)
    if not owner.size:
        return rows
    starts = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
    lengths = np.diff(np.concatenate([starts, [owner.size]]))
    return rows - np.repeat(rows[starts], lengths) + 1


def ids(letter: str, owner: Ints, number: Ints | None = None, digits: int = 1) -> Texts:
    """Names of rows: the customer's number, and the row's own within it.

    >>> import numpy as np
    >>> ids("P", np.array([12]), np.array([3])).tolist()
    ['P000012-3']
    """
    import numpy as np

    if number is None:
        made = [f"{letter}{one:06d}" for one in owner.tolist()]
    else:
        pairs = zip(owner.tolist(), number.tolist(), strict=True)
        made = [f"{letter}{one:06d}-{two:0{digits}d}" for one, two in pairs]
    return np.array(made, dtype=object)
