"""Every two lines that can follow each other, with all that is said around them, to read aloud.

A lint cannot hear that a customer names a price and then says that nobody mentioned money. For each
moment this prints every way into it (the words before, the agent's line, the answer, the words that
open the moment) and beneath each way the lines that can come next. Whoever wrote or changed a
conversation reads all of them.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.engine import advance, open_choices
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.state import State
from course.scenarios.definition import Ending, Line, Moment, Scenario
from course.scenarios.exploration.graph import MOST_STATES
from course.scenarios.exploration.outlook import graph_of


class Way(NamedTuple):
    """One way into a moment or an ending: the line before, and what was said around it."""

    to: str
    line: str
    """The id of the agent's line; empty for the beginning."""
    reply: Line
    opens: Line
    """What opens the moment, or the last words."""


class Entered(NamedTuple):
    """A way in, the words it may come after, and the lines that can follow it."""

    way: Way
    before: tuple[str, ...]
    after: tuple[str, ...]


def entered(case: Scenario) -> list[Entered]:
    """Every way into every moment and ending that can be reached."""
    index, graph = index_of(case, DEFAULT), graph_of(case, DEFAULT, MOST_STATES)
    before: dict[Way, dict[str, None]] = {}
    after: dict[Way, dict[str, None]] = {}

    def enter(way: Way, said: str, state: State) -> None:
        before.setdefault(way, {})[said] = None
        lines = after.setdefault(way, {})
        lines.update((line.id, None) for line in open_choices(index, state))

    first = next(iter(graph.states))
    enter(Way(first.at, "", Line(text=""), _opens(index, first)), "", first)
    for state in graph.states:
        for line in open_choices(index, state):
            made = advance(index, state, line)
            way = Way(made.after.at, line.id, pick(line.reply, made.heard, index),
                      _opens(index, made.after))  # fmt: skip
            enter(way, _opens(index, state).text, made.after)
    return [Entered(way, tuple(before[way]), tuple(after[way])) for way in before]


def _opens(index: Index, state: State) -> Line:
    place = index.endings[state.at] if state.ended else index.moments[state.at]
    return pick(place.says, state, index)


def printed(case: Scenario) -> Iterator[str]:
    """The whole of it, moment by moment; each line's words once in each moment."""
    texts = {line.id: line.text for moment in case.moments for line in moment.choices}
    found = entered(case)
    places: tuple[Moment | Ending, ...] = (*case.moments, *case.endings)
    for place in places:
        ways = sorted(
            (one for one in found if one.way.to == place.id), key=lambda one: one.way.line
        )
        yield f"\n== {place.id}"
        around = (getattr(place, "later", ""), getattr(place, "scene", ""))
        yield from (f"   ({words})" for words in around if words)
        for line, group in groupby(ways, key=lambda one: one.way.line):
            variants = list(group)
            yield ""
            yield from (f"   ‘{words}’" for words in _each(one.before for one in variants))
            if line:
                yield f" - {texts[line]}  [{line}]"
            yield from _each((_answer(one.way),) for one in variants)
            yield f"      then: {', '.join(_each(one.after for one in variants)) or 'the end'}"
        following = _each(one.after for one in ways)
        yield from (f" > {texts[line]}  [{line}]" for line in following)


def _each(found: Iterable[tuple[str, ...]]) -> list[str]:
    """Each of them once."""
    return list(dict.fromkeys(one for some in found for one in some if one))


def _answer(way: Way) -> str:
    said = " … ".join(_spoken(line) for line in (way.reply, way.opens) if line.text)
    return f"   {said}" if said else "   (nothing is said)"


def _spoken(line: Line) -> str:
    return f"{line.by}: “{line.text}”" if line.by else f"“{line.text}”"
