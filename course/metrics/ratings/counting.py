"""From answers in any shape to histograms: one group_by, whatever the engine."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError, bad_rows
from course.metrics.frames import blank_rows, is_blank, key_order, plain, take, wrapped
from course.metrics.groups import roles_of
from course.metrics.ratings.histogram import Histogram
from course.metrics.ratings.places import MOST_RATINGS, counted_by_places

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


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

    native = wrapped(ratings)
    if isinstance(native, nw.Series):
        if counts := _value_counts(ratings):
            return Histogram(counts, column=column or str(ratings.index.name or "ratings"))
        name = str(column or native.name or "ratings")
        frame = native.alias("rating").to_frame().lazy()
        return _count(frame, [], name)[()]
    if isinstance(native, (nw.DataFrame, nw.LazyFrame)):
        if column is None:
            raise MetricsError(
                "That is a whole table: say which column holds the ratings, for example "
                "csat(table, rating='stars') or Histogram.of(table, column='stars')."
            )
        return histograms(ratings, column)[()]
    return _count_values(ratings, column or "ratings")


def _value_counts(series: Any) -> dict[Any, int]:
    """What pandas' ``value_counts()`` counted; nothing where the Series is one of answers.

    The two look alike: a Series of whole numbers. Taken for answers, counts would make a wrong
    score in silence.
    """
    index = getattr(series, "index", None)
    name = getattr(series, "name", None)
    if index is None or name not in ("count", "proportion") or type(index).__name__ == "RangeIndex":
        return {}
    if name == "proportion" or index.name is None or not index.is_unique:
        raise MetricsError(
            f"A Series called {name!r} with an index of its own looks like value_counts(). If it "
            "is, give the counts as Histogram({rating: count}); if it holds answers, give them as "
            "a list.",
            column=name,
        )
    return {_whole(rating): int(count) for rating, count in series.items()}


def _whole(rating: Any) -> Any:
    value = plain(rating)
    return int(value) if isinstance(value, float) and value == int(value) else value


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
    alone = isinstance(by, (str, int))
    groups = {} if isinstance(by, (list, tuple)) and not by else roles_of(by, frame)
    counted = _count(take(frame, {"rating": rating} | groups), list(groups), str(rating))
    kinds = {type(part) for group in counted for part in group}
    if kinds == {int} or kinds == {str}:
        order = sorted(counted)
    else:
        order = sorted(counted, key=lambda group: [key_order(part) for part in group])
    return {group[0] if alone else group: counted[group] for group in order}


def _count(
    frame: nw.LazyFrame[Any], by: list[str], column: str
) -> dict[tuple[Any, ...], Histogram]:
    """Count the column ``rating`` of a frame; ``column`` is its name for messages."""
    import narwhals.stable.v2 as nw

    dtype = frame.collect_schema()["rating"]
    if dtype == nw.Object:
        # Engines group True with 1 in such columns: only Python can tell them apart.
        rows = frame.select(*by, "rating").collect()
        values: dict[tuple[Any, ...], list[Any]] = {}
        for row in rows.iter_rows():
            values.setdefault(tuple(map(plain, row[:-1])), []).append(row[-1])
        if not by:
            values.setdefault((), [])
        return {group: _count_values(some, column) for group, some in values.items()}
    _refuse_measurements(frame, column, dtype)
    counts = counted_by_places(frame, by) if dtype.is_numeric() else None
    ordered = counts is not None
    if counts is None:
        counts = frame.group_by(*by, "rating").agg(number=nw.len()).collect()
    if dtype.is_integer() or dtype.is_float():
        found = _whole_ratings(counts, by, column, ordered)
        if found is not None:
            return found
    pairs: dict[tuple[Any, ...], list[tuple[Any, int]]] = {} if by else {(): []}
    for row in counts.select(*by, "rating", "number").iter_rows():
        pairs.setdefault(tuple(map(plain, row[:-2])), []).append((row[-2], int(row[-1])))
    return {group: _histogram(some, column) for group, some in pairs.items()}


def _whole_ratings(
    counts: nw.DataFrame[Any], by: list[str], column: str, ordered: bool
) -> dict[tuple[Any, ...], Histogram] | None:
    """The histograms where all ratings are whole numbers or blank; None where one is not.

    ``ordered`` says that groups are in one piece each, and that ratings rise within them. Many
    groups take time in Python, so each is cut out of sorted columns as a whole.
    """
    import numpy as np

    blank = blank_rows(counts.lazy(), "rating")
    given = counts.filter(~blank)
    given = given if ordered else given.sort(*by, "rating")
    ratings = given["rating"].to_numpy()
    if not bool((ratings == np.floor(ratings)).all()) or (np.abs(ratings) >= 2**53).any():
        return None
    changes = np.zeros(max(0, len(given) - 1), dtype=bool)
    for role in by:
        part = given[role]
        here, last = part.tail(len(changes)), part.head(len(changes))
        # Where one of them is blank the two are compared by Python below.
        same = (here == last).fill_null(False).to_numpy().astype(bool)
        changes |= ~same
    starts = [0, *(np.flatnonzero(changes) + 1).tolist()] if len(given) else []
    ends = [*starts[1:], len(given)] if starts else []
    keys = _keys(given, by, starts)
    whole, numbers = ratings.astype("int64").tolist(), given["number"].to_numpy().tolist()
    missing: dict[tuple[Any, ...], int] = {} if by else {(): 0}
    for row in counts.filter(blank).select(*by, "number").iter_rows():
        group = tuple(map(plain, row[:-1]))
        missing[group] = missing.get(group, 0) + int(row[-1])
    found: dict[tuple[Any, ...], Histogram] = {}
    for group, start, end in zip(keys, starts, ends, strict=True):
        mine = dict(zip(whole[start:end], numbers[start:end], strict=True))
        made = Histogram.trusted(mine, missing.pop(group, 0), column)
        # A blank group may be cut into several, each blank in a way of its own.
        found[group] = found[group] + made if group in found else made
    for group, rows in missing.items():
        found[group] = found.get(group, Histogram({}, column=column)) + Histogram({}, rows, column)
    return found


def _keys(counts: nw.DataFrame[Any], by: list[str], places: list[int]) -> list[tuple[Any, ...]]:
    if not by:
        return [() for _ in places]
    columns = [counts[role][places].to_list() for role in by]
    # Whole numbers and texts, nearly all there is, are plain already.
    plain_ones = [
        cells if {type(cell) for cell in cells} <= {int, str} else list(map(plain, cells))
        for cells in columns
    ]
    return list(zip(*plain_ones, strict=True))


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
    counts: dict[int, int] = defaultdict(int)
    missing = 0
    faults: dict[str, list[tuple[Any, int]]] = {}
    for raw, number in pairs:
        if type(raw) is int or (type(raw) is float and raw == raw and raw.is_integer()):
            counts[int(raw)] += number
            continue
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
    return Histogram.trusted(dict(sorted(counts.items())), missing, column)


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
    values = set(frame.select("rating").head(1000).collect()["rating"].to_list())
    kinds = {value for value in values if not is_blank(plain(value))}
    if len(kinds) > MOST_RATINGS:
        raise MetricsError(
            f"Column {column!r}: the first rows alone hold {len(kinds):,} different values, for "
            f"example {plain(next(iter(kinds)))!r}. That is an amount or a number that names "
            "something, not a rating. Choose the column with the ratings.",
            column=column,
        )
