"""Checks that need the whole scenario walked. CC140 to CC149."""

from collections.abc import Iterator

from course.scenarios.definition import Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.explore import Exploration


def check_reach(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """CC140: a moment nobody reaches. CC141: an ending nobody reaches."""
    for name in found.unreachable_moments:
        yield Diagnostic(
            code="CC140",
            where=f"moments.{name}",
            message="No conversation gets here.",
            mend="Lead a choice to it, or take it out.",
        )
    for name in found.unreachable_endings:
        yield Diagnostic(
            code="CC141",
            where=f"endings.{name}",
            message="No conversation ends like this.",
            mend="Lead a choice to it, or take it out.",
        )


def check_loose_ends(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """CC142: nothing can be said. CC143: it can never end."""
    for name in found.dead_ends:
        yield Diagnostic(
            code="CC142",
            where=f"moments.{name}.choices",
            message="In some conversations nothing can be said here.",
            mend="Leave at least one choice without a condition.",
        )
    for name in found.no_way_out:
        if name not in found.dead_ends:
            yield Diagnostic(
                code="CC143",
                where=f"moments.{name}",
                message="From here some conversations never end.",
                mend="Lead one choice on towards an ending.",
            )


def check_idle(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """CC144: a choice makes no difference."""
    for name in found.idle_choices:
        moment, choice = name.split(".", 1)
        yield Diagnostic(
            code="CC144",
            where=f"moments.{moment}.choices.{choice}",
            message="This choice is never open, or always does just what another one does.",
            mend="Change its moves, what it learns or where it leads.",
            severity="warning",
        )


def check_size(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """CC145: too large to walk through whole."""
    if not found.complete:
        yield Diagnostic(
            code="CC145",
            where="moments",
            message=f"The walk stopped after {found.states:,} states.",
            mend="Break up loops: let a moment be reached once, or close choices already taken.",
        )


def check_best(scenario: Scenario, found: Exploration) -> Iterator[Diagnostic]:
    """CC146: no ending is declared best. CC147: full marks cannot be had. CC148: wrong best."""
    best = [ending for ending in found.endings if ending.best]
    if not best:
        yield Diagnostic(
            code="CC146",
            where="endings",
            message="No ending is declared best.",
            mend="Mark the ones that are as good as this case can end: 'best: true'.",
        )
        return
    if found.best_handling < 95:
        yield Diagnostic(
            code="CC147",
            where="rubric",
            message=f"The best conversation earns {found.best_handling:g} of 100.",
            mend="Ask in the rubric only for what some conversation can do.",
        )
    top = max(ending.best_handling for ending in best)
    for ending in found.endings:
        if not ending.best and ending.best_handling > top:
            yield Diagnostic(
                code="CC148",
                where=f"endings.{ending.id}",
                message=f"It earns {ending.best_handling:g}, a best ending at most {top:g}.",
                mend="Declare it best too, or take from its path what it should not earn.",
            )
