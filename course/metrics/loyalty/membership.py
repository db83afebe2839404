"""Tables of customers with the dates on which they joined and left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError
from course.metrics.frames import blank_rows, take, whole
from course.metrics.groups import tally
from course.metrics.moments import as_datetimes, has_zone, instant_of, instants
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


@dataclass(frozen=True)
class Members:
    """Customers with columns ``joined``, ``left`` and perhaps ``customer``, all rows of them.

    ``fine`` is true of rows whose dates make sense, and ``faults`` says what is wrong with the
    others. ``names`` are what the caller calls the columns.
    """

    frame: nw.LazyFrame[Any]
    fine: nw.Expr
    faults: Mapping[str, nw.Expr]
    names: Mapping[str, Any]

    @property
    def zoned(self) -> bool:
        """Whether the dates have a time zone."""
        return has_zone(self.frame, "joined")


@dataclass(frozen=True)
class Counted:
    """Rows counted: of all ``rows`` so many are ``missing``, as ``notes`` say."""

    rows: int
    missing: int
    notes: tuple[str, ...]
    counts: Mapping[str, int]


def members(
    customers: Any,
    joined: str,
    left: str,
    customer: str | None = None,
    groups: Mapping[str, Any] | None = None,
) -> Members:
    """Read a table with one row a customer; ``left`` is blank while the customer is there."""
    import narwhals.stable.v2 as nw

    names = {"joined": joined, "left": left} | (
        {"customer": customer} if customer is not None else {}
    )
    columns = names | dict(groups or {})
    frame = take(customers, columns, times=["joined"], perhaps={"left": "joined"})
    frame = as_datetimes(frame, "joined", "left")
    if has_zone(frame, "joined") != has_zone(frame, "left"):
        raise MetricsError(
            f"Of the columns {joined!r} and {left!r} only one has a time zone. Give both one.",
            column=left,
        )
    faults = {f"without {joined!r}": nw.col("joined").is_null()}
    if customer is not None:
        faults[f"without {customer!r}"] = blank_rows(frame, "customer")
    early = (nw.col("left") < nw.col("joined")).fill_null(False)
    faults[f"with {left!r} before {joined!r}"] = early
    fine = ~nw.any_horizontal(*faults.values(), ignore_nulls=False)
    return Members(frame, fine, faults, names)


Before = Callable[[str, datetime], Any]
"""Which customers joined, or left, before a moment: ``before("left", moment)``."""


def count_members(
    known: Members, by: list[str], truths: Callable[[Before], Mapping[str, Any]]
) -> tuple[dict[tuple[Any, ...], Counted], datetime | None]:
    """Count the customers of each group of whom something is true, and find the last date.

    ``truths`` says what, by means of what it is given; the same words work on arrays in memory
    and on an engine that holds the rows. Without groups the table is read once.

    Raises:
        MetricsError: If a customer has more than one row.
    """
    import narwhals.stable.v2 as nw

    kind = known.frame.implementation
    if not by and (kind.is_pandas() or kind.is_polars()):
        return _count_arrays(known, truths)
    totals = {"joined": nw.col("joined").max(), "left": nw.col("left").max()}
    if "customer" in known.names:
        totals["names"] = _names(known.frame)
    faults = {f"row {why}": rows for why, rows in known.faults.items()}
    wanted = truths(lambda role, moment: (nw.col(role) < nw.lit(moment)).fill_null(False))
    groups, seen = tally(
        known.frame,
        by,
        {"fine": known.fine, **faults, **{name: known.fine & it for name, it in wanted.items()}},
        totals,
    )
    if "customer" in known.names:
        rows = sum(counts["rows"] for counts in groups.values())
        nobody = sum(
            counts[f"row without {known.names['customer']!r}"] for counts in groups.values()
        )
        _refuse_doubles(known, rows, nobody, whole(seen["names"]))
    latest = [moment for moment in (seen["joined"], seen["left"]) if moment is not None]
    return {
        group: _counted(known, counts, {name: counts[name] for name in wanted})
        for group, counts in groups.items()
    }, max(latest, default=None)


def _count_arrays(
    known: Members, truths: Callable[[Before], Mapping[str, Any]]
) -> tuple[dict[tuple[Any, ...], Counted], datetime | None]:
    """In memory arrays of plain numbers are several times quicker than columns of times."""
    import numpy as np

    frame = known.frame.collect()
    times = {role: instants(frame[role]) for role in ("joined", "left")}
    faults = {f"without {known.names['joined']!r}": np.isnat(times["joined"])}
    if "customer" in known.names:
        blank = frame.lazy().select(blank=blank_rows(frame.lazy(), "customer")).collect()["blank"]
        faults[f"without {known.names['customer']!r}"] = blank.to_numpy().astype(bool)
        names = whole(frame.select(_names(frame.lazy()).alias("names")).item())
        _refuse_doubles(known, len(frame), int(blank.sum()), names)
    early = times["left"] < times["joined"]  # false where there is no date
    faults[f"with {known.names['left']!r} before {known.names['joined']!r}"] = early
    some = np.logical_or.reduce(list(faults.values()))
    fine = None if not some.any() else ~some

    def before(role: str, moment: datetime) -> Any:
        return times[role] < instant_of(moment)

    found = {
        name: int(np.count_nonzero(it if fine is None else it & fine))
        for name, it in truths(before).items()
    }
    counts = {"rows": len(frame), "fine": len(frame) - int(np.count_nonzero(some))}
    counts |= {f"row {why}": int(np.count_nonzero(rows)) for why, rows in faults.items()}
    # A blank is the least of all numbers.
    latest = max((int(ends.view("int64").max()) for ends in times.values() if ends.size), default=0)
    zone = UTC if known.zoned else None
    last = None
    if latest > np.iinfo("int64").min and len(frame):
        last = (datetime(1970, 1, 1) + timedelta(microseconds=latest)).replace(tzinfo=zone)
    return {(): _counted(known, counts, found)}, last


def _names(frame: nw.LazyFrame[Any]) -> nw.Expr:
    """How many names there are; names that are blank, in whatever way, count as one."""
    import narwhals.stable.v2 as nw

    name = nw.col("customer")
    if frame.collect_schema()["customer"] == nw.String:
        return nw.when(~blank_rows(frame, "customer")).then(name).n_unique()
    return name.n_unique()


def _counted(known: Members, counts: Mapping[str, int], found: Mapping[str, int]) -> Counted:
    return Counted(
        rows=counts["rows"],
        missing=counts["rows"] - counts["fine"],
        notes=tuple(
            f"{counted(counts[f'row {why}'], 'row')} {why} left out"
            for why in known.faults
            if counts[f"row {why}"]
        ),
        counts=found,
    )


def _refuse_doubles(known: Members, rows: int, nameless: int, names: int) -> None:
    doubles = rows - nameless - (names - bool(nameless))
    if doubles > 0:
        customer = known.names["customer"]
        raise MetricsError(
            f"Column {customer!r}: {counted(doubles, 'row')} of {rows:,} "
            f"{'names' if doubles == 1 else 'name'} a customer who has a row already. One row a "
            "customer is needed: merge them first.",
            column=customer,
            rows=doubles,
        )
