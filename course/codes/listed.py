"""Every code there is, once."""

from collections.abc import Iterable, Mapping

from course.codes.code import Code
from course.codes.content import CONTENT
from course.codes.conversation import CONVERSATION

RETIRED = frozenset({"CC018", "CC020", "CC021", "CC022", "CC023"})
"""Codes of rules that are no more. None is ever given again."""


def listed(codes: Iterable[Code]) -> dict[str, Code]:
    """The codes by their names, in order.

    Raises:
        ValueError: where two share one, or one had another meaning once.
    """
    found: dict[str, Code] = {}
    for one in sorted(codes, key=lambda code: code.code):
        if one.code in found:
            raise ValueError(
                f"{one.code} is listed twice: '{found[one.code].title}', '{one.title}'"
            )
        if one.code in RETIRED:
            raise ValueError(f"{one.code} had another meaning once; take one that is free")
        found[one.code] = one
    return found


CODES: Mapping[str, Code] = listed((*CONTENT, *CONVERSATION))
"""Every code of the lint. A finding of any other cannot be made."""


def code_of(name: str) -> Code:
    """What a code means.

    Raises:
        ValueError: where there is none of that name.
    """
    if name not in CODES:
        raise ValueError(f"there is no code '{name}'; list it in course/codes")
    return CODES[name]
