"""The small course, a clock, and trainees."""

from tests.trainees import clock, course, enrol

__all__ = ["clock", "course", "enrol"]
