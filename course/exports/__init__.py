"""Exports of real help desks: read, recognised, shown, and measured with the course's metrics.

Nothing is computed before it was said what was understood, and nothing is left out uncounted.
"""

from course.exports.errors import Doubt, ExportError
from course.exports.figures.changes import Changes, changes
from course.exports.figures.figures import measure_cases
from course.exports.figures.results import Figure, Measured
from course.exports.questions import Ask, Question
from course.exports.record import read_record
from course.exports.understood import Understood, understand

__all__ = [
    "Ask",
    "Changes",
    "Doubt",
    "ExportError",
    "Figure",
    "Measured",
    "Question",
    "Understood",
    "changes",
    "measure_cases",
    "read_record",
    "understand",
]
