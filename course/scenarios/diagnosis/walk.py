"""Checks that need the whole scenario walked."""

from collections.abc import Iterator

from course.codes import rule
from course.scenarios.definition import Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.best_lines import FULL
from course.scenarios.exploration.explore import Exploration


@rule("CC140")
def check_moments(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """A moment nobody reaches."""
    for name in found.unreachable_moments:
        yield Diagnostic(
            code="CC140",
            where=f"moments.{name}",
            message="No conversation gets here.",
            mend="Lead a choice to it, or take it out.",
        )


@rule("CC141")
def check_endings(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """An ending nobody reaches."""
    for name in found.unreachable_endings:
        yield Diagnostic(
            code="CC141",
            where=f"endings.{name}",
            message="No conversation ends like this.",
            mend="Lead a choice to it, or take it out.",
        )


@rule("CC142")
def check_dead_ends(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """Nothing can be said."""
    for name in found.dead_ends:
        yield Diagnostic(
            code="CC142",
            where=f"moments.{name}.choices",
            message="In some conversations nothing can be said here.",
            mend="Leave at least one choice without a condition.",
        )


@rule("CC143")
def check_ways_out(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """It can never end."""
    for name in found.no_way_out:
        if name not in found.dead_ends:
            yield Diagnostic(
                code="CC143",
                where=f"moments.{name}",
                message="From here some conversations never end.",
                mend="Lead one choice on towards an ending.",
            )


@rule("CC144")
def check_idle(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """A choice makes no difference."""
    for name, like in found.idle_choices.items():
        moment, choice = name.split(".", 1)
        does = f"always does just what '{like}' does" if like else "is never open"
        yield Diagnostic(
            code="CC144",
            where=f"moments.{moment}.choices.{choice}",
            message=f"This choice {does}.",
            mend="Change its moves, what it learns or where it leads.",
        )


@rule("CC145")
def check_size(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """Too large to walk through whole."""
    if not found.complete:
        yield Diagnostic(
            code="CC145",
            where="moments",
            message=f"It can go on in too many ways: the walk stopped after {found.states:,} "
            "states, so nothing was checked of where it leads.",
            mend="Let it have fewer moments, or find fewer facts; break up loops: let a moment be "
            "reached once, or close choices already taken.",
        )


@rule("CC146")
def check_best(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """No ending is declared best."""
    if not any(ending.best for ending in found.endings):
        yield Diagnostic(
            code="CC146",
            where="endings",
            message="No ending is declared best.",
            mend="Mark the ones that are as good as this case can end: 'best: true'.",
        )


@rule("CC147")
def check_full_marks(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """Full marks cannot be had."""
    if any(ending.best for ending in found.endings) and found.best_handling < FULL:
        yield Diagnostic(
            code="CC147",
            where="rubric",
            message=f"The best conversation earns {found.best_handling:g} of 100.",
            mend="Ask in the rubric only for what some conversation can do.",
        )


@rule("CC148")
def check_best_is_best(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """Another ending earns more than the best."""
    best = [ending.best_handling for ending in found.endings if ending.best]
    for ending in found.endings:
        if best and not ending.best and ending.best_handling > max(best):
            yield Diagnostic(
                code="CC148",
                where=f"endings.{ending.id}",
                message=f"It earns {ending.best_handling:g}, a best ending at most {max(best):g}.",
                mend="Declare it best too, or take from its path what it should not earn.",
            )
