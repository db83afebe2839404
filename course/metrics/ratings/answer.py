"""What one answer is worth to a metric."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Answer:
    """What one answer is worth to a metric, and how the metric is named.

    Attributes:
        kind: ``"rate"``: 1 in ``up``, else 0. ``"net"``: 1 in ``up``, -1 in ``down``, else 0.
            ``"mean"``: the answer itself.
        scale: Lowest and highest possible answer.
        metric, convention, decimals, notes: As in ``Score``.
        up, down: Lowest and highest answer of each side.
    """

    kind: Literal["rate", "net", "mean"]
    scale: tuple[int, int]
    metric: str
    convention: str
    decimals: int
    up: tuple[int, int] = (0, -1)
    down: tuple[int, int] = (0, -1)
    notes: tuple[str, ...] = ()
