"""How often each rating was given: all that scores, intervals and comparisons need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from course.metrics.arguments import is_whole, shown
from course.metrics.errors import MetricsError


@dataclass(frozen=True)
class Histogram:
    """Counts of whole-number ratings, with the blank answers counted apart.

    Histograms of two teams or two weeks are merged with ``+``; the result equals the
    histogram of all their answers together. Two histograms are equal when their counts and
    their blanks are, whatever column they came from.

    Attributes:
        counts: How often each rating was given, ``{rating: count}``. Ratings are whole numbers;
            ratings given no times are left out.
        missing: How many people were asked and gave no rating. They are never part of ``n``.
        column: Where the ratings came from, for messages only.

    Raises:
        MetricsError: If a rating or a count is not a whole number, or a count is negative.

    >>> week = Histogram({5: 42, 4: 32, 3: 10, 2: 9, 1: 14})
    >>> week.n, round(week.mean, 2), week.between(4, 5)
    (107, 3.74, 74)
    >>> week + Histogram({5: 1}, missing=2)
    Histogram({1: 14, 2: 9, 3: 10, 4: 32, 5: 43}, missing=2)
    """

    counts: Mapping[int, int]
    missing: int = 0
    column: str = field(default="ratings", compare=False)
    n: int = field(init=False, compare=False)
    """How many answers there are, blanks left out."""

    def __post_init__(self) -> None:
        if not isinstance(self.counts, Mapping):
            raise MetricsError(
                f"A histogram is made of counts, such as {{5: 10, 4: 3}}, not "
                f"{shown(self.counts)}. Count raw answers with Histogram.of(answers).",
                value=self.counts,
            )
        for rating, count in self.counts.items():
            if not is_whole(rating) or not is_whole(count) or count < 0:
                raise MetricsError(
                    f"A histogram counts whole ratings a whole number of times, not "
                    f"{shown(rating)}: {shown(count)}. Count raw answers with "
                    "Histogram.of(answers).",
                    column=self.column,
                    value=rating,
                )
        if not is_whole(self.missing) or self.missing < 0:
            raise MetricsError(
                f"The number of blank answers must be a whole number of at least 0, not "
                f"{shown(self.missing)}.",
                column=self.column,
                value=self.missing,
            )
        kept = {int(rating): int(count) for rating, count in sorted(self.counts.items()) if count}
        object.__setattr__(self, "counts", MappingProxyType(kept))
        object.__setattr__(self, "missing", int(self.missing))
        object.__setattr__(self, "n", sum(kept.values()))

    @classmethod
    def trusted(cls, counts: dict[int, int], missing: int, column: str) -> Histogram:
        """Make one of counts that are whole, above 0 and in order: the checks take their time."""
        made = object.__new__(cls)
        made.__dict__.update(
            counts=MappingProxyType(counts), missing=missing, column=column, n=sum(counts.values())
        )
        return made

    @classmethod
    def of(cls, ratings: Any, *, column: str | None = None) -> Histogram:
        """Count ratings: a sequence, a Series of any engine, or a frame with a named column.

        Blank answers (``None``, NaN, ``pandas.NA``) are counted in ``missing``.

        Args:
            ratings: The answers, as whole numbers. ``4.0`` counts as 4. A ``Histogram`` is returned
                as it is.
            column: The column to count, where ``ratings`` is a frame; otherwise only its name in
                messages.

        Raises:
            MetricsError: If there is text, a fraction, true or false, or an infinite value among
                the ratings, or so many different values that they cannot be ratings.

        >>> Histogram.of([5, 4, None, 5])
        Histogram({4: 1, 5: 2}, missing=1)
        """
        from course.metrics.ratings.counting import count_ratings

        return count_ratings(ratings, column=column)

    @property
    def total(self) -> int:
        """The sum of all ratings."""
        return sum(rating * count for rating, count in self.counts.items())

    @property
    def squares(self) -> int:
        """The sum of the squares of all ratings."""
        return sum(rating * rating * count for rating, count in self.counts.items())

    @property
    def mean(self) -> float:
        """The average rating; NaN where there is no answer."""
        return self.total / self.n if self.n else float("nan")

    def between(self, lowest: int, highest: int) -> int:
        """How many answers lie from ``lowest`` to ``highest``, both included."""
        total = 0
        for rating, count in self.counts.items():
            if rating > highest:
                break
            if rating >= lowest:
                total += count
        return total

    def __add__(self, other: Histogram) -> Histogram:
        """Merge two histograms as if their answers had been counted together."""
        if not isinstance(other, Histogram):
            return NotImplemented
        ratings = self.counts.keys() | other.counts.keys()
        merged = {r: self.counts.get(r, 0) + other.counts.get(r, 0) for r in ratings}
        return Histogram(merged, self.missing + other.missing, self.column)

    def __hash__(self) -> int:
        return hash((tuple(self.counts.items()), self.missing))

    def __reduce__(self) -> tuple[type[Histogram], tuple[dict[int, int], int, str]]:
        # A read-only mapping cannot be pickled; its copy can.
        return Histogram, (dict(self.counts), self.missing, self.column)

    def __repr__(self) -> str:
        return f"Histogram({dict(self.counts)}, missing={self.missing})"

    def __str__(self) -> str:
        """Draw one line a rating, with a bar, the count and the share of all answers.

        >>> print(Histogram({1: 1, 2: 3}, missing=1))
        1  ######                 1   25.0 %
        2  ###################    3   75.0 %
        4 answers, 1 blank
        """
        lines = []
        width = max((len(str(rating)) for rating in self.counts), default=1)
        for rating, count in self.counts.items():
            share = count / self.n
            bar = "#" * max(1, round(share * 25))
            lines.append(f"{rating:>{width}}  {bar:<19} {count:>4,}  {100 * share:>5.1f} %")
        answers = "1 answer" if self.n == 1 else f"{self.n:,} answers"
        return "\n".join([*lines, f"{answers}, {self.missing:,} blank"])
