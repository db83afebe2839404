"""Which few causes make most of the complaints."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from course.metrics.errors import MetricsError
from course.metrics.frames import is_blank, key_order, lazy_frame, needs_columns, plain
from course.metrics.intervals import wilson


@dataclass(frozen=True)
class Cause:
    """One cause: how often, its share with interval, and the share of all causes up to it.

    Shares are in per cent.
    """

    name: Any
    count: int
    share: float
    low: float
    high: float
    cumulative: float


@dataclass(frozen=True)
class Pareto:
    """Causes from the most to the least frequent.

    ``n`` counts the complaints with a cause, ``missing`` those without one, and ``few`` holds
    the fewest causes that together make the wanted share.
    """

    causes: tuple[Cause, ...]
    few: tuple[Cause, ...]
    n: int
    missing: int

    def __str__(self) -> str:
        """One line for people."""
        names = ", ".join(str(cause.name) for cause in self.few)
        return (
            f"{len(self.few)} of {len(self.causes)} causes make "
            f"{self.few[-1].cumulative:.0f} % of {self.n:,} complaints: {names}; "
            f"{self.missing:,} without a cause"
        )


def pareto(causes: Any, *, column: str | None = None, share: float = 80.0) -> Pareto:
    """Rank causes by how often they occur.

    Args:
        causes: One cause a complaint: a sequence, a Series, or a frame together with ``column``.
        column: The column with the causes, where a frame is given.
        share: How much of all complaints the vital few should make, in per cent.

    Raises:
        MetricsError: If there is no cause at all, or the column is not there.

    >>> print(pareto(["late"] * 6 + ["broken"] * 3 + ["rude", None]))
    2 of 3 causes make 90 % of 10 complaints: late, broken; 1 without a cause
    """
    if not 0 < share <= 100:
        raise MetricsError(f"share is per cent above 0 up to 100, such as 80, not {share!r}.")
    counts = _count(causes, column)
    missing = counts.pop(None, 0)
    n = sum(counts.values())
    if not n:
        raise MetricsError(
            f"There is no cause in {missing:,} rows"
            + (f" of column {column!r}" if column else "")
            + ". Check the column and the period.",
            column=column,
            rows=missing,
        )
    # Equal counts are put in order of their names, so that the order of the rows never matters.
    ranked = sorted(counts.items(), key=lambda item: (-item[1], key_order(item[0])))
    rows: list[Cause] = []
    so_far = 0
    for name, count in ranked:
        so_far += count
        low, high = wilson(count, n)
        rows.append(Cause(name, count, 100 * count / n, 100 * low, 100 * high, 100 * so_far / n))
    needed = next(i for i, row in enumerate(rows, 1) if row.cumulative >= share - 1e-9)
    return Pareto(tuple(rows), tuple(rows[:needed]), n, missing)


def _count(causes: Any, column: str | None) -> Counter[Any]:
    import narwhals.stable.v2 as nw

    native = nw.from_native(causes, allow_series=True, pass_through=True)
    counts: Counter[Any] = Counter()
    if isinstance(native, nw.Series):
        frame = native.alias("cause").to_frame().lazy()
    elif isinstance(native, (nw.DataFrame, nw.LazyFrame)):
        if column is None:
            raise MetricsError("That is a whole table: say which column holds the causes.")
        needs_columns(causes, [column])
        frame = lazy_frame(causes).select(cause=nw.col(column))
    elif isinstance(causes, (str, bytes)):
        raise MetricsError(f"Causes are a list or a column, not {causes!r}.", value=causes)
    else:
        counts.update(_name(cause) for cause in causes)
        return counts
    for cause, number in frame.group_by("cause").agg(number=nw.len()).collect().iter_rows():
        counts[_name(cause)] += int(number)
    return counts


def _name(cause: Any) -> Any:
    value = plain(cause)
    if isinstance(value, str):
        value = value.strip()
    return None if is_blank(value) or value == "" else value
