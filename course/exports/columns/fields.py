"""What columns can be, and the headings they go by, as fields.yaml and products.yaml tell."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

from msgspec import Struct, convert

from course.exports.columns.headings import plain

Unit = Literal["seconds", "minutes", "hours", "days"]
Kind = Literal[
    "id", "person", "time", "length", "status", "words", "rating", "count", "truth", "answerer",
    "void",
]  # fmt: skip
T = TypeVar("T")


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a column can be."""

    means: str
    kind: Kind
    names: tuple[str, ...]
    words: tuple[str, ...] = ()
    """Words by which other headings are found; all of one entry must be there."""


class Product(Struct, frozen=True, forbid_unknown_fields=True):
    """One help desk's own headings."""

    name: str
    signs: tuple[str, ...]
    columns: dict[str, str] = {}
    why: dict[str, str] = {}
    units: dict[str, Unit] = {}
    """The unit of lengths of time whose headings name none."""


@cache
def fields() -> dict[str, Field]:
    """Everything that a column can be, by its id.

    >>> fields()["opened"].kind
    'time'
    """
    return _load("fields.yaml", Field)


@cache
def products() -> dict[str, Product]:
    """The help desks that are known, by id.

    >>> sorted(products())
    ['freshdesk', 'hubspot', 'intercom', 'jira', 'servicenow', 'zendesk']
    """
    return _load("products.yaml", Product)


def product_of(headings: list[str]) -> Product | None:
    """Whose export this is: the product with the most of its signs, and at least three.

    >>> product_of(["Ticket owner", "Pipeline", "Create date", "Close date"]).name
    'HubSpot'
    >>> product_of(["date", "score"]) is None
    True
    """
    there = {plain(heading) for heading in headings}
    found = {
        name: sum(plain(sign) in there for sign in product.signs)
        for name, product in products().items()
    }
    best = max(found, key=lambda name: found[name])
    return products()[best] if found[best] >= 3 else None


def _load(name: str, kind: type[T]) -> dict[str, T]:
    from course.yaml_text import parse

    told, _ = parse((Path(__file__).parent / name).read_text(encoding="utf-8"))
    return convert(told, dict[str, kind])  # type: ignore[valid-type]
