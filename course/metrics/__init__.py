"""Customer-care metrics that state their convention, their uncertainty and what was left out."""

from course.metrics.counting import histograms
from course.metrics.errors import MetricsError
from course.metrics.histogram import Histogram
from course.metrics.ratings import ces, csat, nps
from course.metrics.score import Score

__all__ = ["Histogram", "MetricsError", "Score", "ces", "csat", "histograms", "nps"]
