"""Scores of survey answers: satisfaction, recommendation and effort."""

from __future__ import annotations

from math import sqrt
from typing import Any, Literal, Required, TypedDict, Unpack, overload

from course.metrics.arguments import fraction, is_whole, one_of, shown
from course.metrics.errors import MetricsError, bad_rows
from course.metrics.groups import By, Groups
from course.metrics.intervals import mean_interval, net_share
from course.metrics.rates import rate
from course.metrics.ratings.answer import Answer
from course.metrics.ratings.histogram import Histogram
from course.metrics.ratings.scale import checked_scale
from course.metrics.ratings.scored import scored
from course.metrics.score import Score

MANY_ONES = 10
"""So many answers of 1 without one of 0 would be odd if 0 could be chosen: 1 in 1,000."""
SOME = 3
"""So many answers, none above 5, make one doubt that the question went up to 10."""


_USUAL = (0, 10)
_NPS = Answer("net", _USUAL, "NPS", "% of 9-10 less % of 0-6, on 0-10", 0, (9, 10), (0, 6))


class _From(TypedDict, total=False):
    cluster: str | None
    weight: str | None
    confidence: float


class _Csat(_From, total=False):
    measure: Literal["top-box", "mean"]
    boxes: int


class _CesNeeds(_From, total=False):
    high: Required[Literal["easy", "effort"]]
    scale: tuple[int, int]
    measure: Literal["mean", "net"]


