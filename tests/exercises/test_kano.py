"""Kano's table cell by cell, and what the slips of its calculator give."""

import pytest

from course.exercises.calculators import CALCULATORS, Table
from course.exercises.kano import FEELINGS, NEEDS, need_of

LETTERS = {
    "M": "must-be",
    "O": "one-dimensional",
    "A": "attractive",
    "I": "indifferent",
    "R": "reverse",
    "Q": "questionable",
}
STANDARD = ("QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ")
"""One string for each feeling with the feature; in it, one letter for each feeling without."""

ASKED = Table(
    columns=("with", "without"),
    rows=(
        ("like", "dislike"),
        ("like", "like"),
        ("expect", "dislike"),
        ("like", "neutral"),
        ("neutral", None),
        ("neutral", "neutral"),
    ),
)
COLUMNS = {"with_it": "with", "without_it": "without"}


@pytest.mark.parametrize("row", range(5))
@pytest.mark.parametrize("column", range(5))
def test_the_standard_table(row: int, column: int) -> None:
    wanted = LETTERS[STANDARD[row][column]]
    assert need_of(FEELINGS[row], FEELINGS[column]) == wanted


def test_every_need_can_be_found() -> None:
    assert {need_of(one, other) for one in FEELINGS for other in FEELINGS} == set(NEEDS)


def test_an_unknown_feeling_is_named() -> None:
    with pytest.raises(ValueError, match="'love'"):
        need_of("love", "like")


def test_questionable_pairs_and_blanks_stay_out_of_the_share() -> None:
    kano = CALCULATORS["kano"]
    wanted = {**COLUMNS, "need": "one-dimensional"}
    assert kano.compute(ASKED, wanted) == pytest.approx(100 / 4)
    assert kano.slip("misprint", ASKED, wanted) == pytest.approx(200 / 5)
    assert kano.slip("blanks-counted", ASKED, wanted) == pytest.approx(100 / 6)
    assert kano.slip("questionable-kept", ASKED, wanted) == pytest.approx(100 / 5)
    assert kano.slip("liking-is-enough", ASKED, wanted) == pytest.approx(300 / 5)


def test_a_share_of_a_need_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="none of the needs"):
        CALCULATORS["kano"].compute(ASKED, {**COLUMNS, "need": "nice"})
