"""What a state leaves behind in the customer, in numbers. The survey puts it into words."""

from typing import NamedTuple

from course.scenarios.conversation.conditions import done, times
from course.scenarios.conversation.effects import fit_of
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Outcome

TURNS_FREE = 3
"""As many turns as any contact takes."""


class Felt(NamedTuple):
    """The customer's side of a conversation that has ended."""

    points: float
    """Satisfaction, 0 to 100."""
    outcome: float
    treatment: float
    mood: float
    believed: Outcome
    """How it ended as the customer believes."""
    ease: float
    """1 to 7, high = easy."""
    recommend: float
    """0 to 10."""

    @property
    def satisfaction(self) -> int:
        """The points cut at 20, 40, 60 and 80 into 1 to 5."""
        return min(max(int(self.points // 20), 0), 4) + 1


def felt_of(index: Index, state: State) -> Felt:
    """The outcome first, then the treatment, then the mood with its worst moment and its end."""
    k, believed = index.k, _believed(index, state)
    outcome, treatment, mood = (
        _outcome(index, state, believed),
        _treatment(index, state),
        _mood(state),
    )
    points = k.weight_outcome * outcome + k.weight_treatment * treatment + k.weight_mood * mood
    if not set(state.broken) <= set(state.warned):
        points = _under(points, k.broken_at_most)
    if believed == "abandoned":
        points = _under(points, k.abandoned_at_most)
    limit = {"partly_resolved": k.partly_at_most, "escalated": k.unsolved_at_most}
    return Felt(
        points=_under(points, limit.get(believed, 100.0)),
        outcome=outcome,
        treatment=treatment,
        mood=mood,
        believed=believed,
        ease=_ease(index, state, believed),
        recommend=(0.7 * points + 0.3 * state.trust) / 10,
    )


def _under(points: float, limit: float) -> float:
    """At most the limit, with better and worse still apart: a hard edge would hide the rest."""
    knee = 0.8 * limit
    if points <= knee:
        return points
    return knee + (points - knee) * (limit - knee) / (100 - knee)


def _believed(index: Index, state: State) -> Outcome:
    if not state.ended:
        return "abandoned"
    ending = index.endings[state.at]
    if ending.believed_resolved is None:
        return ending.outcome
    if ending.believed_resolved:
        return "resolved"
    return "partly_resolved" if ending.outcome == "resolved" else ending.outcome


def _outcome(index: Index, state: State, believed: Outcome) -> float:
    fit = max((fit_of(index, state, index.remedies[offer]) for offer in state.offered), default=0)
    if believed == "resolved":
        return 75 + 25 * fit if index.solvable else 100
    return 40 + 40 * fit if believed != "abandoned" else 0


def _treatment(index: Index, state: State) -> float:
    """Each kindness once, however often it was said; each slight every time."""
    good: float = (
        12 * ("listen" in state.steps)
        + 14 * ("acknowledge" in state.steps)
        + 8 * ("acknowledge" in state.steps and "apologise" in state.steps)
        + 10 * ("own" in state.steps)
    )
    bad = 8.0 * state.transfers
    for move, points in index.kindnesses:
        good += points * done(index, state, move)
    for move, points in index.slights:
        bad += points * times(index, state, move)
    bad += 25 * sum(promise not in state.warned for promise in state.broken)
    return float(min(max(50 + good - bad, 0), 100))


def _mood(state: State) -> float:
    average = 25 * state.mood_sum / max(state.turns, 1)
    return (average + state.worst / 100 + state.mood / 100) / 3


def _ease(index: Index, state: State, believed: Outcome) -> float:
    # A letter costs its writer more than a sentence aloud, and days of waiting besides.
    each = 1.0 if index.scenario.channel == "e-mail" else 0.5
    ease = 7 - each * max(0, state.turns - TURNS_FREE) - state.repeats - 1.5 * state.transfers
    most = {"resolved": 7.0, "partly_resolved": 4.0, "escalated": 3.0, "abandoned": 1.0}[believed]
    return min(max(ease, 1.0), most)
