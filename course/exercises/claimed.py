"""What an exercise claims, by the places where it claims it.

Trainees meet what is said; what must hold for it to be true is for the lint. So a loaded exercise
carries no claims, and neither does the hash of its public view.
"""

from collections.abc import Iterator
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from course.scenarios.claims import Condition, conditions

T = TypeVar("T")

CLAIMED = ("true_when", "rests_on")
"""The fields that hold claims, wherever they stand."""


class Claim(Struct, frozen=True, kw_only=True):
    """What something said depends on."""

    place: str
    """Where it stands: ``options.say-back``; empty for the exercise as a whole."""
    text: str
    """What is said there: a line, or the title of the whole."""
    true_when: tuple[Condition, ...] = ()
    rests_on: tuple[str, ...] = ()
    """Ids of lines of the rights card."""


def parted(value: T) -> tuple[T, tuple[Claim, ...]]:
    """The same value without its claims, and its claims.

    >>> from course.exercises.choice import Choice, Option
    >>> small = Option("small", "It is within £40.", true_when=("refund_limit at least 36",))
    >>> one, claims = parted(Choice(id="a", title="A", prompt="?", covers=(), options=(small,)))
    >>> one.options[0].true_when, claims[0].place, claims[0].true_when[0].wanted
    ((), 'options.small', 'at least 36')
    """
    claims = tuple(_claims(value, ""))
    return (_without(value) if claims else value), claims


def _claims(value: Any, place: str) -> Iterator[Claim]:
    if isinstance(value, tuple):
        for at, one in enumerate(value):
            name = getattr(one, "id", None)
            yield from _claims(one, f"{place}.{name}" if name else f"{place}[{at}]")
    elif isinstance(value, Struct):
        true_when, rests_on = getattr(value, "true_when", ()), getattr(value, "rests_on", ())
        if true_when or rests_on:
            text = getattr(value, "text", "") or getattr(value, "title", "")
            yield Claim(place=place, text=text, true_when=conditions(true_when), rests_on=rests_on)
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(inner, tuple | Struct):
                yield from _claims(inner, f"{place}.{name}" if place else name)


def _without(value: Any) -> Any:
    """The very same value where nothing in it claims anything."""
    if isinstance(value, tuple):
        made = tuple(map(_without, value))
        return value if all(a is b for a, b in zip(made, value, strict=True)) else made
    if not isinstance(value, Struct):
        return value
    changed: dict[str, Any] = {}
    for name in value.__struct_fields__:
        before = getattr(value, name)
        after = () if name in CLAIMED else _without(before)
        if after is not before:
            changed[name] = after
    return replace(value, **changed) if changed else value
