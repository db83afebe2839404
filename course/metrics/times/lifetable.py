"""How many ended, and how many were last seen, after each length of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.metrics.intervals import normal_quantile

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


_PIECE = 1 << 19
"""So many lengths are worked on at a time: what is made on the way takes little room."""


@dataclass(frozen=True)
class LifeTable:
    """Lengths that occur, rising, with how many ended and how many were last seen then."""

    times: NDArray[np.float64]
    ended: NDArray[np.int64]
    censored: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        lengths: NDArray[np.float64],
        ended: NDArray[np.bool_],
        number: NDArray[np.int64] | None = None,
    ) -> LifeTable:
        """Count lengths; each stands for ``number`` cases, or for one."""
        import numpy as np

        # One number for all, held once, is one each.
        each = number is None or (number.strides == (0,) and bool((number[:1] == 1).all()))
        weight = None if number is None or each else number
        if (steps := _steps(lengths)) is not None:
            scale, places = steps
            size = int(places.max()) + 1
            everything = _counted(places, weight, size)
            gone = _counted(places[ended], None if weight is None else weight[ended], size)
            there = np.flatnonzero(everything)
            over = gone[there]
            return cls(there / scale, over, everything[there] - over)
        # Two sorts of bare numbers are quicker than one that remembers where each came from.
        (ends, end_counts), (lasts, last_counts) = (
            _unique(lengths[some]) if weight is None else _summed(lengths[some], weight[some])
            for some in (ended, ~ended)
        )
        times = np.union1d(ends, lasts)
        table = cls(times, np.zeros(times.size, "int64"), np.zeros(times.size, "int64"))
        table.ended[np.searchsorted(times, ends)] = end_counts
        table.censored[np.searchsorted(times, lasts)] = last_counts
        return table

    def curve(
        self, confidence: float
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """Share still going on just after each length, with its interval (log-log).

        The product of Kaplan and Meier (1958) with Greenwood's variance (1926), on the scale of
        log(-log) as Kalbfleisch and Prentice (1980) have it.
        """
        import numpy as np

        share, there = self.share(), self._there()
        with np.errstate(divide="ignore", invalid="ignore"):
            variance = np.cumsum(self.ended / (there * (there - self.ended)))
            wide = normal_quantile(confidence) * np.sqrt(variance) / np.abs(np.log(share))
            low, high = share ** np.exp(wide), share ** np.exp(-wide)
        # At a share of 1 or 0 the band is undefined; there it closes on the curve.
        open_ended = (share <= 0) | (share >= 1)
        return share, np.where(open_ended, share, low), np.where(open_ended, share, high)

    def share(self) -> NDArray[np.float64]:
        """Share still going on just after each length, by the product of Kaplan and Meier."""
        import numpy as np

        return np.cumprod(1 - self.ended / self._there(), dtype=np.float64)

    def _there(self) -> NDArray[np.int64]:
        """How many were followed up to each length."""
        import numpy as np

        leaving = self.ended + self.censored
        found: NDArray[np.int64] = leaving.sum() - np.concatenate([[0], np.cumsum(leaving)[:-1]])
        return found

    def quantile(self, level: float) -> float:
        """The length by which a fraction of those that ended had, averaged at a step.

        Quantile type 2 of Hyndman and Fan (1996): the median is the usual one.
        """
        import numpy as np

        so_far = np.cumsum(self.ended)
        wanted = level * so_far[-1]
        first = int(np.searchsorted(so_far, wanted))
        after = int(np.searchsorted(so_far, wanted, side="right"))
        return float(self.times[first] + self.times[after]) / 2

    @property
    def mean(self) -> float:
        """The average length of those that ended."""
        return float((self.times * self.ended).sum() / self.ended.sum())


def _steps(lengths: NDArray[np.float64]) -> tuple[int, NDArray[np.int32]] | None:
    """Lengths as whole steps of a unit, if they are: counting those is quicker than sorting."""
    import numpy as np

    if lengths.size < 1000:
        return None
    longest = float(lengths.max())
    places = np.empty(lengths.size, dtype=np.int32)
    for scale in (1, 24, 60, 1440, 3600, 86_400):
        if longest * scale > 5_000_000:
            return None
        # Piece by piece, and the first ones rule most units out.
        for start in (0, *range(100, lengths.size, _PIECE)):
            some = slice(start, start + _PIECE if start else 100)
            scaled = lengths[some] * scale
            whole = np.rint(scaled)
            if not bool((np.abs(scaled - whole) < 1e-7).all()):
                break
            places[some] = whole
        else:
            return scale, places
    return None


def _counted(
    places: NDArray[np.int32], number: NDArray[np.int64] | None, size: int
) -> NDArray[np.int64]:
    """How many stand in each place, piece by piece: counting widens the places first."""
    import numpy as np

    found = np.zeros(size, dtype=np.int64)
    for start in range(0, len(places), _PIECE):
        some = slice(start, start + _PIECE)
        if number is None:
            part = np.bincount(places[some])
            found[: len(part)] += part
        else:
            np.add.at(found, places[some], number[some])
    return found


def _unique(lengths: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """The different lengths and how often each occurs; `lengths` are sorted in place."""
    import numpy as np

    lengths.sort()
    first = np.ones(lengths.size, dtype=bool)
    np.not_equal(lengths[1:], lengths[:-1], out=first[1:])
    at = np.flatnonzero(first)
    return lengths[at], np.diff(at, append=lengths.size)


def _summed(
    lengths: NDArray[np.float64], number: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    import numpy as np

    times, place = np.unique(lengths, return_inverse=True)
    counts = np.zeros(times.size, dtype=np.int64)
    np.add.at(counts, place, number)
    return times, counts
