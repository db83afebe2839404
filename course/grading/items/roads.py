"""Conversations: where people leave the best road, and by which line."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from course.grading.items.answered import Taken
from course.grading.items.lines import WORDS
from course.scenarios.quote import short

FULL = 0.95
"""The share of the mark from which a road counts as a best one, whichever it is."""


class Leaving(Struct, frozen=True, kw_only=True):
    """A line by which trainees left the best road."""

    after: str
    """What the customer says before it."""
    line: str
    """What was said instead."""
    best_line: str
    """What is said there on the best road."""
    turn: int
    """Which line of the conversation it was, from 1, for most."""
    n: int
    best: int
    """How many of the best trainees."""


class Roads(Struct, frozen=True, kw_only=True):
    """How many stayed on a best road on their first try, and where the others left it."""

    n: int
    """Who played it to an end."""
    stayed: int
    left: tuple[Leaving, ...]
    """The commonest first."""

    @property
    def sentence(self) -> str:
        """The finding in plain words."""
        said = f"{self.stayed} of {self.n} stayed on a best road."
        if not self.left:
            return said
        most = self.left[0]
        line, better = short(most.line, WORDS), short(most.best_line, WORDS)
        return (
            f"{said} Where it was left most often, at line {most.turn}, {most.n} said ‘{line}’ and "
            f"not ‘{better}’."
        )


def roads(taken: Taken, best: frozenset[int]) -> Roads | None:
    """Where first conversations left the best road.

    A best road is one of the best plays of the test plan. Whoever earned nearly all marks on
    another has not left it.

    Args:
        taken: The exercise as the cohort took it.
        best: The places of the best trainees.

    Returns:
        None for what is no conversation, or where nobody came to an end.
    """
    about = {one.id: one for one in taken.asked.options}
    n = sum(bool(said) for said in taken.said)
    if not taken.asked.roads or not n:
        return None
    left: Counter[tuple[str, str]] = Counter()
    turns: dict[tuple[str, str], Counter[int]] = {}
    of_best: Counter[tuple[str, str]] = Counter()
    stayed = 0
    for at, said in enumerate(taken.said):
        if not said:
            continue
        turn = None if taken.first[at] >= FULL else _leaves(said, taken.asked.roads)
        if turn is None:
            stayed += 1
            continue
        where = said[turn], _instead(said, turn, taken.asked.roads)
        left[where] += 1
        of_best[where] += at in best
        turns.setdefault(where, Counter())[turn + 1] += 1
    return Roads(
        n=n,
        stayed=stayed,
        left=tuple(
            Leaving(
                after=about[line].after, line=about[line].text, best_line=about[good].text,
                turn=turns[line, good].most_common(1)[0][0], n=many, best=of_best[line, good],
            )
            for (line, good), many in sorted(left.items(), key=lambda one: (-one[1], one[0]))
        ),
    )  # fmt: skip


def _leaves(said: Sequence[str], best: Sequence[Sequence[str]]) -> int | None:
    """The place of the first line that is on no best road; None where there is none."""
    shared = max(_shared(said, road) for road in best)
    return shared if shared < len(said) else None


def _instead(said: Sequence[str], turn: int, best: Sequence[Sequence[str]]) -> str:
    """What the best road says there; at its end, its last line."""
    road = next(one for one in best if _shared(said, one) == turn)
    return road[min(turn, len(road) - 1)]


def _shared(said: Sequence[str], road: Sequence[str]) -> int:
    """How many lines both begin with."""
    for at, (one, other) in enumerate(zip(said, road, strict=False)):
        if one != other:
            return at
    return min(len(said), len(road))
