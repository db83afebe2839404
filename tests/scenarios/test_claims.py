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


def test_a_line_refuses_a_condition_it_cannot_read() -> None:
    with pytest.raises(ClaimError):
        Choice(id="a", text="b", next="c", true_when=("refund_limit at least lots",))
    with pytest.raises(ClaimError):
        Line(text="b", true_when=("soon",))
