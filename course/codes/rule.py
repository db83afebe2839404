"""A rule of the lint: the one function that finds one code."""

from collections.abc import Callable, Iterator
from functools import update_wrapper
from types import ModuleType
from typing import Any, Generic, ParamSpec, Protocol, TypeVar

from course.codes.listed import code_of


class Coded(Protocol):
    """A finding, as far as a rule looks at it."""

    @property
    def code(self) -> str:
        """The code that it was found under."""


_Given = ParamSpec("_Given")
_Found = TypeVar("_Found", bound=Coded)


class Rule(Generic[_Given, _Found]):
    """A function that finds one code, and nothing else.

    Raises:
        ValueError: where the code is not listed.
    """

    def __init__(self, code: str, find: Callable[_Given, Iterator[_Found]]) -> None:
        self.code = code_of(code).code
        self.find = find
        update_wrapper(self, find)

    def __call__(self, *given: _Given.args, **named: _Given.kwargs) -> Iterator[_Found]:
        """The findings.

        Raises:
            ValueError: where one of them has another code.
        """
        for found in self.find(*given, **named):
            if found.code != self.code:
                name = getattr(self.find, "__name__", self.find)
                raise ValueError(f"{name} is the rule of {self.code} and found {found.code}")
            yield found


def rule(
    code: str,
) -> Callable[[Callable[_Given, Iterator[_Found]]], Rule[_Given, _Found]]:
    """Marks the function that finds this code; `gathered` then knows it."""
    return lambda find: Rule(code, find)


def gathered(*places: ModuleType | Rule[Any, Any]) -> tuple[Rule[Any, Any], ...]:
    """The rules of these modules, in the order in which they stand there.

    Raises:
        ValueError: where two rules share a code.
    """
    found: dict[str, Rule[Any, Any]] = {}
    for place in places:
        for one in [place] if isinstance(place, Rule) else _written(place):
            if one.code in found:
                both = f"{found[one.code].find.__name__} and {one.find.__name__}"
                raise ValueError(f"two rules find {one.code}: {both}")
            found[one.code] = one
    return tuple(found.values())


def _written(module: ModuleType) -> Iterator[Rule[Any, Any]]:
    for one in vars(module).values():
        if isinstance(one, Rule) and one.find.__module__ == module.__name__:
            yield one
