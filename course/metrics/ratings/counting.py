"""From answers in any shape to histograms: one group_by, whatever the engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError, bad_rows
from course.metrics.frames import is_blank, key_order, lazy_frame, needs_columns, plain
from course.metrics.ratings.histogram import Histogram

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

MOST_RATINGS = 101
"""More different values than this cannot be a rating: a 0-100 question has 101."""


def count_ratings(ratings: Any, *, column: str | None = None) -> Histogram:
    """Count the answers of a sequence, a Series or one column of a frame; see Histogram.of."""
    if isinstance(ratings, Histogram):
        return ratings
    if isinstance(ratings, (str, bytes, dict)):
        raise MetricsError(
            f"Ratings are a list or a column of whole numbers, not {type(ratings).__name__}. "
            "Counts that are ready go into Histogram({rating: count}).",
            value=ratings,
        )
    import narwhals.stable.v2 as nw

    native = nw.from_native(ratings, allow_series=True, pass_through=True)
    if isinstance(native, nw.Series):
        name = column or native.name or "ratings"
        frame = native.alias(name).to_frame().lazy()
        return _count(frame, name, [])[()]
    if isinstance(native, (nw.DataFrame, nw.LazyFrame)):
        if column is None:
            raise MetricsError(
                "That is a whole table: say which column holds the ratings, for example "
                "Histogram.of(table, column='rating')."
            )
        return histograms(ratings, column)[()]
    return _count_values(ratings, column or "ratings")


def histograms(frame: Any, rating: str, by: str | Sequence[str] = ()) -> dict[Any, Histogram]:
    """Count the ratings of every group of a frame in one pass, on the frame's own engine.

    Args:
        frame: A frame of pandas, Polars (eager or lazy), PyArrow, DuckDB, PySpark or another engine
            that narwhals knows.
        rating: The column that holds the ratings.
        by: The column or columns that make the groups. A blank group is called ``None``.

    Returns:
        One histogram a group, the groups in order. The key is the group's value where ``by``
        is one name, a tuple of values where it is a list of names, and ``()`` without groups.

    Raises:
        MetricsError: If a column is not there, or holds something that is no rating.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"team": ["A", "B", "A"], "score": [5, 3, None]})
    >>> histograms(frame, "score", by="team")
    {'A': Histogram({5: 1}, missing=1), 'B': Histogram({3: 1}, missing=0)}
    """
    names = [by] if isinstance(by, str) else list(by)
    needs_columns(frame, [rating, *names])
    counted = _count(lazy_frame(frame), rating, names)
    groups = sorted(counted, key=lambda group: [key_order(part) for part in group])
    if isinstance(by, str):
        return {group[0]: counted[group] for group in groups}
    return {group: counted[group] for group in groups}


def _count(
    frame: nw.LazyFrame[Any], rating: str, by: list[str]
) -> dict[tuple[Any, ...], Histogram]:
    import narwhals.stable.v2 as nw

    dtype = frame.select(rating).collect_schema()[rating]
    if dtype == nw.Object:
        # Engines group True with 1 in such columns: only Python can tell them apart.
        rows = frame.select(*by, rating).collect()
        values: dict[tuple[Any, ...], list[Any]] = {}
        for row in rows.iter_rows():
            values.setdefault(tuple(map(plain, row[:-1])), []).append(row[-1])
        if not by:
            values.setdefault((), [])
        return {group: _count_values(some, rating) for group, some in values.items()}
    _refuse_measurements(frame, rating, dtype)
    number = "rows in the group"  # a name no export has
    counts = frame.group_by(*by, rating).agg(nw.len().alias(number)).collect()
    pairs: dict[tuple[Any, ...], list[tuple[Any, int]]] = {}
    for row in counts.select(*by, rating, number).iter_rows():
        group = tuple(map(plain, row[:-2]))
        pairs.setdefault(group, []).append((row[-2], int(row[-1])))
    if not by:
        pairs.setdefault((), [])
    return {group: _histogram(some, rating) for group, some in pairs.items()}


def _count_values(values: Iterable[Any], column: str) -> Histogram:
    try:
        # The type is part of the key because True equals 1 and would be counted with it.
        counter = Counter((type(value), value) for value in values)
    except TypeError as error:
        raise MetricsError(
            f"Column {column!r}: ratings are a list or a column of whole numbers; {error}.",
            column=column,
        ) from None
    return _histogram([(value, number) for (_, value), number in counter.items()], column)


def _histogram(pairs: list[tuple[Any, int]], column: str) -> Histogram:
    counts: Counter[int] = Counter()
    missing = 0
    faults: dict[str, list[tuple[Any, int]]] = {}
    for raw, number in pairs:
        value = plain(raw)
        if is_blank(value):
            missing += number
        elif fault := _fault(value):
            faults.setdefault(fault, []).append((value, number))
        else:
            counts[int(value)] += number
    if faults:
        fault, found = next(iter(faults.items()))
        rows, of = sum(number for _, number in found), sum(number for _, number in pairs)
        raise bad_rows(column, found[0][0], rows, of, fault, _REMEDIES[fault])
    return Histogram(dict(counts), missing, column)


_TRUTH = "hold true or false instead of a rating"
_TEXT = "hold text instead of a number"
_ENDLESS = "hold an infinite number"
_FRACTION = "are not whole numbers"
_OTHER = "hold something that is no number"
_REMEDIES = {
    _TRUTH: "Choose the column with the ratings; a yes or no question gives a rate, not a rating.",
    _TEXT: "Turn the answers into numbers first, and blanks into missing values.",
    _ENDLESS: "Find out where it comes from, and make it missing if there was no answer.",
    _FRACTION: "Ratings are given in whole numbers: this looks like an average, or a mistake.",
    _OTHER: "Choose the column with the ratings.",
}


def _fault(value: Any) -> str:
    if isinstance(value, bool):
        return _TRUTH
    if isinstance(value, int):
        return ""
    if isinstance(value, str):
        return _TEXT
    try:
        return "" if int(value) == value else _FRACTION
    except OverflowError:
        return _ENDLESS
    except (TypeError, ValueError):
        return _OTHER


def _refuse_measurements(frame: nw.LazyFrame[Any], column: str, dtype: nw.dtypes.DType) -> None:
    """Look at the first rows, so that a table of amounts is refused before it is counted."""
    if dtype.is_nested() or dtype.is_temporal():
        raise MetricsError(
            f"Column {column!r} holds {dtype}, not ratings. Choose the column with the ratings.",
            column=column,
        )
    if not dtype.is_numeric():
        return
    values = set(frame.select(column).head(1000).collect()[column].to_list())
    kinds = {value for value in values if not is_blank(plain(value))}
    if len(kinds) > MOST_RATINGS:
        raise MetricsError(
            f"Column {column!r}: the first rows alone hold {len(kinds):,} different values, for "
            f"example {plain(next(iter(kinds)))!r}. That is an amount or a number that names "
            "something, not a rating. Choose the column with the ratings.",
            column=column,
        )
