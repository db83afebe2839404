"""Cases that were followed, and for how long."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.metrics.words import counted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SECONDS = {"minutes": 60.0, "hours": 3600.0, "days": 86400.0}
"""Seconds in each unit that lengths of time can be given in."""


@dataclass(frozen=True)
class Followed:
    """What could be followed of one group; the arrays are in step.

    Attributes:
        seconds: How long each was followed, in calendar time or in opening hours.
        ended: Whether it had ended then, or was last seen.
        number: How many cases each entry stands for.
        rows: Rows of the group, those left out included.
        left_out: How many were left out, by reason.
        clock: What must be known of the clock.
        watched: Seconds from each start to the end of the records; ``None`` where only counts are
            known.
    """

    seconds: NDArray[np.float64]
    ended: NDArray[np.bool_]
    number: NDArray[np.int64]
    rows: int
    left_out: Mapping[str, int]
    clock: tuple[str, ...]
    watched: NDArray[np.float64] | None = None

    @property
    def missing(self) -> int:
        """How many rows were left out, for any reason."""
        return sum(self.left_out.values())

    @property
    def notes(self) -> tuple[str, ...]:
        """Why rows were left out, and what must be known of the clock."""
        reasons = (f"{counted(rows, 'row')} {why} left out" for why, rows in self.left_out.items())
        return (*reasons, *self.clock)
