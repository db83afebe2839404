"""First contact resolution and times on the bench."""

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any

from course.desk.bench.fields import Column, Select, Tick
from course.desk.bench.outcome import Outcome, left_out, of_rate
from course.desk.bench.task import Given, Task
from course.desk.board.ending import end_of_records
from course.desk.board.lengths import RULE, length
from course.metrics import (
    MetricsError,
    Times,
    WorkingHours,
    fcr,
    first_response_time,
    resolution_time,
)
from course.metrics.words import counted

HOURS = {
    "office": WorkingHours(time(9), time(17)),
    "desk": WorkingHours(time(8), time(20), days="1111111"),
}
UNIT = Select(id="unit", label="Given in", of=(
    ("", "the unit that suits its size"), ("minutes", "minutes"), ("hours", "hours"),
    ("days", "days")))  # fmt: skip
OPEN = Select(id="hours", label="Count", of=(
    ("", "every hour of the calendar"), ("office", "Monday to Friday, 9 to 5"),
    ("desk", "every day, 8 to 8")))  # fmt: skip


def work_fcr(given: Given) -> Outcome:
    """Cases closed by their first contact.

    The rows that were left out by the filter are still read, so that a second contact counts
    wherever it came in; only cases that begin in the filter are counted.
    """
    customer, opened = given.column("customer"), given.column("opened")
    frame = given.whole
    extra: dict[str, Any] = {}
    if given.tick("marked"):
        if "outcome" not in frame:
            raise MetricsError("This table does not say what was marked as solved.")
        frame = frame.assign(marked=frame["outcome"] == "solved")
        extra["resolved"] = "marked"
    if given.narrowed:
        frame = frame.assign(wanted=given.chosen)
        extra["resolvable"] = "wanted"
    until = end_of_records(frame[opened]) if given.tick("young") else None
    per: Any = given.text("per")
    score = fcr(
        frame, customer=customer, opened=opened, topic=given.maybe("topic"),
        window=given.text("window"), per=per, until=until, **extra,
    )  # fmt: skip
    notes = []
    if given.narrowed:
        notes.append(
            f"All {len(frame):,} rows were read, so a second contact counts wherever it came in. "
            "Only cases that begin in your selection were counted."
        )
    if per == "contact":
        notes.append("Each further contact of a case stands below as well, so the share is lower.")
    thing = "first contacts with no second one" if per == "contact" else "cases with no second one"
    return of_rate(score, thing, "the others", notes)


def work_resolution(given: Given) -> Outcome:
    """From opening to closing."""
    ask = partial(
        resolution_time, given.rows, opened=given.column("opened"),
        resolved=given.column("resolved"), hours=HOURS.get(given.text("hours")),
    )  # fmt: skip
    return _times(ask, given.text("unit"), "closed", "")


def work_response(given: Given) -> Outcome:
    """From opening to the first answer."""
    rows, bots = given.rows, 0
    if given.tick("people") and "team" in rows:
        people = rows["team"] != "bot"
        bots, rows = int((~people).sum()), rows[people]
    note = f"{counted(bots, 'contact')} of the chat assistant not looked at." if bots else ""
    ask = partial(
        first_response_time, rows, opened=given.column("opened"),
        responded=given.column("responded"), hours=HOURS.get(given.text("hours")),
    )  # fmt: skip
    return _times(ask, given.text("unit"), "answered", note)


def _times(ask: Callable[..., Times], wanted: str, done: str, note: str) -> Outcome:
    """Times in the unit that is wanted, else each in the one that suits its size."""
    times = ask(unit=wanted or "hours")

    def say(value: float | None) -> str:
        if value is None:
            return "cannot be told yet"
        return f"{value:,.1f} {times.unit}" if wanted else length(value)

    lines = [
        f"Looked at: {times.n + times.open:,} contacts, {times.n:,} {done} and {times.open:,} "
        "still open.",
        f"In order of length, the middle one of those {done} took {say(times.median)}; one in ten "
        f"took more than {say(times.p90)}.",
        f"Added up and divided by {times.n:,} they give a mean of {say(times.mean)}: a few very "
        "long ones pull it up.",
    ]
    if times.open:
        lines.append("The open ones count as lasting at least until the records end.")
    if not wanted:
        lines.append(f"Times are given {RULE}.")
    rows = (
        ("half within", say(times.median), say(times.median_with_open)),
        ("nine in ten within", say(times.p90), say(times.p90_with_open)),
        ("mean", say(times.mean), ""),
        ("contacts", f"{times.n:,}", f"{times.n + times.open:,}"),
    )
    few = f" {times.warning.capitalize()}." if times.warning else ""
    return Outcome(
        sentence=f"{times.metric}: half within {say(times.median)}; nine in ten within "
        f"{say(times.p90)}, mean {say(times.mean)}, {times.n:,} {done}, {times.open:,} open, "
        f"{times.missing:,} left out.{few}",
        working=(*lines, *left_out(times), *([note] if note else [])),
        heads=("What", f"Only those {done}", "With the open ones"),
        rows=rows,
        convention=times.convention if wanted else f"{times.convention}; {RULE}",
    )


TASKS = (
    Task(
        id="fcr", name="FCR, first contact resolution", table="contacts", work=work_fcr,
        fields=(
            Column(id="customer", label="Customer in", usual=("customer_id",)),
            Column(id="topic", label="Topic in", usual=("topic",), optional="any topic"),
            Column(id="opened", label="Time in", usual=("opened", "sent", "ordered")),
            Select(id="window", label="A repeat comes within", usual="7d", of=(
                ("24h", "24 hours"), ("72h", "3 days"), ("7d", "7 days"), ("14d", "14 days"),
                ("30d", "30 days"))),
            Select(id="per", label="Divide by", of=(("case", "cases"), ("contact", "contacts"))),
            Tick(id="marked", label="Count a case only if the desk marked it solved"),
            Tick(id="young", label="Leave out cases too young to have come back", usual=True),
        ),
    ),
    Task(
        id="resolution_time", name="Resolution time", table="contacts", work=work_resolution,
        fields=(
            Column(id="opened", label="Opened in", usual=("opened", "sent", "ordered")),
            Column(id="resolved", label="Closed in", usual=("resolved", "answered", "delivered")),
            UNIT, OPEN,
        ),
    ),
    Task(
        id="first_response_time", name="First response time", table="contacts",
        work=work_response,
        fields=(
            Column(id="opened", label="Opened in", usual=("opened", "sent")),
            Column(id="responded", label="Answered in", usual=("first_response", "answered")),
            UNIT, OPEN,
            Tick(id="people", label="Leave out what the chat assistant answered", usual=True),
        ),
    ),
)  # fmt: skip
