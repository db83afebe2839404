"""Customer-care metrics that state their convention, their uncertainty and what was left out.

Importing this room is cheap: scipy, pandas and the rest are imported by the calculators that
use them, when they are called.
"""

from course.metrics.comparison.compare import Difference, difference
from course.metrics.comparison.pareto import Cause, Pareto, pareto
from course.metrics.comparison.simpson import Simpson, simpson_check
from course.metrics.comparison.trend import Point, Trend, trend
from course.metrics.contacts import fcr
from course.metrics.errors import MetricsError
from course.metrics.loyalty.cohorts import Cohort, Cohorts, cohorts
from course.metrics.loyalty.repeat import repeat_purchase
from course.metrics.loyalty.retention import (
    churn,
    churn_from_counts,
    churn_over,
    retention,
    retention_from_counts,
)
from course.metrics.loyalty.value import LifetimeValue, cltv
from course.metrics.ratings.counting import histograms
from course.metrics.ratings.histogram import Histogram
from course.metrics.ratings.scores import ces, csat, nps
from course.metrics.ratings.tables import score_table
from course.metrics.score import Score
from course.metrics.times.staffing import Staffing, agents_needed, erlang_c, with_shrinkage
from course.metrics.times.survival import Survival, kaplan_meier, survival
from course.metrics.times.waits import Times, first_response_time, resolution_time
from course.metrics.times.working_hours import WorkingHours

__all__ = [
    "Cause",
    "Cohort",
    "Cohorts",
    "Difference",
    "Histogram",
    "LifetimeValue",
    "MetricsError",
    "Pareto",
    "Point",
    "Score",
    "Simpson",
    "Staffing",
    "Survival",
    "Times",
    "Trend",
    "WorkingHours",
    "agents_needed",
    "ces",
    "churn",
    "churn_from_counts",
    "churn_over",
    "cltv",
    "cohorts",
    "csat",
    "difference",
    "erlang_c",
    "fcr",
    "first_response_time",
    "histograms",
    "kaplan_meier",
    "nps",
    "pareto",
    "repeat_purchase",
    "resolution_time",
    "retention",
    "retention_from_counts",
    "score_table",
    "simpson_check",
    "survival",
    "trend",
    "with_shrinkage",
]
