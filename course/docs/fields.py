"""What the keys of content files are, as their definitions say it."""

import ast
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from textwrap import dedent
from types import UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Meta, Struct


class Field(NamedTuple):
    """One key that a part of a file can have."""

    name: str
    meaning: str
    """What its definition says of it; empty where it says nothing."""
    kind: str
    """What to write: 'text', 'a list of whole numbers'."""
    without: str
    """What holds where it is left out; ``needed`` where it cannot be."""
    shape: Any


Named = Callable[[type[Struct]], str]
"""What the reference calls a part that has keys of its own."""


def fields(shape: type[Struct], named: Named = lambda part: part.__name__) -> tuple[Field, ...]:
    """The keys of one part of a file, in the order of its definition.

    Args:
        shape: The definition of the part.
        named: How to speak of other parts.

    >>> from course.language.glossary import Entry
    >>> [(one.name, one.kind, one.without) for one in fields(Entry)]
    [('says', 'text', 'needed'), ('means', 'text', 'needed')]
    """
    told: dict[str, str] = {}
    for base in reversed(shape.__mro__):
        if base is not Struct and issubclass(base, Struct):
            told.update(_docstrings(base))
    return tuple(
        Field(
            one.encode_name,
            told.get(one.name, ""),
            kind_of(one.type, named),
            _without(one),
            one.type,
        )
        for one in msgspec.structs.fields(shape)
    )


def meaning_of(shape: type[Struct]) -> str:
    """What the definition of a part says of the part as a whole: its first paragraph."""
    return _plain((inspect.getdoc(shape) or "").split("\n\n")[0])


def parts(shape: Any) -> Iterator[type[Struct]]:
    """The parts with keys of their own that a value of this shape may hold."""
    if isinstance(shape, type) and issubclass(shape, Struct):
        yield shape
    else:
        for one in get_args(shape):
            yield from parts(one)


def kind_of(shape: Any, named: Named = lambda part: part.__name__) -> str:
    """What an author writes for a value of this shape.

    >>> kind_of(tuple[str, ...]), kind_of(Literal["one", "several"]), kind_of(float | None)
    ('a list of texts', '`one`, `several`', 'a number')
    """
    origin, given = get_origin(shape), get_args(shape)
    if origin is Annotated:
        return kind_of(given[0], named) + "".join(_limits(one) for one in given[1:])
    if origin in (Union, UnionType):
        # A whole number is a number.
        more = {type(None), int} if float in given else {type(None)}
        some = (kind_of(one, named) for one in given if one not in more)
        return " or ".join(dict.fromkeys(some))
    if origin is Literal:
        return ", ".join(f"`{one}`" for one in given)
    if origin in (tuple, list):
        if given[1:] in ((), (...,)):
            each = kind_of(given[0], named)
            return (
                f"a list of {_MANY[given[0]]}" if given[0] in _MANY else f"a list; each is {each}"
            )
        return f"[{', '.join(kind_of(one, named) for one in given)}]"
    if origin is dict:
        return f"pairs: {kind_of(given[0], named)}, and {kind_of(given[1], named)}"
    if isinstance(shape, type) and issubclass(shape, Struct):
        return named(shape)
    return _KINDS.get(shape, "anything")


_KINDS = {str: "text", int: "a whole number", float: "a number", bool: "`true` or `false`"}
_MANY = {str: "texts", int: "whole numbers", float: "numbers"}


def _limits(meta: Any) -> str:
    if not isinstance(meta, Meta):
        return ""
    if meta.max_length is not None:
        return f", {meta.max_length} at most"
    if meta.ge is not None and meta.le is not None:
        return f" from {meta.ge} to {meta.le}"
    return ""


def _without(one: msgspec.structs.FieldInfo) -> str:
    if one.required:
        return "needed"
    value = one.default if one.default is not msgspec.NODEFAULT else None
    if value in (None, "", (), {}) or one.default is msgspec.NODEFAULT:
        return ""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if isinstance(value, tuple):
        return f"`[{', '.join(map(str, value))}]`"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


@cache
def _docstrings(shape: type[Struct]) -> dict[str, str]:
    """The texts that stand below the fields of a definition, by field."""
    tree = ast.parse(dedent(inspect.getsource(shape)))
    (definition,) = tree.body
    assert isinstance(definition, ast.ClassDef)
    found = {}
    for line, below in pairwise(definition.body):
        if (
            isinstance(line, ast.AnnAssign)
            and isinstance(line.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
            and isinstance(below.value.value, str)
        ):
            found[line.target.id] = _plain(below.value.value)
    return found


def _plain(text: str) -> str:
    return " ".join(text.replace("``", "`").split())
