"""What columns can be, and the headings they go by, as fields.yaml and products.yaml tell."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from msgspec import Struct, convert

Kind = Literal["id", "person", "time", "length", "status", "words", "rating", "count", "truth"]
T = TypeVar("T")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WRAPPED = re.compile(r"^custom field \((.*)\)\.?$", re.IGNORECASE)
_UNITS = re.compile(
    r" (?:in )?(?:ms|milliseconds|seconds|secs|sec|minutes|mins|min|hours|hrs|h|days"
    r"|calendar|hh mm ss|hh mm)$"
)


class Field(Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that a column can be."""

    means: str
    kind: Kind
    names: tuple[str, ...]


class Product(Struct, frozen=True, forbid_unknown_fields=True):
    """One help desk's own headings."""

    name: str
    signs: tuple[str, ...]
    columns: dict[str, str] = {}
    why: dict[str, str] = {}


def plain(heading: str) -> str:
    """A heading in small letters without signs, units and zones, fit to be compared.

    >>> plain("Custom field (Satisfaction)"), plain("firstReplyTime"), plain("Created at (UTC)")
    ('satisfaction', 'first reply time', 'created at')
    >>> plain("First response time (in hrs)"), plain("Consumer disputed?")
    ('first response time', 'consumer disputed')
    """
    text = _WRAPPED.sub(r"\1", heading.strip())
    text = re.sub(r"\((?:UTC|GMT)[^)]*\)", "", text, flags=re.IGNORECASE)
    if " " not in text:
        # Capitals part words only where nothing else does: firstReplyTime, but HubSpot team.
        text = _CAMEL.sub(" ", text)
    text = re.sub(r"[^0-9a-z]+", " ", text.lower()).strip()
    # Twice, for 'in minutes calendar' and the like.
    return _UNITS.sub("", _UNITS.sub("", text))


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
    from ruamel.yaml import YAML

    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    told: Any = YAML(typ="safe").load(text)
    return convert(told, dict[str, kind])  # type: ignore[valid-type]
