"""Who works when. The staff is the same at any size of the records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from course.company.calendar import DAY, day_named, weekday
from course.company.generator.opening import Opening, minute_of, opening
from course.company.settings import baseline, truths

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Table, Texts
    from course.company.generator.draws import Draws
    from course.company.settings import Team

_MARGIN = 120
"""Days kept beyond the end, for what is answered after it."""


@dataclass(frozen=True)
class Roster:
    """The teams in order, their opening hours, and who is on duty.

    ``duty`` gives for a team (its position): for each day and each of its shifts, who works
    it, as positions among all agents, or -1; and ``agents`` their names of rows.
    """

    teams: tuple[Team, ...]
    opening: tuple[Opening, ...]
    duty: tuple[Ints, ...]
    agents: tuple[str, ...]
    start: int

    def code(self, team: str) -> int:
        """The position of a team."""
        return [one.id for one in self.teams].index(team)

    def on_duty(self, draws: Draws, keys: Keys, team: Ints, local: Ints) -> Texts:
        """One of those on duty in the team at that moment, by lot."""
        import numpy as np

        found = np.full(keys.size, "", dtype=object)
        names = np.array(self.agents, dtype=object)
        for code, one in enumerate(self.teams):
            rows = np.flatnonzero(team == code)
            day, minute = local[rows] // DAY - self.start, local[rows] % DAY
            here = self.duty[code][day].copy()
            for shift, (begins, ends) in enumerate(one.shifts):
                away = (minute < minute_of(begins)) | (minute >= minute_of(ends))
                here[away, shift] = -1
            flat = here.reshape(rows.size, len(one.shifts) * len(one.people))
            # Those present come first, in a fixed order, so that a lot picks one of them.
            flat = np.take_along_axis(flat, np.argsort(flat < 0, axis=1, kind="stable"), axis=1)
            lot = draws.below("agent", keys[rows], np.maximum((flat >= 0).sum(axis=1), 1))
            found[rows] = names[flat[np.arange(rows.size), lot]]
        return found


@cache
def roster() -> Roster:
    """The staff of Marlow & Finch.

    >>> roster().teams[roster().code("trade")].people
    ('Gordon Peel', 'Amal Haddad', 'Tess Wynn')
    """
    from course.company.calendar import day_number

    life, told = baseline(), truths()
    start = day_number(told.first)
    days = day_number(told.last) - start + 1 + _MARGIN
    first, duty = 0, []
    for team in life.teams:
        hours = opening(team, start, days, life.closed_on)
        duty.append(_duty(team, hours, first))
        first += len(team.people)
    return Roster(
        teams=life.teams,
        opening=tuple(opening(team, start, days, life.closed_on) for team in life.teams),
        duty=tuple(duty),
        agents=tuple(f"A{number:02d}" for number in range(1, first + 1)),
        start=start,
    )


def _duty(team: Team, hours: Opening, first: int) -> Ints:
    """Days x shifts x places: everybody works five of the team's days, the others off in turn."""
    import numpy as np

    open_weekdays = [day for day, mark in enumerate(team.days) if mark == "1"]
    spare = len(open_weekdays) - 5
    people, shifts = len(team.people), len(team.shifts)
    days = np.arange(hours.start, hours.start + hours.lengths.size, dtype=np.int64)
    week = (days + 3) // 7
    place = np.full((days.size, shifts, people), -1, dtype=np.int64)
    for person in range(people):
        works = hours.lengths > 0
        for extra in range(spare):
            off = np.array(open_weekdays)[(person * (spare + 1) + week + 3 * extra) % (5 + spare)]
            works &= weekday(days) != off
        turn = (person + week) % shifts
        place[works, turn[works], person] = first + person
    return place


def agents() -> Table:
    """One row an agent."""
    import numpy as np

    rows = [(person, team.id, team.site) for team in baseline().teams for person in team.people]
    columns = [np.array(column, dtype=object) for column in zip(*rows, strict=True)]
    names = np.array(roster().agents, dtype=object)
    return {"agent_id": names, "name": columns[0], "team": columns[1], "site": columns[2]}


def shifts(last_day: int) -> Table:
    """One row a shift, in order of day and agent, to the end of the records."""
    import numpy as np

    staff = roster()
    found: list[tuple[int, int, str, str]] = []
    for team, duty in zip(staff.teams, staff.duty, strict=True):
        for day, shift, place in np.argwhere(duty >= 0).tolist():
            if staff.start + day <= last_day:
                begins, ends = team.shifts[shift]
                found.append((staff.start + day, int(duty[day, shift, place]), begins, ends))
    found.sort()
    dates = [day_named(day).isoformat() for day, *_ in found]
    return {
        "agent_id": np.array([staff.agents[agent] for _, agent, *_ in found], dtype=object),
        "date": np.array(dates, dtype=object),
        "starts": np.array([begins for *_, begins, _ in found], dtype=object),
        "ends": np.array([ends for *_, ends in found], dtype=object),
    }
