"""What a calculator is: a way of working a number out, and the ways it goes wrong."""

from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

Arguments = dict[str, Any]


class Table(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The data of an exercise, as shown."""

    columns: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[tuple[str | float | int | None, ...], ...]
    """The rows, each a list with a value for every column; `null` where there is none."""
    caption: str = ""
    """What stands above the table."""
    headings: dict[str, str] = {}
    """By column: the words to show above it, where its name would not do."""

    def heading(self, name: str) -> str:
        """The words above a column: those given for it, else its name as words.

        >>> table = Table(columns=("case_id", "closed_at"), rows=(), headings={"case_id": "Case"})
        >>> [table.heading(name) for name in table.columns]
        ['Case', 'Closed at']
        """
        words = self.headings.get(name) or name.replace("_", " ")
        return words[:1].upper() + words[1:]

    def column(self, name: str) -> list[Any]:
        """The values under one heading, top to bottom.

        >>> Table(columns=("a", "b"), rows=((1, 2), (3, 4))).column("b")
        [2, 4]
        """
        if name not in self.columns:
            raise KeyError(f"there is no column '{name}'; there are {', '.join(self.columns)}")
        place = self.columns.index(name)
        return [row[place] for row in self.rows]

    def cell(self, row: str, column: str) -> float:
        """The number in the row that begins with that label, under that heading.

        >>> table = Table(columns=("", "people"), rows=(("came", 40), ("stayed", 30)))
        >>> table.cell("came", "people")
        40.0
        """
        labels = self.column(self.columns[0])
        if row not in labels:
            raise KeyError(f"there is no row '{row}'; there are {', '.join(map(str, labels))}")
        return float(self.column(column)[labels.index(row)])


SENSELESS = (LookupError, ValueError, TypeError, ArithmeticError, AttributeError)
"""What comes of arguments that make no sense: they are free, as each calculator has its own."""

Compute = Callable[[Table | None, Arguments], float]

MOST_KEPT = 4096
"""Figures that are kept."""
_KEPT: dict[tuple[Compute, int, bytes], tuple[Table | None, float]] = {}
"""By what computes them, the table's identity and the arguments, the table held with each: while
it is held, its identity is nobody else's. Comparing tables cell by cell would cost what it saves.
"""


class Calculator(Struct, frozen=True, kw_only=True):
    """One way of computing a number, and the ways it goes wrong."""

    compute: Compute
    slips: dict[str, Compute] = {}
    advice: str = "Write down what goes on top and what you divide by, then try again."
    """What to say to a number that no slip explains."""

    def wanted(self, table: Table | None, arguments: Arguments) -> float:
        """The right number, worked out once for a table and arguments however many answer."""
        return _worked_out(self.compute, table, arguments)

    def slip(self, name: str, table: Table | None, arguments: Arguments) -> float:
        """What the named slip gives on the same data, worked out once as well."""
        return _worked_out(self.slips[name], table, arguments)


def _worked_out(compute: Compute, table: Table | None, arguments: Arguments) -> float:
    try:
        asked = (compute, id(table), msgspec.msgpack.encode(arguments))
    except (OverflowError, TypeError, RecursionError):
        return compute(table, arguments)
    held = _KEPT.get(asked)
    if held is None:
        held = table, compute(table, arguments)
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        _KEPT[asked] = held
    return held[1]


def needed(table: Table | None) -> Table:
    """The table, where an exercise must have one.

    Raises:
        ValueError: where there is none.
    """
    if table is None:
        raise ValueError("there is no table")
    return table
