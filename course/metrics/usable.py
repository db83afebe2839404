"""The rows of a table that have everything a calculator needs, and a count of the others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.metrics.frames import blank_rows, how_many, one_row, whole
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw


@dataclass(frozen=True)
class Usable:
    """Rows without blanks; ``missing`` of all ``rows`` have one, and ``notes`` say where."""

    frame: nw.LazyFrame[Any]
    rows: int
    missing: int
    notes: tuple[str, ...]
    latest: Any = None


def usable(
    frame: nw.LazyFrame[Any], columns: dict[str, str], *, latest: str | None = None
) -> Usable:
    """Leave out the rows in which a column is blank, in one pass.

    The columns of the frame are named by their roles; ``columns`` gives the names that the
    caller knows them by. ``latest`` is a role whose greatest value is wanted as well.
    """
    import narwhals.stable.v2 as nw

    blank = {role: blank_rows(frame, role) for role in columns}
    some_blank = nw.any_horizontal(*blank.values(), ignore_nulls=False)
    seen = one_row(
        frame,
        **{"all rows": nw.len(), "some blank": how_many(some_blank)},
        **{f"no {role}": how_many(rows) for role, rows in blank.items()},
        **({"latest": nw.col(latest).max()} if latest else {}),
    )
    without = {name: whole(seen[f"no {role}"]) for role, name in columns.items()}
    return Usable(
        frame=frame.filter(~some_blank),
        rows=whole(seen["all rows"]),
        missing=whole(seen["some blank"]),
        notes=tuple(
            f"{counted(rows, 'row')} without {name!r} left out"
            for name, rows in without.items()
            if rows
        ),
        latest=seen.get("latest"),
    )
