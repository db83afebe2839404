"""The customer model over our own scenarios, every temperament and several moods."""

import ast
import inspect
from itertools import pairwise

import pytest
from msgspec.structs import fields, replace

from course.scenarios import (
    DEFAULT,
    Coefficients,
    Scenario,
    check_properties,
    coefficients,
    start,
    variations,
)
from course.scenarios.conversation.engine import advance
from course.scenarios.conversation.index import index_of
from course.scenarios.definition import Customer
from tests.scenarios.loading import own_names, own_scenarios
from tests.scenarios.made import line, room


@pytest.mark.parametrize("case", own_names(), indirect=True)
def test_every_property_holds_for_every_customer(case: Scenario) -> None:
    for variation in variations(case):
        report = check_properties(variation)
        who = f"{variation.customer.temperament}, {variation.customer.mood}"
        assert report.violations == (), who


def test_every_property_is_put_to_the_test() -> None:
    checked: dict[str, int] = {}
    for case in own_scenarios():
        for name, count in check_properties(case).checked.items():
            checked[name] = checked.get(name, 0) + count
    assert all(checked.values()), checked


@pytest.mark.parametrize(
    ("wrong", "finding"),
    [
        (DEFAULT.with_points("acknowledge", (-20.0, 0.0)), "acknowledgement"),
        (DEFAULT.with_points("blame", (-30.0,)), "blame"),
        (DEFAULT.with_points("apologise", (8.0, 8.0, 8.0)), "empty apology"),
        (replace(DEFAULT, promise_broken=-40.0), "broken promise"),
        (replace(DEFAULT, abandoned_at_most=100.0, weight_outcome=0.0), "giving up"),
    ],
)
def test_a_model_that_rewards_the_wrong_thing_is_caught(wrong: Coefficients, finding: str) -> None:
    found = {
        f.property
        for case in own_scenarios()
        for variation in list(variations(case))[:2]
        for f in check_properties(variation, wrong).violations
    }
    assert finding in found


def test_every_coefficient_has_its_reason() -> None:
    tree = ast.parse(inspect.getsource(coefficients))
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef)).body
    reasons = {
        node.target.id
        for node, after in pairwise(body)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
    }
    assert reasons == {field.name for field in fields(Coefficients)}


def test_a_fall_cut_off_at_the_bottom_hides_a_gain_and_is_not_held_against_it() -> None:
    """Heard and let down in one breath: at 20 both ways end at 0, at 60 they can be compared."""
    both = line("both", "acknowledge", promise="unkept", next="later")
    mend = line("mend", "acknowledge", "own", remedy="plain", next="solved")
    for mood, comparable in ((20, 0), (60, 1)):
        angry = Customer(name="Ada", about="", temperament="angry", mood=mood)
        report = check_properties(room(both, mend, customer=angry))
        assert "acknowledgement" not in {finding.property for finding in report.violations}
        assert report.checked["acknowledgement"] >= comparable
        index = index_of(room(both, mend, customer=angry), Coefficients())
        opening = start(index.scenario)
        heard = advance(index, opening, both).after
        unheard = advance(index, opening, replace(both, moves=())).after
        assert (heard.mood > unheard.mood) == bool(comparable)
