"""How long things last when some have not ended yet."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import neg
from typing import TYPE_CHECKING, Any, Literal

from course.metrics.arguments import fraction, number, one_of, shown
from course.metrics.errors import MetricsError
from course.metrics.frames import is_blank, plain
from course.metrics.moments import Moment
from course.metrics.tabular import Tabular
from course.metrics.times.lifetable import LifeTable
from course.metrics.words import counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Survival(Tabular):
    """A Kaplan-Meier curve: the share still going on after each length of time.

    Attributes:
        times: The lengths at which something ended or was last seen, rising.
        share, low, high: Share still going on just after each of them, with its interval (log-log),
            as fractions.
        n, ended: How many were followed, and how many of them came to an end; the others are
            censored: it is known only that they lasted at least so long.
        missing: How many had to be left out; ``notes`` says why.
        unit: Unit of the times.
    """

    times: tuple[float, ...]
    share: tuple[float, ...]
    low: tuple[float, ...]
    high: tuple[float, ...]
    n: int
    ended: int
    missing: int = 0
    unit: str = "days"
    convention: str = "Kaplan-Meier, log-log interval"
    notes: tuple[str, ...] = ()

    @property
    def censored(self) -> int:
        """How many had not ended when they were last seen."""
        return self.n - self.ended

    def rows(self) -> list[dict[str, Any]]:
        """A row for each length: the share still going on just after it, as a fraction."""
        heads = (f"after {self.unit}", "share", "low", "high")
        steps = zip(self.times, self.share, self.low, self.high, strict=True)
        return [dict(zip(heads, step, strict=True)) for step in steps]

    def caption(self) -> str:
        """What the rows are."""
        return f"Share still going on, {self.convention}, {self.n:,} followed"

    def footnotes(self) -> tuple[str, ...]:
        """What was left out, and what must be known."""
        return (f"{self.missing:,} left out", *self.notes)

    def after(self, time: float) -> float:
        """Share still going on after a length of time, as a fraction.

        >>> round(kaplan_meier([1, 2, 3, 4], [True, True, False, True]).after(2), 3)
        0.5
        """
        time = number(time, "time", "a length of time of at least 0", least=True)
        share = 1.0
        for moment, left in zip(self.times, self.share, strict=True):
            if moment > time:
                break
            share = left
        return share

    def time_until(self, share: float) -> float | None:
        """The time by which the share still going on has fallen to ``share``.

        ``None`` if it never falls so far. Where the curve runs level exactly at ``share``, the
        middle of that stretch, so that the median of complete data is the usual one.
        """
        return time_until(self.times, self.share, fraction(share, "share", 0.5, zero=True))

    @property
    def median(self) -> float | None:
        """The time by which half have ended; ``None`` if fewer than half ever do."""
        return self.time_until(0.5)

    @property
    def median_interval(self) -> tuple[float | None, float | None]:
        """Interval of the median (Brookmeyer and Crowley 1982): where the band crosses a half."""
        return first_below(self.times, self.low, 0.5), first_below(self.times, self.high, 0.5)

    def __str__(self) -> str:
        """One line for people."""
        half = "not reached" if self.median is None else f"{self.median:,.1f} {self.unit}"
        parts = [
            f"Half have left after: {half}; {self.n:,} followed, {self.ended:,} left, "
            f"{self.censored:,} still there, {self.missing:,} left out",
            *self.notes,
        ]
        return "; ".join(parts)


def kaplan_meier(
    durations: Any, ended: Any, *, unit: str = "days", confidence: float = 0.95
) -> Survival:
    """Estimate the curve from how long each lasted and whether it ended.

    Args:
        durations: How long each was followed, at least 0, in ``unit``.
        ended: Whether it ended then (true) or was merely last seen then (false); 1 and 0 are taken
            for true and false.
        unit: Name of the unit.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If there is nothing to follow, the two differ in length, a duration is
            negative or no finite number, or an end is blank or anything but true or false.

    >>> curve = kaplan_meier([6, 6, 6, 7, 10], [True, True, False, True, False])
    >>> curve.times, [round(share, 2) for share in curve.share]
    ((6.0, 7.0, 10.0), [0.6, 0.3, 0.3])
    >>> curve.median
    7.0
    """
    import numpy as np

    lengths, over = _lengths(durations), _truths(ended)
    if lengths.shape != over.shape or not lengths.size:
        raise MetricsError(
            f"Give one duration and one true or false for each, and at least one: "
            f"{lengths.size:,} and {over.size:,} came."
        )
    wrong = ~np.isfinite(lengths) | (lengths < 0)
    if wrong.any():
        raise MetricsError(
            f"{int(wrong.sum()):,} of {lengths.size:,} durations are negative or no number, for "
            f"example {lengths[wrong][0]}. Leave them out, and say so.",
            value=float(lengths[wrong][0]),
            rows=int(wrong.sum()),
        )
    return of_table(LifeTable.of(lengths, over), unit=unit, confidence=confidence)


def of_table(
    table: LifeTable,
    *,
    unit: str,
    confidence: float,
    missing: int = 0,
    notes: tuple[str, ...] = (),
    steps: int = 0,
) -> Survival:
    """Make the curve of lengths that are counted already.

    With ``steps`` only the lengths at which the share falls to a whole number of so many parts are
    kept, so that a curve of a million lengths can be drawn; they are exact.
    """
    share, low, high = table.curve(fraction(confidence, "confidence", 0.95))
    ended = int(table.ended.sum())
    kept = _steps(share, steps) if 0 < 2 * steps < share.size else slice(None)
    return Survival(
        times=tuple(table.times[kept].tolist()),
        share=tuple(share[kept].tolist()),
        low=tuple(low[kept].tolist()),
        high=tuple(high[kept].tolist()),
        n=ended + int(table.censored.sum()),
        ended=ended,
        missing=missing,
        unit=unit,
        notes=notes,
    )


def _steps(share: NDArray[np.float64], steps: int) -> NDArray[np.int64]:
    import numpy as np

    levels = np.arange(steps, -1, -1) / steps
    # Where the curve runs level at one of them, the end of that stretch is needed too.
    reached = [np.searchsorted(-share, -(levels + more)) for more in (_NEARLY, -2 * _NEARLY)]
    found = np.unique(np.concatenate([[0], *reached, [share.size - 1]]))
    kept: NDArray[np.int64] = found[found < share.size]
    return kept


def _lengths(durations: Any) -> NDArray[np.float64]:
    """Durations as numbers; what is none becomes NaN, which is refused with the others."""
    import numpy as np

    cells = _cells(durations, "durations")
    if cells.dtype.kind in "iuf":
        return cells.astype(float)
    found = np.empty(cells.size)
    for place, cell in enumerate(map(plain, cells)):
        try:
            if isinstance(cell, (bool, str)):
                raise TypeError
            found[place] = float("nan") if cell is None else float(cell)
        except (TypeError, ValueError, OverflowError):
            raise MetricsError(
                f"durations are numbers in the unit that you name, not {shown(cell)}.", value=cell
            ) from None
    return found


def _truths(ended: Any) -> NDArray[np.bool_]:
    """Ends as true or false; 1 and 0 are taken for them, nothing else is."""
    import numpy as np

    cells = _cells(ended, "ended")
    if cells.dtype.kind == "b":
        return cells
    values = [plain(cell) for cell in cells]
    wrong = [value for value in values if is_blank(value) or not _is_truth(value)]
    if wrong:
        raise MetricsError(
            f"{len(wrong):,} of {len(values):,} of ended are not true or false, for example "
            f"{shown(wrong[0])}. Say of each whether it ended; leave out those of whom it is not "
            "known, and say so.",
            value=wrong[0],
            rows=len(wrong),
        )
    return np.array(values, dtype=bool)


def _is_truth(value: Any) -> bool:
    return isinstance(value, (bool, int, float)) and value in (0, 1)


def _cells(values: Any, name: str) -> NDArray[Any]:
    import numpy as np

    try:
        if isinstance(values, (str, bytes, dict, set, frozenset)):
            raise TypeError
        cells = np.asarray(values if hasattr(values, "__array__") else list(values))
        if cells.ndim != 1:
            raise TypeError
    except (TypeError, ValueError):
        raise MetricsError(
            f"{name} is a list or a column with one value a case, not {shown(values)}."
        ) from None
    # A list of different kinds would become text; as objects each stays what it is.
    mixed = cells.dtype.kind in "US" and isinstance(values, Sequence)
    return np.array([*values, None], dtype=object)[:-1] if mixed else cells


def survival(
    customers: Any,
    *,
    joined: str,
    left: str,
    customer: str | None = None,
    until: Moment | None = None,
    zone: str | None = None,
    unit: Literal["hours", "days"] = "days",
    confidence: float = 0.95,
) -> Survival:
    """Estimate how long customers stay, when many are still there (Kaplan and Meier 1958).

    A customer without a date of leaving is still there and counts as having stayed at least
    until ``until``. Averaging only those who left would make customers look short-lived.

    Args:
        customers: A frame of any engine with one row a customer.
        joined: Column with the date of joining.
        left: Column with the date of leaving, blank while the customer is there.
        customer: Column that names the customer; with it a table in which a customer has two rows
            is refused, because who left and came back would be counted as gone.
        until: When the records end; by default the latest date in the two columns.
        zone: Zone of times that were written without one.
        unit: Unit of the result.
        confidence: Confidence of the intervals, as a fraction.

    Raises:
        MetricsError: If a column is missing or holds no dates, a customer has two rows, or no
            customer is left to follow.

    >>> import pandas as pd
    >>> base = pd.DataFrame({
    ...     "joined": pd.to_datetime(["2025-01-01"] * 4),
    ...     "left": pd.to_datetime(["2025-01-11", "2025-01-31", None, None]),
    ... })
    >>> print(survival(base, joined="joined", left="left", until=pd.Timestamp("2025-03-02")))
    Half have left after: 30.0 days; 4 followed, 2 left, 2 still there, 0 left out; the times \
