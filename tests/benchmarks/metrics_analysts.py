"""What the calculators cost beside the same work by hand: ratios of CPU seconds from one run.

Run ``python tests/benchmarks/metrics_analysts.py [PART ...] [--rows N] [--rounds N]``; parts are
``fcr``, ``table``, ``customers`` and ``ratings``. Each line is measured in turn with its rival.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

import numpy as np
import pandas as pd
import polars as pl

from course.metrics import fcr, histograms, nps, retention, score_table, survival
from course.metrics.intervals import net_share

Rival = tuple[str, Callable[[], object], Callable[[], object], float]


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def contacts(rows: int) -> pd.DataFrame:
    dice = np.random.default_rng(1)
    minute = dice.integers(0, 2 * 365 * 1440, rows)
    return pd.DataFrame(
        {
            "customer": dice.integers(0, rows // 20, rows),
            "topic": dice.integers(0, 8, rows),
            "opened": np.datetime64("2024-01-01", "us") + minute * np.timedelta64(1, "m"),
        }
    )


def fcr_by_hand_pandas(log: pd.DataFrame) -> float:
    """Sort, then look at neighbours."""
    rows = log.sort_values(["customer", "topic", "opened"])
    before = rows.shift(1)
    same = (rows["customer"] == before["customer"]) & (rows["topic"] == before["topic"])
    follows = same & (rows["opened"] - before["opened"] <= pd.Timedelta("7D"))
    first = ~follows
    alone = first & ~follows.shift(-1, fill_value=False)
    return 100 * float(alone.sum() / first.sum())


def fcr_by_hand_polars(log: pl.DataFrame) -> float:
    rows = log.sort("customer", "topic", "opened")
    same = (pl.col("customer") == pl.col("customer").shift(1)) & (
        pl.col("topic") == pl.col("topic").shift(1)
    )
    near = pl.col("opened") - pl.col("opened").shift(1) <= pl.duration(days=7)
    marks = rows.select(follows=(same & near).fill_null(False))
    first = ~pl.col("follows")
    alone = first & ~pl.col("follows").shift(-1).fill_null(False)
    found = marks.select(alone=alone.sum(), first=first.sum()).row(0)
    return 100 * float(found[0] / found[1])


def of_fcr(rows: int) -> Iterator[Rival]:
    log = contacts(rows)
    roles: dict[str, Any] = {"customer": "customer", "topic": "topic", "opened": "opened"}
    quick = pl.from_pandas(log)
    assert round(fcr_by_hand_polars(quick), 9) == round(fcr(quick, **roles).value, 9)
    yield "fcr, Polars", lambda: fcr(quick, **roles), lambda: fcr_by_hand_polars(quick), 1.5
    yield "fcr, pandas", lambda: fcr(log, **roles), lambda: fcr_by_hand_pandas(log), 1.5


def of_table(rows: int) -> Iterator[Rival]:
    dice = np.random.default_rng(2)
    frame = pd.DataFrame(
        {"group": dice.integers(0, 10_000, rows), "rating": dice.integers(0, 11, rows)}
    )

    def by_hand() -> pd.DataFrame:
        ups = frame["rating"] >= 9
        downs = frame["rating"] <= 6
        parts = frame.assign(up=ups, down=downs).groupby("group")[["up", "down"]].sum()
        sizes = frame.groupby("group").size()
        ends = [
            net_share(up, down, n)
            for up, down, n in zip(
                parts["up"].tolist(), parts["down"].tolist(), sizes.tolist(), strict=True
            )
        ]
        value = 100 * (parts["up"] - parts["down"]) / sizes
        return pd.DataFrame({"value": value, "n": sizes}).assign(
            low=[100 * low for low, _ in ends], high=[100 * high for _, high in ends]
        )

    yield "score_table, pandas", lambda: score_table(nps, frame, "rating", "group"), by_hand, 2.0


def of_customers(rows: int) -> Iterator[Rival]:
    dice = np.random.default_rng(3)
    joined = np.datetime64("2023-01-01", "us") + dice.integers(0, 700, rows) * np.timedelta64(
        1, "D"
    )
    left = joined + (1 + dice.exponential(400, rows).astype(int)) * np.timedelta64(1, "D")
    end = np.datetime64("2025-07-01", "us")
    gone = pd.Series(left).where(left < end)
    people = pd.DataFrame({"id": np.arange(rows), "joined": joined, "left": gone})
    roles: dict[str, Any] = {"joined": "joined", "left": "left"}
    first, last = pd.Timestamp("2024-01-01"), pd.Timestamp("2025-01-01")

    def kept_by_hand() -> float:
        there = (people["joined"] < first) & ~(people["left"] < first)
        lost = there & (people["left"] < last)
        assert people["id"].is_unique
        return 100 * float(1 - lost.sum() / there.sum())

    def curve_by_hand() -> object:
        """Lengths, then a life table as lifelines makes it."""
        ended = people["left"].notna().to_numpy()
        days = (people["left"].fillna(pd.Timestamp(end)) - people["joined"]).dt.days.to_numpy()
        table = pd.DataFrame({"days": days, "ended": ended}).groupby("days")["ended"]
        left_then = table.agg(["sum", "count"])
        there = rows - left_then["count"].cumsum().shift(fill_value=0)
        share = (1 - left_then["sum"] / there).cumprod()
        variance = (left_then["sum"] / (there * (there - left_then["sum"]))).cumsum()
        wide = 1.96 * np.sqrt(variance) / np.abs(np.log(share))
        return share ** np.exp(wide), share ** np.exp(-wide)

    period: dict[str, Any] = {"start": "2024-01-01", "end": "2025-01-01", "until": "2025-07-01"}
    yield (
        "retention, pandas",
        lambda: retention(people, customer="id", **roles, **period),
        kept_by_hand,
        1.5,
    )
    yield "survival, pandas", lambda: survival(people, **roles), curve_by_hand, 1.5
    try:
        from lifelines import KaplanMeierFitter
    except ImportError:
        return

    def with_lifelines() -> object:
        ended = people["left"].notna()
        days = (people["left"].fillna(pd.Timestamp(end)) - people["joined"]).dt.days
        return KaplanMeierFitter().fit(days, ended)

    yield (
        "survival, pandas, beside lifelines",
        lambda: survival(people, **roles),
        with_lifelines,
        1.5,
    )


def of_ratings(rows: int) -> Iterator[Rival]:
    dice = np.random.default_rng(4)
    frame = pd.DataFrame(
        {"team": dice.integers(0, 12, rows), "rating": dice.integers(0, 11, rows).astype("int8")}
    )
    yield (
        "ratings by team, pandas",
        lambda: histograms(frame, "rating", by="team"),
        lambda: frame.groupby(["team", "rating"], dropna=False).size(),
        1.1,
    )
    yield (
        "ratings, pandas",
        lambda: histograms(frame, "rating"),
        lambda: frame.groupby("rating", dropna=False).size(),
        1.1,
    )


PARTS = {
    "fcr": (of_fcr, 10_000_000),
    "table": (of_table, 1_000_000),
    "customers": (of_customers, 1_000_000),
    "ratings": (of_ratings, 50_000_000),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], default=[])
    parser.add_argument("--rows", type=int, default=None)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    print(f"{'work':38} {'rows':>12} {'ours':>8} {'by hand':>8} {'ratio':>6} {'goal':>6}")
    for part in given.parts or PARTS:
        make, usual = PARTS[part]
        rows = given.rows or usual
        for name, ours, by_hand, goal in make(rows):
            times = [(cpu(by_hand), cpu(ours)) for _ in range(given.rounds)]
            hand, our = (median(some) for some in zip(*times, strict=True))
            ratio = median(o / h for h, o in times)
            print(f"{name:38} {rows:>12,} {our:>7.2f}s {hand:>7.2f}s {ratio:>6.2f} {goal:>6.1f}")


if __name__ == "__main__":
    main()
