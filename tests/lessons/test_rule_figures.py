"""Sentences that depend on a house rule are found, and others with the same figures are not."""

import pytest

from course.lessons.rules.figures import claimed_at, figure, hits

RULES = (
    ("refund_limit", 40, "Who may refund. Up to £{refund_limit} an agent pays back alone."),
    ("goodwill_limit", 10, "Goodwill. Up to £{goodwill_limit} where we caused trouble."),
    ("return_days", 30, "Returns. Unused goods come back within {return_days} days."),
    ("refund_days", 5, "Refunds. It reaches the card within {refund_days} working days."),
    ("rights.weeks", 8, "Complaints. The final answer goes out within {weeks} weeks."),
)
FIGURES = tuple(made for rule in RULES if (made := figure(*rule)) is not None)
LIMITS = ("refund_limit", "goodwill_limit")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # The figure itself.
        ("You may give back up to £40.", ("refund_limit",)),
        ("Sixty-five pounds? £65 is above your £40.", ("refund_limit",)),
        ("Goods come back within 30 days.", ("return_days",)),
        ("A refund? It takes five working days to reach you.", ("refund_days",)),
        ("A final answer comes within eight weeks.", ("rights.weeks",)),
        # Another figure beside the value's name.
        ("£36 is within your £{refund_limit}.", ("refund_limit",)),
        ("That was sixty days ago, and it is {return_days}.", ("return_days",)),
        # Words about who may give.
        ("£150 isn't yours.", LIMITS),
        ("It's within my limit, so no, I'm not asking.", LIMITS),
        ("£122 needs your lead, and it bought nothing more.", LIMITS),
        ("£12 is a small sum, and yours to give.", LIMITS),
        # The same figures, and nothing about a rule.
        ("On Saturdays it costs £40 more.", ()),
        ("By post it takes three to five working days.", ()),
        ("I was away for 30 days.", ()),
        ("It has been a lovely eight weeks.", ()),
        ("£480 is back on the card within {refund_days} working days.", ()),
        ("Up to £{refund_limit} I ask nobody.", ()),
        ("Above £400 it is delivered by two people.", ()),
        ("The rule limits what you say.", ()),
    ],
)
def test_a_sentence_that_depends_on_a_rule_is_told_from_one_that_does_not(
    text: str, names: tuple[str, ...]
) -> None:
    found = list(hits(text, FIGURES))
    assert [one.names for one in found] == ([names] if names else [])


def test_a_rule_without_a_unit_is_not_looked_for() -> None:
    assert figure("tone", 5, "We answer in tone {tone}.") is None


def test_what_is_claimed_above_a_text_or_of_its_option_holds_for_it() -> None:
    data = {
        "true_when": ["a is 1"],
        "options": [{"id": "x", "text": "X", "true_when": ["b is 1"]}, {"id": "y", "text": "Y"}],
        "key": {"because": {"x": "Why.", "y": "Why."}},
    }
    assert claimed_at(data, "options[0].text") == {"a", "b"}
    assert claimed_at(data, "key.because.x") == {"a", "b"}
    assert claimed_at(data, "key.because.y") == {"a"}
