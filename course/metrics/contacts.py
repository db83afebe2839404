"""First contact resolution, from a table with one row a contact."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal

from course.metrics.errors import MetricsError
from course.metrics.frames import (
    how_many,
    lazy_frame,
    needs_columns,
    needs_times,
    needs_truth,
    one_row,
    whole,
    windowed,
)
from course.metrics.moments import Moment, read_moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.usable import usable
from course.metrics.windows import read_window, window_text
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


def fcr(
    contacts: Any,
    *,
    customer: str,
    opened: str,
    topic: str | None = None,
    window: str | timedelta = "7d",
    resolved: str | None = None,
    resolvable: str | None = None,
    per: Literal["case", "contact"] = "case",
    until: Moment | None = None,
    confidence: float = 0.95,
) -> Score:
    """First contact resolution: the share of cases closed by their first contact, in per cent.

    Contacts of the same customer about the same topic belong to one case as long as each
    follows the one before within the window. A case is resolved at first contact if no second
    contact belongs to it. Rows without a customer, topic or time cannot be judged; they are
    left out and counted in ``missing``. The interval is Wilson's.

    Args:
        contacts: A frame with one row a contact, of any engine.
        customer: Column with the customer.
        opened: Column with the time of the contact.
        topic: Column with the topic; without it any further contact of the customer is a repeat.
        window: How soon a further contact counts as a repeat, such as ``"7d"`` or ``"48h"``;
            exactly that long after still counts.
        resolved: Column of true and false: was this contact marked as resolved? If given, the first
            contact must be marked so as well.
        resolvable: Column of true and false: could the first contact have resolved it? If given,
            only those cases count (net); otherwise all do (gross).
        per: ``"case"`` divides by the cases, ``"contact"`` by all contacts, which gives a lower
            number for the same work.
        until: When the records end, as text (``"2025-01-31"``), date or datetime. If given, cases
            too young to have had a full window by then are left out; otherwise they count and a
            note says how many they are.
        confidence: Confidence of the interval, as a fraction.

    Raises:
        MetricsError: If a column is missing or of the wrong kind, or nothing is left to judge.

    >>> import pandas as pd
    >>> log = pd.DataFrame({
    ...     "who": ["Tom", "John", "Betty", "John"],
    ...     "about": ["invoice", "parcel", "parcel", "parcel"],
    ...     "at": pd.to_datetime(["2025-03-03", "2025-03-03", "2025-03-04", "2025-03-05"]),
    ... })
    >>> round(fcr(log, customer="who", topic="about", opened="at").value, 1)
    66.7
    >>> fcr(log, customer="who", topic="about", opened="at", per="contact").value
    50.0
    """
    import narwhals.stable.v2 as nw

    if per not in ("case", "contact"):
        raise MetricsError(f"per is 'case' or 'contact', not {per!r}.")
    length = read_window(window)
    names = {"customer": customer, "topic": topic, "opened": opened}
    names |= {"resolved": resolved, "resolvable": resolvable}
    columns = {role: column for role, column in names.items() if column is not None}
    needs_columns(contacts, list(columns.values()))
    frame = lazy_frame(contacts)
    needs_times(frame, opened)
    needs_truth(frame, *(column for column in (resolved, resolvable) if column is not None))
    zoned = _has_zone(frame, opened)
    frame = frame.select(**{role: nw.col(column) for role, column in columns.items()})
    if frame.collect_schema()["opened"] == nw.Date:
        frame = frame.with_columns(nw.col("opened").cast(nw.Datetime("us")))

    known = usable(frame, columns, latest="opened")
    cutoff = _cutoff(known.latest, until, length, opened)
    counts = _count_cases(known.frame, list(columns), length, cutoff, apart=until is not None)
    missing, notes = known.missing, list(known.notes)
    solved = whole(counts["solved"])
    young = whole(counts["young"])
    n = whole(counts["cases"] if per == "case" else counts["contacts"])
    if until is not None:
        late = whole(counts["young cases"] if per == "case" else counts["young contacts"])
        solved -= whole(counts["young solved"])
        n -= late
        missing += late
        if late:
            age = window_text(length)
            notes.append(f"{counted(late, per)} too young to have had {age} left out")
    elif young:
        some = "1 case is" if young == 1 else f"{young:,} cases are"
        notes.append(f"{some} younger than {window_text(length)} and may come back")
    if n <= 0:
        raise MetricsError(
            f"Of {known.rows:,} rows none can be judged"
            + (f": {'; '.join(notes)}." if notes else ".")
            + " Check the columns, the period and the window.",
            column=customer,
            rows=known.rows,
        )
    return rate(
        "FCR",
        solved,
        n,
        missing,
        _convention(per, topic, length, resolved, resolvable, zoned),
        confidence,
        tuple(notes),
        each=("case", "cases") if per == "case" else ("contact", "contacts"),
    )


def _count_cases(
    kept: nw.LazyFrame[Any],
    roles: list[str],
    length: timedelta,
    cutoff: datetime | None,
    *,
    apart: bool,
) -> dict[str, Any]:
    """Contacts, cases and solved cases; ``apart`` counts the young ones on their own as well."""
    import narwhals.stable.v2 as nw

    keys = [role for role in ("customer", "topic") if role in roles]
    # Contacts of the same moment are put in one order whatever the order of the rows.
    order = [role for role in ("opened", "resolved", "resolvable") if role in roles]
    at, true = nw.col("opened"), nw.lit(True)
    frame, gap, edge = _countable(windowed(kept), length, cutoff)
    steps = frame.with_columns(
        before=at.shift(1).over(*keys, order_by=order),
        after=at.shift(-1).over(*keys, order_by=order),
    )
    steps = steps.select(
        counts=nw.col("resolvable") if "resolvable" in roles else true,
        first=nw.col("before").is_null() | (at - nw.col("before") > gap),
        last=nw.col("after").is_null() | (nw.col("after") - at > gap),
        marked=nw.col("resolved") if "resolved" in roles else true,
        young=(at > nw.lit(edge)) if edge is not None else nw.lit(False),
    )
    contact, young, marked = nw.col("counts"), nw.col("young"), nw.col("marked")
    case = contact & nw.col("first")
    alone = case & nw.col("last")
    totals = {
        "contacts": how_many(contact),
        "cases": how_many(case),
        "solved": how_many(alone & marked),
        "young": how_many(alone & young),
    }
    if apart:
        totals |= {
            "young contacts": how_many(contact & young),
            "young cases": how_many(case & young),
            "young solved": how_many(alone & marked & young),
        }
    return one_row(steps, **totals)


def _countable(
    frame: nw.LazyFrame[Any], length: timedelta, cutoff: datetime | None
) -> tuple[nw.LazyFrame[Any], Any, Any]:
    """The times as whole microseconds on DuckDB, which compares intervals slowly."""
    import narwhals.stable.v2 as nw

    dtype = frame.collect_schema()["opened"]
    if not (frame.implementation.is_duckdb() and getattr(dtype, "time_unit", "") == "us"):
        return frame, length, cutoff
    relation = frame.to_native().project("* REPLACE (epoch_us(opened) AS opened)")
    one = timedelta(microseconds=1)
    edge = cutoff and (cutoff - datetime(1970, 1, 1, tzinfo=cutoff.tzinfo and UTC)) // one
    return nw.from_native(relation), length // one, edge


def _cutoff(
    last: datetime | None, until: Moment | None, length: timedelta, opened: str
) -> datetime | None:
    if last is None:
        return None
    end = last if until is None else read_moment(until, last, opened)
    return end - length


def _has_zone(frame: nw.LazyFrame[Any], opened: str) -> bool:
    import narwhals.stable.v2 as nw

    dtype = frame.collect_schema()[opened]
    # A date alone has no clock, so no zone is wanting.
    return dtype == nw.Date or getattr(dtype, "time_zone", None) is not None


def _convention(
    per: str,
    topic: str | None,
    length: timedelta,
    resolved: str | None,
    resolvable: str | None,
    zoned: bool,
) -> str:
    same = "same customer and topic" if topic else "same customer, any topic"
    return ", ".join(
        [
            f"per {per}",
            "net" if resolvable else "gross",
            f"{same}, no repeat within {window_text(length)}",
            *(["marked as resolved"] if resolved else []),
            *([] if zoned else ["times without a zone"]),
        ]
    )
