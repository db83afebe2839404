"""The handling mark in numbers: what share of each criterion a state has earned."""

from functools import lru_cache
from typing import NamedTuple

from course.scenarios.conversation.conditions import times
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Outcome, Rubric

WEIGHTS: dict[str, float] = {
    "listen": 8,
    "acknowledge": 10,
    "apologise": 8,
    "own": 8,
    # Field scorecards give resolution 25 to 35 of 100.
    "solve": 28,
    "follow_up": 8,
    "order": 8,
    "facts": 10,
    # For each act that the case calls for: identity, a limit.
    "act": 8,
    "promises": 8,
    "authority": 6,
    "cost": 6,
    "conduct": 10,
    "rules": 6,
}
"""What each criterion counts for where a case calls for it."""

GIFT = 10.0
"""Pounds of a gesture, or of spending above a small budget, that halve what 'cost' earns."""

REACHED: dict[Outcome, float] = {
    "resolved": 0.8,
    "partly_resolved": 0.5,
    "escalated": 0.35,
    "abandoned": 0.0,
}
"""The share of 'solve' for an ending that is not among the best this case can have."""

WHOLE_CHAIN = Rubric()
"""What is looked at where a copy carries no rubric."""


class Share(NamedTuple):
    """What one criterion has earned, from 0 to 1, and its weight."""

    id: str
    share: float
    weight: float


def shares_of(index: Index, state: State) -> list[Share]:
    """Every criterion that this case calls for, in the order it is reported."""
    rubric = index.scenario.rubric or WHOLE_CHAIN
    steps = _steps(state, rubric)
    # Having done nothing wrong is worth only as much as having done something.
    progress = sum(step.share for step in steps) / len(steps) if steps else 1.0
    return [
        *steps,
        _share("solve", _reached(index, state)),
        *_order(index, state, rubric),
        *_facts(index, state),
        *(_share("act", float(act in state.acts), act) for act in rubric.acts),
        *(
            _share(name, share * progress)
            for name, share, _ in (
                *_promises(index, state),
                *_authority(index, state),
                *_cost(index, state, rubric),
                _conduct(index, state),
                *_rules(index, state),
            )
        ),
    ]


def mark_of(index: Index, state: State) -> float:
    """The handling mark, 0 to 100."""
    if not index.fatal.isdisjoint(state.breaches):
        return 0.0
    earned = total = 0.0
    for _, share, weight in shares_of(index, state):
        earned += share * weight
        total += weight
    return 100 * earned / total


def spend_of(index: Index, state: State) -> float:
    """What the remedies offered cost, in pounds."""
    return sum(index.remedies[offer].cost for offer in state.offered)


def gifts_of(index: Index, state: State) -> float:
    """What of that went into gestures, which solve nothing by themselves, in pounds."""
    offered = (index.remedies[offer] for offer in state.offered)
    return sum(remedy.cost for remedy in offered if remedy.goodwill)


@lru_cache(maxsize=4096)
def _share(kind: str, share: float, name: str = "") -> Share:
    """One for all that have earned as much: endings are many, and shares few."""
    return Share(name or kind, share, WEIGHTS[kind])


def _steps(state: State, rubric: Rubric) -> list[Share]:
    found, taken = [], state.earned
    for step in rubric.steps:
        if step == "solve":
            continue
        earned = float(step in taken)
        if step == "follow_up" and not set(state.broken) <= set(state.warned):
            earned = 0.0
        found.append(_share(step, earned))
    return found


def _reached(index: Index, state: State) -> float:
    """Judged by how the case ended, never by how the customer felt about it.

    With what the agent could not give, any case can be ended well: such an end is not the best.
    """
    if not state.ended:
        return 0.0
    ending = index.endings[state.at]
    return 1.0 if ending.best and not state.overreached else REACHED[ending.outcome]


def _order(index: Index, state: State, rubric: Rubric) -> list[Share]:
    if index.opening != "acknowledge":
        return [_share("order", float(bool(state.turns) and not state.stalled))]
    if "acknowledge" not in rubric.steps:
        return []
    if "acknowledge" not in state.steps or state.rushed:
        return [_share("order", 0.0)]
    return [_share("order", 0.5 if state.blurted else 1.0)]


def _facts(index: Index, state: State) -> list[Share]:
    wanted = index.wanted
    if not wanted:
        return []
    return [_share("facts", sum(fact in state.knows for fact in wanted) / len(wanted))]


def _promises(index: Index, state: State) -> list[Share]:
    if not index.promises:
        return []
    if not state.broken:
        return [_share("promises", 1.0)]
    return [_share("promises", 0.5 if set(state.broken) <= set(state.warned) else 0.0)]


def _authority(index: Index, state: State) -> list[Share]:
    if not index.limited:
        return []
    return [_share("authority", float(not state.overreached))]


def _cost(index: Index, state: State, rubric: Rubric) -> list[Share]:
    if rubric.budget is None:
        return []
    gifts = gifts_of(index, state)
    over = max(0.0, spend_of(index, state) - gifts - rubric.budget)
    # A gesture was not needed, whatever the budget has room for: the same gift costs the same in
    # every case. Never down to nothing: a floor would make further spending free.
    return [_share("cost", 1 / (1 + gifts / GIFT + over / max(rubric.budget, GIFT)))]


def _conduct(index: Index, state: State) -> Share:
    lost = 0.25 * state.transfers + 0.25 * state.repeats + 0.5 * state.hung_up
    for move, part in index.misconduct:
        lost += part * times(index, state, move)
    return _share("conduct", max(0.0, 1 - lost))


def _rules(index: Index, state: State) -> list[Share]:
    if not index.ruled:
        return []
    return [_share("rules", float(not state.breaches))]
