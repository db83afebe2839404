"""The short parts of home: what the trainee can do, and what slips. A sentence each, in counts."""

from collections.abc import Mapping, Sequence

from course.desk.home.links import link
from course.page.messages import Message
from course.progress import Ability, GroupAbility, Practice, Slip

MOST = 3
"""Lines of a part that are not folded."""
NOT_YET = "After your first answers, this says what you got right, and at how many first tries."
NOTHING_RIGHT = "Nothing was right at the first try so far. Most things are learned at the second."
NO_SLIPS = "Nothing needs practice so far."
LATER = "When a first try is not right, it will stand here, with a place to practise."


class PartLine(Message, frozen=True):
    """A sentence, and a place that belongs to it."""

    text: str
    link: str = ""
    to: str = ""
    """What the link says."""


class GroupLines(Message, frozen=True):
    """All there is to say of a group of objectives."""

    title: str
    tries: str
    lines: tuple[PartLine, ...]


class Part(Message, frozen=True):
    """A part of home."""

    lines: tuple[PartLine, ...] = ()
    empty: str = ""
    """When it will fill, where there is nothing to say yet."""
    groups: tuple[GroupLines, ...] = ()
    """All of it, to be unfolded."""


def able(groups: Sequence[GroupAbility], places: Mapping[str, Practice]) -> Part:
    """What the trainee can do: the surest of each group, and all of it.

    Args:
        groups: Objectives that were tried.
        places: Where each objective is practised next.
    """
    surest = [one.abilities[0] for one in groups if one.abilities[0].tries.right]
    best = sorted(surest, key=lambda one: one.tries.sureness, reverse=True)[:MOST]
    return Part(
        lines=tuple(_line(one, places.get(one.objective)) for one in best),
        empty="" if best else NOTHING_RIGHT if groups else NOT_YET,
        groups=tuple(
            GroupLines(
                one.title,
                f"{one.tries}.",
                tuple(_line(two, places.get(two.objective)) for two in one.abilities),
            )
            for one in groups
        ),
    )


def slipping(slips: Sequence[Slip], tried: bool) -> Part:
    """What slips, each with a place to practise.

    Args:
        slips: The weakest objectives.
        tried: Whether anything was tried at all.
    """
    made = tuple(_line(one.ability, one.practice) for one in slips)
    return Part(lines=made, empty="" if made else f"{NO_SLIPS} {LATER}" if tried else LATER)


def _line(ability: Ability, there: Practice | None) -> PartLine:
    if there is None:
        return PartLine(ability.sentence)
    return PartLine(ability.sentence, link(there.place), f"Practise: {there.title}")
