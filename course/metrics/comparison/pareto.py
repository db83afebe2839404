"""Which few causes make most of the complaints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from course.metrics.arguments import number, shown, whole_number
from course.metrics.errors import MetricsError
from course.metrics.frames import is_blank, key_order, plain, take, wrapped
from course.metrics.intervals import wilson
from course.metrics.tabular import Tabular


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
class Pareto(Tabular):
    """Causes from the most to the least frequent.

    ``n`` counts the complaints with a cause, ``missing`` those without one, and ``few`` holds
    the fewest causes that together make the wanted share.
    """

    causes: tuple[Cause, ...]
    few: tuple[Cause, ...]
    n: int
    missing: int

    def rows(self) -> list[dict[str, Any]]:
        """A row a cause, from the most to the least frequent; shares are in per cent."""
        return [asdict(cause) for cause in self.causes]

    def caption(self) -> str:
        """What the rows are."""
        return f"Causes of {self.n:,} complaints, per cent"

    def footnotes(self) -> tuple[str, ...]:
        """Complaints without a cause."""
        return (f"{self.missing:,} without a cause",)

    def __str__(self) -> str:
        """One line for people."""
        names = ", ".join(str(cause.name) for cause in self.few)
        return (
            f"{len(self.few)} of {len(self.causes)} causes make "
            f"{self.few[-1].cumulative:.0f} % of {self.n:,} complaints: {names}; "
            f"{self.missing:,} without a cause"
        )


def pareto(causes: Any, *, column: str | None = None, share: float = 0.8) -> Pareto:
    """Rank causes by how often they occur.

    Args:
        causes: One cause a complaint: a sequence, a Series, or a frame together with ``column``. Or
            counts that are ready: a dict or Counter ``{cause: how often}``.
        column: The column with the causes, where a frame is given.
        share: How much of all complaints the vital few should make, as a fraction such as 0.8; a
            number above 1 is taken for per cent.

    Raises:
        MetricsError: If there is no cause at all, or the column is not there.

    >>> print(pareto(["late"] * 6 + ["broken"] * 3 + ["rude", None]))
    2 of 3 causes make 90 % of 10 complaints: late, broken; 1 without a cause
    >>> print(pareto({"late": 6, "broken": 3, "rude": 1}, share=0.5))
    1 of 3 causes make 60 % of 10 complaints: late; 0 without a cause
    """
    words = "how much of all complaints, such as 0.8 (or 80 per cent)"
    share = number(share, "share", words)
    if share > 100:
        raise MetricsError(f"share is {words}, not {share:g}.", value=share)
    if share <= 1:
        share *= 100
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

    if isinstance(causes, Mapping):
        found: Counter[Any] = Counter()
        for cause, times in causes.items():
            found[_name(cause)] += whole_number(times, f"The count of {shown(cause)}")
        return found
    native = wrapped(causes)
    counts: Counter[Any] = Counter()
    if isinstance(native, nw.Series):
        frame = native.alias("cause").to_frame().lazy()
    elif isinstance(native, (nw.DataFrame, nw.LazyFrame)):
        if column is None:
            raise MetricsError("That is a whole table: say which column holds the causes.")
        frame = take(causes, {"cause": column})
    else:
        try:
            if isinstance(causes, (str, bytes)):
                raise TypeError
            counts.update(_name(cause) for cause in causes)
        except TypeError:
            raise MetricsError(
                f"Causes are a list or a column of names, not {shown(causes)}.", value=causes
            ) from None
        return counts
    for cause, times in frame.group_by("cause").agg(number=nw.len()).collect().iter_rows():
        counts[_name(cause)] += int(times)
    return counts


def _name(cause: Any) -> Any:
    value = plain(cause)
    if isinstance(value, str):
        value = value.strip()
    return None if is_blank(value) or value == "" else value