@overload
def csat(
    ratings: Any,
    scale: tuple[int, int] = ...,
    *,
    rating: str | None = None,
    by: None = None,
    **options: Unpack[_Csat],
) -> Score: ...
@overload
def csat(
    ratings: Any, scale: tuple[int, int] = ..., *, rating: str, by: By, **options: Unpack[_Csat]
) -> Groups[Score]: ...
def csat(
    ratings: Any,
    scale: tuple[int, int] = (1, 5),
    *,
    rating: str | None = None,
    by: By | None = None,
    cluster: str | None = None,
    weight: str | None = None,
    measure: Literal["top-box", "mean"] = "top-box",
    boxes: int = 2,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """Customer satisfaction: the share of answers in the top boxes of the scale, in per cent.

    Blank answers are left out and counted; they are never read as an answer. The interval is
    Wilson's for the share, Student's t for the mean.

    Args:
        ratings: Sequence, Series or Histogram of whole numbers, or a frame together with
            ``rating``.
        scale: Lowest and highest possible answer, as the question was asked.
        rating: Column with the answers, where a frame is given.
        by: Column or columns that make groups.
        cluster: Column that says whose answers belong together, such as the customer: who answers
            often says less with each answer. The interval is that of a ratio of cluster totals
            (linearised, Student's t on one less than the clusters; Wilson's at the number of
            independent answers that would be as certain).
        weight: Column with how many people each answer stands for.
        measure: ``"top-box"`` for the share of satisfied answers, ``"mean"`` for the average
            rating, which is another number on another scale and must not be compared with it.
        boxes: How many of the highest answers count as satisfied: 2 means 4-5 of 1-5, 6-7 of 1-7.
        confidence: Confidence of the interval, as a fraction.

    Returns:
        A score in per cent, or in points of the scale for the mean; with ``by`` one a group.

    Raises:
        MetricsError: If an answer lies outside the scale or is no whole number, or there is no
            answer.

    >>> answers = Histogram({5: 42, 4: 32, 3: 10, 2: 9, 1: 14}, missing=5)
    >>> print(csat(answers))
    CSAT 69.2 % (59.9 to 77.1), 107 answers, 5 blank
    >>> print(csat(answers, measure="mean"))
    CSAT mean 3.74 (3.47 to 4.01), 107 answers, 5 blank
    >>> import pandas as pd
    >>> frame = pd.DataFrame({"team": ["A", "A", "B"], "stars": [5, 2, 4]})
    >>> csat(frame, rating="stars", by="team")["A"].value
    50.0
    """
    lowest, highest = checked_scale(scale)
    one_of(measure, "measure", ("top-box", "mean"))
    fraction(confidence, "confidence", 0.95)
    if measure == "mean":
        convention = f"mean of {lowest}-{highest}"
        answer = Answer("mean", (lowest, highest), "CSAT mean", convention, 2)
    else:
        if not is_whole(boxes) or not 1 <= boxes <= highest - lowest:
            raise MetricsError(
                f"boxes is how many of the highest answers count as satisfied, from 1 to "
                f"{highest - lowest} on this scale, not {shown(boxes)}."
            )
        convention = f"top-{boxes}-box of {lowest}-{highest}"
        up = (highest - boxes + 1, highest)
        answer = Answer("rate", (lowest, highest), "CSAT", convention, 1, up)

    def score(counted: Histogram) -> Score:
        _refuse(counted, (lowest, highest))
        if answer.kind == "mean":
            return _mean(counted, answer, confidence)
        return rate(
            "CSAT", counted.between(*answer.up), counted.n, counted.missing, convention,
            confidence, each=("answer", "answers"), left_out="blank",
        )  # fmt: skip

    return scored(ratings, rating, by, cluster, weight, answer, score, confidence)


@overload
def nps(
    ratings: Any,
    *,
    scale: tuple[int, int] = ...,
    rating: str | None = None,
    by: None = None,
    **options: Unpack[_From],
) -> Score: ...
@overload
def nps(
    ratings: Any, *, scale: tuple[int, int] = ..., rating: str, by: By, **options: Unpack[_From]
) -> Groups[Score]: ...
def nps(
    ratings: Any,
    *,
    scale: tuple[int, int] = _USUAL,
    rating: str | None = None,
    by: By | None = None,
    cluster: str | None = None,
    weight: str | None = None,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """Net Promoter Score: per cent of 9-10 less per cent of 0-6, from -100 to 100.

    Passives (7-8) stay in the denominator, and a 6 is a detractor. The interval is the
    adjusted Wald interval of Rocks (2016). Where nobody answered 0 but ten or more answered 1,
    a note says so: the question may have been one from 1 to 10, which is no NPS. So does a note
    where no answer exceeds 5: the question may have gone to 5.

    Args:
        ratings: Sequence, Series or Histogram of whole numbers from 0 to 10, or a frame together
            with ``rating``.
        scale: Only 0-10 makes a Net Promoter Score; any other scale is refused.
        rating: Column with the answers, where a frame is given.
        by: Column or columns that make groups.
        cluster: Column that says whose answers belong together, as in ``csat``.
        weight: Column with how many people each answer stands for.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If the scale is not 0-10, an answer lies outside it or is no whole number, or
            there is no answer.

    >>> print(nps(Histogram({10: 162, 7: 108, 3: 54})))
    NPS 33 (25 to 41), 324 answers, 0 blank
    """
    if scale is not _USUAL and checked_scale(scale) != _USUAL:
        raise MetricsError(
            f"A Net Promoter Score needs the question from 0 to 10, not from {scale[0]} to "
            f"{scale[1]}: on another scale the groups do not mean the same. Use csat with that "
            "scale."
        )
    fraction(confidence, "confidence", 0.95)
    answer = _NPS

    def score(counted: Histogram) -> Score:
        _refuse(counted, (0, 10))
        notes = []
        if counted.counts.get(1, 0) >= MANY_ONES and 0 not in counted.counts:
            notes.append("nobody answered 0 but many 1: check that the question began at 0")
        if counted.n >= SOME and next(reversed(counted.counts)) <= 5:
            notes.append("no answer is above 5: check that the question went up to 10")
        return _net(counted, answer, confidence, tuple(notes))

    return scored(ratings, rating, by, cluster, weight, answer, score, confidence)


@overload
def ces(
    ratings: Any, *, rating: str | None = None, by: None = None, **options: Unpack[_CesNeeds]
) -> Score: ...
@overload
def ces(ratings: Any, *, rating: str, by: By, **options: Unpack[_CesNeeds]) -> Groups[Score]: ...
def ces(
    ratings: Any,
    *,
    high: Literal["easy", "effort"],
    scale: tuple[int, int] = (1, 7),
    rating: str | None = None,
    by: By | None = None,
    cluster: str | None = None,
    weight: str | None = None,
    measure: Literal["mean", "net"] = "mean",
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """Customer Effort Score: the average answer, or the net share of easy answers.

    Two wordings are in use and point in opposite directions, so the direction must be said:
    'the company made it easy' (2013, 1-7, a high answer is good) and 'how much effort did you
    have to put in' (2010, 1-5, a high answer is bad). The value is never turned round.

    Args:
        ratings: Sequence, Series or Histogram of whole numbers, or a frame together with
            ``rating``.
        high: What a high answer means: ``"easy"`` or ``"effort"``.
        scale: Lowest and highest possible answer, as the question was asked.
        rating: Column with the answers, where a frame is given.
        by: Column or columns that make groups.
        cluster: Column that says whose answers belong together, as in ``csat``.
        weight: Column with how many people each answer stands for.
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
    if not isinstance(high, str) or high not in ("easy", "effort"):
        raise MetricsError(
            f"Say what a high answer means: high='easy' ('they made it easy') or high='effort' "
            f"('how much effort'), not {shown(high)}."
        )
    lowest, highest = checked_scale(scale)
    one_of(measure, "measure", ("mean", "net"))
    fraction(confidence, "confidence", 0.95)
    notes = (f"high = {high}",)
    if measure == "mean":
        convention = f"mean of {lowest}-{highest}, high = {high}"
        answer = Answer("mean", (lowest, highest), "CES", convention, 2, notes=notes)
    else:
        if (lowest, highest) != (1, 7):
            raise MetricsError("The net score of effort is defined for answers from 1 to 7 only.")
        easy, hard = ((6, 7), (1, 3)) if high == "easy" else ((1, 2), (5, 7))
        words = f"% of {easy[0]}-{easy[1]} less % of {hard[0]}-{hard[1]}"
        convention = f"{words}, on 1-7, high = {high}"
        answer = Answer("net", (1, 7), "CES net", convention, 0, easy, hard, notes)

    def score(counted: Histogram) -> Score:
        _refuse(counted, (lowest, highest))
        if answer.kind == "mean":
            return _mean(counted, answer, confidence)
        return _net(counted, answer, confidence)

    return scored(ratings, rating, by, cluster, weight, answer, score, confidence)


def _refuse(counted: Histogram, scale: tuple[int, int]) -> None:
    """Refuse answers outside the scale, and no answer at all."""
    lowest, highest = scale
    ratings = counted.counts
    if ratings and (next(iter(ratings)) < lowest or next(reversed(ratings)) > highest):
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


def _net(
    counted: Histogram, answer: Answer, confidence: float, notes: tuple[str, ...] = ()
) -> Score:
    n, up, down = counted.n, counted.between(*answer.up), counted.between(*answer.down)
    low, high = net_share(up, down, n, confidence)
    net = (up - down) / n
    return Score.quick(
        value=100 * (up - down) / n,
        low=100 * low,
        high=100 * high,
        n=n,
        missing=counted.missing,
        convention=answer.convention,
        metric=answer.metric,
        decimals=answer.decimals,
        spread=100 * sqrt(max(0.0, (up + down) / n - net * net)),
        confidence=confidence,
        notes=(*answer.notes, *notes),
    )


def _mean(counted: Histogram, answer: Answer, confidence: float) -> Score:
    n, mean, notes = counted.n, counted.mean, answer.notes
    spread = sqrt(max(0.0, counted.squares / n - mean * mean))
    low, high = map(float, answer.scale)
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
        convention=answer.convention,
        metric=answer.metric,
        decimals=answer.decimals,
        spread=spread,
        confidence=confidence,
        notes=notes,
    )
