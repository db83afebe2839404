"""What a change does to the same days: means, differences, and what chance alone may do."""

from math import isnan, nan

import pytest
from scipy import stats

from course.shift import Action, Day, advance
from course.shift.measure import costs
from course.shift.policies import PEOPLE, play
from course.shift.rehearsal import MEASURES, middle, of_day, paired
from course.shift.told import changes, rehearsed
from course.shift.worth import worth

from .made import after, desk, served, somebody


def closed(day: Day) -> Day:
    while not day.over:
        day = advance(day, Action("wait"))
    return day


def test_the_figures_of_a_day_are_those_of_the_hand() -> None:
    day = closed(after(desk(somebody(), somebody(), minutes=60), *served("c1")))
    found = of_day(day)
    assert set(found) == set(MEASURES)
    assert (found["contacts"], found["left"]) == (2, 1)
    assert (found["mark"], found["cost"]) == (worth(day), sum(costs(day)))
    assert found["wait"] == (4 + 60) / 2, "whoever was never answered waited all day"
    assert found["kept"] == 0, "what was promised was not done by closing"


def test_a_day_without_promises_has_no_share_of_them() -> None:
    found = of_day(closed(after(desk(somebody(), minutes=20), "wait")))
    assert isnan(found["kept"])
    assert found["mark"] == 0


def test_a_difference_has_the_interval_of_a_paired_t() -> None:
    ones, others = [3.0, 5.0, 4.0, nan, 8.0], [1.0, 4.5, 4.0, 2.0, 5.0]
    found = paired(ones, others)
    assert found is not None
    kept = [0, 1, 2, 4]
    exact = stats.ttest_rel([ones[k] for k in kept], [others[k] for k in kept])
    low, high = exact.confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((low, high))
    assert found.beyond_chance == (exact.pvalue < 0.05)
    assert paired([1.0, nan], [0.0, 1.0]) is None
    assert isnan(middle([nan]))


def test_a_colleague_shortens_waits_and_it_is_said_which_change_may_be_chance() -> None:
    alone = desk(*(somebody(3 * k) for k in range(6)), minutes=90)
    helped = desk(*(somebody(3 * k) for k in range(6)), minutes=90, colleagues=1)
    player = PEOPLE["good and slow"]
    usual, changed = play(alone, player)[0], play(helped, player)[0]
    assert of_day(changed)["wait"] < of_day(usual)["wait"]
    said = rehearsed([usual] * 3, [changed] * 3)
    assert said.splitlines()[4].startswith("Wait for a first answer, min")
    assert said.splitlines()[4].endswith("less")
    assert "too few days" in rehearsed([usual], [changed])
    assert "with the change" in changes(usual, changed)
