"""The answer log, the session of one trainee, and submissions."""

from course.answers.folder import MARK, answers_folder, find_folder
from course.answers.history import Attempt, History, Turn, fold
from course.answers.log import FolderLog, Logged, MemoryLog
from course.answers.record import Record, Spoilt, chain, encode, parse
from course.answers.session import Session, open_session, stamp, utc_now

__all__ = [
    "MARK",
    "Attempt",
    "FolderLog",
    "History",
    "Logged",
    "MemoryLog",
    "Record",
    "Session",
    "Spoilt",
    "Turn",
    "answers_folder",
    "chain",
    "encode",
    "find_folder",
    "fold",
    "open_session",
    "parse",
    "stamp",
    "utc_now",
]
