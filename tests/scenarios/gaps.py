"""How much of what trainees would naturally say has no line to place it at.

Run:  python -m tests.scenarios.gaps late-parcel

For each scenario it prints the share of natural lines that are none of the choices of their moment,
and how often the order in which the page offers the choices has the right one first, or among the
first two. With a name it prints the lines that have no place as well.
"""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from course.exercises.own_words import facts_of
from course.language import Option, nearest
from course.scenarios import Scenario
from course.scenarios.definition import Moment
from tests.scenarios.loading import scenario
from tests.scenarios.natural import NONE, Said, natural, natural_names


class Gaps(NamedTuple):
    """What was counted; two of them can be summed field by field."""

    unread: int
    """Lines that nobody has placed yet."""
    none: int
    placed: int
    first: int
    """Placed lines whose choice stands first in the order by nearness."""
    second: int
    """Those whose choice stands second."""

    @property
    def share(self) -> float:
        """Of the lines that were read, those with no place, 0 to 1."""
        return self.none / max(1, self.none + self.placed)


def gaps_at(case: Scenario, moment: Moment, said: Sequence[Said]) -> Gaps:
    """The count of one moment."""
    facts = facts_of(case, moment.says[-1].text)
    options = [Option(id=one.id, text=one.text, moves=one.moves) for one in moment.choices]
    none = [one for one in said if one.at == NONE]
    placed = [one for one in said if one.at not in ("", NONE)]
    ranks = [
        [near.id for near in nearest(one.text, options, facts)].index(one.at) for one in placed
    ]
    unread = len(said) - len(none) - len(placed)
    return Gaps(unread, len(none), len(placed), ranks.count(0), ranks.count(1))


def gaps(name: str) -> dict[str, Gaps]:
    """The counts of one scenario by moment."""
    case = scenario(name)
    moments = {one.id: one for one in case.moments}
    return {one.moment: gaps_at(case, moments[one.moment], one.said) for one in natural(name)}


def total(some: Sequence[Gaps]) -> Gaps:
    """Several counts as one."""
    return Gaps(*(sum(column) for column in zip(*some, strict=True)))


def row(name: str, of: Gaps) -> str:
    """One line of the table."""
    lines = of.none + of.placed
    ranked = f"{of.first:4} {of.first + of.second:8}" if of.placed else f"{'-':>4} {'-':>8}"
    unread = f"   {of.unread} not placed yet" if of.unread else ""
    return f"{name:32} {lines:5} {of.none:5} {of.share:6.0%} {ranked}{unread}"


def main(names: Sequence[str]) -> None:
    """Prints the table, and for scenarios that are named the lines with no place."""
    counted = {name: gaps(name) for name in names or natural_names()}
    print(f"{'':32} {'lines':>5} {'none':>5} {'share':>6} {'1st':>4} {'1st, 2nd':>8}")
    for name, moments in counted.items():
        if names:
            print(*(row(f"  {at}", one) for at, one in moments.items()), sep="\n")
        print(row(name, total(list(moments.values()))))
    print(row("in all", total([one for moments in counted.values() for one in moments.values()])))
    for name in names:
        for one in natural(name):
            for line in one.said:
                if line.at == NONE:
                    print(f"\n{name} · {one.moment} · {line.by}\n  {line.text}")


if __name__ == "__main__":
    main(sys.argv[1:])
