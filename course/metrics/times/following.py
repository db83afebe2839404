"""Follow cases from their start to their end, or to the end of the records."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError
from course.metrics.frames import blank_rows, plain, take, zone_of, zones_of
from course.metrics.groups import By, roles_of, tally
from course.metrics.moments import Moment
from course.metrics.times.clock import instant, read_spans
from course.metrics.times.followed import SECONDS, Followed
from course.metrics.times.on_engine import can_count, count_lengths
from course.metrics.times.working_hours import WorkingHours
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SECONDS", "Followed", "follow"]


def follow(
    table: Any,
    start: str,
    end: str,
    *,
    name: str | None = None,
    once: bool = False,
    which: str = "full",
    until: Moment | None = None,
    zone: str | None = None,
    hours: WorkingHours | None = None,
    by: By | None = None,
    watched: bool = False,
    verb: str = "ended",
) -> dict[tuple[Any, ...], Followed]:
    """Read starts and ends; what has no end is censored at ``until`` or at the latest time seen.

    Cases are formed, and the end of the records is found, before groups. Engines that hold rows
    elsewhere (DuckDB, Spark) hand over counts of lengths and read the table once, unless
    ``hours``, ``zone`` or ``watched`` need every row.

    Args:
        table: A frame of any engine.
        start: Column with the time of the start.
        end: Column with the time of the end, blank while there is none.
        name: Column that names the case; its rows are one case, from its first start to its last
            (``which="full"``) or first end, in the group of its first start.
        once: Refuse a name that comes twice instead.
        which: See ``name``.
        until: When the records end.
        zone: Zone of times without one.
        hours: Opening hours, if only they count.
        by: What makes the groups.
        watched: Whether to say how long each could have been followed.
        verb: What an end is called in the reasons for rows left out.
    """
    groups = roles_of(by, table)
    names = {"start": start, "end": end} | ({"name": name} if name is not None else {})
    frame = take(table, names | groups, times=["start"], perhaps={"end": "start"})
    schema = frame.collect_schema()
    zones = {
        role: own or zone_of(schema[role])
        for role, own in zip(("start", "end"), zones_of(table, start, end), strict=True)
    }
    nameless: dict[tuple[Any, ...], int] = {}
    if name is not None:
        frame, nameless = _one_row_a_case(frame, name, which, list(groups), once=once)
    called = {"start": start, "end": end}
    if can_count(frame) and zone is None and hours is None and not watched:
        found = count_lengths(frame, list(groups), called, zones, until, verb)
    else:
        found = _row_by_row(
            frame.collect(), list(groups), called, zones, until, zone, hours, verb, watched
        )
    for group, rows in nameless.items():
        one = found.get(group) or _nothing(found)
        left_out = {f"without {name!r}": rows} | dict(one.left_out)
        found[group] = replace(one, rows=one.rows + rows, left_out=left_out)
    return found


def _one_row_a_case(
    frame: nw.LazyFrame[Any], name: str, which: str, by: list[str], *, once: bool
) -> tuple[nw.LazyFrame[Any], dict[tuple[Any, ...], int]]:
    """Join the rows of each case; the second value counts those without a name, by group."""
    import narwhals.stable.v2 as nw

    blank = blank_rows(frame, "name")
    counts, totals = tally(frame, by, {"blank": blank}, {"names": nw.col("name").n_unique()})
    nameless = {group: found["blank"] for group, found in counts.items() if found["blank"]}
    named = frame.filter(~blank) if nameless else frame
    rows = sum(found["rows"] for found in counts.values()) - sum(nameless.values())
    # With blanks among them the names are not known so soon: they may be blank in two ways.
    if not nameless and rows <= int(totals["names"] or 0):
        return named, nameless
    last = nw.col("end").max() if which == "full" else nw.col("end").min()
    cases = named.group_by("name").agg(nw.col("start").min(), last, number=nw.len())
    if once:
        doubles = int(cases.select(nw.col("number").sum() - nw.len()).collect().item() or 0)
        if doubles:
            raise MetricsError(
                f"Column {name!r}: {counted(doubles, 'row')} of {rows:,} "
                f"{'names' if doubles == 1 else 'name'} a customer who has a row already. One row "
                "a customer is needed: merge them first.",
                column=name,
                rows=doubles,
            )
    if by:
        first = nw.col("start").min().over("name")
        begun = named.with_columns(first=first).filter(nw.col("start") == nw.col("first"))
        owners = begun.group_by("name").agg(*(nw.col(role).min() for role in by))
        cases = cases.join(owners, on="name", how="left")
    return cases, nameless


def _row_by_row(
    frame: nw.DataFrame[Any],
    by: list[str],
    called: dict[str, str],
    zones: dict[str, str],
    until: Moment | None,
    zone: str | None,
    hours: WorkingHours | None,
    verb: str,
    watched: bool,
) -> dict[tuple[Any, ...], Followed]:
    import numpy as np

    spans = read_spans(frame, zones, zone, called=called)
    starts, ends = spans.starts, spans.ends
    no_start, no_end = (frame[role].is_null().to_numpy().astype(bool) for role in ("start", "end"))
    unclear = ~no_start & (np.isnat(starts) | (np.isnat(ends) & ~no_end))
    kept = ~(no_start | unclear)
    ended = ~np.isnat(ends)
    if until is not None:
        now = instant(until, spans.zone)
    else:
        known = slice(None) if bool(kept.all()) else kept
        # A blank is the least of all numbers.
        seen = [times[known].view("int64") for times in (starts, ends)]
        latest = max((int(times.max()) for times in seen if times.size), default=0)
        now = np.datetime64(latest, "us")
    late = kept & (starts > now)
    # What ended after the end of the records had not ended then.
    ended = ended & (ends <= now)
    ends = np.where(ended, ends, now)
    backwards = kept & ~late & (ends < starts)
    reasons = {
        f"without {called['start']!r}": no_start,
        "at an hour the clock showed twice or never": unclear,
        "that start after the records end": late,
        f"{verb} before the start": backwards,
    }
    fine = kept & ~late & ~backwards
    found = {}
    everything: dict[tuple[Any, ...], Any] = {(): slice(None)}
    parts: dict[tuple[Any, ...], Any] = dict(_groups(frame, by)) if by else everything
    for group, rows in parts.items():
        mine: Any = rows
        if not fine.all():
            mine = rows[fine[rows]] if by else np.flatnonzero(fine)
        first, last = starts[mine], ends[mine]
        found[group] = Followed(
            seconds=_seconds(first, last, hours, spans.wall),
            ended=ended[mine],
            # One number for all, which takes no room.
            number=np.broadcast_to(np.int64(1), len(first)),
            rows=len(rows) if by else len(frame),
            left_out={
                why: int(some[rows].sum()) for why, some in reasons.items() if some[rows].any()
            },
            clock=spans.notes,
            watched=_seconds(first, np.full(len(first), now), hours, spans.wall)
            if watched
            else None,
        )
    return found


def _seconds(
    starts: NDArray[np.datetime64],
    ends: NDArray[np.datetime64],
    hours: WorkingHours | None,
    wall: Any,
) -> NDArray[np.float64]:
    if hours is not None:
        return hours.seconds(wall(starts), wall(ends))
    lengths: NDArray[np.float64] = (ends - starts).view("int64") / 1e6
    return lengths


def _groups(frame: nw.DataFrame[Any], by: list[str]) -> dict[tuple[Any, ...], NDArray[np.int64]]:
    """Where the rows of each group stand."""
    import numpy as np

    codes: dict[tuple[Any, ...], int] = {}
    values = zip(*(frame[role].to_list() for role in by), strict=True)
    code = np.array([codes.setdefault(group, len(codes)) for group in values], dtype=np.int64)
    if not codes:
        return {}
    order = np.argsort(code, kind="stable")
    parts = np.split(order, np.cumsum(np.bincount(code, minlength=len(codes)))[:-1])
    found: dict[tuple[Any, ...], list[NDArray[np.int64]]] = {}
    for group, rows in zip(codes, parts, strict=True):
        # A blank may be written in several ways, each a key of its own so far.
        found.setdefault(tuple(map(plain, group)), []).append(rows)
    return {group: np.concatenate(rows) for group, rows in found.items()}


def _nothing(found: dict[tuple[Any, ...], Followed]) -> Followed:
    import numpy as np

    clock = next((one.clock for one in found.values()), ())
    none = np.empty(0)
    return Followed(none, none.astype(bool), none.astype(np.int64), 0, {}, clock, none)
