"""What trainees did as xAPI statements, for whoever has a record store."""

from course.grading.xapi.statements import HOME, Statement, Told, statements
from course.grading.xapi.store import BadStore, send, store_at

__all__ = ["HOME", "BadStore", "Statement", "Told", "send", "statements", "store_at"]
