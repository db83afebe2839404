"""The tables as tables.yaml describes them: the one description that all files are made from."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct, convert

from course.company.settings import parsed

Kind = Literal["string", "integer", "number", "pounds", "date", "datetime", "clock"]

HUNDREDTHS = ("number", "pounds")
"""Kinds that are whole hundredths inside the generator: pence, and hours or minutes."""


class ColumnTold(Struct, frozen=True, forbid_unknown_fields=True):
    """A column as it is written in tables.yaml."""

    type: Kind
    about: str
    required: bool = False
    values: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    to: str = ""
    from_: str = ""


class TableTold(Struct, frozen=True, forbid_unknown_fields=True):
    """A table: what a row is, its primary key, its columns in order."""

    title: str
    about: str
    key: tuple[str, ...]
    columns: dict[str, ColumnTold]

    def source(self, column: str) -> str:
        """The generator's own name of a column."""
        return self.columns[column].from_ or column


@cache
def dictionary() -> dict[str, TableTold]:
    """All tables by name, in the order in which they are described.

    >>> list(dictionary())[:3]
    ['customers', 'orders', 'contacts']
    """
    told = parsed("tables.yaml")["tables"]
    for table in told.values():
        for column in table["columns"].values():
            if "from" in column:
                column["from_"] = column.pop("from")
    return convert(told, dict[str, TableTold])
