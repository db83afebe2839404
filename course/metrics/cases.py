"""Contacts that follow each other closely make a case: where each begins and ends."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    from numpy.typing import NDArray


def first_and_last(
    contacts: nw.LazyFrame[Any],
    keys: list[str],
    flags: list[str],
    length: timedelta,
    *,
    number: bool = False,
) -> nw.LazyFrame[Any]:
    """Mark the first and the last contact of each case.

    Args:
        contacts: One row a contact, with the time in ``opened`` and nothing blank there or in the
            keys.
        keys: Columns whose contacts may belong to one case, such as customer and topic.
        flags: Columns that put contacts of the same moment in one order, whatever the order of the
            rows.
        length: A contact that follows another within this time, or exactly after it, belongs to the
            same case.
        number: Whether to number the cases of each key as well, in ``case``.

    Returns:
        The contacts, in any order, with ``first`` and ``last``.
    """
    kind = contacts.implementation
    if kind.is_pandas_like() or kind.is_polars() or kind.is_pyarrow():
        return _by_sorting(contacts.collect(), keys, flags, length, number=number)
    return _by_windows(contacts, keys, flags, length, number=number)


def _by_sorting(
    contacts: nw.DataFrame[Any],
    keys: list[str],
    flags: list[str],
    length: timedelta,
    *,
    number: bool,
) -> nw.LazyFrame[Any]:
    """In memory: sort once, then look at neighbours. Windows take three times as long."""
    import narwhals.stable.v2 as nw
    import numpy as np

    order = _order(contacts, [*keys, "opened", *flags])
    rows = contacts.sort(*keys, "opened", *flags) if order is None else contacts[order]
    del order, contacts
    size = len(rows)
    at = rows["opened"].dt.timestamp("us").to_numpy()
    follows = np.diff(at) <= length // timedelta(microseconds=1)
    del at
    for key in keys:
        follows &= (rows[key].tail(size - 1) == rows[key].head(size - 1)).to_numpy().astype(bool)
    edge = np.ones(min(size, 1), dtype=bool)
    marks = {
        "first": np.concatenate([edge, ~follows]),
        "last": np.concatenate([~follows, edge]),
    }
    columns: dict[str, Any] = dict(marks)
    if number:
        columns["case"] = np.cumsum(marks["first"])
    backend = rows.implementation
    return rows.with_columns(
        nw.new_series(name, values, backend=backend) for name, values in columns.items()
    ).lazy()


def _order(contacts: nw.DataFrame[Any], columns: list[str]) -> NDArray[np.intp] | None:
    """The order of the rows, where pandas holds nothing but numbers and times.

    It gives every column that it sorts by a table of its values first, which numbers do not need.
    """
    import numpy as np

    if not contacts.implementation.is_pandas():
        return None
    native = contacts.to_native()
    if not all(isinstance(native[name].dtype, np.dtype) and native[name].dtype.kind in "iubM"
               for name in columns):  # fmt: skip
        return None
    return np.lexsort([native[name].to_numpy() for name in reversed(columns)])


def _by_windows(
    contacts: nw.LazyFrame[Any],
    keys: list[str],
    flags: list[str],
    length: timedelta,
    *,
    number: bool,
) -> nw.LazyFrame[Any]:
    """On engines that hold rows elsewhere: window functions of their own."""
    import narwhals.stable.v2 as nw

    order = ["opened", *flags]
    frame, gap = _countable(contacts, length)
    clock = nw.col("clock")
    steps = frame.with_columns(
        before=clock.shift(1).over(*keys, order_by=order),
        after=clock.shift(-1).over(*keys, order_by=order),
    ).with_columns(
        first=nw.col("before").is_null() | (clock - nw.col("before") > gap),
        last=nw.col("after").is_null() | (nw.col("after") - clock > gap),
    )
    if number:
        begun = nw.col("first").cast(nw.Int64).cum_sum().over(*keys, order_by=order)
        steps = steps.with_columns(case=begun)
    return steps


def _countable(frame: nw.LazyFrame[Any], length: timedelta) -> tuple[nw.LazyFrame[Any], Any]:
    """The times as whole microseconds on DuckDB, which compares intervals slowly."""
    import narwhals.stable.v2 as nw

    dtype = frame.collect_schema()["opened"]
    if not (frame.implementation.is_duckdb() and getattr(dtype, "time_unit", "") == "us"):
        return frame.with_columns(clock=nw.col("opened")), length
    relation = frame.to_native().project("*, epoch_us(opened) AS clock")
    return nw.from_native(relation), length // timedelta(microseconds=1)
