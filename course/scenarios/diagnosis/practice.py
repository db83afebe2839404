"""Checks that practice wins, by letting simple policies play."""

from collections.abc import Iterator, Sequence

from course.codes import rule
from course.scenarios.definition import Scenario
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.policies import PolicyResult

CLEARLY = 15.0
"""Marks by which thoughtless play must lose."""
MOST_ECHO = 90.0
"""What saying the customer's words back, and asking something, may earn at most."""
THOUGHTLESS = ("always apologise", "always remedy", "careless", "random")


@rule("CC153")
def check_practice(scenario: Scenario, results: Sequence[PolicyResult]) -> Iterator[Diagnostic]:
    """Best practice does not win."""
    best = _of(results, "best practice")
    if best.best < 1:
        yield Diagnostic(
            code="CC153",
            where="moments",
            message="Hearing, finding out, then offering does not lead to a best ending "
            f"({best.endings[0][0]}).",
            mend="Look where it is led astray: does a weak line carry strong moves?",
        )


@rule("CC130")
def check_stuffing(scenario: Scenario, results: Sequence[PolicyResult]) -> Iterator[Diagnostic]:
    """Saying as much as possible pays."""
    for message in _close(results, "keyword stuffing"):
        yield Diagnostic(
            code="CC130",
            where="moments",
            message=message,
            mend="Give distractors as many moves as the good line, and make them cost.",
        )


@rule("CC134")
def check_echo(scenario: Scenario, results: Sequence[PolicyResult]) -> Iterator[Diagnostic]:
    """The good lines are those that say the customer's words back."""
    earned = _of(results, "echo").handling
    if earned > MOST_ECHO:
        yield Diagnostic(
            code="CC134",
            where="moments",
            message=f"'echo' earns {earned:g} of 100, more than {MOST_ECHO:g}.",
            mend="Let a weaker line say the customer's words back and ask something, too.",
        )


@rule("CC154")
def check_thoughtless(scenario: Scenario, results: Sequence[PolicyResult]) -> Iterator[Diagnostic]:
    """Thoughtless play does not lose clearly."""
    for message in _close(results, *THOUGHTLESS):
        yield Diagnostic(
            code="CC154",
            where="moments",
            message=message,
            mend="Let weak lines cost a fact, a step or an ending.",
        )


def _of(results: Sequence[PolicyResult], name: str) -> PolicyResult:
    return next(result for result in results if result.name == name)


def _close(results: Sequence[PolicyResult], *names: str) -> Iterator[str]:
    """What each of these earns, where that is nearly what best practice does."""
    best = _of(results, "best practice").handling
    for name in names:
        earned = _of(results, name).handling
        if earned > best - CLEARLY:
            yield f"'{name}' earns {earned:g} where best practice earns {best:g}."
