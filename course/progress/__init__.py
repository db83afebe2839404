"""How far a trainee is: where they stand and were, what they can do, what is due."""

from course.progress.abilities import (
    Ability,
    FirstTries,
    GroupAbility,
    Practice,
    Slip,
    can_do,
    first_tries,
    practices,
    slips,
)
from course.progress.due import Due, back_on, due
from course.progress.facts import Facts, digest, facts, session_of
from course.progress.pairs import Pair, pairs
from course.progress.places import Place, first_open, next_station, where
from course.progress.review import Pick, pick
from course.progress.sitting import CarryOn, Offer, carry_on, comes_back, ten_minutes
from course.progress.standing import (
    ExerciseStanding,
    LessonFar,
    LessonStanding,
    StationStanding,
    answered,
    how_far,
    lesson_standing,
    standing,
)
from course.progress.states import SIGNS, State, StationState
from course.progress.testing_out import hardest
from course.progress.times import Hours, hours

__all__ = [
    "SIGNS",
    "Ability",
    "CarryOn",
    "Due",
    "ExerciseStanding",
    "Facts",
    "FirstTries",
    "GroupAbility",
    "Hours",
    "LessonFar",
    "LessonStanding",
    "Offer",
    "Pair",
    "Pick",
    "Place",
    "Practice",
    "Slip",
    "State",
    "StationStanding",
    "StationState",
    "answered",
    "back_on",
    "can_do",
    "carry_on",
    "comes_back",
    "digest",
    "due",
    "facts",
    "first_open",
    "first_tries",
    "hardest",
    "hours",
    "how_far",
    "lesson_standing",
    "next_station",
    "pairs",
    "pick",
    "practices",
    "session_of",
    "slips",
    "standing",
    "ten_minutes",
    "where",
]
