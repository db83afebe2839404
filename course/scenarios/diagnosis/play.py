"""Checks by playing: the plan, simple policies, and lines that give themselves away.

CC130 to CC139 and CC150 to CC159.
"""

from collections.abc import Iterator
from statistics import fmean

from course.language import MOVES
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.engine import ChoiceError
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.play import play
from course.scenarios.definition import Choice, Moment, Play, Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.outlook import Outlook
from course.scenarios.exploration.policies import PolicyResult
from course.scenarios.handling.mark import handling
from course.scenarios.survey.feelings import felt_of

CLEARLY = 15.0
"""Marks by which thoughtless play must lose."""
MUCH_LONGER = 1.4


def check_plan(scenario: Scenario) -> Iterator[Diagnostic]:
    """CC150: a line of the test plan fails. CC151: there is no plan. CC152: none ends best."""
    if not scenario.plan:
        yield Diagnostic(
            code="CC151",
            where="plan",
            message="There is no test plan.",
            mend="Write down a best, a middling and a poor conversation and what they must earn.",
        )
        return
    best = {ending.id for ending in scenario.endings if ending.best}
    if not any(line.ending in best for line in scenario.plan):
        yield Diagnostic(
            code="CC152",
            where="plan",
            message="No planned conversation reaches a best ending.",
            mend="Plan at least one.",
        )
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


def check_policies(scenario: Scenario, results: tuple[PolicyResult, ...]) -> Iterator[Diagnostic]:
    """CC153: best practice does not win. CC154: thoughtless play does not lose clearly."""
    by_name = {result.name: result for result in results}
    best = by_name["best practice"]
    if best.best < 1:
        yield Diagnostic(
            code="CC153",
            where="moments",
            message="Hearing, finding out, then offering does not lead to a best ending "
            f"({best.endings[0][0]}).",
            mend="Look where it is led astray: does a weak line carry strong moves?",
        )
    for name in ("always apologise", "always remedy", "keyword stuffing", "careless", "random"):
        result = by_name[name]
        if result.handling > best.handling - CLEARLY:
            code = "CC130" if name == "keyword stuffing" else "CC154"
            yield Diagnostic(
                code=code,
                where="moments",
                message=f"'{name}' earns {result.handling:g} where best practice earns "
                f"{best.handling:g}.",
                mend="Give distractors as many moves as the good line, and make them cost."
                if name == "keyword stuffing"
                else "Let weak lines cost a fact, a step or an ending.",
            )


def check_longest(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """CC131: the good line can be told by its length."""
    longest = 0
    judged = [moment for moment in scenario.moments if len(moment.choices) >= 3]
    for moment in judged:
        good = good_choice(moment, outlook)
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
                severity="warning",
            )
    if len(judged) >= 4 and longest > 0.6 * len(judged):
        yield Diagnostic(
            code="CC131",
            where="moments",
            message=f"The good line is the longest in {longest} of {len(judged)} moments.",
            mend="Lengthen distractors until length tells nothing.",
            severity="warning",
        )


def check_position(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """CC132: the good line mostly stands at the same place in the file."""
    places = []
    for moment in scenario.moments:
        good = good_choice(moment, outlook)
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
                severity="warning",
            )


def check_warm_distractors(scenario: Scenario, outlook: Outlook) -> Iterator[Diagnostic]:
    """CC133: only the good line is kind."""
    kind = {row.name for row in MOVES.values() if row.warm}
    for moment in scenario.moments:
        good = good_choice(moment, outlook)
        others = [choice for choice in moment.choices if choice is not good]
        if good is None or len(others) < 2 or kind.isdisjoint(good.moves):
            continue
        if all(kind.isdisjoint(choice.moves) for choice in others):
            yield Diagnostic(
                code="CC133",
                where=f"moments.{moment.id}.choices",
                message="Only the good line makes a kind move.",
                mend="A distractor is what a busy, decent colleague says.",
                severity="warning",
            )


def good_choice(moment: Moment, outlook: Outlook) -> Choice | None:
    """The line that, over every state in which this moment is reached, keeps most in reach."""
    worth: dict[str, list[float]] = {}
    for state, edges in zip(outlook.graph.states, outlook.graph.edges, strict=True):
        if state.at == moment.id:
            for choice, to in edges:
                mark, felt = outlook.marks[to] or 0.0, outlook.points[to] or 0.0
                worth.setdefault(choice, []).append(mark + 0.3 * felt)
    mean = {choice: fmean(values) for choice, values in worth.items()}
    return max(
        (choice for choice in moment.choices if choice.id in mean),
        key=lambda choice: (round(mean[choice.id], 6), choice.id),
        default=None,
    )
