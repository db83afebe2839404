"""The lint of one scenario: every check, in order, as findings with stable codes."""

from collections.abc import Callable, Iterator

from course.scenarios.coefficients import DEFAULT
from course.scenarios.definition import Scenario
from course.scenarios.diagnosis import ids, play, walk, words
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.explore import Exploration, explore
from course.scenarios.exploration.outlook import outlook_of
from course.scenarios.exploration.policies import policies

Check = Callable[[Scenario], Iterator[Diagnostic]]
WalkCheck = Callable[[Scenario, Exploration], Iterator[Diagnostic]]

NAMES: tuple[Check, ...] = (
    ids.check_duplicate_ids,
    ids.check_next,
    ids.check_facts,
    ids.check_remedies,
    ids.check_promises,
    ids.check_rules,
    ids.check_slugs,
)
WORDS: tuple[Check, ...] = (
    words.check_last_line,
    words.check_hidden_lines,
    words.check_long_lines,
    words.check_speakable,
    words.check_notes,
    words.check_mood_in_routes,
    words.check_last_route,
    words.check_typed,
    words.check_public_identity,
    words.check_opening_copy,
    words.check_remedy_scale,
)
WALKS: tuple[WalkCheck, ...] = (
    walk.check_reach,
    walk.check_loose_ends,
    walk.check_idle,
    walk.check_size,
    walk.check_best,
)
UNPLAYABLE = frozenset({"CC101", "CC102", "CC103", "CC104", "CC105"})
"""Findings after which a scenario cannot be played, so playing it is put off."""


def diagnose(scenario: Scenario) -> list[Diagnostic]:
    """Everything to mend in a scenario, in the order of the checks; none for a sound one.

    Fill in the house rules first, so that authority and words are as trainees meet them.

    >>> from course.scenarios import SMALL, SMALL_RULES, apply_rules
    >>> diagnose(apply_rules(SMALL, SMALL_RULES))
    []
    """
    found = [finding for check in (*NAMES, *WORDS) for finding in check(scenario)]
    if not scenario.moments or UNPLAYABLE & {finding.code for finding in found}:
        return found
    walked = explore(scenario)
    for walk_check in WALKS:
        found.extend(walk_check(scenario, walked))
    if walked.dead_ends or walked.no_way_out:
        return found
    found.extend(play.check_plan(scenario))
    found.extend(play.check_policies(scenario, policies(scenario)))
    if walked.complete:
        outlook = outlook_of(scenario, DEFAULT)
        found.extend(play.check_longest(scenario, outlook))
        found.extend(play.check_position(scenario, outlook))
        found.extend(play.check_warm_distractors(scenario, outlook))
    return found
