"""The table by act finds what was planted, and marks what is scored otherwise."""

import pytest

from course.exercises import Item, kind
from course.exercises.base import Option
from course.exercises.choice import Choice, ChoiceKey
from tests.scenarios.acts import (
    ACTS,
    Place,
    Row,
    Score,
    found_in,
    in_exercises,
    in_scenarios,
    table,
)

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


@pytest.mark.parametrize("act", ACTS)
def test_an_act_is_found_where_it_is_done_and_not_where_it_is_not(act: str) -> None:
    number = list(SAID).index(act)
    found = {row.place.where for row in found_in(in_exercises([asked()]))[act]}
    assert f"shelf / {number}-yes" in found
    assert f"shelf / {number}-no" not in found


def test_lines_of_scenarios_are_scored_by_what_they_put_out_of_reach() -> None:
    rows = found_in(in_scenarios(["missing-parcel", "sixty-days"]))
    given = {row.place.where: row.score for row in rows["Gives beyond the limit"]}
    (money,) = (score for where, score in given.items() if where.endswith("just-once"))
    assert (money.verdict, money.rank) == ("bad", "2 of 3")
    assert float(money.points) < -20


def test_what_is_scored_otherwise_than_most_is_marked() -> None:
    def row(where: str, verdict: str, points: str = "1 of 1") -> Row:
        return Row(Place(where, "a|b", "", frozenset()), Score(verdict, points, ""))  # type: ignore[arg-type]

    rows = [
        row("one", "bad"),
        row("two", "bad"),
        row("three", "good"),
        row("four", "weak", "sorted: A"),
    ]
    lines = [line for line in table("Gives", rows) if line.startswith(("| ≠", "|  |"))]
    assert [line.split(" | ")[0] for line in lines] == ["| ", "| ", "| ≠", "| "]
    assert all("a/b" in line for line in lines)
