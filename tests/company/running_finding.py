"""The truths about running a desk, looked for as a trainee would (see `finding`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pandas as pd

from course.exercises.agreement import kappa
from course.metrics import Difference, Histogram, csat, difference, pareto

from .finding import Tables, change, share, told


def of_means(frame: pd.DataFrame, column: str, after: pd.Series, scale: tuple[int, int]) -> Any:
    """The difference of two means of whole numbers, counted first: money is no rating."""
    whole = frame[column].round().astype(int)
    parts = (Histogram(Counter(whole[mark].tolist())) for mark in (~after, after))
    return difference(*(csat(part, scale=scale, measure="mean") for part in parts))


def evening_closed(table: Tables) -> str:
    _, expect = told("evening-closed")
    trial = table("evening-trial")
    trial = trial.assign(
        buys=trial.bought_again.eq("yes"),
        pence=trial.cost * 100,
        left=(trial.margin - trial.cost) * 100,
    )
    closed = trial.desk.eq("closed")
    cost = of_means(trial, "pence", closed, (0, 10_000))
    low, high = expect["saves"]
    assert low <= -cost.value / 100 <= high, str(cost)
    assert cost.high < 0, str(cost)
    again = change(trial, "buys", closed)
    assert again.high < 0, str(again)
    assert again.value <= -expect["bought_again_lower_by"], str(again)
    left = of_means(trial, "left", closed, (-10_000, 50_000))
    assert left.high < 0, str(left)
    assert left.value / 100 <= -expect["left_lower_by"], str(left)
    saved, lost = cost.value / 100, left.value / 100
    return f"cost {saved:+.2f}, bought again {again.value:+.1f}, left {lost:+.2f}"


def assistant_to_phone(table: Tables) -> str:
    plant, expect = told("assistant-to-phone")
    steps = table("journeys").query("step > 1")
    steps = steps.assign(
        way=steps.came_from + " to " + steps.channel,
        again=steps.told_again.eq("yes"),
        gone=steps.ended_here.eq("gave up"),
    )
    worst = f"{plant.before} to {plant.after}"
    here = steps.way.eq(worst)
    found = [change(steps, column, here) for column in ("again", "gone")]
    for one, name in zip(found, ("told_again_more_by", "gave_up_more_by"), strict=True):
        assert one.low > 0, str(one)
        assert one.value >= expect[name], str(one)
        assert one.second.value >= expect["times_as_often"] * one.first.value, str(one)
    # Neither how many take a step nor how long they wait points there.
    assert pareto(steps.way).causes[0].name != worst
    ways = steps.groupby("way").agg(n=("step", "size"), waited=("waited", "median"))
    assert ways[ways.n >= 30].waited.idxmax() != worst
    shares = steps[steps.groupby("way").step.transform("size") >= 30].groupby("way")
    assert shares.again.mean().idxmax() == shares.gone.mean().idxmax() == worst
    return f"told again {found[0].value:+.1f}, gave up {found[1].value:+.1f}, of {here.sum()} steps"


def what_one_may_give(table: Tables) -> str:
    plant, expect = told("what-one-may-give")
    every = table("decisions")
    every = every.assign(solved=every.solved_at_once.eq("yes"), pence=every.given * 100)

    low, middle, high = plant.limits

    def step(lower: int, upper: int) -> tuple[Difference, Difference]:
        both = every[every.limit.isin([lower, upper])]
        more = both.limit.eq(upper)
        return change(both, "solved", more), of_means(both, "pence", more, (0, 100 * high))

    solved, dearer = step(low, middle)
    assert solved.low > 0, str(solved)
    assert solved.value >= expect["solved_rise_at_least"], str(solved)
    assert 0 < dearer.value / 100 <= expect["costs_more_at_most"], str(dearer)
    same, much = step(middle, high)
    assert much.low > 0, str(much)
    assert much.value / 100 >= expect["costs_much_more_at_least"], str(much)
    assert same.low <= 0, str(same)
    assert abs(same.value) <= expect["solved_differs_at_most"], str(same)
    return (
        f"to {middle}: solved {solved.value:+.1f}, given {dearer.value / 100:+.2f}; "
        f"to {high}: solved {same.value:+.1f}, given {much.value / 100:+.2f}"
    )


def marked_apart(table: Tables) -> str:
    plant, expect = told("marked-apart")
    apart = list(plant.lines)[-1]
    marks = table("call-marks")
    found = {
        str(line): kappa(Counter(zip(these["first"], these["second"], strict=True)))
        for line, these in marks.groupby("line")
    }
    assert len(found) == 4
    low = found.pop(apart)
    assert low <= expect["kappa_at_most"], low
    assert min(found.values()) >= expect["kappa_at_least"], found
    these = marks[marks.line.eq(apart)]
    yes = (share(these[lead].eq("yes").astype(int)) for lead in ("second", "first"))
    more = difference(*yes)
    assert more.low > 0, str(more)
    assert more.value >= expect["yes_more_by"], str(more)
    return f"kappa {low:.2f} and from {min(found.values()):.2f}; yes {more.value:+.1f}"


def full_weeks(table: Tables) -> str:
    plant, expect = told("full-weeks")
    weeks = table("team-weeks")
    # Every fourth week, so that no sick day is in two rows of a person.
    number = (weeks.week - weeks.week.min()).dt.days // 7
    apart = weeks[number % plant.weeks_after == 0]
    over = plant.bands[-1]
    found = of_means(apart, "sick_after", apart.occupancy > over, (0, 20))
    assert found.low > 0, str(found)
    assert found.value >= expect["sick_days_more_by"], str(found)
    every = of_means(weeks, "sick_after", weeks.occupancy > over, (0, 20))
    assert every.low > 0, str(every)
    return f"sick days {found.value:+.2f} of {found.second.n}; in all rows {every.value:+.2f}"


def prize(table: Tables) -> str:
    plant, expect = told("prize")
    months = table("prize-months")
    after = months.month >= pd.Timestamp(plant.starts)

    def of(team: str) -> tuple[float, Difference]:
        minutes, again = [], []
        for mark in (~after, after):
            these = months[months.team.eq(team) & mark]
            calls, back = int(these.calls.sum()), int(these.rang_again.sum())
            minutes.append(float((these.minutes * these.calls).sum()) / calls)
            again.append(share(Histogram({0: calls - back, 1: back})))
        return minutes[1] - minutes[0], difference(*again)

    (other,) = set(months.team) - {plant.team}
    (here, back), (there, back_there) = of(plant.team), of(other)
    assert here <= -expect["minutes_fall_at_least"], here
    assert abs(there) <= expect["minutes_elsewhere_at_most"], there
    assert back.low > 0, str(back)
    assert back.value >= expect["again_rise_at_least"], str(back)
    assert abs(back_there.value) <= expect["again_elsewhere_at_most"], str(back_there)
    return (
        f"{plant.team} {here:+.2f} minutes, again {back.value:+.1f}; "
        f"{other} {there:+.2f}, {back_there.value:+.1f}"
    )


RUNNING: dict[str, Callable[[Tables], str]] = {
    "evening-closed": evening_closed,
    "assistant-to-phone": assistant_to_phone,
    "what-one-may-give": what_one_may_give,
    "marked-apart": marked_apart,
    "full-weeks": full_weeks,
    "prize": prize,
}
