"""A line whose turn is looked up does what it does when the turn is worked out."""

from random import Random

import pytest

from course.scenarios import SMALL, Scenario, choices, start
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.engine import Known, advance
from course.scenarios.conversation.index import index_of
from tests.scenarios.loading import scenario, shipped_names

TALKS = 60


@pytest.mark.parametrize("name", ["", *shipped_names()])
def test_what_is_known_of_a_line_holds_wherever_it_is_said(name: str) -> None:
    case: Scenario = scenario(name) if name else SMALL
    index, known, dice = index_of(case, DEFAULT), Known(), Random(name)
    for _ in range(TALKS):
        state = start(case)
        while said := choices(case, state):
            choice = dice.choice(said)
            worked_out = advance(index, state, choice)
            assert advance(index, state, choice, known) == worked_out
            state = worked_out.after
    assert known
