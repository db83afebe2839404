"""A number with everything a reader needs to judge it: interval, size, blanks, convention."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from course.metrics.tabular import Single

FEW = 30
"""Below this many answers a score carries a warning: too few to rank or to act on alone."""


@dataclass(frozen=True)
class Score(Single):
    """A rating metric or a rate, with its uncertainty and the convention that made it.

    Attributes:
        value, low, high: The score and its interval (95 % unless another confidence was asked for),
            all in the score's own unit; rates are in per cent.
        n: How many answers, customers or cases the score stands on.
        missing: How many were blank or had to be left out; ``notes`` says why.
        convention: What was counted, and how, in a few words: the same data give other numbers
            under another convention.
        metric, unit, decimals, each: How the sentence for people names the score, its unit, how
            finely it is written and what ``n`` counts.
        spread: Standard deviation of a single answer in the score's unit; ``None`` if not known.
        notes: Anything the reader must know, such as rows left out and why.
        independent: How many independent answers would be as certain, where that is not ``n``.

    >>> print(Score(34.2, 27.1, 41.3, 512, 88, "0-10", "NPS", "", 0))
    NPS 34 (27 to 41), 512 answers, 88 blank
    """

    value: float
    low: float
    high: float
    n: int
    missing: int
    convention: str
    metric: str = "Score"
    unit: str = ""
    decimals: int = 1
    each: tuple[str, str] = ("answer", "answers")
    left_out: str = "blank"
    spread: float | None = None
    confidence: float = 0.95
    notes: tuple[str, ...] = ()
    independent: float | None = None

    @classmethod
    def quick(cls, **fields: Any) -> Score:
        """The same as ``Score(**fields)``, in a fifth of the time: one is made for each group.

        What is not given stays what the class says.

        >>> parts = dict(value=34.2, low=27.1, high=41.3, n=512, missing=88, convention="0-10")
        >>> Score.quick(**parts) == Score(**parts)
        True
        """
        made = object.__new__(cls)
        made.__dict__.update(fields)
        return made

    @property
    def weight(self) -> float:
        """How much the score weighs beside others: its independent answers."""
        return self.n if self.independent is None else self.independent

    @property
    def warning(self) -> str:
        """Why this score says little, as a phrase; empty where there is enough to go on."""
        if self.n >= FEW:
            return ""
        return f"under {FEW} {self.each[1]}: too few to say much"

    def rows(self) -> list[dict[str, Any]]:
        """One row: the numbers, then what is needed to judge them."""
        return [
            {
                "metric": self.metric,
                "value": self.value,
                "low": self.low,
                "high": self.high,
                "unit": self.unit.strip(),
                "n": self.n,
                "missing": self.missing,
                "convention": self.convention,
                "confidence": self.confidence,
                "warning": self.warning,
                "notes": self.notes,
            }
        ]

    def caption(self) -> str:
        """The name of the score and its convention."""
        return f"{self.metric}, {self.convention}"

    def __str__(self) -> str:
        """One line for people; the warning and the notes follow the numbers."""
        counted = self.each[0] if self.n == 1 else self.each[1]
        parts = [
            f"{self.metric} {self._text(self.value)}{self.unit} "
            f"({self._text(self.low)} to {self._text(self.high)}), {self.n:,} {counted}, "
            f"{self.missing:,} {self.left_out}",
            *([self.warning] if self.warning else []),
            *self.notes,
        ]
        return "; ".join(parts)

    def _text(self, number: float) -> str:
        # 'z' writes a rounded -0 as 0.
        return f"{number:z,.{self.decimals}f}"
