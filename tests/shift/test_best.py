"""How good a day can be: the search, its bound, and the decisions that mattered."""

from collections.abc import Sequence
from functools import cache
from statistics import mean

import pytest

from course.shift import Action, Day, Desk, actions, advance, begin, replay
from course.shift.best import best_day
from course.shift.bound import bound
from course.shift.measure import promises
from course.shift.policies import PEOPLE, TRICKS, play
from course.shift.rehearsal import of_day
from course.shift.roads import roads_of, slips
from course.shift.turning import turning_points
from course.shift.worth import worth

from .made import BEST, desk, shipped_day, somebody


def exhaustive(desk: Desk) -> float:
    """The best of every day that can be had, each tried."""

    @cache
    def best(day: Day) -> float:
        if day.over:
            return worth(day)
        return max(best(advance(day, action)) for action in actions(day))

    return best(begin(desk))


@pytest.mark.parametrize("minutes", [4, 8, 9])
def test_no_day_is_above_the_bound_and_the_search_finds_the_best_of_small_ones(
    minutes: int,
) -> None:
    here = desk(somebody(0), somebody(3, "chat"), minutes=minutes)
    true = exhaustive(here)
    found = best_day(here)
    assert true <= found.bound + 1e-9
    assert found.worth == pytest.approx(true, abs=8)
    assert found.worth <= true + 1e-9
    assert worth(replay(here, found.log)) == found.worth


def test_the_bound_lets_nobody_be_served_before_they_come() -> None:
    early = desk(somebody(0), somebody(0), minutes=60)
    late = desk(somebody(0), somebody(58), minutes=60)
    assert bound(early)[0] == pytest.approx(100)
    assert 70 < bound(late)[0] < 90


def test_roads_are_those_that_none_beats() -> None:
    (contact,) = desk(somebody()).contacts
    roads = roads_of(contact)
    best = max((road for road in roads if not road.hands_over), key=lambda road: road.mark)
    assert (best.lines, best.minutes, best.mark) == (BEST, 4 + 4 + 3, 100)
    for one in roads:
        for two in roads:
            better = two.mark >= one.mark and two.minutes <= one.minutes and two.spend <= one.spend
            assert one is two or not better


def test_a_slip_is_what_a_line_put_out_of_reach() -> None:
    (contact,) = desk(somebody()).contacts
    assert list(slips(contact, BEST)) == []
    (slip,) = slips(contact, ("ask-courier",))
    assert (slip.turn, slip.instead) == (0, "own-it")
    assert slip.lost > 80


def test_what_mattered_most_is_named_and_can_be_taken_back() -> None:
    here = desk(somebody(0), somebody(0), minutes=80)
    log = [
        Action("pick", "c1"), Action("say", "c1", "ask-courier"),
        *[Action("wait")] * 10,
    ]  # fmt: skip
    day = replay(here, log)
    while not day.over:
        log.append(Action("wait"))
        day = advance(day, log[-1])
    first, *more = turning_points(here, log)
    both = {first.did.contact or first.instead.contact}
    both |= {one.did.contact or one.instead.contact for one in more}
    assert both == {"c1", "c2"}, "one about each"
    line = next(one for one in (first, *more) if one.did.do == "say")
    assert (line.at, line.instead.what) == (1, "own-it")
    again = replay(here, [*log[: line.at], line.instead])
    assert again.of("c1").said == ("own-it",)
    assert all(one.lost <= 50 for one in (first, *more))


def test_known_groups_come_apart_and_no_trick_wins() -> None:
    desks = [shipped_day(seed) for seed in range(6)]
    # The cheapest road is found by walking each conversation, which takes longer than all others.
    players = {name: one for name, one in {**PEOPLE, **TRICKS}.items() if name != "cheapest"}
    days = {name: [play(desk, player)[0] for desk in desks] for name, player in players.items()}
    planful, slow, cold, generous = (
        figures(days[name])
        for name in ("fair and planful", "good and slow", "fast and cold", "generous and careless")
    )
    assert planful["mark"] > 20 + max(slow["mark"], cold["mark"])
    assert min(slow["mark"], cold["mark"]) > 10 + generous["mark"]
    assert planful["felt"] > 1 + max(slow["felt"], cold["felt"])
    assert slow["wait"] > 2 * max(cold["wait"], generous["wait"])
    assert slow["left"] > 2 * max(cold["left"], generous["left"], planful["left"])
    assert generous["cost"] > 1.3 * max(slow["cost"], cold["cost"])
    assert min(planful["kept"], slow["kept"]) > cold["kept"] + 5 > generous["kept"] + 30

    marks = {name: [worth(day) for day in ended] for name, ended in days.items()}
    best = marks["fair and planful"]
    for name in TRICKS:
        assert mean(marks[name]) < mean(best) - 5
        assert all(one <= other + 3 for one, other in zip(marks[name], best, strict=True))
    assert mean(marks["nothing"]) == 0


def figures(days: Sequence[Day]) -> dict[str, float]:
    """What tells groups apart: means of days, and for promises the share of all."""
    apart = [of_day(day) for day in days]
    kept, made = (sum(numbers) for numbers in zip(*map(promises, days), strict=True))
    names = ("mark", "felt", "cost", "wait", "left")
    return {"kept": 100 * kept / made, **{name: mean(one[name] for one in apart) for name in names}}
