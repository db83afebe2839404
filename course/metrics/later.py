"""The calculators that few need: imported when one of them is asked for, as they take time."""

from __future__ import annotations

from course.metrics.comparison.funnel import Funnel, FunnelPoint, funnel
from course.metrics.comparison.planning import Sample, power_of, sample_size
from course.metrics.loyalty.value_by_retention import ValueByRetention, cltv_by_retention
from course.metrics.ratings.nonresponse import (
    NonResponse,
    nonresponse,
    post_stratify,
    response_rate,
)
from course.metrics.times.abandonment import (
    Abandonment,
    agents_needed_with_patience,
    erlang_a,
    patience_from,
)
from course.metrics.times.attainment import attainment
from course.metrics.times.day import Day, Interval, staff_day

__all__ = [
    "Abandonment",
    "Day",
    "Funnel",
    "FunnelPoint",
    "Interval",
    "NonResponse",
    "Sample",
    "ValueByRetention",
    "agents_needed_with_patience",
    "attainment",
    "cltv_by_retention",
    "erlang_a",
    "funnel",
    "nonresponse",
    "patience_from",
    "post_stratify",
    "power_of",
    "response_rate",
    "sample_size",
    "staff_day",
]
