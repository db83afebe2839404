"""Customer-care metrics that state their convention, their uncertainty and what was left out.

Importing this room is cheap: scipy, pandas and the rest are imported by the calculators that
use them, when they are called.
"""

from course.metrics.cohorts import Cohort, Cohorts, cohorts
from course.metrics.compare import Difference, difference
from course.metrics.contacts import fcr
from course.metrics.counting import histograms
from course.metrics.errors import MetricsError
from course.metrics.histogram import Histogram
from course.metrics.loyalty import (
    churn,
    churn_from_counts,
    churn_over,
    retention,
    retention_from_counts,
)
from course.metrics.pareto import Cause, Pareto, pareto
from course.metrics.ratings import ces, csat, nps
from course.metrics.repeat import repeat_purchase
from course.metrics.score import Score
from course.metrics.simpson import Simpson, simpson_check
from course.metrics.staffing import Staffing, agents_needed, erlang_c, with_shrinkage
from course.metrics.survival import Survival, kaplan_meier, survival
from course.metrics.tables import score_table
from course.metrics.times import Times, first_response_time, resolution_time
from course.metrics.trend import Point, Trend, trend
from course.metrics.value import LifetimeValue, cltv
from course.metrics.working_hours import WorkingHours

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
