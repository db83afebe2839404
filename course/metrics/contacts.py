"""First contact resolution, from a table with one row a contact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypedDict, Unpack, overload

from course.metrics.arguments import fraction, one_of
from course.metrics.cases import first_and_last
from course.metrics.errors import MetricsError
from course.metrics.frames import take, zone_of
from course.metrics.groups import By, Groups, by_group, roles_of, tally
from course.metrics.moments import Moment, as_datetimes, is_zoned, read_moment
from course.metrics.rates import rate
from course.metrics.score import Score
from course.metrics.usable import LeftOut, usable
from course.metrics.windows import before, read_window, window_text
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


class _Options(TypedDict, total=False):
    topic: str | None
    window: str | timedelta
    resolved: str | None
    resolvable: str | None
    per: Literal["case", "contact"]
    until: Moment | None
    confidence: float


@overload
def fcr(
    contacts: Any, *, customer: str, opened: str, by: None = None, **options: Unpack[_Options]
) -> Score: ...
@overload
def fcr(
    contacts: Any, *, customer: str, opened: str, by: By, **options: Unpack[_Options]
) -> Groups[Score]: ...
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
    by: By | None = None,
    confidence: float = 0.95,
) -> Score | Groups[Score]:
    """First contact resolution: the share of cases closed by their first contact, in per cent.

    Contacts of the same customer about the same topic belong to one case as long as each
    follows the one before within the window. A case is resolved at first contact if no second
    contact belongs to it. Rows without a customer, topic or time cannot be judged; they are
    left out and counted in ``missing``. Cases are formed from all other contacts, whatever
    their marks; a case whose first contact has no mark is left out after that. The interval is
    Wilson's.

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
        by: Column or columns that make groups, such as the team. Cases are formed first, across
            the groups; a case belongs to the group of its first contact. A frame filtered to one
            group beforehand has lost the repeats that another group took, and gives too high a
            number.
        confidence: Confidence of the interval, as a fraction.

    Returns:
        A score, or with ``by`` one score a group.

    Raises:
        MetricsError: If a column is missing or of the wrong kind, or nothing is left to judge.

    >>> import pandas as pd
    >>> log = pd.DataFrame({
    ...     "who": ["Tom", "John", "Betty", "John"],
    ...     "about": ["invoice", "parcel", "parcel", "parcel"],
    ...     "at": pd.to_datetime(["2025-03-03", "2025-03-03", "2025-03-04", "2025-03-05"]),
    ...     "team": ["A", "A", "B", "B"],
    ... })
    >>> roles = {"customer": "who", "topic": "about", "opened": "at"}
    >>> round(fcr(log, **roles).value, 1)
    66.7
    >>> fcr(log, **roles, per="contact").value
    50.0
    >>> {team: score.value for team, score in fcr(log, **roles, by="team").items()}
    {'A': 50.0, 'B': 100.0}
    """
    one_of(per, "per", ("case", "contact"))
    fraction(confidence, "confidence", 0.95)
    length = read_window(window)
    needed = {"customer": customer, "opened": opened} | (
        {"topic": topic} if topic is not None else {}
    )
    flags = {"resolved": resolved, "resolvable": resolvable}
    flags = {role: column for role, column in flags.items() if column is not None}
    groups = roles_of(by, contacts)
    frame = take(contacts, needed | flags | groups, times=["opened"], truths=list(flags))
    zoned = _has_zone(frame)
    frame = as_datetimes(frame, "opened")
    known = usable(frame, needed, by=list(groups), latest="opened")
    cutoff = _cutoff(known.latest, until, length, opened)
    counts = _count_cases(
        known.frame, topic is not None, list(flags), list(groups), length, cutoff, per
    )
    convention = _convention(per, topic, length, resolved, resolvable, zoned)

    def score(part: tuple[LeftOut, Mapping[str, int]]) -> Score:
        left_out, found = part
        missing, notes = left_out.missing + found["unknown"], list(left_out.notes)
        if found["unknown"]:
            marks = " or ".join(map(repr, flags.values()))
            whose = "of a case" if per == "contact" else ""
            notes.append(
                f"{counted(found['unknown'], per)} {whose}".rstrip()
                + f" whose first contact has no {marks} left out"
            )
        solved, n = found["solved"], found["of"]
        if until is not None:
            solved, n = solved - found["young solved"], n - found["young of"]
            missing += found["young of"]
            if found["young of"]:
                late = counted(found["young of"], per)
                notes.append(f"{late} too young to have had {window_text(length)} left out")
        elif young := found["young"]:
            some = "1 case is" if young == 1 else f"{young:,} cases are"
            notes.append(f"{some} younger than {window_text(length)} and may come back")
        if n <= 0:
            raise MetricsError(
                f"Of {counted(left_out.rows, 'row')} none can be judged"
                + (f": {'; '.join(notes)}." if notes else ".")
                + " Check the columns, the period and the window.",
                column=customer,
                rows=left_out.rows,
            )
        return rate(
            "FCR", solved, n, missing, convention, confidence, tuple(notes),
            each=("case", "cases") if per == "case" else ("contact", "contacts"),
        )  # fmt: skip

    nobody = dict.fromkeys(_COUNTED, 0)
    parts = {group: (part, counts.get(group, nobody)) for group, part in known.groups.items()}
    return by_group(by, groups, parts, score)


_COUNTED = ("of", "solved", "young", "young of", "young solved", "unknown")


def _count_cases(
    kept: nw.LazyFrame[Any],
    by_topic: bool,
    flags: list[str],
    by: list[str],
    length: timedelta,
    cutoff: datetime | None,
    per: str,
) -> dict[tuple[Any, ...], dict[str, int]]:
    """Count what is judged, what of it is solved, and what is young or unknown, a group."""
    import narwhals.stable.v2 as nw

    keys = ["customer", "topic"] if by_topic else ["customer"]
    steps = first_and_last(kept, keys, flags, length, number=per == "contact" and bool(flags))
    false = nw.lit(False)
    first, last = nw.col("first"), nw.col("last")
    true = nw.lit(True)
    counts = nw.col("resolvable") if "resolvable" in flags else true
    marked = nw.col("resolved") if "resolved" in flags else true
    young = (nw.col("opened") > nw.lit(cutoff)) if cutoff is not None else false
    unknown = false
    if "resolvable" in flags:
        unknown = unknown | counts.is_null()
    if "resolved" in flags:
        unknown = unknown | (counts.fill_null(False) & marked.is_null())
    steps = steps.with_columns(unknown=first & unknown)
    if per == "contact" and flags:
        # The further contacts of a case go with it.
        case_unknown = nw.col("unknown").cast(nw.Int64).max().over(*keys, "case") > 0
        no_mark = counts.is_null() if "resolvable" in flags else false
        steps = steps.with_columns(unknown=case_unknown | no_mark)
    judged = ~nw.col("unknown") & (counts.fill_null(False) if "resolvable" in flags else true)
    of = judged & first if per == "case" else judged
    alone = judged & first & last
    solved = alone & marked.fill_null(False) if "resolved" in flags else alone
    totals = {
        "of": of,
        "solved": solved,
        "young": alone & young,
        "young of": of & young,
        "young solved": solved & young,
        "unknown": nw.col("unknown"),
    }
    return tally(steps, by, totals)[0]


def _cutoff(
    last: datetime | None, until: Moment | None, length: timedelta, opened: str
) -> datetime | None:
    if last is None:
        return None
    end = last if until is None else read_moment(until, is_zoned(last), opened)
    return before(end, length)


def _has_zone(frame: nw.LazyFrame[Any]) -> bool:
    import narwhals.stable.v2 as nw

    dtype = frame.collect_schema()["opened"]
    # A date alone has no clock, so no zone is wanting.
    return dtype == nw.Date or bool(zone_of(dtype))


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
