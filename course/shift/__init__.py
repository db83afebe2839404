"""A shift on the desk: a day of contacts drawn from a seed, played, and measured like the company.

A day is a frozen value. `actions` says what can be done in it, `advance` does one thing, and the
log of what was done gives the same day again. All times are simulated minutes since opening.
"""

from course.shift.action import Action, ActionError
from course.shift.day import Contact, Day, Desk, Standing, Task
from course.shift.engine import actions, advance, begin, mood_of, replay
from course.shift.fair import day_for
from course.shift.rules import Rules

__all__ = [
    "Action",
    "ActionError",
    "Contact",
    "Day",
    "Desk",
    "Rules",
    "Standing",
    "Task",
    "actions",
    "advance",
    "begin",
    "day_for",
    "mood_of",
    "replay",
]
