"""How long each case took, or has been going on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Waited(NamedTuple):
    """How long each case took, or has been going on at the end of the export."""

    seconds: NDArray[np.float64]
    """Not a number where that is not known."""
    ended: NDArray[np.bool_]


def waited(frame: Any, end: str) -> Waited:
    """How long each case took by the calendar, the open ones up to the last date in the export.

    >>> import pandas as pd
    >>> days = {"opened": ["2026-03-02", "2026-03-03"], "resolved": ["2026-03-05", None]}
    >>> found = waited(pd.DataFrame(days).apply(pd.to_datetime), "resolved")
    >>> (found.seconds / 86_400).tolist(), found.ended.tolist()
    ([3.0, 2.0], [True, False])
    """
    import numpy as np

    opened, done = (frame[role].to_numpy("datetime64[us]") for role in ("opened", end))
    ended = ~np.isnat(done)
    until = np.fmax(np.fmax.reduce(opened), np.fmax.reduce(done))
    return Waited((np.where(ended, done, until) - opened) / np.timedelta64(1, "s"), ended)
