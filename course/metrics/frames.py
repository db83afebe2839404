"""The few things every calculator does with a frame, whatever engine it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


def lazy_frame(frame: Any) -> nw.LazyFrame[Any]:
    """Wrap a native frame so that the same lazy calls work on every engine."""
    import narwhals.stable.v2 as nw

    try:
        lazy: nw.LazyFrame[Any] = nw.from_native(frame).lazy()
        return lazy
    except TypeError:
        raise MetricsError(
            "Give a table: a frame of pandas, Polars, PyArrow, DuckDB or Spark, not "
            f"{type(frame).__name__}."
        ) from None


def needs_columns(frame: Any, names: Sequence[str]) -> None:
    """Refuse a frame that lacks one of the named columns, and say which it has."""
    there = lazy_frame(frame).collect_schema().names()
    for name in names:
        if name not in there:
            raise MetricsError(
                f"There is no column {name!r}. The columns are: {', '.join(map(str, there))}.",
                column=name,
            )


def plain(value: Any) -> Any:
    """Turn a NumPy or Arrow scalar into the Python value it holds, and any blank into None."""
    if hasattr(value, "item"):
        value = value.item()
    elif hasattr(value, "as_py"):
        value = value.as_py()
    return None if is_blank(value) else value


def is_blank(value: Any) -> bool:
    """Say whether a single value is missing; ``pandas.NA`` cannot be asked itself."""
    if value is None or type(value).__name__ in ("NAType", "NaTType"):
        return True
    try:
        return bool(value != value)
    except (TypeError, ValueError, ArithmeticError):
        return False


def key_order(value: Any) -> tuple[int, str, Any]:
    """Sort key for group names of any kind: by kind, blanks last."""
    if value is None:
        return 1, "", 0
    kind = "number" if isinstance(value, (int, float)) else type(value).__name__
    return 0, kind, value


def blank_rows(frame: nw.LazyFrame[Any], column: str) -> nw.Expr:
    """Expression that is true where a column is blank: null, NaN or empty text."""
    import narwhals.stable.v2 as nw

    dtype = frame.collect_schema()[column]
    cell = nw.col(column)
    if dtype == nw.String:
        return cell.is_null() | (cell == "").fill_null(False)
    if dtype.is_float():
        return cell.is_null() | cell.is_nan().fill_null(False)
    return cell.is_null()


def needs_times(frame: nw.LazyFrame[Any], *columns: str) -> None:
    """Refuse a column that does not hold dates or times, and show what it holds."""
    import narwhals.stable.v2 as nw

    schema = frame.collect_schema()
    for column in columns:
        dtype = schema[column]
        if dtype == nw.Datetime or dtype == nw.Date:
            continue
        if zone := _unread_zone(frame, column):
            raise MetricsError(
                f"Column {column!r} holds times in {zone}, a name that cannot be read from this "
                f"table. Turn them into UTC first (table[{column!r}].dt.tz_convert('UTC')); where "
                f"the hour of the day matters, say zone={zone!r}.",
                column=column,
            )
        filled = frame.select(column).filter(~nw.col(column).is_null())
        first = filled.head(1).collect()[column].to_list()
        rows = count_rows(filled)
        if not rows:
            raise MetricsError(
                f"Column {column!r} is blank in every row, so there is no time to reckon with. "
                "Check the column, or give it the type of a date.",
                column=column,
                rows=0,
            )
        raise MetricsError(
            f"Column {column!r} holds {dtype} in {rows:,} rows, for example {first[0]!r}, where "
            "dates with times are needed. Read it as dates first (pandas.to_datetime), all in one "
            "time zone.",
            column=column,
            value=first[0],
            rows=rows,
        )


def _unread_zone(frame: nw.LazyFrame[Any], column: str) -> str:
    """The zone of a pandas column that narwhals takes for unknown: one with a _ or a digit."""
    if not frame.implementation.is_pandas():
        return ""
    zone = getattr(frame.collect().to_native()[column].dtype, "tz", None)
    return str(zone or "")


def needs_truth(frame: nw.LazyFrame[Any], *columns: str) -> None:
    """Refuse a column that does not hold true and false."""
    import narwhals.stable.v2 as nw

    schema = frame.collect_schema()
    for column in columns:
        if schema[column] == nw.Boolean:
            continue
        filled = frame.select(column).filter(~nw.col(column).is_null())
        first = [*filled.head(1).collect()[column].to_list(), None][0]
        rows = count_rows(filled)
        raise MetricsError(
            f"Column {column!r} holds {schema[column]} in {rows:,} rows, for example {first!r}, "
            "where true or false is needed. Make it a column of true and false (in pandas, where "
            "some are blank: .astype('boolean')).",
            column=column,
            value=first,
            rows=rows,
        )


def count_rows(frame: nw.LazyFrame[Any]) -> int:
    """How many rows a frame has."""
    import narwhals.stable.v2 as nw

    return int(frame.select(nw.len()).collect().item())


def how_many(rows: nw.Expr) -> nw.Expr:
    """Expression that counts the rows where another is true; Spark cannot add up truth."""
    import narwhals.stable.v2 as nw

    return rows.cast(nw.Int64).sum()


def one_row(frame: nw.LazyFrame[Any], **totals: nw.Expr) -> dict[str, Any]:
    """Work out several totals in one pass, as plain Python values."""
    row = frame.select(**totals).collect().row(0)
    return {name: plain(value) for name, value in zip(totals, row, strict=True)}


def whole(value: Any) -> int:
    """A count as an int: engines give NumPy integers, Decimals, or null for no row at all."""
    return 0 if is_blank(value) else int(value)


def windowed(frame: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Move a frame to pandas where its own engine has no window functions (PyArrow)."""
    import narwhals.stable.v2 as nw

    if frame.implementation.is_pyarrow():
        moved: nw.LazyFrame[Any] = nw.from_native(frame.collect().to_pandas()).lazy()
        return moved
    return frame
