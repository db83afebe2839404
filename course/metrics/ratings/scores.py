"""Scores of survey answers: satisfaction, recommendation and effort."""

from __future__ import annotations

from math import sqrt
from typing import Any, Literal

from course.metrics.errors import MetricsError, bad_rows
from course.metrics.intervals import mean_interval, net_share
from course.metrics.rates import rate
from course.metrics.ratings.counting import count_ratings
from course.metrics.ratings.histogram import Histogram
from course.metrics.score import Score

MANY_ONES = 10
"""So many answers of 1 without one of 0 would be odd if 0 could be chosen: 1 in 1,000."""


def csat(
    ratings: Any,
    scale: tuple[int, int] = (1, 5),
    *,
    measure: Literal["top-box", "mean"] = "top-box",
    boxes: int = 2,
    confidence: float = 0.95,
) -> Score:
    """Customer satisfaction: the share of answers in the top boxes of the scale, in per cent.

    Blank answers are left out and counted; they are never read as an answer. The interval is
    Wilson's for the share, Student's t for the mean.

    Args:
        ratings: Sequence, Series or Histogram of whole numbers.
        scale: Lowest and highest possible answer, as the question was asked.
        measure: ``"top-box"`` for the share of satisfied answers, ``"mean"`` for the average
            rating, which is another number on another scale and must not be compared with it.
        boxes: How many of the highest answers count as satisfied: 2 means 4-5 of 1-5, 6-7 of 1-7.
        confidence: Confidence of the interval, as a fraction.

    Returns:
        In per cent, or in points of the scale for the mean.

    Raises:
        MetricsError: If an answer lies outside the scale or is no whole number, or there is no
            answer.

    >>> answers = Histogram({5: 42, 4: 32, 3: 10, 2: 9, 1: 14}, missing=5)
    >>> print(csat(answers))
    CSAT 69.2 % (59.9 to 77.1), 107 answers, 5 blank
    >>> print(csat(answers, measure="mean"))
    CSAT mean 3.74 (3.47 to 4.01), 107 answers, 5 blank
    """
    lowest, highest = _checked_scale(scale)
    counted = _answers(ratings, scale)
    if measure == "mean":
        return _mean(counted, scale, confidence, "CSAT mean", f"mean of {lowest}-{highest}")
    if measure != "top-box":
        raise MetricsError(f"measure is 'top-box' or 'mean', not {measure!r}.")
    if not 1 <= boxes <= highest - lowest:
        raise MetricsError(
            f"boxes is how many of the highest answers count as satisfied, from 1 to "
            f"{highest - lowest} on this scale, not {boxes!r}."
        )
    return rate(
        "CSAT",
        counted.between(highest - boxes + 1, highest),
        counted.n,
        counted.missing,
        f"top-{boxes}-box of {lowest}-{highest}",
        confidence,
        each=("answer", "answers"),
        left_out="blank",
    )


def nps(ratings: Any, *, scale: tuple[int, int] = (0, 10), confidence: float = 0.95) -> Score:
    """Net Promoter Score: per cent of 9-10 less per cent of 0-6, from -100 to 100.

    Passives (7-8) stay in the denominator, and a 6 is a detractor. The interval is the
    adjusted Wald interval of Rocks (2016). Where nobody answered 0 but ten or more answered 1,
    a note says so: the question may have been one from 1 to 10, which is no NPS.

    Args:
        ratings: Sequence, Series or Histogram of whole numbers from 0 to 10.
        scale: Only 0-10 makes a Net Promoter Score; any other scale is refused.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If the scale is not 0-10, an answer lies outside it or is no whole number, or
            there is no answer.

    >>> print(nps(Histogram({10: 162, 7: 108, 3: 54})))
    NPS 33 (25 to 41), 324 answers, 0 blank
    """
    if tuple(scale) != (0, 10):
        raise MetricsError(
            f"A Net Promoter Score needs the question from 0 to 10, not from {scale[0]} to "
            f"{scale[1]}: on another scale the groups do not mean the same. Use csat with that "
            "scale."
        )
    counted = _answers(ratings, scale)
    promoters, detractors = counted.between(9, 10), counted.between(0, 6)
    convention = "% of 9-10 less % of 0-6, on 0-10"
    notes: tuple[str, ...] = ()
    if counted.between(1, 1) >= MANY_ONES and not counted.between(0, 0):
        notes = ("nobody answered 0 but many 1: check that the question began at 0",)
    return _net(counted, promoters, detractors, confidence, "NPS", 0, convention, notes)


