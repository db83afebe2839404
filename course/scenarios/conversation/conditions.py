"""Whether a condition holds, and which of several lines is the one said."""

from collections.abc import Sequence

from course.scenarios.conversation.index import Index
from course.scenarios.conversation.mood import at_worst
from course.scenarios.conversation.state import State
from course.scenarios.definition import Line, When


def times(index: Index, state: State, move: str) -> int:
    """How often this move was made, counted up to three."""
    return state.moves[index.place[move]] if state.moves else 0


def done(index: Index, state: State, what: str) -> bool:
    """Was this move or act made at all?"""
    if what in index.acts:
        return what in state.acts
    if what == "apologise" and state.blurted:
        return True
    return times(index, state, what) > 0


def holds(when: When | None, state: State, index: Index) -> bool:
    """Does every given part of the condition hold in this state?"""
    if when is None:
        return True
    promised = {*state.pending, *state.kept, *state.broken}
    return (
        set(when.knows) <= set(state.knows)
        and set(when.lacks).isdisjoint(state.knows)
        and all(done(index, state, what) for what in when.done)
        and not any(done(index, state, what) for what in when.not_done)
        and set(when.offered) <= set(state.offered)
        and set(when.not_offered).isdisjoint(state.offered)
        and set(when.promised) <= promised
        and set(when.not_promised).isdisjoint(promised)
        and (when.out_of_patience is None or when.out_of_patience == (state.turns > index.patience))
        and (when.mood is None or at_worst(state.points, when.mood))
    )


NOTHING = Line(text="")


def pick(lines: Sequence[Line], state: State, index: Index) -> Line:
    """The first line whose conditions hold; one without words where none does."""
    for line in lines:
        if line.mood is not None and not at_worst(state.points, line.mood):
            continue
        if holds(line.when, state, index):
            return line
    return NOTHING
