"""What must hold of the house rules is read strictly, and asked of values of every type."""

import pytest

from course.scenarios.claims import ClaimError, condition, conditions
from course.scenarios.definition import Choice, Line


@pytest.mark.parametrize(
    ("text", "values", "holds"),
    [
        ("refund_limit at least 36", {"refund_limit": 36}, True),
        ("refund_limit at least 36", {"refund_limit": 35.5}, False),
        ("refund_limit at most 36", {"refund_limit": 36}, True),
        ("refund_limit at most 36", {"refund_limit": 37}, False),
        ("return_days below 53", {"return_days": 53}, False),
        ("return_days below 53", {"return_days": 52}, True),
        ("return_days above 30", {"return_days": 30}, False),
        ("return_days above 30", {"return_days": 31}, True),
        ("refund_limit is 40", {"refund_limit": 40.0}, True),
        ("refund_limit is 40", {"refund_limit": "40"}, False),
        ("rights.repair_first is true", {"rights.repair_first": True}, True),
        ("rights.repair_first is true", {"rights.repair_first": 1}, False),
        ("rights.repair_first is false", {"rights.repair_first": 0}, False),
        ("rights.complaint_ack is prompt", {"rights.complaint_ack": "prompt"}, True),
        # A value that is no number is on no side of one.
        ("refund_limit at most 36", {"refund_limit": "none"}, False),
        ("refund_limit at most 36", {"refund_limit": False}, False),
    ],
)
def test_a_condition_holds_or_not(text: str, values: dict[str, object], holds: bool) -> None:
    assert condition(text).holds(values) is holds  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    ["", "refund_limit", "refund_limit 36", "at least 36", "refund_limit at least",
     "refund_limit at least £36", "refund_limit over 36", "return_days below thirty",
     "refund limit at least 36", "rights. at least 36", "other.thing is 3"],
)  # fmt: skip
def test_what_is_no_condition_is_refused_by_name(text: str) -> None:
    with pytest.raises(ClaimError) as refused:
        conditions(["refund_limit at least 1", text])
    assert refused.value.place == "true_when[1]"
    assert text in str(refused.value)
    assert "'at least'" in refused.value.mend


@pytest.mark.parametrize(
    ("one", "other", "can"),
    [
        ("at least 36", "at most 20", False),
        ("at least 36", "at most 36", True),
        ("above 36", "at most 36", False),
        ("above 36", "below 37", True),
        ("above 36", "at least 40", True),
        ("below -1.5", "at most -2", True),
        ("is 36", "below 36", False),
        ("is 36", "is 36.0", True),
        ("is 36", "is 37", False),
        ("is true", "at least 1", False),
        ("is prompt", "is late", False),
    ],
)
def test_two_conditions_that_never_hold_together_are_refused(
    one: str, other: str, can: bool
) -> None:
    for pair in ((one, other), (other, one)):
        texts = [f"refund_limit {each}" for each in pair]
        if can:
            assert len(conditions(texts)) == 2
            continue
        with pytest.raises(ClaimError, match="no 'refund_limit' is both") as refused:
            conditions(texts)
        assert refused.value.place == "true_when[0]"
        assert len(conditions([texts[0], texts[1].replace("refund", "other")])) == 2


def test_a_figure_is_of_a_size_to_reckon_with() -> None:
    with pytest.raises(ClaimError):
        condition(f"refund_limit at least {'9' * 400}")


def test_a_line_refuses_a_condition_it_cannot_read() -> None:
    with pytest.raises(ClaimError):
        Choice(id="a", text="b", next="c", true_when=("refund_limit at least lots",))
    with pytest.raises(ClaimError):
        Line(text="b", true_when=("soon",))
