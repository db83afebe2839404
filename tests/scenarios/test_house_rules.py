"""The company's rules, written into a scenario."""

import pytest
from msgspec.structs import replace

from course.scenarios import SMALL, SMALL_RULES, HouseRuleError, HouseRules, apply_rules
from course.scenarios.definition import HouseRule, Line, Rubric
from course.scenarios.house_rules import IdentityCheck
from course.scenarios.rights import NO_RIGHTS


def test_placeholders_are_filled_everywhere() -> None:
    opening = SMALL.moments[0]
    said = replace(opening, says=(Line(text="{company} wants £{refund_limit}?"),))
    ready = apply_rules(replace(SMALL, moments=(said, *SMALL.moments[1:])), SMALL_RULES)
    assert ready.moments[0].says[0].text == "Birch Lane Pottery wants £25?"


@pytest.mark.parametrize(
    ("value", "words"), [(40, "40"), (40.0, "40"), (12.5, "12.50"), ("ten", "ten")]
)
def test_numbers_are_written_as_people_write_them(value: float | str, words: str) -> None:
    rules = replace(SMALL_RULES, values={**SMALL_RULES.values, "days": value})
    assert apply_rules(replace(SMALL, brief="{days}."), rules).brief == f"{words}."


def test_applying_twice_changes_nothing() -> None:
    once = apply_rules(SMALL, SMALL_RULES)
    assert apply_rules(once, SMALL_RULES) == once


def test_an_unknown_value_is_named_with_its_place() -> None:
    with pytest.raises(HouseRuleError, match=r"broken-mug\.brief: .*'refnd'.*refund_limit"):
        apply_rules(replace(SMALL, brief="Up to {refnd}."), SMALL_RULES)


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(HouseRuleError, match=r"no house rule 'kindness'; there are refund-limit"):
        apply_rules(replace(SMALL, cites=("kindness",)), SMALL_RULES)


def test_authority_follows_the_limits() -> None:
    ready = apply_rules(SMALL, replace(SMALL_RULES, values={"refund_limit": 100}))
    assert {remedy.authority for remedy in ready.remedies} == {"agent"}
    without = HouseRules(company="X", values={}, rules=SMALL_RULES.rules)
    with pytest.raises(HouseRuleError, match=r"remedies\.new-mug: .*'refund_limit'"):
        apply_rules(SMALL, without)


def test_goodwill_has_its_own_limit() -> None:
    gift = replace(SMALL.remedies[0], goodwill=True, cost=6)
    ready = apply_rules(replace(SMALL, remedies=(gift, SMALL.remedies[1])), SMALL_RULES)
    assert ready.remedies[0].authority == "lead"


def test_a_rule_that_can_be_broken_comes_along() -> None:
    fatal = HouseRule(id="identity", title="Who", text="Check.", fatal=True)
    rules = replace(SMALL_RULES, rules=(*SMALL_RULES.rules, fatal))
    opening = SMALL.moments[0]
    breach = replace(opening.choices[0], breaches=("identity",))
    changed = replace(opening, choices=(breach, *opening.choices[1:]))
    ready = apply_rules(replace(SMALL, moments=(changed, *SMALL.moments[1:])), rules)
    assert [rule.id for rule in ready.rules] == ["refund-limit", "identity"]


def test_who_has_passed_the_check_comes_along_where_it_is_cited() -> None:
    check = IdentityCheck(
        details=2, counts=("the e-mail",), does_not_count=("a name",),
        channels={"phone": "A call from the number is one.", "chat": "Logged in is one."},
    )  # fmt: skip
    rule = HouseRule(id="identity", title="Who", text="Check.")
    rules = replace(SMALL_RULES, rules=(*SMALL_RULES.rules, rule), identity=check)
    asked = apply_rules(replace(SMALL, cites=("identity",)), rules).identity
    assert asked is not None
    assert (asked.details, asked.counts, asked.does_not_count) == (2, ("the e-mail",), ("a name",))
    assert asked.here == "A call from the number is one."
    assert apply_rules(SMALL, rules).identity is None


def test_a_text_may_name_a_value_of_the_rights_card() -> None:
    card = replace(NO_RIGHTS, values={"reject_days": 30})
    named = replace(SMALL, brief="{rights.reject_days} days.")
    assert apply_rules(named, SMALL_RULES, card).brief == "30 days."
    with pytest.raises(HouseRuleError, match=r"no value 'rights\.reject_days'"):
        apply_rules(named, SMALL_RULES)


def test_what_comes_first_stays_when_the_rubric_is_taken_out() -> None:
    ready = apply_rules(replace(SMALL, rubric=Rubric(opening="act")), SMALL_RULES)
    assert ready.customer.opening == "act"
