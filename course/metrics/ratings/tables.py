"""One row a group, in the caller's own kind of frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from course.metrics.errors import MetricsError
from course.metrics.ratings.counting import histograms
from course.metrics.ratings.histogram import Histogram
from course.metrics.ratings.metric import score_by
from course.metrics.score import Score

COLUMNS = ("value", "low", "high", "n", "missing", "convention", "warning", "notes")
"""The columns a score table has besides those of its groups."""


def score_table(
    metric: Callable[[Histogram], Score], frame: Any, rating: str, by: str | Sequence[str]
) -> Any:
    """Score every group of a frame, counted in one pass on the frame's own engine.

    Args:
        metric: A rating metric, such as ``nps``, or ``functools.partial(ces, high="easy")``.
        frame: A frame of pandas, Polars (eager or lazy), PyArrow, DuckDB or PySpark.
        rating: The column that holds the ratings.
        by: The column or columns that make the groups.

    Returns:
        Of the same kind as ``frame``: the groups in order, then ``value, low, high, n,
        missing, convention, warning, notes``. A group in which nobody answered has a row with no
        value.

    Raises:
        MetricsError: If a column is missing or wrongly filled, or a group column has the name of a
            result.

    >>> import pandas as pd
    >>> from course.metrics import nps
    >>> frame = pd.DataFrame({"team": ["A", "A", "B"], "score": [10, 7, None]})
    >>> score_table(nps, frame, "score", by="team")[["team", "value", "n", "missing"]]
      team  value  n  missing
    0    A   50.0  2        0
    1    B    NaN  0        1
    """
    names = [by] if isinstance(by, (str, int)) else by
    if not isinstance(names, (list, tuple)) or not names:
        raise MetricsError("Say what makes the groups, for example by='team'.")
    taken = [name for name in names if name in COLUMNS]
    if taken:
        raise MetricsError(
            f"Column {taken[0]!r} has the name of a result; rename it before scoring.",
            column=taken[0],
        )
    groups = histograms(frame, rating, names)
    rows = [_row(score_by(metric, found) if found.n else None, found) for found in groups.values()]
    table = {str(name): [group[place] for group in groups] for place, name in enumerate(names)}
    table |= {name: [row[place] for row in rows] for place, name in enumerate(COLUMNS)}
    return _like(frame, table)


def _row(score: Score | None, found: Histogram) -> tuple[Any, ...]:
    if score is None:
        return None, None, None, 0, found.missing, "", "nobody answered", ""
    return (
        score.value, score.low, score.high, found.n, found.missing, score.convention,
        score.warning, "; ".join(score.notes),
    )  # fmt: skip


def _like(frame: Any, table: dict[str, list[Any]]) -> Any:
    import narwhals.stable.v2 as nw

    # Without this a column of nothing but None has no type.
    numbers = [
        nw.col("value", "low", "high").cast(nw.Float64),
        nw.col("n", "missing").cast(nw.Int64),
    ]

    def build(backend: Any) -> nw.DataFrame[Any]:
        made: nw.DataFrame[Any] = nw.from_dict(table, backend=backend)
        return made.with_columns(numbers)

    source = nw.from_native(frame)
    kind = source.implementation
    if isinstance(source, nw.DataFrame):
        return build(kind).to_native()
    if kind.is_polars():
        return build(kind).lazy().to_native()
    if kind.is_duckdb():
        return build("pyarrow").lazy("duckdb").to_native()
    if kind.is_pyspark():
        return frame.sparkSession.createDataFrame(build("pandas").to_native())
    return build("pandas").to_native()
