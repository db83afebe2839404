"""Channels and teams beside each other: counts always, scores only where enough answered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from course.exports.words import counted

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from course.exports.figures.waited import Waited
    from course.metrics import Histogram, Score

FEW = 30
"""Under so many surveys, or resolved cases, a group gets counts and no score."""
MOST = 15
"""So many groups are shown; the rest are counted together."""


class Group(Struct, frozen=True):
    """One channel or team."""

    name: str
    cases: int
    surveys: int
    score: float | None
    low: float | None
    high: float | None
    half_within: float | None
    """Median time to resolve, in hours; None under 30 resolved cases."""


class Groups(Struct, frozen=True):
    """All channels, or all teams, the one with the most cases first: this is no ranking."""

    by: str
    """`channel` or `team`."""
    metric: str
    """What `score` is; empty where there are no surveys."""
    timed: bool
    groups: tuple[Group, ...]
    others: int
    """Groups that are not shown."""
    others_cases: int
    unnamed: int
    """Cases without a channel or team."""

    @property
    def few(self) -> tuple[Group, ...]:
        """Groups with too few surveys for a score."""
        return tuple(group for group in self.groups if group.surveys < FEW)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the reader must know."""
        said = []
        if self.metric and self.few:
            said.append(
                f"{counted(len(self.few), self.by)} with under {FEW} surveys: counts only, and no "
                "ranking"
            )
        if self.others:
            said.append(
                f"{counted(self.others, 'more ' + self.by)} with "
                f"{counted(self.others_cases, 'case')} not shown"
            )
        if self.unnamed:
            said.append(f"{counted(self.unnamed, 'case')} without a {self.by}")
        return tuple(said)


def grouped(
    frame: pd.DataFrame,
    by: str,
    rating: str | None,
    metric: Callable[[Histogram], Score] | None,
    waited: Waited | None,
) -> Groups:
    """One row a group.

    Args:
        frame: One row a case.
        by: The column that makes the groups.
        rating: The column of survey answers, if there is one.
        metric: How to score it.
        waited: How long each case took; None where no column says so to the hour.
    """
    from course.metrics import Histogram, histograms

    there = frame[by].notna()
    named = frame if there.all() else frame[there]
    sizes = named[by].value_counts()
    sizes = sizes[sizes > 0]  # a category may have lost its cases
    order = sorted(sizes.index, key=lambda name: (-sizes[name], str(name)))
    answers = histograms(named, rating, by=by) if rating else {}
    times = _medians(frame, by, waited) if waited else {}
    groups = []
    for name in order[:MOST]:
        found = answers.get(name, Histogram({}))
        score = metric(found) if metric and found.n >= FEW else None
        groups.append(
            Group(
                name=str(name),
                cases=int(sizes[name]),
                surveys=found.n,
                score=score.value if score else None,
                low=score.low if score else None,
                high=score.high if score else None,
                half_within=times.get(name),
            )
        )
    whole = metric(sum(answers.values(), Histogram({}))) if metric and any(
        one.n for one in answers.values()) else None  # fmt: skip
    return Groups(
        by=by,
        metric=f"{whole.metric}{whole.unit}, {whole.convention}" if whole else "",
        timed=bool(times),
        groups=tuple(groups),
        others=len(order) - len(groups),
        others_cases=int(sum(sizes[name] for name in order[MOST:])),
        unnamed=len(frame) - len(named),
    )


def _medians(frame: pd.DataFrame, by: str, waited: Waited) -> dict[object, float]:
    """Median hours of each group, the open cases counted in; none where too few are done."""
    import numpy as np

    from course.metrics.times.lifetable import LifeTable
    from course.metrics.times.survival import time_until

    fine = waited.seconds >= 0
    found: dict[object, float] = {}
    for name, rows in _rows(frame[by]):
        part = rows[fine[rows]]
        ended = waited.ended[part]
        if np.count_nonzero(ended) < FEW:
            continue
        table = LifeTable.of(waited.seconds[part] / 3600, ended)
        median = time_until(table.times, table.share(), 0.5)
        if median is not None:
            found[name] = median
    return found


def _rows(column: pd.Series) -> Iterator[tuple[object, NDArray[np.int64]]]:
    """Each value of a column, and where it stands; the first one first."""
    import numpy as np
    import pandas as pd

    codes, names = pd.factorize(column)
    # Small numbers are put in order without room of their own.
    codes = codes.astype(np.min_scalar_type(-len(names) - 1))
    order = np.argsort(codes, kind="stable")
    blank = int(np.count_nonzero(codes < 0))
    stops = np.cumsum(np.bincount(codes[codes >= 0], minlength=len(names)))
    yield from zip(names, np.split(order[blank:], stops[:-1]), strict=True)
