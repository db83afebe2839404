"""Checks of lines that give themselves away, with what each keeps in reach."""

from collections.abc import Iterator
from functools import lru_cache
from statistics import fmean

from course.codes import rule
from course.language import MOVES
from course.scenarios.coefficients import DEFAULT
from course.scenarios.definition import Choice, Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.outlook import KEPT, Outlook, outlook_of

MUCH_LONGER = 1.4


@rule("CC131")
def check_longest(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """The good line can be told by its length."""
    longest = 0
    judged = [moment for moment in scenario.moments if len(moment.choices) >= 3]
    for moment in judged:
        good = good_choices(scenario).get(moment.id)
        others = [len(choice.text) for choice in moment.choices if choice is not good]
        if good is None or len(good.text) <= max(others):
            continue
        longest += 1
        if len(good.text) > MUCH_LONGER * max(others):
            yield Diagnostic(
                code="CC131",
                where=f"moments.{moment.id}.choices.{good.id}",
                message=f"The good line has {len(good.text)} letters, the next longest "
                f"{max(others)}.",
                mend="Make a distractor as long, or the good line shorter.",
            )
    if len(judged) >= 4 and longest > 0.6 * len(judged):
        yield Diagnostic(
            code="CC131",
            where="moments",
            message=f"The good line is the longest in {longest} of {len(judged)} moments.",
            mend="Lengthen distractors until length tells nothing.",
        )


@rule("CC132")
def check_position(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """The good line mostly stands at the same place in the file."""
    places = []
    for moment in scenario.moments:
        good = good_choices(scenario).get(moment.id)
        if len(moment.choices) >= 3 and good is not None:
            places.append(moment.choices.index(good))
    if len(places) >= 4:
        common = max(set(places), key=places.count)
        if places.count(common) > 0.7 * len(places):
            yield Diagnostic(
                code="CC132",
                where="moments",
                message=f"The good line is number {common + 1} in {places.count(common)} "
                f"of {len(places)} moments.",
                mend="Vary its place; not every reader sees the choices shuffled.",
            )


@rule("CC133")
def check_warm_distractors(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """Only the good line is kind."""
    kind = {row.name for row in MOVES.values() if row.warm}
    for moment in scenario.moments:
        good = good_choices(scenario).get(moment.id)
        others = [choice for choice in moment.choices if choice is not good]
        if good is None or len(others) < 2 or kind.isdisjoint(good.moves):
            continue
        if all(kind.isdisjoint(choice.moves) for choice in others):
            yield Diagnostic(
                code="CC133",
                where=f"moments.{moment.id}.choices",
                message="Only the good line makes a kind move.",
                mend="A distractor is what a busy, decent colleague says.",
            )


@lru_cache(maxsize=KEPT)
def good_choices(scenario: Scenario) -> dict[str, Choice]:
    """By moment: the line that, over every state in which it can be said, keeps most in reach."""
    outlook = outlook_of(scenario, DEFAULT)
    marks, points = outlook.marks, outlook.points
    worth: dict[tuple[str, str], list[float]] = {}
    for state, edges in zip(outlook.graph.states, outlook.graph.edges, strict=True):
        for choice, to in edges:
            most = (marks[to] or 0.0) + 0.3 * (points[to] or 0.0)
            worth.setdefault((state.at, choice), []).append(most)
    mean = {place: round(fmean(values), 6) for place, values in worth.items()}
    return {
        moment.id: max(said, key=lambda one: (mean[moment.id, one.id], one.id))
        for moment in scenario.moments
        if (said := [one for one in moment.choices if (moment.id, one.id) in mean])
    }
