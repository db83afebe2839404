"""Every scenario that a lesson ships, held to the same standard.

That there is nothing to mend in any of them, tests/lessons/test_shipped.py shows.
"""

from functools import cache
from statistics import fmean

import pytest

from course.scenarios import Scenario, check_properties, explore, policies
from course.scenarios.exploration.policies import PolicyResult
from tests.scenarios.acts.reasons import unexplained
from tests.scenarios.acts.scored import in_scenario
from tests.scenarios.loading import scenario, shipped_names

each = pytest.mark.parametrize("case", shipped_names(), indirect=True)


@cache
def played(name: str) -> tuple[PolicyResult, ...]:
    return policies(scenario(name))


@each
def test_no_act_is_scored_otherwise_than_elsewhere_without_a_reason(case: Scenario) -> None:
    # The walk is kept for whoever asks next, so the table by act costs little here.
    assert unexplained(in_scenario(case), only=(f"{case.id} / ",)) == []


@each
def test_every_ending_and_moment_is_reached(case: Scenario) -> None:
    found = explore(case)
    assert found.complete
    assert found.unreachable_moments == found.unreachable_endings == ()
    assert found.dead_ends == found.no_way_out == ()
    assert found.best_handling >= 95


@each
def test_best_practice_has_the_highest_mark(case: Scenario) -> None:
    by_name = {result.name: result for result in played(case.id)}
    best = by_name.pop("best practice")
    assert best.best == 1
    for other in by_name.values():
        assert other.handling < best.handling - 15, other
    assert by_name["random"].handling < best.handling - 25
    if not case.survey_may_disagree:
        # Words said back, and a yes, may please as much; what they cost stands in the mark.
        echo = by_name.pop("echo")
        assert echo.satisfaction <= best.satisfaction
        assert all(other.satisfaction < best.satisfaction for other in by_name.values())


def test_saying_the_customer_s_words_back_is_no_way_to_play() -> None:
    """Most words in common, and a question: hardly more than a coin on average, nowhere a win."""
    earned: dict[str, list[float]] = {"echo": [], "random": []}
    for name in shipped_names():
        for result in played(name):
            if result.name in earned:
                earned[result.name].append(result.handling)
    assert fmean(earned["echo"]) <= fmean(earned["random"]) + 8
    assert max(earned["echo"]) <= 90


@each
def test_the_customer_model_holds(case: Scenario) -> None:
    assert check_properties(case, sample=30).violations == ()
