"""First contact resolution and times on the bench."""

from datetime import time
from typing import Any

from course.metrics import (
    MetricsError,
    Times,
    WorkingHours,
    fcr,
    first_response_time,
    resolution_time,
)
from course.metrics.words import counted
from course.widgets.bench.fields import Column, Option, Tick
from course.widgets.bench.outcome import Outcome, left_out, of_rate
from course.widgets.bench.task import Given, Task

HOURS = {
    "office": WorkingHours(time(9), time(17)),
    "desk": WorkingHours(time(8), time(20), days="1111111"),
}
UNIT = Option(id="unit", label="In", usual="hours", of=(
    ("minutes", "minutes"), ("hours", "hours"), ("days", "days")))  # fmt: skip
OPEN = Option(id="hours", label="Count", of=(
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
    until: Any = frame[opened].max() if given.tick("young") else None
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
    unit: Any = given.text("unit")
    return _times(
        resolution_time(
            given.rows, opened=given.column("opened"), resolved=given.column("resolved"),
            hours=HOURS.get(given.text("hours")), unit=unit,
        ),
        "closed",
        "",
    )  # fmt: skip


def work_response(given: Given) -> Outcome:
    """From opening to the first answer."""
    unit: Any = given.text("unit")
    rows, bots = given.rows, 0
    if given.tick("people") and "team" in rows:
        people = rows["team"] != "bot"
        bots, rows = int((~people).sum()), rows[people]
    return _times(
        first_response_time(
            rows, opened=given.column("opened"), responded=given.column("responded"),
            hours=HOURS.get(given.text("hours")), unit=unit,
        ),
        "answered",
        f"{counted(bots, 'contact')} of the chat assistant not looked at." if bots else "",
    )  # fmt: skip


def _times(times: Times, done: str, note: str) -> Outcome:
    unit = times.unit
    lines = [
        f"Looked at: {times.n + times.open:,} contacts, {times.n:,} {done} and {times.open:,} "
        "still open.",
        f"In order of length, the middle one of those {done} took {times.median:,.1f} {unit}; one "
        f"in ten took more than {times.p90:,.1f}.",
        f"Added up and divided by {times.n:,} they give a mean of {times.mean:,.1f}: a few very "
        "long ones pull it up.",
    ]
    if times.open:
        lines.append("The open ones count as lasting at least until the records end.")
    rows = (
        (f"half within ({unit})", _text(times.median), _text(times.median_with_open)),
        (f"nine in ten within ({unit})", _text(times.p90), _text(times.p90_with_open)),
        (f"mean ({unit})", _text(times.mean), ""),
        ("contacts", f"{times.n:,}", f"{times.n + times.open:,}"),
    )
    return Outcome(
        sentence=f"{times}.",
        working=(*lines, *left_out(times), *([note] if note else [])),
        heads=("What", f"Only those {done}", "With the open ones"),
        rows=rows,
        convention=times.convention,
    )


def _text(value: float | None) -> str:
    return "cannot be told yet" if value is None else f"{value:,.1f}"


TASKS = (
    Task(
        id="fcr", name="FCR, first contact resolution", table="contacts", work=work_fcr,
        fields=(
            Column(id="customer", label="Customer in", usual=("customer_id",)),
            Column(id="topic", label="Topic in", usual=("topic",), optional="any topic"),
            Column(id="opened", label="Time in", usual=("opened", "sent", "ordered")),
            Option(id="window", label="A repeat comes within", usual="7d", of=(
                ("24h", "24 hours"), ("72h", "3 days"), ("7d", "7 days"), ("14d", "14 days"),
                ("30d", "30 days"))),
            Option(id="per", label="Divide by", of=(("case", "cases"), ("contact", "contacts"))),
            Tick(id="marked", label="Count a case only if the desk marked it solved"),
            Tick(id="young", label="Leave out cases too young to have come back"),
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
