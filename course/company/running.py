"""Settings about running a desk: what it is worth, its channels, and the people who do it."""

from __future__ import annotations

from datetime import date

from course.company.keeping import Keeping
from course.company.strict import Strict

_Numbers = tuple[int, ...]


class EveningClosed(Strict, frozen=True):
    """For half of the customers the evening desk was closed: who bought again, at what cost."""

    from_: date
    until: date
    people: int
    buys: dict[str, int]
    cost: dict[str, _Numbers]


class AssistantToPhone(Strict, frozen=True):
    """On one step from channel to channel people tell it again and give up; elsewhere few do."""

    from_: date
    until: date
    journeys: int
    before: str
    after: str
    tells: int
    tells_elsewhere: int
    gives_up: int
    gives_up_elsewhere: int


class WhatOneMayGive(Strict, frozen=True):
    """Limits in pounds, drawn by lot, and how far beyond the need each of them tempts."""

    from_: date
    until: date
    complaints: int
    limits: _Numbers
    gives: _Numbers
    needs: _Numbers
    solves: int
    solves_asking: int
    asks_anyway: int


class Line(Strict, frozen=True):
    """One line of the rubric: how often it was so, and how often each lead saw it.

    Of a thousand calls in which it was so, and of a thousand in which it was not.
    """

    so: int
    first: tuple[int, int]
    second: tuple[int, int]


class MarkedApart(Strict, frozen=True):
    """Two leads marked the same calls; on one line they do not mean the same thing."""

    from_: date
    until: date
    calls: int
    lines: dict[str, Line]


class FullWeeks(Strict, frozen=True):
    """After a week that was too full there are more sick days, in each of some weeks."""

    from_: date
    until: date
    bands: tuple[int, int]
    weeks_after: int
    sick: int
    adds: int


class Prize(Strict, frozen=True):
    """One of two teams has a prize for short calls: what becomes of the calls from a day on."""

    from_: date
    until: date
    starts: date
    team: str
    seconds: _Numbers
    shorter: int
    again: int
    again_with: int


class EverydayRunning(Strict, frozen=True):
    """Ordinary life around these truths."""

    evening_minutes: _Numbers
    next_day_minutes: _Numbers
    rates: int
    pleased: dict[str, int]
    margin: _Numbers
    begins: dict[str, int]
    goes_on: dict[str, dict[str, int]]
    step_minutes: dict[str, _Numbers]
    step_solves: int
    decision_minutes: _Numbers
    lead_minutes: _Numbers
    phone_hours: _Numbers
    occupancy: _Numbers
    week_more: int
    talk_seconds: int
    late_changes: dict[str, _Numbers]
    pause_minutes: dict[str, _Numbers]
    helping_teams: tuple[str, ...]
    calls_a_month: _Numbers


class Running(Keeping, frozen=True):
    """The parameters of all these truths, beside those about keeping customers.

    One after the other, for a msgspec struct has room for one base with fields.
    """

    evening_closed: EveningClosed
    assistant_to_phone: AssistantToPhone
    what_one_may_give: WhatOneMayGive
    marked_apart: MarkedApart
    full_weeks: FullWeeks
    prize: Prize
