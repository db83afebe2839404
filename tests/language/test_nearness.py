"""Placing a written line beside the lines of a moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.language import Facts, Option, nearest

FACTS = Facts(problem_terms=("parcel", "porch", "driver"))
LINES = (
    Option(
        id="which-door",
        text="Three days of waiting in. Which door did the driver write on the card?",
        moves=("acknowledge", "clarify"),
    ),
    Option(
        id="ring-depot",
        text="I'll ring the depot myself and call you back by four, found or not.",
        moves=("own", "set_time", "follow_up"),
    ),
    Option(
        id="courier",
        text="The driver marked it delivered, so you'd need to take it up with the courier.",
        moves=("inform", "blame", "redirect"),
    ),
    Option(id="policy", text="After thirty days we can't refund. Policy.", moves=("policy_wall",)),
)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("what door did he put on his card?", "which-door"),
        ("Do you still have the card? whats the number of the door on it", "which-door"),
        ("Let me phone the depot now, you hear from me before four.", "ring-depot"),
        ("I will speak to them myself and ring you this afternoon whatever happens", "ring-depot"),
        ("It says deliverd here so please ask the curier about it", "courier"),
        ("Sorry but our rules say no money back after a month", "policy"),
    ],
)
def test_natural_lines_stand_near_the_line_that_says_the_same(said: str, wanted: str) -> None:
    assert wanted in [one.id for one in nearest(said, LINES, FACTS)][:2]


def test_shared_words_are_marked_in_the_line_and_words_of_any_reply_are_not() -> None:
    near = {one.id: one for one in nearest("I'll phone the depot by four.", LINES, FACTS)}
    text = LINES[1].text
    assert [text[a:b] for a, b in near["ring-depot"].shared] == ["ring", "depot", "call", "four"]


def test_a_text_that_shares_nothing_leaves_the_lines_in_their_order() -> None:
    near = nearest("Xyzzy!", LINES)
    assert [one.id for one in near] == [one.id for one in LINES]
    assert {one.score for one in near} == {0.0}


@given(text=st.text(max_size=200), line=st.text(max_size=80))
def test_every_span_lies_in_its_line_in_order(text: str, line: str) -> None:
    (near,) = nearest(text, [Option(id="one", text=line)])
    ends = [0, *(at for span in near.shared for at in span), len(line)]
    assert ends == sorted(ends)
    assert 0 <= near.score <= 1
