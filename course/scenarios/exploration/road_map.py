"""A conversation as a map: its moments in order, where each line leads, and what it costs."""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.trail import reached
from course.scenarios.definition import Choice, Moment, Scenario
from course.scenarios.exploration.explore import Exploration, explore
from course.scenarios.exploration.outlook import Outlook, outlook_of
from course.scenarios.exploration.policies import PolicyResult, policies

Worth = Literal["best", "fair", "bad", "never"]
"""How good a line is where most is still in reach; 'never' where no conversation opens it."""
Loses = Literal["", "sometimes", "always"]

LITTLE, MUCH = 2.0, 15.0
"""Points of the mark: a best line takes less than `LITTLE` out of reach, a fair one less than
`MUCH`."""


class LineOnMap(Struct, frozen=True, kw_only=True):
    """A line that the agent can say."""

    id: str
    text: str
    to: tuple[str, ...]
    """Moments and endings that it leads to in some conversation; as the file has them where it is
    never open."""
    worth: Worth
    cost: float
    """Points of the mark that it takes out of reach at least, said where most is in reach."""
    loses: Loses
    """Whether it is a first line after which no best ending can be reached."""
    road_to: str
    """Where the best road goes on from it; empty where it is not on that road."""

    @property
    def on_best_road(self) -> bool:
        """Whether the best road takes it."""
        return bool(self.road_to)


class MomentOnMap(Struct, frozen=True, kw_only=True):
    """A moment with its lines."""

    id: str
    says: str
    """What the customer says here while most is in reach; empty where nobody gets here."""
    reached: bool
    lines: tuple[LineOnMap, ...]


class RoadMap(Struct, frozen=True, kw_only=True):
    """Everything that a map of a conversation shows."""

    scenario: Scenario
    found: Exploration
    moments: tuple[MomentOnMap, ...]
    """In the order of the file."""
    stops: tuple[str, ...]
    """Moments on the best road in the order in which they are come to, then its ending."""
    policies: tuple[PolicyResult, ...]

    def lost(self) -> Iterator[tuple[MomentOnMap, LineOnMap]]:
        """The first lines after which no best ending can be reached, each with its moment."""
        for moment in self.moments:
            for line in moment.lines:
                if line.loses:
                    yield moment, line


def road_map(scenario: Scenario) -> RoadMap:
    """Walks through all of a conversation and draws up its map.

    >>> from course.scenarios import SMALL
    >>> made = road_map(SMALL)
    >>> made.stops
    ('opening', 'mending', 'mended')
    >>> for line in made.moments[0].lines:
    ...     print(line.id, line.to, line.worth, line.loses)
    own-it ('mending',) best
    sorry-only ('mending',) bad
    coupon ('mending',) bad
    ask-courier ('sent-away',) bad always
    """
    outlook = outlook_of(scenario, DEFAULT)
    found = explore(scenario)
    road = found.best_path
    stops = tuple(reached(scenario, road[:at]).at for at in range(len(road) + 1)) if road else ()
    taken = {(stops[at], name): stops[at + 1] for at, name in enumerate(road)}
    here: dict[str, list[int]] = {}
    for at, state in enumerate(outlook.graph.states):
        here.setdefault(state.at, []).append(at)
    return RoadMap(
        scenario=scenario,
        found=found,
        moments=tuple(_moment(outlook, one, here.get(one.id, ()), taken)
                      for one in scenario.moments),
        stops=stops,
        policies=policies(scenario),
    )  # fmt: skip


def _moment(
    outlook: Outlook, moment: Moment, here: Sequence[int], taken: dict[tuple[str, str], str]
) -> MomentOnMap:
    steps: dict[str, list[tuple[int, int]]] = {}
    for at in here:
        for name, to in outlook.graph.edges[at]:
            steps.setdefault(name, []).append((at, to))
    states, index = outlook.graph.states, outlook.graph.index
    best = max(here, key=lambda at: outlook.marks[at] or 0.0, default=None)
    return MomentOnMap(
        id=moment.id,
        says="" if best is None else pick(moment.says, states[best], index).text,
        reached=bool(here),
        lines=tuple(
            _line(outlook, one, steps.get(one.id, []), taken.get((moment.id, one.id), ""))
            for one in moment.choices
        ),
    )


def _line(
    outlook: Outlook, choice: Choice, steps: list[tuple[int, int]], road_to: str
) -> LineOnMap:
    """One line, from the states in which it can be said to those that follow."""
    if not steps:
        routes = (choice.next,) if isinstance(choice.next, str) else choice.next
        to = tuple(one if isinstance(one, str) else one.to for one in routes)
        return LineOnMap(id=choice.id, text=choice.text, to=tuple(dict.fromkeys(to)),
                         worth="never", cost=0.0, loses="", road_to="")  # fmt: skip
    marks = [0.0 if mark is None else mark for mark in outlook.marks]
    most = max(marks[at] for at, _ in steps)
    cost = min(most - marks[to] for at, to in steps if marks[at] == most)
    kept = [bool(outlook.best[to]) for at, to in steps if outlook.best[at]]
    loses: Loses = "" if all(kept) else "sometimes" if any(kept) else "always"
    worth: Worth = "best" if cost < LITTLE else "fair" if cost < MUCH else "bad"
    return LineOnMap(
        id=choice.id,
        text=choice.text,
        to=tuple(dict.fromkeys(outlook.graph.states[to].at for _, to in steps)),
        worth="bad" if loses == "always" else worth,
        cost=round(cost, 1),
        loses=loses,
        road_to=road_to,
    )
