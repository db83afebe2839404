"""Checks of what has been said by the time that a line is said, on every road to it."""

from collections.abc import Iterator

from course.codes import rule
from course.language.words import LITTLE, stem, words
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.engine import advance, find_choice
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.state import State
from course.scenarios.definition import Choice, Fact, Line, Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.graph import Graph
from course.scenarios.exploration.outlook import Outlook
from course.scenarios.exploration.referring import Wanted, unfounded


@rule("CC127")
def check_told(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """A line brings a fact to light that nobody says."""
    for where, fact in dict.fromkeys(_untold(outlook.graph)):
        yield Diagnostic(
            code="CC127",
            where=f"{where}.learns",
            message=f"The fact '{fact}' is learnt here, and no words of it are said.",
            mend="Add a reply in which it is told, or a line to the next moment's says with "
            f"'when: {{knows: [{fact}]}}'.",
        )


@rule("CC149")
def check_founded(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """A line refers to what some road has not had."""
    for where, wanted, road in unfounded(outlook.graph):
        yield Diagnostic(
            code="CC149",
            where=f"{where}.refers",
            message=f"It refers to {_named(wanted)}, and this road has not had it: "
            f"{', '.join(road) or 'the beginning'}.",
            mend="Give the line a 'when', lead that road elsewhere, or let the line say less.",
        )


def _named(wanted: Wanted) -> str:
    return " or ".join(f"'{one}'" for one in ((wanted,) if isinstance(wanted, str) else wanted))


def _untold(graph: Graph) -> Iterator[tuple[str, str]]:
    """Lines after which a fact is known, though nothing was said that tells it.

    Whatever is said back at once counts as telling it: people tell in words of their own.
    """
    index = graph.index
    bringing = {
        (moment.id, one.id): one
        for moment in index.scenario.moments
        for one in moment.choices
        if one.learns and not _answered(one)
    }
    for at, (state, edges) in enumerate(zip(graph.states, graph.edges, strict=True)):
        for name, to in edges:
            choice = bringing.get((state.at, name))
            new = [fact for fact in choice.learns if fact not in state.knows] if choice else []
            if choice is None or not new or _reply(index, state, choice).text:
                continue
            said = _opening(index, graph.states[to])
            for fact in (index.facts[one] for one in new):
                if not _tells(said, fact) and not _told_before(graph, at, fact):
                    yield f"moments.{state.at}.choices.{name}", fact.id


def _answered(choice: Choice) -> bool:
    """Is something said back to this line, however the conversation stands?"""
    always = any(one.mood is None and one.when is None for one in choice.reply)
    return always and all(one.text for one in choice.reply)


def _reply(index: Index, state: State, choice: Choice) -> Line:
    """What is said back to a line at once."""
    return pick(choice.reply, advance(index, state, choice).heard, index)


def _opening(index: Index, state: State) -> Line:
    """What is said as a moment or an ending begins."""
    place = index.endings[state.at] if state.ended else index.moments[state.at]
    return pick(place.says, state, index)


def _tells(said: Line, fact: Fact) -> bool:
    """Are these words meant to tell the fact, or do they share a telling word with it?"""
    if said.when is not None and fact.id in said.when.knows:
        return True
    return not _telling(said.text).isdisjoint(_telling(fact.text))


def _told_before(graph: Graph, at: int, fact: Fact) -> bool:
    """Has the agent just heard it, in the words that the line answers or the reply before them?

    All who talk here talk of one thing, so it takes half of the fact's telling words.
    """
    index, state = graph.index, graph.states[at]
    replies = [
        _reply(index, graph.states[before], find_choice(index, graph.states[before], name))
        for before in dict.fromkeys(graph.before[at])
        for name, to in graph.edges[before]
        if to == at
    ]
    here = _telling(_opening(index, state).text)
    wanted = _telling(fact.text)
    heard = [here | _telling(one.text) for one in replies] or [here]
    return bool(wanted) and all(2 * len(wanted & words) >= len(wanted) for words in heard)


def _telling(text: str) -> set[str]:
    return {stem(word.text) for word in words(text) if word.text not in LITTLE}
