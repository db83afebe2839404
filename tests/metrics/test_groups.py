"""`by=`: cases, customers and periods are formed before the groups."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pandas as pd
import pytest

from course.metrics import (
    Groups,
    MetricsError,
    Score,
    churn,
    fcr,
    repeat_purchase,
    retention,
)

CONTACT: dict[str, Any] = {"customer": "who", "topic": "about", "opened": "at"}


def contacts(size: int, seed: int = 1) -> pd.DataFrame:
    """Random contacts; many cases are begun by one team and taken up by another."""
    dice = np.random.default_rng(seed)
    return pd.DataFrame(
        {
            "who": dice.integers(0, size // 6, size),
            "about": dice.integers(0, 2, size),
            "at": pd.Timestamp("2025-01-01")
            + pd.to_timedelta(dice.integers(0, 90 * 1440, size), unit="min"),
            "team": dice.choice(["A", "B"], size),
            "solved": pd.array(dice.random(size) < 0.8, dtype="boolean"),
        }
    )


def cases(log: pd.DataFrame, days: int) -> list[list[Any]]:
    """All cases, found by walking through each customer's contacts."""
    found: list[list[Any]] = []
    gap = pd.Timedelta(days=days)
    for _, mine in log.sort_values(["at", "solved"]).groupby(["who", "about"]):
        for row in mine.itertuples():
            if found and found[-1][-1].Index in mine.index and row.at - found[-1][-1].at <= gap:
                found[-1].append(row)
            else:
                found.append([row])
    return found


def test_a_case_belongs_to_the_team_that_began_it(engine):
    log = contacts(300).drop(columns="solved")
    found = fcr(engine(log), **CONTACT, by="team")
    assert isinstance(found, Groups)
    by_hand = cases(log.assign(solved=True), 7)
    for team in ("A", "B"):
        mine = [case for case in by_hand if case[0].team == team]
        assert found[team].n == len(mine)
        assert found[team].value == pytest.approx(100 * np.mean([len(c) == 1 for c in mine]))
    # A team's contacts alone have lost the repeats that the other took.
    assert fcr(log[log.team == "A"], **CONTACT).value > found["A"].value


@pytest.mark.parametrize("role", ["resolved", "resolvable"])
def test_a_blank_mark_leaves_out_only_a_case_that_begins_with_it(engine, role):
    log = contacts(400)
    log.loc[np.random.default_rng(2).random(len(log)) < 0.3, "solved"] = pd.NA
    options: dict[str, Any] = {role: "solved"}
    judged = [case for case in cases(log, 7) if not pd.isna(case[0].solved)]
    unknown = [case for case in cases(log, 7) if pd.isna(case[0].solved)]
    if role == "resolvable":
        judged = [case for case in judged if case[0].solved]
    good = [len(case) == 1 and bool(case[0].solved) for case in judged]
    score = fcr(engine(log), **CONTACT, **options)
    assert (score.n, score.missing) == (len(judged), len(unknown))
    assert score.value == pytest.approx(100 * np.mean(good))
    assert f"{len(unknown):,} cases whose first contact has no 'solved' left out" in score.notes
    each = fcr(engine(log), **CONTACT, **options, per="contact")
    rows = [
        row for case in cases(log, 7) if not pd.isna(case[0].solved) for row in case
        if role == "resolved" or (not pd.isna(row.solved) and row.solved)
    ]  # fmt: skip
    assert (each.n, each.n + each.missing <= len(log)) == (len(rows), True)
    assert each.value == pytest.approx(100 * sum(good) / len(rows))


PEOPLE = pd.DataFrame(
    {
        "id": range(6),
        "joined": pd.to_datetime(["2024-05-01"] * 5 + ["2025-02-01"]),
        "left": pd.to_datetime(pd.Series([None, "2025-03-05", None, None, "2025-05-01", None])),
        "plan": ["basic", "basic", "basic", "full", "full", "new"],
    }
)
MEMBER: dict[str, Any] = {"customer": "id", "joined": "joined", "left": "left"}
YEAR: dict[str, Any] = {"start": "2025-01-01", "end": "2026-01-01", "until": "2026-01-01"}


def test_retention_and_churn_of_groups(engine):
    kept = retention(engine(PEOPLE), **MEMBER, **YEAR, by="plan")
    assert {plan: round(score.value, 1) for plan, score in kept.items()} == {
        "basic": 66.7,
        "full": 50.0,
    }
    assert "nobody was there" in kept.without["new"]
    with pytest.raises(KeyError, match="nobody was there"):
        kept["new"]
    lost = churn(engine(PEOPLE), **MEMBER, **YEAR, by=["plan"])
    assert lost[("full",)].value == 50


def test_a_customer_belongs_to_the_shop_of_the_first_order(engine):
    orders = pd.DataFrame(
        {
            "who": ["Ann", "Ann", "Bob", "Cat", "Cat", "Dan"],
            "at": pd.to_datetime(
                ["2024-01-01", "2024-02-01", "2024-01-02", "2024-01-03", "2024-01-20", "2025-03-01"]
            ),
            "shop": ["North", "South", "North", "South", "North", "North"],
        }
    )
    found = repeat_purchase(engine(orders), customer="who", ordered="at", by="shop")
    assert {shop: (score.value, score.n) for shop, score in found.items()} == {
        "North": (50, 2),
        "South": (100, 1),
    }
    assert found["North"].missing == 1  # Dan, not watched for a year yet
    # Filtered first, Ann and Cat seem not to have come back.
    alone = repeat_purchase(orders[orders["shop"] == "North"], customer="who", ordered="at")
    assert alone.value == 0


def test_groups_become_data_a_frame_and_a_page():
    kept = retention(PEOPLE, **MEMBER, **YEAR, by="plan")
    data = json.loads(json.dumps(kept.to_dict()))
    assert [row["plan"] for row in data["rows"]] == ["basic", "full", "new"]
    assert data["rows"][2]["value"] is None
    frame = kept.to_frame()
    assert list(frame["n"].iloc[:2]) == [3, 2]
    assert kept.to_frame("polars").height == 3
    page = kept._repr_html_()
    assert '<th scope="col">plan</th>' in page
    assert "<caption>Retention, " in page
    with pytest.raises(MetricsError, match="backend"):
        kept.to_frame("excel")


def test_a_page_shows_text_as_text():
    from dataclasses import replace

    score = replace(fcr(contacts(60), **CONTACT), convention="<script>")
    assert isinstance(score, Score)
    assert "<script>" not in score._repr_html_()
    assert score.to_dict()["convention"] == "<script>"


@pytest.mark.parametrize("by", [[], 7, {"team": 1}, "region", ["team", None]])
def test_what_makes_no_groups_is_refused_in_words(by):
    with pytest.raises(MetricsError, match=r"by is|no column|by its name"):
        fcr(contacts(60), **CONTACT, by=by)
