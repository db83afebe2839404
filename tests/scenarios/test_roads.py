"""What a debrief says could have been said instead."""

import pytest

from course import scenarios
from course.exercises import Item, specimens
from course.exercises.dialogue import keyed
from tests.scenarios.loading import scenario, shipped_names
from tests.shipped import load_course

each = pytest.mark.parametrize("item", shipped_names(), indirect=True)


@pytest.fixture(scope="module")
def item(request: pytest.FixtureRequest) -> Item:
    found = load_course().find(request.param)
    assert found is not None
    return found


@each
def test_after_the_best_conversation_nothing_better_is_named(item: Item) -> None:
    whole = keyed(item.exercise, item.key)
    right = next(one.answer for one in specimens(item) if one.name == "right")
    back = scenarios.debrief(whole, scenarios.play(whole, right))
    assert back.handling.mark == 100
    assert back.roads == ()


@each
def test_a_better_line_says_what_it_would_have_changed(item: Item) -> None:
    whole = keyed(item.exercise, item.key)
    for play in item.key.plan:
        back = scenarios.debrief(whole, scenarios.play(whole, play.choices))
        assert all(road.change for road in back.roads)
        if back.handling.mark < 60:
            assert back.roads


def test_what_went_wrong_on_the_way_is_not_something_to_have_found_out() -> None:
    """Whoever turns her away never hears that she had to ask twice, and missed nothing by it."""
    case = scenario("birthday-cake")
    back = scenarios.debrief(case, scenarios.play(case, ["taken-to-heart", "most-guests"]))
    road = next(one for one in back.roads if one.choice == "most-guests")
    assert road.better_choice == "here-it-is"
    assert "found out" not in road.change
    first = next(one for one in back.roads if one.choice == "taken-to-heart")
    assert "yours could not" in first.change
