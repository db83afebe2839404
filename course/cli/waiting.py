"""How far a long read is, on a line of the terminal that goes away when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

_QUIET = 1.0
"""Seconds in which nothing is shown: most files are read by then."""
_EVERY = 0.5
_WIDTH = 60


class Waiting:
    """Shows rows and seconds left. On anything but a terminal it shows nothing."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.stream = stream or sys.stderr
        self.clock = clock
        self.start = clock()
        self.shown = self.start + _QUIET - _EVERY
        self.dirty = False

    def __call__(self, rows: int, of: int | None) -> None:
        """Say how many rows are read, and how long the others will take.

        Args:
            rows: Rows read so far.
            of: About how many there are; None where nobody can say.
        """
        now = self.clock()
        if now - self.shown < _EVERY or not self.stream.isatty():
            return
        self.shown, self.dirty = now, True
        self.stream.write(f"\r{said(rows, of, now - self.start):<{_WIDTH}}")
        self.stream.flush()

    def done(self) -> None:
        """Take the line away."""
        if self.dirty:
            self.stream.write("\r" + " " * _WIDTH + "\r")
            self.stream.flush()


def said(rows: int, of: int | None, seconds: float) -> str:
    """What the line says after so many seconds.

    >>> said(2_000_000, 5_000_000, 8), said(400_000, None, 3)
    ('2,000,000 rows read, about 12 seconds left', '400,000 rows read')
    >>> said(5_000_000, 4_900_000, 20)
    '5,000,000 rows read, nearly done'
    """
    if of is None or not rows:
        return f"{rows:,} rows read"
    left = round(seconds * (of - rows) / rows)
    if left < 1:
        return f"{rows:,} rows read, nearly done"
    return f"{rows:,} rows read, about {left:,} second{'s' * (left > 1)} left"
