"""The table by act finds what was planted, and names what is scored otherwise without a reason."""

import pytest

from course.exercises import Item, kind
from course.exercises.base import Option
from course.exercises.choice import Choice, ChoiceKey
from tests.scenarios.acts.__main__ import table
from tests.scenarios.acts.does import ACTS, Verdict
from tests.scenarios.acts.places import Place
from tests.scenarios.acts.reasons import unexplained
from tests.scenarios.acts.scored import Row, Score, in_exercises, in_scenario
from tests.scenarios.loading import scenario, shipped_names
from tests.shipped import load_course

SAID: dict[str, tuple[str, str]] = {
    "Asks for identity": (
        "Could I take the order number and the postcode?",
        "Which shelf is it, the top one?",
    ),
    "Offers before knowing": (
        "I'll send you a new shelf today.",
        "Is it the top one? I'll send you a new shelf today.",
    ),
    "Says sorry before anything else in danger": (
        "I'm so sorry. Put your shoes on.",
        "Put your shoes on. I'm so sorry.",
    ),
    "Gives beyond the limit": (
        "I'll refund the £64 to your card.",
        "I'll refund the £34 to your card.",
    ),
    "Gives what is not needed": (
        "I'll put the flowers in with it, for the trouble.",
        "I'll put the screws in with it.",
    ),
    "Promises what was not checked": (
        "I'll have the shelf with you by Friday at noon.",
        "I'll ask the depot and let you know.",
    ),
    "Hands over without a name": (
        "You need to ring the other team about that, they deal with shelves.",
        "You need to ring Hana in the other team about that, they deal with shelves.",
    ),
}


def asked(**worth: float) -> Item:
    """Every line of the table in one question, about a shelf of glass that came down."""
    lines = {f"{number}-{does}": words[does == "no"]
             for number, words in enumerate(SAID.values()) for does in ("yes", "no")}  # fmt: skip
    return Item(
        kind=kind("choice"),
        exercise=Choice(
            id="shelf",
            title="Shelf",
            prompt="What do you say? Hana is your lead, and you asked Hana.",
            covers=(),
            says="The glass shelf fell down. What now?",
            options=tuple(Option(name, words) for name, words in lines.items()),
        ),
        key=ChoiceKey(worth=worth or {"0-no": 1}, because={}),
    )


@pytest.mark.parametrize("act", SAID)
def test_an_act_is_found_where_it_is_done_and_not_where_it_is_not(act: str) -> None:
    number = list(SAID).index(act)
    found = {row.place.where for row in in_exercises([asked()]) if row.act == act}
    assert f"shelf / {number}-yes" in found
    assert f"shelf / {number}-no" not in found


def test_each_act_has_its_example() -> None:
    assert list(SAID) == [act.title for act in ACTS]


def test_lines_of_scenarios_are_scored_by_what_they_put_out_of_reach() -> None:
    rows = [row for name in ("missing-parcel", "sixty-days") for row in in_scenario(scenario(name))]
    given = {row.place.where: row.score for row in rows if row.act == "Gives beyond the limit"}
    (money,) = (score for where, score in given.items() if where.endswith("just-once"))
    assert (money.verdict, money.rank) == ("bad", "2 of 3")
    assert float(money.points) < -20


def row(where: str, verdict: Verdict | None) -> Row:
    score = Score(verdict, "1 of 1")
    return Row("Gives beyond the limit", Place(where, "a|b", "", frozenset()), score)


ROWS = [row("one", "bad"), row("two", "bad"), row("three", "good"), row("four", None)]


def test_what_is_scored_otherwise_is_marked() -> None:
    act = next(one for one in ACTS if one.title == "Gives beyond the limit")
    lines = [line for line in table(act, ROWS) if line.startswith(("| ≠", "|  |"))]
    assert [line.split(" | ")[0] for line in lines] == ["| ", "| ", "| ≠", "| "]
    assert all("a/b" in line for line in lines)


def test_what_differs_needs_a_reason_and_what_does_not_must_have_none() -> None:
    gives = "Gives beyond the limit"
    assert unexplained(ROWS, {gives: {"three": "Why."}}) == []
    assert unexplained(ROWS, {}) == [f"{gives}: three is good, and usual is bad. Say why."]
    assert unexplained(ROWS, {gives: {"three": "Why.", "one": "Why."}}) == [
        f"{gives}: one does not differ. Take its reason out."
    ]


def test_the_same_act_is_scored_alike_in_every_exercise_or_says_why() -> None:
    """Those of conversations are looked at in `test_shipped`, where each is walked anyway."""
    talks = tuple(f"{name} / " for name in shipped_names())
    assert unexplained(list(in_exercises(load_course().items())), but=talks) == []
