"""Arguments that a calculator is given: taken as plain Python values, or refused in a sentence.

One rule holds across the room. A *rate*, such as retention or CSAT, is in per cent wherever it
goes in or comes out. A *probability*, such as a confidence, a power, a shrinkage or a service
level, is a fraction from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Collection
from math import isfinite
from numbers import Integral, Real
from typing import Any

from course.metrics.errors import MetricsError


def whole_number(value: Any, name: str, *, least: int = 0, most: int = 10**15, of: str = "") -> int:
    """Take a whole number of any kind, NumPy's included; true and false are none.

    >>> whole_number(14, "agents")
    14
    """
    if is_whole(value) and least <= int(value) <= most:
        return int(value)
    if is_whole(value) and value > most:
        raise MetricsError(f"{name} is at most {most:,}, not {shown(value)}.", value=value)
    things = f" of {of}" if of else ""
    raise MetricsError(
        f"{name} is a whole number{things} of at least {least}, not {shown(value)}.", value=value
    )


def is_whole(value: Any) -> bool:
    """Say whether a value is a whole number of Python's or NumPy's, and not true or false."""
    # NumPy registers its integers as Integral, and keeps its bool out.
    # It takes its lengths of time for whole numbers too.
    name = type(value).__name__
    return name == "int" or (isinstance(value, Integral) and name not in ("bool", "timedelta64"))


def number(value: Any, name: str, words: str, *, above: float = 0.0, least: bool = False) -> float:
    """Take a finite number above a limit, or at least as great with ``least``.

    >>> number(180, "aht", "a number of seconds above 0")
    180.0
    """
    if _is_real(value):
        found = _as_float(value)
        if isfinite(found) and (found > above or (least and found == above)):
            return found
    raise MetricsError(f"{name} is {words}, not {shown(value)}.", value=value)


def fraction(
    value: Any, name: str, example: float, *, zero: bool = False, one: bool = False
) -> float:
    """Take a probability: a fraction between 0 and 1, one end or both of them allowed if said.

    >>> fraction(0.8, "service_level", 0.9)
    0.8
    """
    if type(value) is float and 0 < value < 1:
        return value  # soon said, for it is asked of every group
    if _is_real(value):
        found = _as_float(value)
        if 0 < found < 1 or (zero and found == 0) or (one and found == 1):
            return found
        if 1 < found <= 100:
            raise MetricsError(
                f"{name} is a fraction between 0 and 1, such as {example:g}, not {shown(value)}: "
                f"write {found:g} % as {found / 100:g}.",
                value=value,
            )
    raise MetricsError(
        f"{name} is a fraction between 0 and 1, such as {example:g}, not {shown(value)}.",
        value=value,
    )


def one_of(value: Any, name: str, choices: Collection[str]) -> None:
    """Refuse a word that is none of the choices."""
    if not isinstance(value, str) or value not in choices:
        *some, last = (repr(choice) for choice in choices)
        raise MetricsError(
            f"{name} is {', '.join(some)} or {last}, not {shown(value)}.", value=value
        )


def shown(value: Any) -> str:
    """A value for a message: short, whatever it is.

    >>> shown("3 min"), shown(list(range(1000)))
    ("'3 min'", '[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, ...')
    """
    try:
        text = " ".join(repr(value).split())
    except Exception:  # a repr of somebody else's may fail in any way
        text = f"a {type(value).__name__}"
    return text if len(text) <= 80 else f"{text[:40]}..."


def _is_real(value: Any) -> bool:
    name = type(value).__name__
    if name in ("float", "int"):
        return True
    return isinstance(value, Real) and name not in ("bool", "timedelta64", "Fraction")


def _as_float(value: Any) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")
