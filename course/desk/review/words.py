"""What is said before, between and after the exercises of a review."""

from collections.abc import Mapping
from datetime import date, timedelta

from course.desk.home.greeting import day
from course.progress import Pick

RULE = "There are no hints here, and your first try counts. Nothing here can lower a mark."
NOTHING = "Nothing comes back today."
HOW = (
    "What was not right at the first try comes back here the next day. What was right comes back "
    "later, and less and less often."
)


def why(at: int, picked: tuple[Pick, ...]) -> str:
    """Why the exercise of that number is in a sitting."""
    because = "a first try was not right" if picked[at].missed else "you answered it some time ago"
    said = f"It comes back because {because}."
    return said if at else f"{said} {RULE}"


def nothing(back: Mapping[str, date], today: date) -> str:
    """What is said where nothing comes back, and when something will."""
    later = [one for one in back.values() if one > today]
    if not later:
        return f"{NOTHING} {HOW}"
    return f"{NOTHING} The next exercise comes back {on(min(later), today)}."


def outcome(title: str, right: bool, back: date | None, today: date) -> str:
    """What came of one exercise, and when it comes back.

    >>> outcome("Late again", True, date(2026, 12, 3), date(2026, 11, 30))
    'Late again: right at the first try. It comes back on Thursday 3 December.'
    >>> outcome("Late again", False, date(2026, 12, 1), date(2026, 11, 30))
    'Late again: not right at the first try. It comes back tomorrow.'
    """
    said = f"{title}: {'right' if right else 'not right'} at the first try."
    return f"{said} It comes back {on(back, today)}." if back and back > today else said


def on(at: date, today: date) -> str:
    """A day to come, as it is said.

    >>> on(date(2026, 12, 1), date(2026, 11, 30)), on(date(2026, 12, 3), date(2026, 11, 30))
    ('tomorrow', 'on Thursday 3 December')
    """
    return "tomorrow" if at == today + timedelta(days=1) else f"on {day(at)}"
