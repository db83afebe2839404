"""Grading: marks of a cohort, items, reviews by a person, exports, simulated learners."""

from course.grading.assigned import UnknownLesson, assigned
from course.grading.cohort import Cohort, Grading, Summary, cohort
from course.grading.collect import RefusedFile, collect, find, join
from course.grading.export import Piece, Sheets, exports
from course.grading.gaps import Gap
from course.grading.items import ItemReport, items
from course.grading.mark import mark
from course.grading.marks import (
    Conversation,
    ExerciseMarks,
    Remark,
    ReviewedLine,
    Standing,
    TraineeMarks,
    Typed,
    weighted,
)
from course.grading.opinions import LessonOpinion, WrongHere
from course.grading.outbox import Occupied, put
from course.grading.own_words import Corrected, Unplaced
from course.grading.returns import ReturnReport, returns
from course.grading.review import BadReviews

__all__ = [
    "BadReviews",
    "Cohort",
    "Conversation",
    "Corrected",
    "ExerciseMarks",
    "Gap",
    "Grading",
    "ItemReport",
    "LessonOpinion",
    "Occupied",
    "Piece",
    "RefusedFile",
    "Remark",
    "ReturnReport",
    "ReviewedLine",
    "Sheets",
    "Standing",
    "Summary",
    "TraineeMarks",
    "Typed",
    "UnknownLesson",
    "Unplaced",
    "WrongHere",
    "assigned",
    "cohort",
    "collect",
    "exports",
    "find",
    "items",
    "join",
    "mark",
    "put",
    "returns",
    "weighted",
]
