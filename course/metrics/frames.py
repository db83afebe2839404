"""The few things every calculator does with a frame, whatever engine it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from course.metrics.arguments import shown
from course.metrics.errors import MetricsError
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


def lazy_frame(frame: Any) -> nw.LazyFrame[Any]:
    """Wrap a native frame so that the same lazy calls work on every engine."""
    import narwhals.stable.v2 as nw

    try:
        lazy: nw.LazyFrame[Any] = nw.from_native(frame).lazy()
        return lazy
    except (TypeError, ValueError):
        raise MetricsError(
            "Give a table: a frame of pandas, Polars, PyArrow, DuckDB or Spark, not "
            f"{type(frame).__name__}."
        ) from None


def wrapped(values: Any) -> Any:
    """Wrap a Series or a frame of any engine; anything else, a list say, comes back as it is."""
    import narwhals.stable.v2 as nw

    try:
        return nw.from_native(values, allow_series=True, pass_through=True)
    except ValueError as error:  # two columns of one name
        raise MetricsError(f"This table cannot be used: {error}") from None


def take(
    frame: Any,
    columns: Mapping[str, Any],
    *,
    times: Sequence[str] = (),
    truths: Sequence[str] = (),
    perhaps: Mapping[str, str] | None = None,
) -> nw.LazyFrame[Any]:
    """Take columns of a native frame under the names of their roles, and make them fit.

    Args:
        frame: A frame of any engine.
        columns: ``{role: name of the column}``.
        times: Roles of dates or times. Dates stay dates here; see ``moments.as_datetimes``.
        truths: Roles of true and false.
        perhaps: Roles of times that may be blank in every row and so have no type, each with the
            role whose type it takes then.

    Raises:
        MetricsError: If a column is not there, or holds something else than its role needs.
    """
    import narwhals.stable.v2 as nw

    needs_columns(frame, list(columns.values()))
    perhaps = perhaps or {}
    if _is_pandas(frame):
        cells = _from_pandas(frame, columns, [*times, *perhaps], truths)
        taken: nw.LazyFrame[Any] = nw.from_native(cells).lazy()
    else:
        taken = lazy_frame(frame).select(**{role: nw.col(name) for role, name in columns.items()})
    needs_times(taken, *times, called=columns)
    needs_truth(taken, *truths, called=columns)
    schema = taken.collect_schema()
    for role, like in perhaps.items():
        if schema[role].is_temporal():
            continue
        if count_rows(taken.filter(~nw.col(role).is_null())):
            needs_times(taken, role, called=columns)
        taken = taken.with_columns(nw.lit(None).cast(schema[like]).alias(role))
    return taken


def _is_pandas(frame: Any) -> bool:
    import narwhals.stable.v2 as nw

    return bool(nw.dependencies.is_pandas_dataframe(frame))


def _from_pandas(
    frame: Any, columns: Mapping[str, Any], times: Sequence[str], truths: Sequence[str]
) -> Any:
    """Columns of any name; dates and truth kept as objects, and zones, in the types meant."""
    import pandas as pd

    taken = {role: frame[name] for role, name in columns.items()}
    for role in times:
        cells = taken[role]
        if cells.dtype == object and pd.api.types.infer_dtype(cells, skipna=True) == "date":
            taken[role] = pd.to_datetime(cells, errors="coerce").dt.as_unit("us")
        elif zone_of(cells.dtype):
            # The name of a zone with a _ or a digit would not be recognised: see Spans.zone.
            taken[role] = cells.dt.tz_convert("UTC")
    for role in truths:
        cells = taken[role]
        if cells.dtype == object and pd.api.types.infer_dtype(cells, skipna=True) == "boolean":
            taken[role] = cells.astype("boolean")
    return pd.DataFrame(taken, copy=False)


def zone_of(dtype: Any) -> str:
    """The time zone of a type of pandas or narwhals; empty where it has none."""
    return str(getattr(dtype, "tz", None) or getattr(dtype, "time_zone", None) or "")


def zones_of(frame: Any, *names: Any) -> list[str]:
    """The time zones of columns of a native frame, as the frame itself calls them."""
    if _is_pandas(frame):
        return [zone_of(frame[name].dtype) for name in names]
    schema = lazy_frame(frame).collect_schema()
    return [zone_of(schema[name]) for name in names]


def needs_columns(frame: Any, names: Sequence[Any]) -> None:
    """Refuse a frame that lacks one of the named columns or has it twice; say which it has."""
    there: list[Any] = (
        list(frame.columns) if _is_pandas(frame) else lazy_frame(frame).collect_schema().names()
    )
    for name in names:
        if not isinstance(name, (str, int, tuple)) or isinstance(name, bool):
            raise MetricsError(f"A column is given by its name, not by {shown(name)}.")
        if name not in there:
            raise MetricsError(
                f"There is no column {name!r}. The columns are: {', '.join(map(str, there))}.",
                column=str(name),
            )
        if there.count(name) > 1:
            raise MetricsError(
                f"There are {there.count(name)} columns called {name!r}: rename all but one.",
                column=str(name),
            )


def plain(value: Any) -> Any:
    """Turn a NumPy or Arrow scalar into the Python value it holds, and any blank into None."""
    if hasattr(value, "item") and getattr(value, "size", 1) == 1:
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


def needs_times(
    frame: nw.LazyFrame[Any], *columns: str, called: Mapping[str, Any] | None = None
) -> None:
    """Refuse a column that does not hold dates or times, and show what it holds.

    ``called`` gives the names that the caller knows the columns by.
    """
    import narwhals.stable.v2 as nw

    schema = frame.collect_schema()
    for column in columns:
        dtype, name = schema[column], (called or {}).get(column, column)
        if dtype == nw.Datetime or dtype == nw.Date:
            continue
        filled = frame.select(column).filter(~nw.col(column).is_null())
        first = filled.head(1).collect()[column].to_list()
        rows = count_rows(filled)
        if not rows:
            raise MetricsError(
                f"Column {name!r} is blank in every row, so there is no time to reckon with. "
                "Check the column, or give it the type of a date.",
                column=name,
                rows=0,
            )
        raise MetricsError(
            f"Column {name!r} holds {dtype} in {counted(rows, 'row')}, for example "
            f"{shown(first[0])}, where dates with times are needed. Read it as dates first "
            "(pandas.to_datetime), all in one time zone.",
            column=name,
            value=first[0],
            rows=rows,
        )


def needs_truth(
    frame: nw.LazyFrame[Any], *columns: str, called: Mapping[str, Any] | None = None
) -> None:
    """Refuse a column that does not hold true and false; ``called`` as in ``needs_times``."""
    import narwhals.stable.v2 as nw

    schema = frame.collect_schema()
    for column in columns:
        if schema[column] == nw.Boolean:
            continue
        name = (called or {}).get(column, column)
        filled = frame.select(column).filter(~nw.col(column).is_null())
        first = [*filled.head(1).collect()[column].to_list(), None][0]
        rows = count_rows(filled)
        raise MetricsError(
            f"Column {name!r} holds {schema[column]} in {counted(rows, 'row')}, for example "
            f"{shown(first)}, where true or false is needed. Make it a column of true and false "
            "(in pandas, where some are blank: .astype('boolean')).",
            column=name,
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


def from_columns(columns: dict[str, list[Any]], backend: Any) -> Any:
    """Make a native frame of columns of plain values."""
    import narwhals.stable.v2 as nw

    try:
        made: Any = nw.from_dict(columns, backend=backend).to_native()
        return made
    except ModuleNotFoundError:
        raise MetricsError(
            f"{backend} is not installed here. Install it, or take backend='pandas'."
        ) from None
