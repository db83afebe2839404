"""Who should have handed in: lists of people, whose a file is, and marks for a gradebook."""

from course.grading.roster.gradebook import gradebook
from course.grading.roster.grouped import groups_of
from course.grading.roster.people import BadRoster, Person, Roster, read_roster
from course.grading.roster.roll import Roll, called

__all__ = [
    "BadRoster",
    "Person",
    "Roll",
    "Roster",
    "called",
    "gradebook",
    "groups_of",
    "read_roster",
]
