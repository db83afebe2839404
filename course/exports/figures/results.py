"""What measuring an export gives, ready to be shown or written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from course.exports.figures.groups import Groups
from course.exports.figures.score_weeks import ScoreWeeks
from course.exports.figures.weeks import Volume
from course.exports.words import counted, figure

if TYPE_CHECKING:
    from course.metrics import Pareto, Score, Survival


class Figure(Struct, frozen=True):
    """One number with all that is needed to judge it."""

    id: str
    name: str
    text: str
    """The number with its interval, for people."""
    value: float
    low: float | None
    high: float | None
    n: int
    missing: int
    unit: str
    convention: str
    warning: str = ""
    notes: tuple[str, ...] = ()
    more: dict[str, float | int | None] = {}
    """Further numbers, such as the mean beside a median."""


class Answered(Struct, frozen=True):
    """How often each answer to one question was given."""

    id: str
    name: str
    scale: tuple[int, int]
    counts: dict[int, int]
    missing: int


class Measured(Struct, frozen=True):
    """What was measured in one export."""

    figures: tuple[Figure, ...]
    answers: tuple[Answered, ...]
    volume: Volume | None
    causes: Pareto | None
    cause: str
    """The heading of the column with the causes."""
    groups: tuple[Groups, ...]
    score_by_week: ScoreWeeks | None
    resolution: Survival | None
    """Which share of cases is still open after so many hours, or days."""
    skipped: tuple[tuple[str, str], ...]
    """What could not be measured, and why."""

    def __getitem__(self, figure_id: str) -> Figure:
        """One figure by its id."""
        for one in self.figures:
            if one.id == figure_id:
                return one
        raise KeyError(figure_id)

    def __contains__(self, figure_id: object) -> bool:
        return any(one.id == figure_id for one in self.figures)

    def __repr__(self) -> str:
        lines = [f"{one.name}: {one.text}" for one in self.figures]
        return "\n".join([f"<Measured {counted(len(self.figures), 'figure')}>", *lines])


def from_score(figure_id: str, name: str, score: Score) -> Figure:
    """A score of the metrics as a figure."""
    value, low, high = (figure(one, score.decimals) for one in (score.value, score.low, score.high))
    return Figure(
        id=figure_id, name=name, text=f"{value}{score.unit} ({low} to {high})", value=score.value,
        low=score.low, high=score.high, n=score.n, missing=score.missing, unit=score.unit.strip(),
        convention=score.convention, warning=score.warning, notes=score.notes,
    )  # fmt: skip
