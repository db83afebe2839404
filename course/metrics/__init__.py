"""Customer-care metrics that state their convention, their uncertainty and what was left out.

Importing this room is cheap: scipy, pandas and the rest are imported by the calculators that
use them, when they are called. Rates are in per cent, probabilities are fractions: see
``arguments``. ``course/docs/analysts.md`` is for those who use this room alone.
"""

from typing import TYPE_CHECKING, Any

from course.metrics.comparison.compare import Difference, difference
from course.metrics.comparison.pareto import Cause, Pareto, pareto
from course.metrics.comparison.simpson import Simpson, simpson_check
from course.metrics.comparison.trend import Point, Trend, trend
from course.metrics.contacts import fcr
from course.metrics.errors import MetricsError
from course.metrics.groups import Groups
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

if TYPE_CHECKING:
    from course.metrics.later import (
        Abandonment,
        Day,
        Funnel,
        FunnelPoint,
        Interval,
        NonResponse,
        Sample,
        ValueByRetention,
        agents_needed_with_patience,
        attainment,
        cltv_by_retention,
        erlang_a,
        funnel,
        nonresponse,
        patience_from,
        post_stratify,
        power_of,
        response_rate,
        sample_size,
        staff_day,
    )

__all__ = [
    "Abandonment",
    "Cause",
    "Cohort",
    "Cohorts",
    "Day",
    "Difference",
    "Funnel",
    "FunnelPoint",
    "Groups",
    "Histogram",
    "Interval",
    "LifetimeValue",
    "MetricsError",
    "NonResponse",
    "Pareto",
    "Point",
    "Sample",
    "Score",
    "Simpson",
    "Staffing",
    "Survival",
    "Times",
    "Trend",
    "ValueByRetention",
    "WorkingHours",
    "agents_needed",
    "agents_needed_with_patience",
    "attainment",
    "ces",
    "churn",
    "churn_from_counts",
    "churn_over",
    "cltv",
    "cltv_by_retention",
    "cohorts",
    "csat",
    "difference",
    "erlang_a",
    "erlang_c",
    "fcr",
    "first_response_time",
    "funnel",
    "histograms",
    "kaplan_meier",
    "nonresponse",
    "nps",
    "pareto",
    "patience_from",
    "post_stratify",
    "power_of",
    "repeat_purchase",
    "resolution_time",
    "response_rate",
    "retention",
    "retention_from_counts",
    "sample_size",
    "score_table",
    "simpson_check",
    "staff_day",
    "survival",
    "trend",
    "with_shrinkage",
]


def __getattr__(name: str) -> Any:
    """Import what few need when it is asked for."""
    if name in __all__:
        # Not 'from course.metrics import later', which would ask for it here.
        import course.metrics.later as later

        return getattr(later, name)
    raise AttributeError(f"course.metrics has no {name!r}")
