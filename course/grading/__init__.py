"""Grading: marks of a cohort, items, reviews by a person, exports, simulated learners."""

from course.grading.abilities import Outlook, first_mistake, outlook
from course.grading.assigned import UnknownLesson, assigned
from course.grading.cohort import Cohort, Grading, Summary, cohort
from course.grading.collect import collect, join
from course.grading.days import DayMarks
from course.grading.due import BadDue, read_due
from course.grading.export import Piece, Sheets, exports
from course.grading.finding import Found
from course.grading.gaps import Gap
from course.grading.items import Answered, ItemReport, Study, items, narrowed, study
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
from course.grading.missed import Missed, Tempting, Wrote
from course.grading.opinions import LessonOpinion, WrongHere
from course.grading.outbox import Occupied, put
from course.grading.own_words import Corrected, Unplaced
from course.grading.quoted import IN_LIST, ON_PAGE, quoted
from course.grading.returns import ReturnReport, returns
from course.grading.review import BadReviews
from course.grading.roster import BadRoster, read_roster
from course.grading.zipped import RefusedFile

__all__ = [
    "IN_LIST",
    "ON_PAGE",
    "Answered",
    "BadDue",
    "BadReviews",
    "BadRoster",
    "Cohort",
    "Conversation",
    "Corrected",
    "DayMarks",
    "ExerciseMarks",
    "Found",
    "Gap",
    "Grading",
    "ItemReport",
    "LessonOpinion",
    "Missed",
    "Occupied",
    "Outlook",
    "Piece",
    "RefusedFile",
    "Remark",
    "ReturnReport",
    "ReviewedLine",
    "Sheets",
    "Standing",
    "Study",
    "Summary",
    "Tempting",
    "TraineeMarks",
    "Typed",
    "UnknownLesson",
    "Unplaced",
    "WrongHere",
    "Wrote",
    "assigned",
    "cohort",
    "collect",
    "exports",
    "first_mistake",
    "items",
    "join",
    "mark",
    "narrowed",
    "outlook",
    "put",
    "quoted",
    "read_due",
    "read_roster",
    "returns",
    "study",
    "weighted",
]
