"""Every figure to work out, reckoned once more from the page alone: its text and its table.

The right-hand sides are written from the words of the prompts, with pandas and without the course's
own calculators. A definition that leads somewhere else than to the key fails here.
"""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from course.exercises.calculators import CALCULATORS
from course.exercises.number import Number, NumberKey, vary
from tests.shipped import load_course

Sum = Callable[[pd.DataFrame], Any]


def share(rows: Any) -> float:
    return 100 * float(rows.mean())


def satisfied(table: pd.DataFrame) -> float:
    answered = table.dropna(subset="rating")
    return float(100 * answered[answered.rating >= 4].people.sum() / answered.people.sum())


def kappa(table: pd.DataFrame) -> float:
    first, second, n = table.iloc[:, 0], table.iloc[:, 1], table.iloc[:, 2]
    agreed = n[first == second].sum() / n.sum()
    chance = sum(
        n[first == one].sum() / n.sum() * n[second == one].sum() / n.sum() for one in first.unique()
    )
    return float((agreed - chance) / (1 - chance))


def solved_at_once(table: pd.DataFrame) -> float:
    """A case goes on while the contact before lies at most seven days back."""
    rows = table.assign(at=pd.to_datetime(table.opened)).sort_values("at")
    quiet = rows.groupby(["customer", "topic"]).at.diff()
    rows["case"] = (
        (quiet.isna() | (quiet > pd.Timedelta(days=7)))
        .groupby([rows.customer, rows.topic])
        .cumsum()
    )
    return share(rows.groupby(["customer", "topic", "case"]).size() == 1)


def points(table: pd.DataFrame, part: str, whole: str) -> float:
    shares = 100 * table[part] / table[whole]
    return float(shares.iloc[1] - shares.iloc[0])


def weighed(table: pd.DataFrame, value: str, weight: str) -> float:
    return (table[value] * table[weight]).sum() / table[weight].sum()


def back_within_a_year(table: pd.DataFrame) -> float:
    rows = table.assign(at=pd.to_datetime(table.ordered)).sort_values("at")
    firsts = rows.groupby("customer").at.agg(lambda times: times.iloc[1:2].min() - times.iloc[0])
    return share(firsts <= pd.Timedelta(days=365))


def one_dimensional(table: pd.DataFrame) -> float:
    both = table.dropna()
    clash = (both.if_we_did == both.if_we_did_not) & both.if_we_did.isin(["like", "dislike"])
    rest = both[~clash]
    return share((rest.if_we_did == "like") & (rest.if_we_did_not == "dislike"))


