"""What a debrief says could have been said instead."""

import pytest

from course import scenarios
from course.exercises import Item, specimens
from course.exercises.dialogue import keyed
from tests.scenarios.loading import shipped_names
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
