"""What trainees would naturally say has a line, nearly always."""

import pytest

from tests.scenarios.gaps import gaps, total
from tests.scenarios.loading import scenario, shipped_names
from tests.scenarios.natural import NONE, natural, natural_names

MOST_NONE = 0.30
"""Of all natural lines; of one scenario half as many again may have no place."""


def test_every_shipped_scenario_has_natural_lines() -> None:
    assert natural_names() == sorted(shipped_names())


@pytest.mark.parametrize("name", natural_names())
def test_lines_stand_at_moments_and_choices_that_there_are(name: str) -> None:
    moments = {one.id: one for one in scenario(name).moments}
    for one in natural(name):
        choices = {choice.id for choice in moments[one.moment].choices}
        assert len(one.said) >= 8, one.moment
        assert len({line.text for line in one.said}) == len(one.said)
        assert {line.at for line in one.said} <= {"", NONE, *choices}, one.moment


@pytest.mark.parametrize("name", natural_names())
def test_most_of_what_is_said_in_a_scenario_has_a_line(name: str) -> None:
    found = total(list(gaps(name).values()))
    assert not found.unread
    assert found.share <= 1.5 * MOST_NONE


def test_most_of_what_is_said_has_a_line_and_the_page_shows_it_early() -> None:
    found = total([one for name in natural_names() for one in gaps(name).values()])
    assert not found.unread
    assert found.share <= MOST_NONE
    assert found.first + found.second >= 0.90 * found.placed
