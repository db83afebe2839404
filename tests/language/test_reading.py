"""What the rules see in replies as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.language import Facts, read
from course.language.words import plain

PARCEL = Facts(problem_terms=("parcel", "delivered"), jargon=("SLA",))


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("I'm sorry your parcel hasn't come.", {"apologise"}),
        ("I'll ring the depot and call you by four, found or not.", {"own", "set_time"}),
        ("That must be so frustrating after a day at home.", {"empathise"}),
        ("Which door did the driver say?", {"clarify"}),
        ("I can send another one today, or refund you in full.", {"offer_solution"}),
        ("You'll need to contact the courier.", {"redirect"}),
        ("That's our mistake, not yours.", {"own"}),
        ("Hello Asha, this is Tom.", {"greet"}),
        ("Thank you for telling us.", {"close"}),
    ],
)
def test_plain_moves_are_found(text: str, moves: set[str]) -> None:
    assert moves <= set(read(text, PARCEL).moves())


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("I'm afraid that's our policy.", "policy_wall"),
        ("You should have read the terms.", "blame"),
        ("It should be with you soon.", "vague"),
        ("Our SLA is two days.", "jargon"),
    ],
)
def test_doubtful_ones_are_only_maybe(text: str, move: str) -> None:
    found = [one for one in read(text, PARCEL).findings if one.move == move]
    assert found
    assert {one.certainty for one in found} == {"maybe"}


def test_acknowledging_needs_the_words_of_this_case() -> None:
    text = "I'm sorry your parcel never came."
    assert "acknowledge" in {one.move for one in read(text, PARCEL).findings}
    assert "acknowledge" not in read(text).moves()


@given(text=st.text(max_size=300))
def test_every_quote_is_the_writers_own(text: str) -> None:
    for one in read(text, PARCEL).findings:
        assert one.quote
        assert one.quote in plain(text)
        assert one.why
