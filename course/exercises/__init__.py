"""Exercises: one file per kind; results; and `check`, the one way to mark an answer."""

from course.exercises.base import Exercise, Item, Kind, Specimen, content_hash, seed
from course.exercises.kinds import NAMES, check, kind, public, specimens, vary
from course.exercises.result import (
    Criterion,
    Invalid,
    NeedsReview,
    NotAttempted,
    Part,
    Recorded,
    Result,
    Scored,
)
from course.language import Finding

__all__ = [
    "NAMES",
    "Criterion",
    "Exercise",
    "Finding",
    "Invalid",
    "Item",
    "Kind",
    "NeedsReview",
    "NotAttempted",
    "Part",
    "Recorded",
    "Result",
    "Scored",
    "Specimen",
    "check",
    "content_hash",
    "kind",
    "public",
    "seed",
    "specimens",
    "vary",
]
