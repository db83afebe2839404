"""The lint of one scenario: every check, in order, as findings with stable codes."""

from collections.abc import Callable, Iterator

from course.scenarios import checks_ids, checks_play, checks_walk, checks_words
from course.scenarios.coefficients import DEFAULT
from course.scenarios.definition import Scenario
from course.scenarios.diagnostic import Diagnostic
from course.scenarios.explore import Exploration, explore
from course.scenarios.outlook import outlook_of
from course.scenarios.policies import policies

Check = Callable[[Scenario], Iterator[Diagnostic]]
WalkCheck = Callable[[Scenario, Exploration], Iterator[Diagnostic]]

NAMES: tuple[Check, ...] = (
    checks_ids.check_duplicate_ids,
    checks_ids.check_next,
    checks_ids.check_facts,
    checks_ids.check_remedies,
    checks_ids.check_promises,
    checks_ids.check_rules,
    checks_ids.check_slugs,
)
WORDS: tuple[Check, ...] = (
    checks_words.check_last_line,
    checks_words.check_hidden_lines,
    checks_words.check_long_lines,
    checks_words.check_speakable,
    checks_words.check_notes,
    checks_words.check_mood_in_routes,
    checks_words.check_last_route,
    checks_words.check_typed,
    checks_words.check_public_identity,
    checks_words.check_opening_copy,
    checks_words.check_remedy_scale,
)
WALKS: tuple[WalkCheck, ...] = (
    checks_walk.check_reach,
    checks_walk.check_loose_ends,
    checks_walk.check_idle,
    checks_walk.check_size,
    checks_walk.check_best,
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
    found.extend(checks_play.check_plan(scenario))
    found.extend(checks_play.check_policies(scenario, policies(scenario)))
    if walked.complete:
        outlook = outlook_of(scenario, DEFAULT)
        found.extend(checks_play.check_longest(scenario, outlook))
        found.extend(checks_play.check_position(scenario, outlook))
        found.extend(checks_play.check_warm_distractors(scenario, outlook))
    return found
