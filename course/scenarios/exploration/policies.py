"""Simple ways of playing that need no thought, and one that needs practice.

A scenario is fair when practice wins. None of them looks ahead, and a policy that cannot tell
two lines apart takes either, so the order of the file never matters.
"""

import random
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.engine import open_choices, start
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import MOST_TURNS, State
from course.scenarios.definition import Choice, Scenario
from course.scenarios.exploration.graph import MOST_STATES, Graph
from course.scenarios.exploration.outlook import graph_of
from course.scenarios.handling.shares import mark_of
from course.scenarios.survey.feelings import felt_of


class View(NamedTuple):
    """What a policy may look at: the state and the lines open in it."""

    graph: Graph
    state: State
    open: Sequence[Choice]

    @property
    def laid_out(self) -> Index:
        """The scenario by ids."""
        return self.graph.index


Policy = Callable[[View], Sequence[Choice]]
"""The lines this player likes equally well here."""


class PolicyResult(Struct, frozen=True, kw_only=True):
    """What one policy earned, over many seeded plays where it tosses coins."""

    name: str
    handling: float
    """The mean mark, 0 to 100."""
    satisfaction: float
    """The mean of what the customer felt, 1 to 5."""
    best: float
    """The share of plays that ended in one of the best endings, 0 to 1."""
    endings: tuple[tuple[str, float], ...]
    """Each ending reached with its share, the commonest first."""
    plays: int


def most(view: View, worth: Callable[[Choice], float]) -> list[Choice]:
    """The lines worth most."""
    top = max(worth(choice) for choice in view.open)
    return [choice for choice in view.open if worth(choice) == top]


def best_practice(view: View) -> Sequence[Choice]:
    """Do first what this customer needs first; hear it, find out, then offer; keep to the rules.

    It does not end what can still go well, and weighs each line by the mark it earns at once,
    never by where it leads.
    """
    index, now = view.laid_out, view.state

    def worth(choice: Choice) -> float:
        after = view.graph.after(now, choice)
        slips = (
            (len(after.guessed) > len(now.guessed))
            + (len(after.overreached) > len(now.overreached))
            + (len(after.breaches) > len(now.breaches))
            + (after.rushed and not now.rushed)
            # Nothing said first makes up for not having helped first.
            + 3 * (after.stalled and not now.stalled)
        )
        value = mark_of(index, after) + 15 * (len(after.knows) - len(now.knows)) - 15 * slips
        value += (after.points + felt_of(index, after).treatment) / 100
        if after.ended and not index.endings[after.at].best:
            value -= 100
        return round(value, 9)

    return most(view, worth)


def always_apologise(view: View) -> Sequence[Choice]:
    """Say sorry whenever a line does."""
    return most(view, lambda choice: float("apologise" in choice.moves))


def always_remedy(view: View) -> Sequence[Choice]:
    """Give whatever can be given, the costliest first."""

    def worth(choice: Choice) -> float:
        remedy = view.laid_out.remedies.get(choice.remedy or "")
        return -1.0 if remedy is None else remedy.cost

    return most(view, worth)


def stuffing(view: View) -> Sequence[Choice]:
    """Say as many things at once as a line can carry."""
    return most(view, lambda choice: float(len(choice.moves)))


def echo(view: View) -> Sequence[Choice]:
    """Say most of the customer's own words back, and ask something.

    That looks like listening. A scenario in which it wins gives its good lines away.
    """
    index, now = view.laid_out, view.state
    said = _words(pick(index.moments[now.at].says, now, index).text)
    return most(view, lambda line: len(said & _words(line.text)) + ("?" in line.text))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold().replace("’", "'")))


_WORD = re.compile(r"[a-z0-9£'][a-z0-9'-]{2,}")
"""Words of three letters and more; the shorter ones are in every line."""


def careless(view: View) -> Sequence[Choice]:
    """Get rid of it: the line with the fewest kind moves and the most doors."""
    slights = {row.name for row in view.laid_out.moves.values() if row.slight is not None}

    def worth(choice: Choice) -> float:
        return sum(move in slights or move == "close" for move in choice.moves) - 0.1 * sum(
            move not in slights for move in choice.moves
        )

    return most(view, worth)


def anything(view: View) -> Sequence[Choice]:
    """Toss a coin each time."""
    return view.open


POLICIES: dict[str, Policy] = {
    "best practice": best_practice,
    "always apologise": always_apologise,
    "always remedy": always_remedy,
    "keyword stuffing": stuffing,
    "echo": echo,
    "careless": careless,
    "random": anything,
}


def policies(
    scenario: Scenario,
    coefficients: Coefficients = DEFAULT,
    *,
    seed: int = 1,
    plays: int = 200,
) -> tuple[PolicyResult, ...]:
    """What each policy earns. The same seed gives the same answer.

    >>> from course.scenarios import SMALL
    >>> [(result.name, result.handling) for result in policies(SMALL)][:2]
    [('best practice', 100.0), ('always apologise', 42.9)]
    """
    graph = graph_of(scenario, coefficients, MOST_STATES)
    return tuple(_run(graph, name, policy, seed, plays) for name, policy in POLICIES.items())


def _run(graph: Graph, name: str, policy: Policy, seed: int, plays: int) -> PolicyResult:
    index = graph.index
    ends = list[State]()
    liked: dict[State, Sequence[Choice]] = {}
    for play in range(plays):
        dice, tossed = random.Random(f"{seed} {name} {play}"), False
        state = start(index.scenario)
        for _ in range(4 * MOST_TURNS):
            if state not in liked:
                lines = open_choices(index, state)
                view = View(graph, state, lines)
                liked[state] = sorted(policy(view), key=lambda line: line.id) if lines else ()
            options = liked[state]
            if not options:
                break
            tossed = tossed or len(options) > 1
            state = graph.after(state, dice.choice(options))
        ends.append(state)
        if not tossed:
            break
    count = len(ends)
    marks = {end: mark_of(index, end) for end in set(ends)}
    felt = {end: felt_of(index, end).satisfaction for end in set(ends)}
    share: dict[str, float] = {}
    for end in ends:
        share[end.at] = share.get(end.at, 0) + 1 / count
    return PolicyResult(
        name=name,
        handling=round(sum(marks[end] for end in ends) / count, 1),
        satisfaction=round(sum(felt[end] for end in ends) / count, 2),
        best=round(sum(s for at, s in share.items() if _is_best(index, at)), 3),
        endings=tuple(
            (at, round(s, 3)) for at, s in sorted(share.items(), key=lambda kv: (-kv[1], kv[0]))
        ),
        plays=count,
    )


def _is_best(index: Index, at: str) -> bool:
    return at in index.endings and index.endings[at].best
