"""Exercises: one file per kind; results; and `check`, the one way to mark an answer."""

from course.exercises.base import (
    Exercise,
    Item,
    Kind,
    Options,
    Quote,
    Specimen,
    Unsettled,
    World,
    content_hash,
    seed,
)
from course.exercises.calculator import Table
from course.exercises.kinds import KINDS, best, check, guess, kind, public, specimens, variant, vary
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
    "KINDS",
    "Criterion",
    "Exercise",
    "Finding",
    "Invalid",
    "Item",
    "Kind",
    "NeedsReview",
    "NotAttempted",
    "Options",
    "Part",
    "Quote",
    "Recorded",
    "Result",
    "Scored",
    "Specimen",
    "Table",
    "Unsettled",
    "World",
    "best",
    "check",
    "content_hash",
    "guess",
    "kind",
    "public",
    "seed",
    "specimens",
    "variant",
    "vary",
]
