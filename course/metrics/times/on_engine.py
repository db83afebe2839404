"""Lengths counted where the rows are: what comes back is one row a length, not one a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.metrics.frames import plain, whole
from course.metrics.moments import Moment
from course.metrics.times.clock import instant, zone_notes
from course.metrics.times.followed import Followed

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

SECOND = 1_000_000
MINUTE = 60 * SECOND
FINE = 1_000_000 * SECOND
"""Lengths up to this are counted to the second on Spark, longer ones to the minute: so few kinds
remain, however many rows there are. It is 11 days and a half, in microseconds."""


COARSE = "counted to the second; over 11 days, and where not ended, to the minute"


def can_count(frame: nw.LazyFrame[Any]) -> bool:
    """Say whether the engine can count lengths itself: DuckDB and Spark can."""
    kind = frame.implementation
    return bool(kind.is_duckdb() or kind.is_pyspark())


def count_lengths(
    frame: nw.LazyFrame[Any],
    by: list[str],
    called: dict[str, str],
    zones: dict[str, str],
    until: Moment | None,
    verb: str,
) -> dict[tuple[Any, ...], Followed]:
    """Follow cases by counts of (length, ended), in one read of the table.

    An open case is counted by its start, because how long it has lasted is known only when the
    end of the records is, and that may be the latest time in the table.
    """
    import numpy as np

    clock = zone_notes(zones, None, called)
    if frame.implementation.is_pyspark():
        clock += (COARSE,)
    now = None if until is None else _micros(instant(until, zones["start"] or None))
    rows = plan_of_counts(frame, by, zones, now).collect()
    if now is None:
        latest = [whole(top) for top in rows["latest"].to_list() if plain(top) is not None]
        now = max(latest, default=0)
    by_group: dict[tuple[Any, ...], dict[str, dict[Any, int]]] = {}
    for row in rows.select(*by, "state", "micros", "number").iter_rows():
        state, micros, number = row[len(by) :]
        kinds = by_group.setdefault(tuple(map(plain, row[: len(by)])), {})
        of_kind = kinds.setdefault(str(state), {})
        key = whole(micros) if plain(micros) is not None else None
        of_kind[key] = of_kind.get(key, 0) + whole(number)
    if not by:
        by_group.setdefault((), {})
    found = {}
    for group, kinds in by_group.items():
        ended = kinds.get("ended", {})
        begun = {now - start: number for start, number in kinds.get("open", {}).items()}
        left_out = {
            f"without {called['start']!r}": sum(kinds.get("no start", {}).values()),
            "that start after the records end": sum(n for at, n in begun.items() if at < 0),
            f"{verb} before the start": sum(kinds.get("backwards", {}).values()),
        }
        lasted = {at: number for at, number in begun.items() if at >= 0}
        sizes = [*ended.values(), *lasted.values()]
        found[group] = Followed(
            seconds=np.array([*ended, *lasted], dtype=float) / SECOND,
            ended=np.array([True] * len(ended) + [False] * len(lasted), dtype=bool),
            number=np.array(sizes, dtype=np.int64),
            rows=sum(sum(numbers.values()) for numbers in kinds.values()),
            left_out={why: rows for why, rows in left_out.items() if rows},
            clock=clock,
        )
    return found


def plan_of_counts(
    frame: nw.LazyFrame[Any], by: list[str], zones: dict[str, str], now: int | None
) -> nw.LazyFrame[Any]:
    """The query behind ``count_lengths``; ``now`` is in microseconds where it is known."""
    import narwhals.stable.v2 as nw

    coarse = frame.implementation.is_pyspark()
    start, end = nw.col("start_us"), nw.col("end_us")
    counted = _in_micros(frame, by, zones)
    over = ~end.is_null() if now is None else (end <= now).fill_null(False)
    counted = counted.with_columns(over=over, length=end - start)
    known = counted.with_columns(
        state=nw.when(start.is_null())
        .then(nw.lit("no start"))
        .when((start > now) if now is not None else nw.lit(False))
        .then(nw.lit("open"))
        .when(nw.col("over") & (nw.col("length") < 0))
        .then(nw.lit("backwards"))
        .when(nw.col("over"))
        .then(nw.lit("ended"))
        .otherwise(nw.lit("open")),
    )
    length = _rounded(nw.col("length")) if coarse else nw.col("length")
    begun = (start // MINUTE) * MINUTE if coarse else start
    kinds = known.with_columns(
        micros=nw.when(nw.col("state") == "ended")
        .then(length)
        .when(nw.col("state") == "open")
        .then(begun),
    )
    counts: nw.LazyFrame[Any] = kinds.group_by(*by, "state", "micros").agg(
        number=nw.len(), latest=nw.max_horizontal(start, end).max()
    )
    return counts


def _rounded(length: nw.Expr) -> nw.Expr:
    import narwhals.stable.v2 as nw

    fine = nw.when(length < FINE).then((length // SECOND) * SECOND)
    return fine.otherwise((length // MINUTE) * MINUTE)


def _in_micros(frame: nw.LazyFrame[Any], by: list[str], zones: dict[str, str]) -> nw.LazyFrame[Any]:
    """The times as microseconds since 1970, in the engine's own words."""
    import narwhals.stable.v2 as nw

    native: Any = frame.to_native()
    wrapped: nw.LazyFrame[Any]
    quote = "`" if frame.implementation.is_pyspark() else '"'
    kept = [f"{quote}{name}{quote}" for name in by]
    if frame.implementation.is_duckdb():
        times = [f'epoch_us("{role}") AS {role}_us' for role in ("start", "end")]
        wrapped = nw.from_native(native.project(", ".join([*kept, *times])))
        return wrapped
    # Spark has no such function for times without a zone; parts of an interval it has.
    parts = {"DAY": 86400, "HOUR": 3600, "MINUTE": 60}
    times = []
    for role in ("start", "end"):
        zero = "TIMESTAMP'1970-01-01 00:00:00Z'" if zones[role] else "TIMESTAMP_NTZ'1970-01-01'"
        kind = "TIMESTAMP" if zones[role] else "TIMESTAMP_NTZ"
        since = f"(CAST({role} AS {kind}) - {zero})"
        whole_parts = " + ".join(
            f"EXTRACT({part} FROM {since}) * {seconds}L" for part, seconds in parts.items()
        )
        seconds = f"CAST(EXTRACT(SECOND FROM {since}) * {SECOND} AS BIGINT)"
        times.append(f"({whole_parts}) * {SECOND}L + {seconds} AS {role}_us")
    wrapped = nw.from_native(native.selectExpr(*kept, *times))
    return wrapped


def _micros(moment: Any) -> int:
    return int(moment.astype("int64"))