have no zone and are read as one clock
    """
    from course.metrics.times.following import SECONDS, follow

    one_of(unit, "unit", ("hours", "days"))
    fraction(confidence, "confidence", 0.95)
    case = follow(
        customers, joined, left, name=customer, once=True, until=until, zone=zone, verb="left"
    )[()]
    if not case.ended.size:
        raise MetricsError(
            f"Of {counted(case.rows, 'row')} none can be followed"
            + "".join(f", {note}" for note in case.notes)
            + ". Check the columns and the period.",
            column=joined,
            rows=case.rows,
        )
    table = LifeTable.of(case.seconds / SECONDS[unit], case.ended, case.number)
    return of_table(table, unit=unit, confidence=confidence, missing=case.missing, notes=case.notes)


_NEARLY = 1e-9  # shares are products of fractions, so 'exactly a half' is off by rounding


def first_below(times: Any, shares: Any, level: float) -> float | None:
    """The first length at which shares, rising or not, are at most a level."""
    import numpy as np

    there = np.flatnonzero(np.asarray(shares) <= level + _NEARLY)
    return float(times[there[0]]) if there.size else None


def time_until(times: Any, shares: Any, level: float) -> float | None:
    """The length by which shares, which only fall, have fallen to a level."""
    # They need not be looked at one by one.
    first = bisect_left(shares, -(level + _NEARLY), key=neg)
    if first == len(shares):
        return None
    below = bisect_left(shares, -(level - 2 * _NEARLY), key=neg)
    if below in (first, len(shares)) or abs(shares[first] - level) > _NEARLY:
        return float(times[first])
    return float(times[first] + times[below]) / 2
