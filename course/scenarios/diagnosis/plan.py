"""Checks of the test plan, by playing it."""

from collections.abc import Iterator

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


def _failures(scenario: Scenario, line: Play) -> Iterator[str]:
    try:
        transcript = play(scenario, line.choices)
    except ChoiceError as error:
        yield f"{error}."
        return
    if transcript.ending is None:
        yield f"the conversation has not ended; it waits at '{transcript.state.at}'."
        return
    if transcript.ending.id != line.ending:
        yield f"it ended at '{transcript.ending.id}', not at '{line.ending}'."
    mark = handling(scenario, transcript).mark
    low, high = line.handling
    if not low <= mark <= high:
        yield f"the handling mark is {mark:g}, not within {low:g} to {high:g}."
    index = index_of(scenario, DEFAULT)
    felt = felt_of(index, transcript.state).satisfaction
    worst, most = line.satisfaction
    if not worst <= felt <= most:
        yield f"the satisfaction is {felt}, not within {worst} to {most}."
