"""What must hold of the house rules, and of the rights card, for something said to be true.

A claim is written in words, one condition each: ``refund_limit at least 36``,
``return_days below 53``, ``rights.faulty_reject_days is 30``. All of a list must hold.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Literal, NamedTuple

Value = int | float | str | bool
Word = Literal["at least", "at most", "above", "below", "is"]

RIGHTS = "rights."
"""What comes before the name of a value of the rights card."""
_FORM = re.compile(
    r"(?P<name>(?:rights\.)?[A-Za-z_][A-Za-z0-9_]*)\s+"
    r"(?P<word>at least|at most|above|below|is)\s+(?P<figure>\S.*)"
)
_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")


class ClaimError(ValueError):
    """A condition that cannot be read."""

    mend = (
        "write the name of a value, then 'at least', 'at most', 'above', 'below' or 'is', then a "
        "number without its unit: 'refund_limit at least 36'"
    )

    def __init__(self, text: str, place: str, problem: str) -> None:
        self.place = place
        """Where it stands, inside the part that names it."""
        super().__init__(f"'{text:.80}' cannot be read: {problem}")


class ContradictionError(ClaimError):
    """Two conditions of one list that can never hold together."""

    mend = "correct one of the two"

    def __init__(self, place: str, one: "Condition", other: "Condition") -> None:
        problem = f"no '{one.name}' is both {one.wanted} and {other.wanted}"
        self.place = place
        ValueError.__init__(self, problem)


class Condition(NamedTuple):
    """One thing that must hold of one value."""

    name: str
    """As `house-rules.yaml` has it under `values`; after ``rights.``, as the rights card has it."""
    word: Word
    figure: Value

    @property
    def wanted(self) -> str:
        """Which figures would be right.

        >>> condition("refund_limit at least 36").wanted, condition("refund_limit is 40").wanted
        ('at least 36', '40')
        """
        return told(self.figure) if self.word == "is" else f"{self.word} {told(self.figure)}"

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Whether it holds of these values. One of another type never does.

        Raises:
            KeyError: where there is no value of its name.

        >>> condition("refund_limit at least 36").holds({"refund_limit": 30})
        False
        """
        value = values[self.name]
        if self.word == "is":
            alike = isinstance(value, bool) == isinstance(self.figure, bool)
            return alike and value == self.figure
        if not _is_number(value):
            return False
        here, there = float(value), float(self.figure)
        return {
            "at least": here >= there,
            "at most": here <= there,
            "above": here > there,
            "below": here < there,
        }[self.word]


def condition(text: str, place: str = "") -> Condition:
    """A condition from its words.

    Args:
        text: A name, a word and a figure.
        place: Where it stands, for the error.

    Raises:
        ClaimError: where it is none.

    >>> condition("rights.repair_first is true")
    Condition(name='rights.repair_first', word='is', figure=True)
    """
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise ClaimError(text, place, "it is not a name, a word and a figure")
    name, word, figure = found["name"], found["word"], found["figure"]
    if _NUMBER.fullmatch(figure):
        number = float(figure)
        return Condition(name, word, int(number) if number.is_integer() else number)  # type: ignore[arg-type]
    if word != "is":
        raise ClaimError(text, place, f"'{figure:.40}' is no number")
    return Condition(name, "is", {"true": True, "false": False}.get(figure, figure))


def conditions(texts: Sequence[str], field: str = "true_when") -> tuple[Condition, ...]:
    """Each condition of a list.

    Raises:
        ClaimError: for the first that cannot be read, with its place, or for one of two that can
            never hold together.
    """
    found = tuple(condition(text, f"{field}[{at}]") for at, text in enumerate(texts))
    for (at, one), (_, other) in combinations(enumerate(found), 2):
        if one.name == other.name and not _together(one, other):
            raise ContradictionError(f"{field}[{at}]", one, other)
    return found


def _together(one: Condition, other: Condition) -> bool:
    """Whether some value is as both say."""
    figures = [each.figure for each in (one, other) if _is_number(each.figure)]
    # Where two conditions meet at all, they meet at one of the figures, or between the two.
    between = [sum(map(float, figures)) / 2] if len(figures) == 2 else []
    beyond = [float(each) + by for each in figures for by in (-1, 1)]
    tried = [one.figure, other.figure, *between, *beyond]
    return any(one.holds({one.name: value}) and other.holds({one.name: value}) for value in tried)


def told(value: Value) -> str:
    """A value as an author writes it.

    >>> told(36), told(2.5), told(True)
    ('36', '2.5', 'true')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
