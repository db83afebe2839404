"""Where a new exercise stands on the page of its lesson."""

from pathlib import Path

from course.lessons import Course, Lesson
from course.lessons.load import PAGE, read_page
from course.lessons.minutes import of_exercise, of_station
from course.lessons.page import OPENING, Page, Station, shown

LONGEST = 15
"""Minutes of a station, with the new exercise in it."""
CLOSING = ("ending", "card", "hand-in")
"""Commands of a station with which a lesson closes."""


def placed(course: Course, lesson: str, file: Path, *, alone: bool = False) -> str:
    """The text of a lesson's page with one more exercise, and the minutes of its station.

    It joins the last core station that has room and does not close the lesson; otherwise it
    gets a station of its own, before the one that closes the lesson.

    Args:
        course: The content, with the exercise in it.
        lesson: The lesson's id.
        file: The exercise's file.
        alone: Whether it has a station of its own in any case, as conversations have.
    """
    known = course.read_lesson(lesson)
    text = course.text(known.folder / PAGE)
    item = course.read_item(file)
    takes = of_exercise(item)
    joined = None if alone else _with_room(known, takes)
    if joined is None:
        made = _own_station(text, known.page, item.id, item.exercise.title, takes)
    else:
        made = _after(text, _last_line(joined), f"@exercise {item.id}")
        made = _measured(made, joined, _minutes(known, joined) + takes)
    # What comes of it must still be a page.
    read_page(made, course.shown(known.folder / PAGE))
    return made


def _with_room(lesson: Lesson, takes: float) -> Station | None:
    """The last core station that can hold as many minutes more, and does not close the lesson."""
    for one in reversed(lesson.page.stations):
        if one.core and one.id != OPENING and one.exercises and not _closes(one):
            return one if _minutes(lesson, one) + takes <= LONGEST else None
    return None


def _closes(station: Station) -> bool:
    return any(one.command in CLOSING for one in shown(station.parts))


def _minutes(lesson: Lesson, station: Station) -> float:
    """What a station takes; what its page says where that cannot be measured."""
    try:
        return of_station(station, lesson)
    except Exception:  # what cannot be read is told of by the lint
        return station.minutes


def _last_line(station: Station) -> int:
    """The line of a station's last exercise."""
    return max(one.line for one in shown(station.parts) if one.command == "exercise")


def _after(text: str, line: int, added: str) -> str:
    lines = text.splitlines()
    return "\n".join([*lines[:line], "", added, *lines[line:], ""])


def _own_station(text: str, page: Page, name: str, title: str, takes: float) -> str:
    lines = text.rstrip().splitlines()
    taken = {one.title for one in page.stations}
    heading = title if title not in taken else f"{title}: {name}"
    made = [f"## {heading}", "", f"@minutes {max(1, round(takes))}", "", f"@exercise {name}"]
    last = page.stations[-1] if page.stations else None
    if last is None or last.id == OPENING or not _closes(last):
        return "\n".join([*lines, "", *made, ""])
    return "\n".join([*lines[: last.line - 1], *made, "", *lines[last.line - 1 :], ""])


def _measured(text: str, station: Station, takes: float) -> str:
    """The page with a station's minutes; where it says none, it stays so."""
    lines = text.splitlines()
    for place in range(station.line, len(lines)):
        if lines[place].startswith("## "):
            break
        if lines[place].startswith("@minutes "):
            lines[place] = f"@minutes {max(1, round(takes))}"
            break
    return "\n".join([*lines, ""])
