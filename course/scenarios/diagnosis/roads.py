"""Checks of what has been said by the time that a line is said, on every road to it."""

from collections.abc import Iterator

from course.codes import rule
from course.language.words import LITTLE, stem, words
from course.scenarios.conversation.conditions import pick
from course.scenarios.conversation.engine import advance, find_choice
from course.scenarios.definition import Fact, Line, Scenario
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
    """Lines after which a fact is known, though nothing was said that shares a word with it.

    Whatever is said back at once counts as telling it: people tell in words of their own.
    """
    index = graph.index
    for state, edges in zip(graph.states, graph.edges, strict=True):
        for name, to in edges:
            choice = find_choice(index, state, name)
            new = [fact for fact in choice.learns if fact not in state.knows]
            if not new or pick(choice.reply, advance(index, state, choice).heard, index).text:
                continue
            after = graph.states[to]
            place = index.endings[after.at] if after.ended else index.moments[after.at]
            said = pick(place.says, after, index)
            for fact in new:
                if not _tells(said, index.facts[fact]):
                    yield f"moments.{state.at}.choices.{name}", fact


def _tells(said: Line, fact: Fact) -> bool:
    """Are these words meant to tell the fact, or do they share a telling word with it?"""
    if said.when is not None and fact.id in said.when.knows:
        return True
    return not _telling(said.text).isdisjoint(_telling(fact.text))


def _telling(text: str) -> set[str]:
    return {stem(word.text) for word in words(text) if word.text not in LITTLE}
