"""What can be set on the bench: columns, conventions and numbers, as plain data."""

from msgspec import Struct

Pairs = tuple[tuple[str, str], ...]


class Column(Struct, frozen=True, kw_only=True):
    """A column that a calculator asks for."""

    id: str
    label: str
    usual: tuple[str, ...]
    """Columns to begin with, the first that the table has."""
    optional: str = ""
    """What leaving it out means; empty where it is needed."""


class Select(Struct, frozen=True, kw_only=True):
    """A convention to choose: pairs of a value and its words; the first unless `usual`."""

    id: str
    label: str
    of: Pairs
    usual: str = ""


class Number(Struct, frozen=True, kw_only=True):
    """A number to write."""

    id: str
    label: str
    usual: str


class Tick(Struct, frozen=True, kw_only=True):
    """Something that is done or not."""

    id: str
    label: str
    usual: bool = False


Field = Column | Select | Number | Tick


def begin(field: Field, columns: tuple[str, ...]) -> str | bool:
    """What a field holds at first.

    >>> begin(Column(id="rating", label="Rating", usual=("ease",)), ("id", "ease"))
    'ease'
    >>> begin(Number(id="years", label="Years", usual="2"), ())
    '2'
    """
    match field:
        case Column():
            return next((one for one in field.usual if one in columns), "")
        case Select():
            return field.usual or field.of[0][0]
        case _:
            return field.usual
