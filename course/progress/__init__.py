"""How far a trainee is: where they stand and were, what they can do, what is due."""

from course.progress.places import Place, next_station, where
from course.progress.standing import (
    ExerciseStanding,
    LessonStanding,
    StationStanding,
    standing,
)
from course.progress.states import SIGNS, State, StationState
from course.progress.testing_out import hardest

__all__ = [
    "SIGNS",
    "ExerciseStanding",
    "LessonStanding",
    "Place",
    "State",
    "StationStanding",
    "StationState",
    "hardest",
    "next_station",
    "standing",
    "where",
]
