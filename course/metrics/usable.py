"""The rows of a table that have everything a calculator needs, and a count of the others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.metrics.frames import blank_rows
from course.metrics.groups import tally
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


@dataclass(frozen=True)
class LeftOut:
    """How many of all ``rows`` cannot be used (``missing``), and why."""

    rows: int
    missing: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Usable:
    """The rows without blanks; what was left out in each group, and the latest time seen."""

    frame: nw.LazyFrame[Any]
    groups: Mapping[tuple[Any, ...], LeftOut]
    latest: Any = None


def usable(
    frame: nw.LazyFrame[Any],
    columns: Mapping[str, Any],
    *,
    by: Sequence[str] = (),
    latest: str | None = None,
) -> Usable:
    """Leave out the rows in which a column is blank.

    The columns of the frame are named by their roles; ``columns`` gives the names that the
    caller knows them by. ``latest`` is a role whose greatest value is wanted as well.
    """
    import narwhals.stable.v2 as nw

    blank = {role: blank_rows(frame, role) for role in columns}
    some_blank = nw.any_horizontal(*blank.values(), ignore_nulls=False)
    counts, totals = tally(
        frame,
        by,
        {"some blank": some_blank, **{f"no {role}": rows for role, rows in blank.items()}},
        {"latest": nw.col(latest).max()} if latest else None,
    )
    groups = {
        group: LeftOut(
            rows=seen["rows"],
            missing=seen["some blank"],
            notes=tuple(
                f"{counted(seen[f'no {role}'], 'row')} without {name!r} left out"
                for role, name in columns.items()
                if seen[f"no {role}"]
            ),
        )
        for group, seen in counts.items()
    }
    all_there = not any(one.missing for one in groups.values())
    return Usable(
        frame=frame if all_there else frame.filter(~some_blank),
        groups=groups,
        latest=totals.get("latest"),
    )
