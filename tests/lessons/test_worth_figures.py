"""Every figure of the lesson on what care is worth, worked out again another way."""

from __future__ import annotations

import math
from functools import cache
from typing import Any

import pytest

from course.company import read_table
from course.exercises import best
from course.lessons import records_folder
from course.metrics import difference
from course.metrics.loyalty.kept import worth
from course.metrics.rates import rate
from tests.lessons.test_figures import says
from tests.shipped import load_course


@cache
def by_desk() -> dict[str, Any]:
    """The trial of evenings, apart for those the desk was open to and closed to."""
    trial = read_table(records_folder(), "evening-trial")
    return {desk: trial[trial.desk.eq(desk)] for desk in ("open", "closed")}


def item(name: str) -> Any:
    return load_course().lessons["worth"][name]


def prompt_rows(name: str) -> dict[str, list[float]]:
    """The table in a prompt: the figures of each row, by its first cell."""
    lines = [one for one in item(name).exercise.prompt.splitlines() if one.startswith("|")]
    cells = [[cell.strip() for cell in one.strip("|").split("|")] for one in lines[2:]]
    return {first: [float(one.removeprefix("£")) for one in rest] for first, *rest in cells}


def per_hundred(desk: str, column: str) -> float:
    return 100 * float(by_desk()[desk][column].astype(float).mean())


def test_more_bought_again_where_the_desk_was_open() -> None:
    shares = []
    for desk in ("closed", "open"):
        rows = by_desk()[desk]
        february = rows[rows.first_contact.lt("2026-03-01")]
        bought = int(february.bought_again.eq("yes").sum())
        shares.append(rate("share", bought, len(february), 0, "bought", 0.95))
    found = difference(*shares)
    assert found.value == pytest.approx(float(best(item("by-lot-in-february"))), abs=0.05)
    says(
        "by-lot-in-february",
        f"{shares[1].value:.1f} less {shares[0].value:.1f}: {found.value:.1f} points",
        f"from {found.low:.1f} to {found.high:.1f}",
    )


def test_closing_lost_more_margin_than_it_saved() -> None:
    margin, cost = ({desk: per_hundred(desk, one) for desk in by_desk()}
                    for one in ("margin", "cost"))  # fmt: skip
    more, dearer = margin["open"] - margin["closed"], cost["open"] - cost["closed"]
    left = {
        desk: rows.margin.astype(float) - rows.cost.astype(float)
        for desk, rows in by_desk().items()
    }
    error = 100 * math.sqrt(sum(one.var() / len(one) for one in left.values()))
    low, high = (more - dearer + side * 1.96 * error for side in (-1, 1))
    assert float(best(item("what-evenings-bring"))) == pytest.approx(more, abs=1)
    open_to, closed_to = margin["open"], margin["closed"]
    says(
        "what-evenings-bring",
        f"£{open_to:,.0f} less £{closed_to:.0f} is £{more:.0f}",
        f"£{dearer:.0f} more",
        f"from £{low:.0f} to £{high:.0f}",
    )
    says("what-the-trial-says", f"from £{low:.0f} to £{high:.0f}")


def test_the_table_of_the_trial_is_that_of_the_records() -> None:
    shown = prompt_rows("what-the-trial-says")
    for place, desk in enumerate(("open", "closed")):
        rows = by_desk()[desk]
        again = rows[rows.bought_again.eq("yes")]
        assert [row[place] for row in shown.values()] == [
            round(100 * len(again) / len(rows), 1),
            round(again.margin.astype(float).mean()),
            pytest.approx(per_hundred(desk, "margin") - per_hundred(desk, "cost"), abs=1),
        ]
    net = shown["margin of all 100, less what it cost to answer them"]
    assert net[0] - net[1] == 440
    # The larger sum of those who bought again is small, and may be chance.
    says("what-the-trial-says", "£440", "£22,900")
    a_month = 440 * 52
    assert a_month == pytest.approx(22_900, abs=50)


def test_some_rated_and_all_came_back_or_not() -> None:
    shown = prompt_rows("rated-or-came")
    for desk, rows in by_desk().items():
        rated = rows.rating.dropna().astype(int)
        assert shown[desk] == [
            round(100 * (rated >= 4).mean()),
            round(100 * len(rated) / len(rows)),
            round(100 * rows.bought_again.eq("yes").mean(), 1),
        ]
    # 38 and 36 of 100 who answered may well differ by chance.
    answered = [
        rate("share", int(rows.rating.notna().sum()), len(rows), 0, "answered", 0.95)
        for rows in by_desk().values()
    ]
    found = difference(*answered)
    assert found.low < 0 < found.high


