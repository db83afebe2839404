"""Checks of the test plan, by playing it."""

from collections.abc import Iterator
from typing import NamedTuple

from course.codes import rule
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.engine import ChoiceError
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.play import play
from course.scenarios.definition import Play, Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.handling.mark import handling
from course.scenarios.survey.feelings import felt_of


@rule("CC151")
def check_planned(scenario: Scenario) -> Iterator[Diagnostic]:
    """There is no plan."""
    if not scenario.plan:
        yield Diagnostic(
            code="CC151",
            where="plan",
            message="There is no test plan.",
            mend="Write down a best, a middling and a poor conversation and what they must earn.",
        )


@rule("CC152")
def check_plans_best(scenario: Scenario) -> Iterator[Diagnostic]:
    """No planned conversation ends best."""
    best = {ending.id for ending in scenario.endings if ending.best}
    if scenario.plan and not any(line.ending in best for line in scenario.plan):
        yield Diagnostic(
            code="CC152",
            where="plan",
            message="No planned conversation reaches a best ending.",
            mend="Plan at least one.",
        )


@rule("CC150")
def check_plan(scenario: Scenario) -> Iterator[Diagnostic]:
    """A line of the test plan fails."""
    for at, line in enumerate(scenario.plan):
        for message in _failures(scenario, line):
            yield Diagnostic(
                code="CC150",
                where=f"plan.{at}",
                message=f"'{line.name}': {message}",
                mend="Mend the path, the scenario, or what the plan expects.",
            )


class Planned(NamedTuple):
    """What a planned conversation comes to."""

    ending: str
    """Empty where it has not ended."""
    mark: float
    satisfaction: int


def planned(scenario: Scenario, line: Play) -> Planned:
    """Plays one line of the plan.

    Raises:
        ChoiceError: where it names a line that cannot be said there.

    >>> from course.scenarios import SMALL
    >>> planned(SMALL, SMALL.plan[0])
    Planned(ending='mended', mark=100.0, satisfaction=5)
    """
    transcript = play(scenario, line.choices)
    ending = transcript.ending.id if transcript.ending else ""
    mark = handling(scenario, transcript).mark if ending else 0.0
    felt = felt_of(index_of(scenario, DEFAULT), transcript.state)
    return Planned(ending, mark, felt.satisfaction)


def _failures(scenario: Scenario, line: Play) -> Iterator[str]:
    try:
        made = planned(scenario, line)
    except ChoiceError as error:
        yield f"{error}."
        return
    if not made.ending:
        at = play(scenario, line.choices).state.at
        yield f"the conversation has not ended; it waits at '{at}'."
        return
    if made.ending != line.ending:
        yield f"it ended at '{made.ending}', not at '{line.ending}'."
    low, high = line.handling
    if not low <= made.mark <= high:
        yield f"the handling mark is {made.mark:g}, not within {low:g} to {high:g}."
    worst, most = line.satisfaction
    if not worst <= made.satisfaction <= most:
        yield f"the satisfaction is {made.satisfaction}, not within {worst} to {most}."
