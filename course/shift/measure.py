"""The finished day measured as the company is: the same calculators on the same tables."""

from collections.abc import Callable, Iterator
from math import inf
from typing import Any, NamedTuple

from course.company import parsed_table
from course.metrics import (
    MetricsError,
    Score,
    Times,
    ces,
    csat,
    fcr,
    first_response_time,
    nps,
    resolution_time,
)
from course.metrics.intervals import mean_interval
from course.metrics.rates import rate
from course.scenarios.handling.shares import spend_of
from course.shift.day import Day
from course.shift.rules import MINUTE_COSTS
from course.shift.table import contacts_text, on_clock, surveys_text
from course.shift.worth import mark


class Figure(NamedTuple):
    """One number of the day."""

    name: str
    score: Score | Times | None
    """None where it cannot be worked out."""
    said: str
    """Why not; else empty."""

    @property
    def warning(self) -> str:
        """'under 30 answers: too few to say much', where it is so."""
        return self.score.warning if self.score else ""


def measured(day: Day) -> tuple[Figure, ...]:
    """What the dashboard says of a day, each number with its interval.

    A day of a dozen contacts is too short for most of them, and they say so.
    """
    contacts = parsed_table("contacts", contacts_text(day))
    surveys = parsed_table("surveys", surveys_text(day))
    return tuple(
        _figure(name, work_out)
        for name, work_out in (*_ratings(surveys), *_times(day, contacts), *_work(day))
    )


WorkOut = Callable[[], Score | Times]


def _figure(name: str, work_out: WorkOut) -> Figure:
    try:
        return Figure(name, work_out(), "")
    except MetricsError as error:
        return Figure(name, None, str(error))


def _ratings(surveys: Any) -> Iterator[tuple[str, WorkOut]]:
    yield "CSAT", lambda: csat(surveys["satisfaction"])
    yield "NPS", lambda: nps(surveys["recommend"])
    yield "CES", lambda: ces(surveys["ease"], high="easy")


def _times(day: Day, contacts: Any) -> Iterator[tuple[str, WorkOut]]:
    until = on_clock(day, day.clock)
    marked = contacts.assign(solved=contacts["outcome"].eq("solved").fillna(False).astype(bool))
    yield (
        "FCR",
        lambda: fcr(
            marked, customer="customer_id", topic="topic", opened="opened", resolved="solved"
        ),
    )
    yield (
        "First response",
        lambda: first_response_time(
            contacts, opened="opened", responded="first_response", unit="minutes", until=until
        ),
    )
    yield (
        "Resolution time",
        lambda: resolution_time(
            contacts, opened="opened", resolved="resolved", unit="minutes", until=until
        ),
    )


def _work(day: Day) -> Iterator[tuple[str, WorkOut]]:
    yield "Left", lambda: _left(day)
    yield "Promises kept", lambda: _promises(day)
    yield "Cost of a contact", lambda: _mean("Cost of a contact", " pounds", costs(day), inf)
    yield "Handling mark", lambda: _mean("Handling mark", "", marks(day), 100)


def marks(day: Day) -> list[float]:
    """The handling mark of each contact; 0 for whoever was never answered."""
    pairs = zip(day.desk.contacts, day.standings, strict=True)
    return [mark(contact, one) for contact, one in pairs]


def costs(day: Day) -> list[float]:
    """Pounds that each contact took: what was given, and the minutes of work."""
    pairs = zip(day.desk.contacts, day.standings, strict=True)
    return [spend_of(contact.index, one.talk) + MINUTE_COSTS * one.work for contact, one in pairs]


def promises(day: Day) -> tuple[int, int]:
    """How many promises were kept, and how many were made: those in the talk, and calls back."""
    kept = sum(len(one.talk.kept) + (one.call_kept is True) for one in day.standings)
    # A call back that did not come stands among the broken ones already.
    return kept, kept + sum(len(one.talk.broken) for one in day.standings)


def _promises(day: Day) -> Score:
    kept, made = promises(day)
    if not made:
        raise MetricsError("Nothing was promised.")
    each = ("promise", "promises")
    return rate("Promises kept", kept, made, 0, "of those that fell due", 0.95, each=each)


def _left(day: Day) -> Score:
    left = sum(one.status == "left" for one in day.standings)
    each = ("contact", "contacts")
    many = len(day.standings)
    return rate("Left", left, many, 0, "gone while they waited", 0.95, each=each)


def _mean(name: str, unit: str, values: list[float], most: float) -> Score:
    """A mean with its interval, of which nothing lies where no value can."""
    if len(values) < 2:
        raise MetricsError("One contact has no mean to speak of.")
    n, total = len(values), sum(values)
    low, high = mean_interval(n, total, sum(one * one for one in values))
    return Score(
        value=total / n, low=max(low, 0.0), high=min(high, most), n=n, missing=0,
        convention="mean of all contacts", metric=name, unit=unit, each=("contact", "contacts"),
    )  # fmt: skip