def ces(
    ratings: Any,
    *,
    high: Literal["easy", "effort"],
    scale: tuple[int, int] = (1, 7),
    measure: Literal["mean", "net"] = "mean",
    confidence: float = 0.95,
) -> Score:
    """Customer Effort Score: the average answer, or the net share of easy answers.

    Two wordings are in use and point in opposite directions, so the direction must be said:
    'the company made it easy' (2013, 1-7, a high answer is good) and 'how much effort did you
    have to put in' (2010, 1-5, a high answer is bad). The value is never turned round.

    Args:
        ratings: Sequence, Series or Histogram of whole numbers.
        high: What a high answer means: ``"easy"`` or ``"effort"``.
        scale: Lowest and highest possible answer, as the question was asked.
        measure: ``"mean"``, with Student's t interval; or ``"net"``, only on 1-7: per cent of the
            two easiest answers less per cent of the three hardest, with the interval of ``nps``.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If the direction is not one of the two, an answer lies outside the scale or is
            no whole number, or there is no answer.

    >>> answers = Histogram({7: 20, 6: 15, 5: 5, 2: 4, 1: 2})
    >>> print(ces(answers, high="easy"))
    CES 5.76 (5.24 to 6.28), 46 answers, 0 blank; high = easy
    >>> print(ces(answers, high="easy", measure="net"))
    CES net 63 (39 to 79), 46 answers, 0 blank; high = easy
    """
    if high not in ("easy", "effort"):
        raise MetricsError(
            f"Say what a high answer means: high='easy' ('they made it easy') or high='effort' "
            f"('how much effort'), not {high!r}."
        )
    lowest, highest = _checked_scale(scale)
    counted = _answers(ratings, scale)
    notes = (f"high = {high}",)
    if measure == "mean":
        convention = f"mean of {lowest}-{highest}, high = {high}"
        return _mean(counted, scale, confidence, "CES", convention, notes)
    if measure != "net":
        raise MetricsError(f"measure is 'mean' or 'net', not {measure!r}.")
    if tuple(scale) != (1, 7):
        raise MetricsError("The net score of effort is defined for answers from 1 to 7 only.")
    if high == "easy":
        easy, hard, words = counted.between(6, 7), counted.between(1, 3), "% of 6-7 less % of 1-3"
    else:
        easy, hard, words = counted.between(1, 2), counted.between(5, 7), "% of 1-2 less % of 5-7"
    convention = f"{words}, on 1-7, high = {high}"
    return _net(counted, easy, hard, confidence, "CES net", 0, convention, notes)


def _checked_scale(scale: tuple[int, int]) -> tuple[int, int]:
    try:
        lowest, highest = scale
    except (TypeError, ValueError):
        raise MetricsError(f"A scale is two whole numbers such as (1, 5), not {scale!r}.") from None
    if type(lowest) is not int or type(highest) is not int or lowest >= highest:
        raise MetricsError(
            f"A scale is the lowest and the highest answer, such as (1, 5), not {scale!r}."
        )
    return lowest, highest


def _answers(ratings: Any, scale: tuple[int, int]) -> Histogram:
    lowest, highest = scale
    counted = count_ratings(ratings)
    if counted.between(lowest, highest) != counted.n:
        outside = {r: c for r, c in counted.counts.items() if not lowest <= r <= highest}
        raise bad_rows(
            counted.column,
            next(iter(outside)),
            sum(outside.values()),
            counted.n + counted.missing,
            f"lie outside the scale {lowest} to {highest}",
            "Give the scale that the question had, or find out what these answers mean.",
        )
    if counted.n == 0:
        blank = f"all {counted.missing:,} rows are blank" if counted.missing else "there is no row"
        raise MetricsError(
            f"Column {counted.column!r}: {blank}, so there is no score. Check the column and the "
            "period.",
            column=counted.column,
            rows=counted.missing,
        )
    return counted


def _net(
    counted: Histogram,
    up: int,
    down: int,
    confidence: float,
    metric: str,
    decimals: int,
    convention: str,
    notes: tuple[str, ...] = (),
) -> Score:
    n = counted.n
    low, high = net_share(up, down, n, confidence)
    net = (up - down) / n
    return Score(
        value=100 * (up - down) / n,
        low=100 * low,
        high=100 * high,
        n=n,
        missing=counted.missing,
        convention=convention,
        metric=metric,
        decimals=decimals,
        spread=100 * sqrt(max(0.0, (up + down) / n - net * net)),
        confidence=confidence,
        notes=notes,
    )


def _mean(
    counted: Histogram,
    scale: tuple[int, int],
    confidence: float,
    metric: str,
    convention: str,
    notes: tuple[str, ...] = (),
) -> Score:
    n, mean = counted.n, counted.mean
    spread = sqrt(max(0.0, counted.squares / n - mean * mean))
    low, high = float(scale[0]), float(scale[1])
    if n == 1 or spread == 0:
        # Student's t needs answers that differ; without them anything on the scale is possible.
        notes = (*notes, "all answers are alike, so the interval is the whole scale")
    else:
        left, right = mean_interval(n, counted.total, counted.squares, confidence)
        low, high = max(low, left), min(high, right)
    return Score(
        value=mean,
        low=low,
        high=high,
        n=n,
        missing=counted.missing,
        convention=convention,
        metric=metric,
        decimals=2,
        spread=spread,
        confidence=confidence,
        notes=notes,
    )
