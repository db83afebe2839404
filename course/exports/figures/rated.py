"""Figures from survey answers: satisfaction, recommendation, effort."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from course.exports.cases.build import days
from course.exports.columns.fields import fields
from course.exports.figures.results import Answered, Figure, from_score
from course.exports.figures.score_weeks import ScoreWeeks, score_weeks
from course.exports.understood import Understood

if TYPE_CHECKING:
    from course.metrics import Histogram, Score

NAMES = {"satisfaction": "CSAT", "recommend": "NPS", "effort": "CES"}
_PARTS = {"promoters": (9, 10), "passives": (7, 8), "detractors": (0, 6)}


def rating_metrics(export: Understood) -> dict[str, Callable[[Histogram], Score]]:
    """The metric of each question whose scale and direction are known."""
    from course.metrics import ces, csat, nps

    found: dict[str, Callable[[Histogram], Score]] = {}
    for role, one in export.cases.surveys.items():
        if one.scale is None or not export.frame[role].notna().any():
            continue
        if role == "satisfaction":
            boxes = 1 if one.scale[1] - one.scale[0] <= 2 else 2
            found[role] = partial(csat, scale=one.scale, boxes=boxes)
        elif role == "recommend":
            found[role] = nps
        elif one.high is not None:
            found[role] = partial(ces, high=one.high, scale=one.scale)
    return found


def rated(answers: Histogram, role: str, metric: Callable[[Histogram], Score]) -> Figure:
    """The score of one question."""
    from msgspec.structs import replace

    one = from_score(NAMES[role].lower(), NAMES[role], metric(answers))
    if role != "recommend":
        return one
    counts = {part: answers.between(*ends) for part, ends in _PARTS.items()}
    said = ", ".join(f"{number:,} {part}" for part, number in counts.items())
    return replace(one, more=dict(counts), notes=(*one.notes, said))


def mean_rated(answers: Histogram, scale: tuple[int, int]) -> Figure:
    """The mean of the answers about satisfaction, which is another number than their CSAT."""
    from course.metrics import csat

    return from_score("csat_mean", "CSAT, mean", csat(answers, scale=scale, measure="mean"))


def why_not_rated(export: Understood, role: str) -> str:
    """Why a question has no score."""
    if role not in export.headings:
        return f"no column holds {fields()[role].means}"
    one = export.cases.surveys[role]
    if not export.frame[role].notna().any():
        return "nobody answered"
    return one.told[-1] if one.told else "the scale or the direction is not certain"


def answered(export: Understood, role: str, answers: Histogram) -> Answered:
    """How often each answer was given."""
    return Answered(role, NAMES[role], scale(export, role), dict(answers.counts), answers.missing)


def scale(export: Understood, role: str) -> tuple[int, int]:
    """The scale of a question that has a score."""
    return export.cases.surveys[role].scale or (0, 0)


def by_week(export: Understood, role: str, metric: Callable[[Histogram], Score]
            ) -> ScoreWeeks | None:  # fmt: skip
    """The score week by week with limits; None where too few weeks have enough answers."""
    import pandas as pd

    from course.metrics import Histogram, histograms

    if "opened" not in export.frame:
        return None
    frame = pd.DataFrame({role: export.frame[role], "day": days(export.frame)}, copy=False)
    weeks: dict[date, Histogram] = {}
    for day, found in histograms(frame, role, by="day").items():
        if day is not None:
            monday = day.date() - timedelta(days=day.weekday())
            weeks[monday] = weeks.get(monday, Histogram({})) + found
    low, high = scale(export, role)
    boxes = 1 if high - low <= 2 else 2
    top = (high - boxes + 1, high) if role == "satisfaction" else None
    return score_weeks(weeks, metric, top)
