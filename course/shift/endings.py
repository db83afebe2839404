"""Two endings that any conversation can have on a desk, besides those of its file."""

from msgspec.structs import replace

from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Ending, Scenario

HANDED = Ending(id="desk-handed-over", outcome="escalated", title="Handed to a colleague")
LEFT = Ending(id="desk-left", outcome="abandoned", title="Left without an answer")
CALL_BACK = "desk-call-back"
"""The name under which a call back that did not come is remembered among broken promises."""


def with_endings(scenario: Scenario) -> Scenario:
    """The scenario with both of them, so that it is marked and felt like any other ending."""
    return replace(scenario, endings=(*scenario.endings, HANDED, LEFT))


def ended_by(index: Index, talk: State, ending: Ending) -> State:
    """A conversation that the desk ends and no line of it."""
    most = 100 * int(index.k.gave_up_at_most) if ending is LEFT else 10_000
    mood = min(talk.mood, most)
    return replace(talk, at=ending.id, ended=True, mood=mood, worst=min(talk.worst, mood))


def waited(talk: State, points: float) -> State:
    """The same conversation after a wait that cost so many points of mood."""
    mood = max(talk.mood - round(100 * points), 0)
    return replace(talk, mood=mood, worst=min(talk.worst, mood))


def broken(index: Index, talk: State, promise: str) -> State:
    """The same conversation where a promise was not kept after all, and nobody said so."""
    k = index.k
    mood = max(talk.mood - round(100 * k.promise_broken * index.loss), 0)
    return replace(
        talk,
        mood=mood,
        worst=min(talk.worst, mood),
        trust=max(talk.trust - int(k.trust_broken), 0),
        kept=tuple(one for one in talk.kept if one != promise),
        broken=tuple(sorted({*talk.broken, promise})),
    )
