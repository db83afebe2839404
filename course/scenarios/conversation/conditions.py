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
    return (
        (not when.knows or _all(when.knows, state.knows))
        and (not when.lacks or _none(when.lacks, state.knows))
        and (not when.done or all([done(index, state, what) for what in when.done]))
        and (not when.not_done or not any([done(index, state, what) for what in when.not_done]))
        and (not when.offered or _all(when.offered, state.offered))
        and (not when.not_offered or _none(when.not_offered, state.offered))
        and (not when.promised or _all(when.promised, _promised(state)))
        and (not when.not_promised or _none(when.not_promised, _promised(state)))
        and (when.out_of_patience is None or when.out_of_patience == (state.turns > index.patience))
        and (when.mood is None or at_worst(state.points, when.mood))
    )


def _promised(state: State) -> tuple[str, ...]:
    return (*state.pending, *state.kept, *state.broken)


def _all(wanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Most conditions ask for little: no set is worth making."""
    return all([one in there for one in wanted])


def _none(unwanted: tuple[str, ...], there: tuple[str, ...]) -> bool:
    return not any([one in there for one in unwanted])


NOTHING = Line(text="")


def pick(lines: Sequence[Line], state: State, index: Index) -> Line:
    """The first line whose conditions hold; one without words where none does."""
    for line in lines:
        if line.mood is not None and not at_worst(state.points, line.mood):
            continue
        if holds(line.when, state, index):
            return line
    return NOTHING
