"""The lint of one scenario: every check, in order, as findings with stable codes."""

from collections.abc import Sequence

from course.codes import Rule, gathered
from course.scenarios.coefficients import DEFAULT
from course.scenarios.definition import Scenario
from course.scenarios.diagnosis import ids, plan, practice, roads, tells, varied, walk, words
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.explore import Exploration, explore
from course.scenarios.exploration.outlook import Outlook, outlook_of
from course.scenarios.exploration.policies import PolicyResult, policies

STILL: tuple[Rule[[Scenario], Diagnostic], ...] = gathered(
    ids, words, varied.check_varied_words, varied.check_left_over
)
WALKED: tuple[Rule[[Scenario, Exploration], Diagnostic], ...] = gathered(walk)
PLANNED: tuple[Rule[[Scenario], Diagnostic], ...] = gathered(plan, varied.check_with_others)
PRACTISED: tuple[Rule[[Scenario, Sequence[PolicyResult]], Diagnostic], ...] = gathered(practice)
LOOKED_AHEAD: tuple[Rule[[Scenario, Outlook], Diagnostic], ...] = gathered(tells, roads)
RULES = gathered(*STILL, *WALKED, *PLANNED, *PRACTISED, *LOOKED_AHEAD)
"""Every rule of this room; a new one is a function with its code, in the file of its stage."""
UNPLAYABLE = frozenset({"CC101", "CC102", "CC103", "CC104", "CC105"})
"""Findings after which a scenario cannot be played, so playing it is put off."""


def diagnose(scenario: Scenario) -> list[Diagnostic]:
    """Everything to mend in a scenario, in the order of the checks; none for a sound one.

    Fill in the house rules first, so that authority and words are as trainees meet them.

    >>> from course.scenarios import SMALL, SMALL_RULES, apply_rules
    >>> diagnose(apply_rules(SMALL, SMALL_RULES))
    []
    """
    found = [finding for rule in STILL for finding in rule(scenario)]
    if not scenario.moments or UNPLAYABLE & {finding.code for finding in found}:
        return found
    walked = explore(scenario)
    if not walked.complete:
        # What was not walked is not known: nothing else may be said of where it leads.
        return [*found, *walk.check_size(scenario, walked)]
    found += [finding for rule in WALKED for finding in rule(scenario, walked)]
    if walked.dead_ends or walked.no_way_out:
        return found
    found += [finding for rule in PLANNED for finding in rule(scenario)]
    played = policies(scenario)
    found += [finding for rule in PRACTISED for finding in rule(scenario, played)]
    outlook = outlook_of(scenario, DEFAULT)
    found += [finding for rule in LOOKED_AHEAD for finding in rule(scenario, outlook)]
    return found
