"""Sentences that people wrote, chosen to fit the matter and filled from the records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from course.company.calendar import DAYS, MONTHS, day_named
from course.company.columns import BLANK
from course.company.settings import parsed


@dataclass(frozen=True)
class Line:
    """A sentence, what it is kept to (nothing: it always fits), and replies that fit it alone."""

    say: str
    kinds: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    answers: tuple[str, ...] = ()

    def fits(self, kind: str, topic: str, age: str) -> bool:
        """Whether somebody of this age may say it, on this topic, about this kind of goods."""
        return (
            (not self.kinds or kind in self.kinds)
            and (not self.about or topic in self.about)
            and (not self.ages or age in self.ages)
        )


@cache
def lines(
    file: str, group: str, part: str | int = "", *, kind: str = "", topic: str = "", age: str = ""
) -> tuple[Line, ...]:
    """The sentences of a group (or of a part of it) that fit.

    >>> damage = lines("words.yaml", "openings", "damage", kind="light", topic="damage")
    >>> any("switch" in line.say for line in damage)
    True
    """
    told = parsed(file)[group]
    every = [_line(one) for one in (told if part == "" else told[part])]
    return tuple(line for line in every if line.fits(kind, topic, age))


def _line(told: Any) -> Line:
    if isinstance(told, str):
        return Line(told)
    kept = {
        "kinds": frozenset(told.get("for", ())),
        "about": frozenset(told.get("about", ())),
        "ages": frozenset(told.get("age", ())),
    }
    return Line(told["say"], answers=tuple(told.get("answer", ())), **kept)


def spoken_day(day: int) -> str:
    """A date as people say it; empty for a blank.

    >>> spoken_day(20454)
    'Thursday 1 January'
    """
    if day == BLANK:
        return ""
    date = day_named(day)
    return f"{DAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]}"
