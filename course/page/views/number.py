"""The page's data for a `number`."""

from collections.abc import Sequence
from typing import TypeGuard

from msgspec.structs import asdict

from course.exercises import Scored
from course.exercises.calculator import Table
from course.page.messages import Message
from course.page.views.base import ExerciseView, Now
from course.page.views.held import done

NAMING = {"id", "number", "order", "case", "ticket", "invoice", "account", "week"}
"""Columns of these names hold numbers that name something: they are read, never added up."""
YEARS = range(1900, 2101)


class DataTable(Message, frozen=True):
    """The figures to work from, as people read them."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[bool, ...]
    """Which columns hold numbers."""


class NumberView(ExerciseView, frozen=True, kw_only=True):
    """A figure to work out."""

    unit: str
    decimals: int
    value: str
    reasons: tuple[str, ...]
    table: DataTable | None


def picture(now: Now, base: ExerciseView) -> NumberView:
    """The table to work from, what is entered, and the reason after a check."""
    exercise = now.item.exercise
    return NumberView(
        **asdict(base),
        unit=exercise.unit,
        decimals=exercise.decimals,
        value="" if now.given is None else _entered(now.given),
        reasons=_reasons(now),
        table=_table(exercise.table) if exercise.table else None,
    )


def _reasons(now: Now) -> tuple[str, ...]:
    if not isinstance(now.result, Scored):
        return ()
    slipped = any(part.slip for part in now.result.parts)
    return tuple(done(one) if now.held and slipped else one for one in now.result.feedback)


def _table(table: Table) -> DataTable:
    columns = [(name, table.column(name)) for name in table.columns]
    return DataTable(
        caption=table.caption,
        columns=tuple(table.heading(name) for name in table.columns),
        rows=tuple(zip(*(_column(name, column) for name, column in columns), strict=True)),
        figures=tuple(_figures(column) and not _names(name, column) for name, column in columns),
    )


def _entered(given: object) -> str:
    return given if isinstance(given, str) else f"{given:g}" if _is_number(given) else ""


def _names(name: str, column: Sequence[object]) -> bool:
    """Whether the numbers of a column name something, such as orders or years.

    >>> _names("contact_id", [7]), _names("Order number", [7]), _names("orders", [7])
    (True, True, False)
    >>> _names("year", [2025, 2026]), _names("answers last year", [888, 1192])
    (True, False)
    """
    heading = name.lower().replace("_", " ")
    if heading in NAMING or heading.endswith((" id", " number")):
        return True
    numbers = [one for one in column if _is_number(one)]
    return heading.endswith("year") and all(one in YEARS for one in numbers)


def _column(name: str, column: Sequence[object]) -> list[str]:
    """The cells as people read them, all figures with as many decimals as the finest has.

    >>> _column("CSAT", [51.0, 50.4, None]), _column("channel", ["chat"])
    (['51.0', '50.4', ''], ['chat'])
    >>> _column("orders", [1234, 7]), _column("order", [10482])
    (['1,234', '7'], ['10482'])
    """
    if _names(name, column):
        return [_shown(one, "{:.10g}") for one in column]
    places = max((_places(one) for one in column if _is_number(one)), default=0)
    return [_shown(one, f"{{:,.{places}f}}") for one in column]


def _shown(cell: object, how: str) -> str:
    if cell is None:
        return ""
    return how.format(cell) if _is_number(cell) else str(cell)


def _places(number: float) -> int:
    """Decimals that a number needs.

    >>> _places(3.0), _places(0.25), _places(1200)
    (0, 2, 0)
    """
    return len(f"{number:.10f}".rstrip("0").partition(".")[2])


def _figures(column: Sequence[object]) -> bool:
    return any(_is_number(one) for one in column)


def _is_number(one: object) -> TypeGuard[float]:
    return isinstance(one, int | float) and not isinstance(one, bool)
