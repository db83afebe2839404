"""Figures and states in plain words."""

from collections.abc import Sequence
from datetime import datetime

from course.grading import ExerciseMarks


def of_hundred(mark: float | None) -> str:
    """A mark to the nearest whole.

    >>> of_hundred(83.4), of_hundred(None)
    ('83 of 100', 'no mark yet')
    """
    return "no mark yet" if mark is None else f"{mark:.0f} of 100"


def per_cent(share: float | None) -> str:
    """A share as a whole percentage.

    >>> per_cent(0.834), per_cent(None)
    ('83 %', '–')
    """
    return "–" if share is None else f"{100 * share:.0f} %"


def count(number: int, one: str, many: str) -> str:
    """A number with its noun.

    >>> count(1, "try", "tries"), count(3, "try", "tries")
    ('1 try', '3 tries')
    """
    return f"{number} {one if number == 1 else many}"


def listed(words: Sequence[str]) -> str:
    """Words in a row.

    >>> listed(["a", "b", "c"]), listed(["a"])
    ('a, b and c', 'a')
    """
    *head, last = words
    return f"{', '.join(head)} and {last}" if head else last


def day(stamp: str) -> str:
    """The day of a UTC time, in words; the text as it is where it is no time.

    >>> day("2026-11-24T14:02:00.000000Z"), day("soon")
    ('24 November 2026', 'soon')
    """
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp[:40]
    return f"{moment.day} {moment:%B %Y}"


def standing(one: ExerciseMarks) -> str:
    """The mark of one exercise in a sentence, small and last."""
    if not one.assigned:
        return f"Outside the mark: {count(one.attempts, 'try', 'tries')}."
    if one.state == "not answered":
        return "Not answered."
    if one.state == "left out":
        return "Left out after its warning. It is outside the mark."
    if one.state == "awaiting review":
        return "A person has yet to read this. It is outside the mark until then."
    if one.state == "no key here":
        return "Recorded. It is marked elsewhere." if one.attempts else "Not answered."
    if one.state == "reviewed":
        newer = " A person has yet to read your newer reply." if one.awaits else ""
        return f"Marked by a person: {per_cent(one.best)}.{newer}"
    tried = count(one.attempts, "try", "tries")
    first = "" if one.attempts == 1 else f", first try {per_cent(one.first)}"
    hints = f", {count(one.hints, 'hint', 'hints')}" if one.hints else ""
    return f"{per_cent(one.best)} of the mark: {tried}{first}{hints}."
