"""The answer log, the session of one trainee, and submissions."""

from course.answers.clock import stamp, utc_now
from course.answers.folder import MARK, answers_folder, find_folder, inspect
from course.answers.history import Attempt, History, fold, left_out
from course.answers.log import FolderLog, MemoryLog
from course.answers.logged import Logged
from course.answers.reading import Spoilt, parse
from course.answers.record import (
    PLAY,
    REVIEW,
    SCHEMA,
    Act,
    Answer,
    Correction,
    Draft,
    Entry,
    Feedback,
    Floor,
    Hint,
    Profile,
    Record,
    Review,
    Turn,
    Visit,
    Void,
    Way,
    Work,
    chain,
    encode,
)
from course.answers.session import GoneOn, NewerCourse, Session, open_session
from course.answers.shifts import DayHistory, Shift, days, end_of
from course.answers.told import Told, Unusable

__all__ = [
    "MARK",
    "PLAY",
    "REVIEW",
    "SCHEMA",
    "Act",
    "Answer",
    "Attempt",
    "Correction",
    "DayHistory",
    "Draft",
    "Entry",
    "Feedback",
    "Floor",
    "FolderLog",
    "GoneOn",
    "Hint",
    "History",
    "Logged",
    "MemoryLog",
    "NewerCourse",
    "Profile",
    "Record",
    "Review",
    "Session",
    "Shift",
    "Spoilt",
    "Told",
    "Turn",
    "Unusable",
    "Visit",
    "Void",
    "Way",
    "Work",
    "answers_folder",
    "chain",
    "days",
    "encode",
    "end_of",
    "find_folder",
    "fold",
    "inspect",
    "left_out",
    "open_session",
    "parse",
    "stamp",
    "utc_now",
]