SUMS: dict[str, Sum] = {
    "stopped-at-the-sign": lambda t: share(t[t.stopped == "yes"].asked == "yes"),
    "whose-first-question": lambda t: 100 * 19 / 89,
    "when-by-any-name": lambda t: 100 * (855 + 366 + 50 + 125) / t.contacts.sum(),
    "kano-from-twelve": one_dimensional,
    "kappa-reviewers": kappa,
    "middle-wait": lambda t: t.hours_to_answer.sort_values().iloc[5],
    "slow-tail": lambda t: t.hours_to_answer.sort_values().iloc[9],
    "within-four-hours": lambda t: share(t[t.about == "delivery"].hours_to_answer <= 4),
    "rater-gap": lambda t: (t["met with"] - t["hoped for"]).dropna().mean(),
    "evening-share": lambda t: share(t[t.topic == "parcel"]["round"] == "evening"),
    "parcel-repeats": lambda t: share(t[t.topic == "parcel"].repeat == "yes"),
    "first-answer-median": lambda t: t.hours_to_acknowledge.median(),
    "csat-in-time": lambda t: share(t.satisfaction.dropna() >= 4),
    "csat-late": lambda t: share(t.satisfaction.dropna() >= 4),
    "october-satisfied": satisfied,
    "left-unsolved": satisfied,
    "october-mean": lambda t: (t.rating * t.people).sum() / t.dropna().people.sum(),
    "recommend-fourteen": lambda t: (
        share(t.recommend.dropna() >= 9) - share(t.recommend.dropna() <= 6)
    ),
    "october-ease": lambda t: 100 * (25 + 31 - 16 - 10 - 7) / t.dropna().people.sum(),
    "solved-first-time": solved_at_once,
    "letter-or-not": lambda t: 100 * (t.bought[1] / t.people[1] - t.bought[0] / t.people[0]),
    "tip-on-the-page": lambda t: 100 * (172 / 1162 - 66 / 1134),
    "ticked-for-them": lambda t: 100 * (2379 + 777 + 945) / t.holds.sum(),
    "free-drinks": lambda t: 100 * t.free[1] / (t.paid[1] + t.free[1]),
    "four-mails": lambda t: 100 * 21 / 726,
    "bot-first-time": solved_at_once,
    "twice-in-january": lambda t: solved_at_once(t.drop(columns="system").drop_duplicates()),
    "nine-hours": lambda t: t.hours.dropna().mean(),
    "seven-papers": lambda t: t.days.dropna().mean(),
    "two-readers": kappa,
    "club-stayed": lambda t: 100 * (725 - 259) / 767,
    "club-left": lambda t: 100 * 301 / 767,
    "back-in-a-year": back_within_a_year,
    "worth-of-four": lambda t: t.amount.sum() / len(t) * (len(t) / t.customer.nunique() / 2) * 2.5,
    "one-word-apart": lambda t: points(t, "good", "answered"),
    "at-the-least": lambda t: 100 * 267 / 744,
    "cards-in-the-box": lambda t: 100 * (30 + 9) / t.cards.sum(),
    "two-sorters": kappa,
    "ward-shop": lambda t: 100 * (41 + 33) / t.dropna().visitors.sum(),
    "may-beginners": lambda t: 100 * 249 / 300,
    "complained-and-stayed": lambda t: 100 * (311 / 388 - 463 / 690),
    "one-more-kept": lambda t: (900 * 4.5 + 300) / (281 - 193),
    "left-of-a-pound": lambda t: 100 * 8772 / 125795,
    "again-within-ninety": lambda t: 100 * 2 / 7,
    "twelve-more": lambda t: -points(t, "left", "people"),
    "box-lifetime": lambda t: t.amount.mean() * (len(t) / t.customer.nunique()) * 3 * 0.3,
    "gym-half-year": lambda t: 100 * 143 / 520,
    "last-years-mix": lambda t: weighed(t, "CSAT this year", "answers last year"),
    "late-in-the-south-west": lambda t: points(t, "late", "parcels"),
    "asked-to-answer": lambda t: 100 * 29 / 303,
    "those-who-were-rung": lambda t: weighed(t, "CSAT", "how many"),
    "nought-is-no-answer": lambda t: t.ease[t.ease >= 1].mean(),
    "told-before-they-notice": lambda t: points(t, "asked about it", "late parcels"),
    "goes-with-it": lambda t: points(t, "bought", "people"),
    "past-the-picture": lambda t: points(t, "gave up", "people"),
    "contacts-per-hundred": lambda t: 100 * 612 / 5100,
    "monday-at-nine": lambda t: 100 * 14 / 45,
    "came-back-in-a-week": lambda t: points(t, "not_back", "matters"),
    "first-channel-last-channel": solved_at_once,
    "forty-solves-more": lambda t: points(t, "solved", "complaints"),
    "rang-again-north": lambda t: points(t, "rang_again", "calls"),
    "two-leads": kappa,
    "told-by-forty": lambda t: 100 * 224 / (576 + 224),
    "by-lot-in-february": lambda t: points(t, "again", "customers"),
    "what-evenings-bring": lambda t: points(t, "margin", "customers"),
    "five-from-eighty": lambda t: 100 * 44_000 / 220_000,
    "came-by-a-friend": lambda t: 100 * 355 / t.customers.sum(),
    "two-desks-promise": lambda t: points(t, "kept", "promised"),
}

DRAWN: dict[str, Callable[[int], float]] = {
    "months-to-a-year": lambda rate: 100 * (1 - (1 - rate / 100) ** 12),
}


@pytest.fixture(scope="module")
def numbers() -> dict[str, tuple[Number, NumberKey]]:
    """Every figure to work out, but those that are read off the dashboard.

    `test_figures` compares these with the records.
    """
    found = {}
    for item in load_course().items():
        exercise, key = item.exercise, item.key
        if isinstance(exercise, Number) and isinstance(key, NumberKey):
            found[exercise.id] = (exercise, key)
    return {name: one for name, one in found.items() if one[1].calculator != "records"}


Numbers = dict[str, tuple[Number, NumberKey]]


def test_every_figure_is_reckoned_here(numbers: Numbers) -> None:
    assert set(numbers) == set(SUMS) | set(DRAWN)


@pytest.mark.parametrize("name", SUMS)
def test_the_page_leads_to_the_key(numbers: Numbers, name: str) -> None:
    exercise, key = numbers[name]
    assert exercise.table is not None
    table = pd.DataFrame(list(exercise.table.rows), columns=list(exercise.table.columns))
    wanted = CALCULATORS[key.calculator].wanted(exercise.table, key.arguments)
    assert SUMS[name](table) == pytest.approx(wanted)


@pytest.mark.parametrize("name", DRAWN)
def test_a_drawn_figure_follows_its_rule(numbers: Numbers, name: str) -> None:
    exercise, key = numbers[name]
    for seed in range(9):
        _, drawn = vary(exercise, key, seed)
        assert drawn is not None
        wanted = CALCULATORS[drawn.calculator].wanted(None, drawn.arguments)
        assert DRAWN[name](drawn.arguments["rate"]) == pytest.approx(wanted)