def test_the_average_margin_of_buyers_may_differ_by_chance() -> None:
    buyers = [rows[rows.bought_again.eq("yes")].margin.astype(float) for rows in by_desk().values()]
    gap = abs(buyers[0].mean() - buyers[1].mean())
    assert gap < 1.96 * math.sqrt(sum(one.var() / len(one) for one in buyers))


def test_one_in_five_came_by_a_friend() -> None:
    came = read_table(records_folder(), "newcomers").came_by
    share = 100 * came.eq("friend").mean()
    assert float(best(item("came-by-a-friend"))) == pytest.approx(share, abs=0.05)
    says("came-by-a-friend", f"{came.eq('friend').sum()} of {len(came):,}: {share:.1f} per cent")


def test_five_points_in_three_gyms() -> None:
    brought = []
    for row in item("five-from-eighty").exercise.table.rows:
        stay, now, more, then = (float(one) for one in row)
        assert now == pytest.approx(1000 * worth(60, stay / 100, 0.1), abs=1)
        assert then == pytest.approx(1000 * worth(60, stay / 100 + 0.05, 0.1), abs=1)
        assert more == then - now
        brought.append(100 * more / now)
    from_sixty, from_eighty, from_ninety = brought
    says("five-from-eighty", f"{from_eighty:.1f} per cent", f"From 60 it would be {from_sixty:.0f}",
         f"from 90 it would be {from_ninety:.0f}")  # fmt: skip
    # Five points of those who leave: half of ten, and an eighth of forty.
    says("five-points", "half of all who leave", "an eighth")
    assert (5 / (100 - 90), 5 / (100 - 60)) == (1 / 2, 1 / 8)


def test_forty_bad_contacts_are_told_to_more_than_their_share() -> None:
    told = {row[0]: row[1:] for row in item("told-by-forty").exercise.table.rows}
    (good, heard), (bad, warned) = told["good"], told["bad"]
    assert f"{100 * warned / (heard + warned):.1f}" == "28.0"
    says(
        "told-by-forty",
        "28.0 per cent",
        f"told {warned / bad:.1f} people",
        f"the others {heard / good:.1f}",
        f"from {100 * bad // (good + bad)} per cent",
    )


def test_what_one_more_costs_by_advertisement() -> None:
    won = 500 - 500 // 5
    says(
        "what-friends-save",
        f"£{15000 / won:.2f}",
        f"won {won}",
        f"£{300 * 15000 / won:,.0f}",
        f"£{15000 / 500:.0f}",
    )


def test_what_the_finance_director_is_told() -> None:
    """The sums of the conversation: what half saves, what it may cost, what came of it."""
    case = item("why-not-half").exercise.scenario
    text = " ".join([*case.agent_sees, *(
        line for moment in case.moments for line in
        [*(one.text for one in moment.says), *(choice.text for choice in moment.choices)]
    )])  # fmt: skip
    homes, margin, desk = 18_000, 99, 396_000
    assert desk / 2 == 198_000 == 2_000 * margin
    assert desk / 12 * 3 == 99_000
    assert homes * (0.061 - 0.039) == pytest.approx(400, abs=5)
    assert homes * (0.061 - 0.039) * 12 * margin == pytest.approx(470_000, abs=1_000)
    assert 180_000 - 40_000 == 140_000
    for figure in ("£198,000", "2,000", "£99,000", "400 homes", "£470,000", "£140,000"):
        assert figure in text, figure
    shares = [rate("share", left, homes // 2, 0, "left", 0.95) for left in (540, 684)]
    found = difference(*shares)
    in_thousand = [round(10 * one) for one in (found.value, found.low, found.high)]
    assert "{} more in 1,000 left, or from {} to {}".format(*in_thousand) in text
    assert (684 - 540) * margin == pytest.approx(14_000, abs=500)
    saved = 38_000 / 52 * 8 / 2
    assert saved == pytest.approx(3_000, abs=100)
    assert "700 homes more" in text
    assert "it costs more than the half saves" in text
    assert 4 * 700 * margin > desk / 2
