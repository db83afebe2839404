"""Every figure of the lesson on the people who do it, worked out again from the records."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pandas as pd
import pytest

from course.company import read_table
from course.desk.sliders.giving import TRIED
from course.exercises import best
from course.exercises.agreement import kappa
from course.lessons import records_folder
from course.metrics import Difference, difference
from course.metrics.rates import rate
from tests.lessons.test_figures import says, words
from tests.shipped import load_course


def records(name: str) -> pd.DataFrame:
    return read_table(records_folder(), name)


def item(name: str) -> Any:
    return load_course().lessons["people"][name]


def table(name: str) -> list[list[Any]]:
    return [list(row) for row in item(name).exercise.table.rows]


def between(first: tuple[int, int], second: tuple[int, int]) -> Difference:
    """From one share to another, in percentage points; each as part and whole."""
    return difference(
        *(rate("share", part, whole, 0, "part", 0.95) for part, whole in (first, second))
    )


def limits() -> Any:
    """For each limit: complaints, solved at once, pounds given and minutes of work."""
    made = records("decisions").assign(solved=lambda rows: rows.solved_at_once.eq("yes"))
    by = made.groupby("limit")
    return pd.DataFrame({
        "complaints": by.size(), "solved": by.solved.sum(), "given": by.given.sum(),
        "minutes": by.minutes.sum(), "asked": by.asked_lead.agg(lambda one: one.eq("yes").mean()),
    })  # fmt: skip


def test_the_limits_are_those_of_the_records() -> None:
    found = limits()
    assert table("forty-solves-more") == [
        [f"£{limit}", int(row.complaints), int(row.solved), round(float(row.given))]
        for limit, row in found.iterrows()
    ]
    for limit, row in found.iterrows():
        mean = (float(row.given) / row.complaints, row.minutes / row.complaints)
        solved = 100 * row.solved / row.complaints
        says("which-limit", f"| £{limit} | £{mean[0]:.2f} | {mean[1]:.1f} | {solved:.0f} |")
    assert found.asked[10] > 0.5
    each = {limit: round(float(row.given) / row.complaints, 2) for limit, row in found.iterrows()}
    says("which-limit", f"£{each[40] - each[10]:.2f} more", f"£{each[80] - each[40]:.2f} more")


def test_the_step_to_forty_settles_more_and_the_step_to_eighty_does_not() -> None:
    pairs = {limit: (int(row.solved), int(row.complaints)) for limit, row in limits().iterrows()}
    first, second = between(pairs[10], pairs[40]), between(pairs[40], pairs[80])
    assert (f"{first.value:.1f}", f"{first.low:.0f} to {first.high:.0f}") == ("20.9", "16 to 25")
    assert f"{first.value:.1f}" == f"{float(best(item('forty-solves-more'))):.1f}"
    assert (round(second.low), round(second.high)) == (-5, 4)
    says("which-limit", "21 more of 100", "from 16 to 25", "from 5 lower to 4 higher")
    says("forty-solves-more", "20.9 points", "from 16 to 25", "about 160 of the 783")
    assert abs(783 * 0.209 - 160) < 5


def test_the_slider_has_what_the_trial_found() -> None:
    for one in TRIED:
        row = limits().loc[one.limit]
        assert one.given == pytest.approx(float(row.given) / row.complaints, abs=0.005)
        assert one.minutes == pytest.approx(row.minutes / row.complaints, abs=0.05)
        assert one.solved == pytest.approx(100 * row.solved / row.complaints, abs=0.05)


def test_the_prize_made_calls_shorter_and_people_ring_again() -> None:
    made = records("prize-months")
    made = made.assign(
        after=made.month >= pd.Timestamp("2026-05-01", tz=made.month.dt.tz),
        talked=made.calls * made.minutes,
    )
    sums = made.groupby(["team", "after"])[["calls", "rang_again", "talked"]].sum()
    rows = [sums.loc[where] for where in
            (("north", False), ("north", True), ("south", False), ("south", True))]  # fmt: skip
    assert [one[1:] for one in table("rang-again-north")] == [
        [int(row.calls), int(row.rang_again)] for row in rows
    ]
    for team, (before, after) in {
        "north, with the prize": rows[:2],
        "south, without": rows[2:],
    }.items():
        cells = [f"{row.talked / row.calls:.1f}" for row in (before, after)]
        cells += [f"{100 * row.rang_again / row.calls:.0f}" for row in (before, after)]
        assert f"| {team} | {' | '.join(cells)} |" in words("shortest-calls")
    north, south = (
        between(*((int(row.rang_again), int(row.calls)) for row in pair))
        for pair in (rows[:2], rows[2:])
    )
    assert (f"{north.value:.1f}", f"{north.low:.1f} to {north.high:.1f}") == ("6.1", "4.5 to 7.7")
    assert south.low < 0 < south.high
    says("rang-again-north", "6.1 points", "4.5 to 7.7", f"{south.value:.1f}")
    says("shortest-calls", "1.6 minutes shorter", "6 more of 100", "from 5 to 8")
    assert round(north.value - south.value) == 5
    says("shortest-calls", "about 5 more than with us")
    says("rang-again-north", "some 5 of the 6")
    # 'All in all we talk less': minutes for each matter, second calls counted in.
    needed = [row.talked / row.calls / (1 - row.rang_again / row.calls) for row in rows[:2]]
    assert needed[1] < needed[0]


def test_two_leads_agree_on_all_lines_but_one() -> None:
    marks = records("call-marks")
    found = {}
    for line, rows in marks.groupby("line"):
        found[line] = kappa(Counter(zip(rows["first"], rows["second"], strict=True)))
    odd = marks[marks.line == "sounded as if they cared"]
    assert min(one for line, one in found.items() if line != "sounded as if they cared") >= 0.79
    assert f"{found['sounded as if they cared']:.2f}" == "0.12"
    counts = odd.groupby(["first", "second"]).size()
    assert {tuple(row[:2]): row[2] for row in table("two-leads")} == {
        pair: int(count) for pair, count in counts.items()
    }
    yes = [int(odd[lead].eq("yes").sum()) for lead in ("first", "second")]
    says("two-leads", "0.79 or more")
    says("line-four", f"{yes[0]} of 200", f"{yes[1]}")
    chance = sum(a * b for a, b in ((yes[0], yes[1]), (200 - yes[0], 200 - yes[1]))) / 200**2
    says("two-leads", f"{100 * chance:.1f} of 100 calls")
    assert f"{float(best(item('two-leads'))):.2f}" == "0.12"


def test_full_weeks_and_the_sick_days_after() -> None:
    weeks = records("team-weeks")
    assert weeks.agent_id.nunique() == 9
    assert set(weeks.groupby("agent_id").size()) == {100}
    full = weeks.occupancy > 88
    assert weeks[full].agent_id.nunique() == 9, "all nine had both kinds"
    for name, rows in {"up to 88 of 100": weeks[~full], "over 88 of 100": weeks[full]}.items():
        cells = (f"{len(rows)}", f"{rows.sick_after.mean():.2f}", f"{rows.late_changes.mean():.2f}",
                 f"{rows.pause_minutes.mean():.0f}")  # fmt: skip
        assert f"| {name} | {' | '.join(cells)} |" in words("weeks-over-88")
    ratio = weeks[full].sick_after.mean() / weeks[~full].sick_after.mean()
    assert 1.6 < ratio < 1.75, "two thirds more"


def test_training_goes_where_misses_meet_most_customers() -> None:
    lines = [
        one for one in item("what-was-missed").exercise.prompt.splitlines() if one.startswith("|")
    ]
    met = {}
    for line in lines[2:]:
        name, missed, of, calls = (cell.strip() for cell in line.strip("|").split("|"))
        met[name] = int(missed) / int(of) * int(calls)
    most, second = sorted(met, key=met.__getitem__)[::-1][:2]
    assert most == "asks one more question before offering"
    assert met[most] > 3 * met[second]
    assert round(met[most], -1) == 130


def test_sixty_days_and_the_sum_that_is_owed() -> None:
    assert 3 * 62 == 6 * 31 == 186
    assert date(2026, 11, 19) + timedelta(days=60) == date(2027, 1, 18)
    says("not-wanting", "£186", "£62 a month", "£31", "until 18 January")
    assert date(2026, 11, 19).strftime("%A") == "Thursday"
    assert date(2026, 11, 17).strftime("%A") == "Tuesday"


def test_people_meet_each_objective_in_the_core_in_five_kinds_and_two_scenarios() -> None:
    lesson = load_course().lessons["people"]
    wanted = {f"EMP-{n}" for n in range(1, 7)} | {f"CULT-{n}" for n in range(1, 10)}
    wanted |= {"CHAL-3", "FAQ-9", "NEED-14", "RES-9"}
    marked = [lesson[name] for name in lesson.page.core if not lesson[name].kind.reviewed]
    assert wanted <= {name for one in marked for name in one.exercise.covers}
    kinds = [one.kind.name for one in lesson.values()]
    assert set(kinds) == {"choice", "sort", "rank", "number", "reply", "dialogue"}
    assert kinds.count("dialogue") == 2
    assert max(len(one.exercise.covers) for one in lesson.values()) <= 3
