"""How often the charts by week cry wolf, and how soon they find a real drop.

Run ``python tests/benchmarks/measure_quiet.py [FILES]``: so many files of 26 weeks in which
nothing happens, at several numbers of answers a week; and so many in which satisfaction falls
from 80 to 70 per cent at 100 answers a week. A file shows a sign if any week is marked, in the
chart of cases or in that of the score.
"""

from __future__ import annotations

import sys
from datetime import date, timedelta

import numpy as np
from numpy.random import Generator

from course.exports.figures.score_weeks import ScoreWeeks, score_weeks
from course.exports.figures.weeks import volume
from course.metrics import Histogram, csat, nps

MONDAY = date(2026, 1, 5)
WEEKS = 26


def answered(random: Generator, sizes: list[int], shares: list[float]) -> dict[date, Histogram]:
    """The answers of each week, 5 or 2, by its Monday."""
    found = {}
    for week, (size, share) in enumerate(zip(sizes, shares, strict=True)):
        good = int(random.binomial(size, share))
        found[MONDAY + timedelta(weeks=week)] = Histogram({5: good, 2: size - good})
    return found


def cries_wolf(random: Generator, usual: float, share: float) -> tuple[bool, bool]:
    """Whether a file in which nothing happens shows a sign: in its cases, in its score."""
    sizes = [int(one) for one in random.poisson(usual, WEEKS)]
    days = [
        MONDAY + timedelta(weeks=week, days=int(day))
        for week, size in enumerate(sizes) for day in random.integers(0, 7, size)
    ]  # fmt: skip
    cases = volume(days)
    score = score_weeks(answered(random, sizes, [share] * WEEKS), csat, (4, 5))
    return bool(cases and cases.signals), bool(score and score.signals)


def cries_wolf_nps(random: Generator, usual: float) -> bool:
    """The same for recommendations."""
    weeks = {}
    for week in range(WEEKS):
        drawn = random.multinomial(random.poisson(usual), [0.45, 0.3, 0.25])
        counts = dict(zip((10, 8, 3), map(int, drawn), strict=True))
        weeks[MONDAY + timedelta(weeks=week)] = Histogram(counts)
    found = score_weeks(weeks, nps)
    return bool(found and found.signals)


def finds(random: Generator, week: int, until: int) -> bool:
    """Whether a drop from 80 to 70 in a week is found in that week or the three after it."""
    shares = [0.8] * week + [0.7] * (until - week)
    found = score_weeks(answered(random, [100] * until, shares), csat, (4, 5))
    assert isinstance(found, ScoreWeeks)
    first = MONDAY + timedelta(weeks=week)
    return any(first <= one.start < first + timedelta(weeks=4) for one in found.signals)


def main(files: int) -> None:
    random = np.random.default_rng(15)
    print(
        f"{files:,} quiet files of {WEEKS} weeks: per cent with a sign in cases, in the score, any"
    )
    for usual, share in ((12, 0.8), (100, 0.8), (100, 0.95), (2000, 0.6)):
        signs = np.array([cries_wolf(random, usual, share) for _ in range(files)])
        cases, score = 100 * signs.mean(axis=0)
        print(f"  {usual:5,} a week, {share:.0%}: {cases:4.1f} {score:4.1f} "
              f"{100 * signs.any(axis=1).mean():4.1f}")  # fmt: skip
    for usual in (20, 100):
        wolf = 100 * np.mean([cries_wolf_nps(random, usual) for _ in range(files)])
        print(f"  {usual:5,} a week, NPS: {wolf:4.1f}")
    print("80 to 70 per cent at 100 a week: per cent found within four weeks")
    for week, until in ((22, 26), (18, 26), (13, 26), (8, 26), (8, 12)):
        found = 100 * np.mean([finds(random, week, until) for _ in range(files)])
        print(f"  in week {week + 1} of {until}: {found:5.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
