"""Those who did not answer: how many, what they could have said, and known shares of all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import hypot
from typing import Any

from course.metrics.arguments import number, whole_number
from course.metrics.errors import MetricsError
from course.metrics.rates import rate
from course.metrics.ratings.counting import count_ratings
from course.metrics.ratings.histogram import Histogram
from course.metrics.ratings.metric import score_by
from course.metrics.ratings.scale import checked_scale
from course.metrics.score import Score
from course.metrics.tabular import Single


def response_rate(asked: int, answered: int, *, confidence: float = 0.95) -> Score:
    """Answers in per cent of those who were asked, with Wilson's interval.

    Response rate 1 of AAPOR (Standard Definitions, 2023): everybody asked is below the line.

    >>> print(response_rate(60, 9))
    Response rate 15.0 % (8.1 to 26.1), 60 people, 0 left out
    """
    asked = whole_number(asked, "asked", least=1, of="people")
    answered = whole_number(answered, "answered", of="people")
    if answered > asked:
        raise MetricsError(f"{answered:,} answers of {asked:,} asked cannot be: check the two.")
    words = "answered of those asked"
    each = ("person", "people")
    return rate("Response rate", answered, asked, 0, words, confidence, each=each)


@dataclass(frozen=True)
class NonResponse(Single):
    """A score beside what it could have been had everybody answered.

    Attributes:
        score: The score of those who answered.
        response: How many of those asked that is.
        lowest, highest: The score if all who did not answer had given the worst answer, or the
            best. Nothing narrower is certain without a guess about them.
    """

    score: Score
    response: Score
    lowest: float
    highest: float

    def rows(self) -> list[dict[str, Any]]:
        """One row."""
        return [
            {
                "metric": self.score.metric,
                "value": self.score.value,
                "lowest": self.lowest,
                "highest": self.highest,
                "answered": self.response.value,
                "n": self.score.n,
                "asked": self.response.n,
            }
        ]

    def caption(self) -> str:
        """What it is."""
        return f"{self.score.caption()}, and what silence could hide"

    def __str__(self) -> str:
        """One line for people."""
        digits, unit = self.score.decimals, self.score.unit
        return (
            f"{self.score.metric} {self.score.value:z,.{digits}f}{unit} of {self.score.n:,} who "
            f"answered, {self.response.value:.1f} % of those asked; from "
            f"{self.lowest:z,.{digits}f} to {self.highest:z,.{digits}f}{unit} whatever the others "
            "think"
        )


def nonresponse(
    metric: Callable[[Histogram], Score],
    ratings: Any,
    *,
    scale: tuple[int, int],
    asked: int | None = None,
) -> NonResponse:
    """Bound a score by the worst and the best that those without an answer could have said.

    The bounds of Manski (1989): they assume nothing about who stays silent. They are wide where
    few answer, and that is the truth about such a survey.

    Args:
        metric: A rating metric such as ``nps``, or ``functools.partial(ces, high="easy")``.
        ratings: Sequence, Series or Histogram of answers; blanks are people who did not answer.
        scale: Lowest and highest possible answer.
        asked: How many were asked, where the blanks are not in ``ratings``.

    Raises:
        MetricsError: If fewer were asked than answered, or as the metric does.

    >>> from course.metrics import csat, Histogram
    >>> print(nonresponse(csat, Histogram({5: 80, 1: 20}, missing=300), scale=(1, 5)))
    CSAT 80.0 % of 100 who answered, 25.0 % of those asked; from 20.0 to 95.0 % whatever the \
others think
    """
    counted = count_ratings(ratings)
    ends = checked_scale(scale)
    score = score_by(metric, counted)
    everybody = counted.n + counted.missing
    if asked is not None:
        everybody = whole_number(asked, "asked", least=1, of="people")
    silent = everybody - counted.n
    response = response_rate(everybody, counted.n)
    bounds = [score_by(metric, counted + Histogram({end: silent})).value for end in ends]
    return NonResponse(score, response, min(bounds), max(bounds))


def post_stratify(
    metric: Callable[[Histogram], Score],
    strata: Mapping[Any, Any],
    shares: Mapping[Any, float],
) -> Score:
    """The score that all customers would give, each group at its known share of them.

    Where young customers answer less than old ones, the plain score is mostly that of the old.
    Weighing each group by its share of all customers mends that much, and only that much: within
    a group those who answer still stand for those who do not. The interval adds the groups' own
    in squares (Zou and Donner 2008), so it keeps what is good in them; the value is the usual
    post-stratified mean (Holt and Smith 1979).

    Args:
        metric: A rating metric such as ``nps``.
        strata: The answers of each group, as ``histograms`` returns them.
        shares: How many customers each group has, or its share of them, in any unit.

    Raises:
        MetricsError: If a group has no share or no answer, or a share is no number above 0.

    >>> from course.metrics import csat, Histogram
    >>> old, young = Histogram({5: 90, 1: 10}), Histogram({5: 10, 1: 10})
    >>> print(post_stratify(csat, {"old": old, "young": young}, {"old": 1, "young": 1}))
    CSAT 70.0 % (59.3 to 80.3), 120 answers, 0 blank; without the shares 83.3 %
    """
    if not isinstance(strata, Mapping) or not isinstance(shares, Mapping) or not strata:
        raise MetricsError(
            "Give the answers of each group and the share of each group, both by the group's name."
        )
    lacking = [group for group in [*strata, *shares] if group not in shares or group not in strata]
    if lacking:
        raise MetricsError(
            f"Group {lacking[0]!r} has no {'share' if lacking[0] in strata else 'answers'}: every "
            "group needs both. Join small groups with others."
        )
    weights = {
        group: number(shares[group], f"The share of {group!r}", "a number above 0")
        for group in strata
    }
    whole = sum(weights.values())
    counted = {group: count_ratings(ratings) for group, ratings in strata.items()}
    scores = {group: score_by(metric, answers) for group, answers in counted.items()}
    plain = score_by(metric, sum(counted.values(), start=Histogram({})))
    parts = [(weights[group] / whole, scores[group]) for group in strata]
    value = sum(share * score.value for share, score in parts)
    digits = plain.decimals
    return replace(
        plain,
        value=value,
        low=value - hypot(*(share * (score.value - score.low) for share, score in parts)),
        high=value + hypot(*(share * (score.high - score.value) for share, score in parts)),
        convention=f"{plain.convention}, {len(parts)} groups at their shares of all",
        spread=None,
        notes=(*plain.notes, f"without the shares {plain.value:z,.{digits}f}{plain.unit}"),
    )
