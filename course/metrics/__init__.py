"""Customer-care metrics that state their convention, their uncertainty and what was left out."""

from course.metrics.contacts import fcr
from course.metrics.counting import histograms
from course.metrics.errors import MetricsError
from course.metrics.histogram import Histogram
from course.metrics.ratings import ces, csat, nps
from course.metrics.score import Score
from course.metrics.survival import Survival, kaplan_meier
from course.metrics.times import Times, first_response_time, resolution_time
from course.metrics.working_hours import WorkingHours

__all__ = [
    "Histogram",
    "MetricsError",
    "Score",
    "Survival",
    "Times",
    "WorkingHours",
    "ces",
    "csat",
    "fcr",
    "first_response_time",
    "histograms",
    "kaplan_meier",
    "nps",
    "resolution_time",
]
