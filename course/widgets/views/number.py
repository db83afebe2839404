"""The page's data for a `number`."""

from typing import Any

from course.exercises import Scored
from course.widgets.views.base import Now, View

NAMING = {"id", "number", "order", "case", "ticket", "invoice", "account", "year", "week"}
"""Last words of a column whose numbers name something: they are read, never added up."""


def picture(now: Now) -> View:
    """The table to work from, what is entered, and the reason after a check."""
    exercise = now.item.exercise
    table = exercise.table
    reasons = list(now.result.feedback) if isinstance(now.result, Scored) else []
    return {
        "unit": exercise.unit,
        "decimals": exercise.decimals,
        "value": "" if now.given is None else _entered(now.given),
        "reasons": reasons,
        "table": None
        if table is None
        else {
            "caption": table.caption,
            "columns": [table.heading(name) for name in table.columns],
            "rows": [
                [
                    _shown(cell, names=_names(name))
                    for name, cell in zip(table.columns, row, strict=True)
                ]
                for row in table.rows
            ],
            "figures": [
                _figures(table.column(name)) and not _names(name) for name in table.columns
            ],
        },
    }


def _entered(given: Any) -> str:
    return given if isinstance(given, str) else f"{given:g}" if _is_number(given) else ""


def _names(column: str) -> bool:
    """Whether the numbers of a column name something, such as orders or years.

    >>> _names("contact_id"), _names("Order number"), _names("year"), _names("orders")
    (True, True, True, False)
    """
    words = column.lower().replace("_", " ").split()
    return bool(words) and words[-1] in NAMING


def _shown(cell: Any, *, names: bool = False) -> str:
    """A cell as people read it; nothing where there is no value.

    >>> _shown(None), _shown(1234.5), _shown(3.0), _shown("chat"), _shown(10482, names=True)
    ('', '1,234.5', '3', 'chat', '10482')
    """
    if cell is None:
        return ""
    if _is_number(cell):
        return f"{cell:.10g}" if names else f"{cell:,.10g}"
    return str(cell)


def _figures(column: list[Any]) -> bool:
    return any(_is_number(one) for one in column)


def _is_number(one: Any) -> bool:
    return isinstance(one, int | float) and not isinstance(one, bool)
