"""Whatever a house rule is changed to, what the lessons say stays true or is named by the lint.

The oracle reads the sentences as a trainee does, and knows nothing of claims: 'within your £30' is
an amount and a limit, and so is 'above your limit' of a remedy that costs something.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from msgspec.structs import replace

from course.lessons.diagnostic import Diagnostic
from course.lessons.load import load_course
from course.lessons.rules import claims
from course.lessons.rules.drafts import Draft, ExerciseDraft, read_draft
from course.scenarios import Scenario
from course.scenarios.definition import Choice, Remedy

CHANGES = [
    ("refund_limit", 10),
    ("refund_limit", 400),
    ("goodwill_limit", 60),
    ("return_days", 60),
    ("refund_days", 10),
    ("answer_hours", 72),
]
OTHERS = [
    ("refund_limit", 30), ("refund_limit", 80), ("goodwill_limit", 5), ("return_days", 14),
    ("refund_days", 3), ("answer_hours", 12),
]  # fmt: skip
INSIDE, OUTSIDE = r"(?:within|inside|under|below)", r"(?:above|over|beyond|past)"
COMPARED = re.compile(
    rf"£(\d+)[^.£]{{0,15}} (?:(?P<in>{INSIDE})|(?P<out>{OUTSIDE})) (?:your|my) £(\d+)"
)
LIMITED = re.compile(rf"(?:(?P<in>{INSIDE})|(?P<out>{OUTSIDE})) (?:your|my) limit", re.IGNORECASE)


@cache
def changed(name: str, value: int) -> Draft:
    course = load_course()
    rules = course.house_rules
    course.__dict__["house_rules"] = replace(rules, values={**rules.values, name: value})
    return read_draft(course)


def found_in(draft: Draft) -> list[Diagnostic]:
    looks = (claims.false_and_right, claims.false_and_wrong, claims.unknown_ground)
    return [one for look in looks for one in look(draft)]


def scenarios_of(draft: Draft) -> Iterator[tuple[ExerciseDraft, Scenario]]:
    for one in draft.exercises:
        if one.item.kind.scenario is not None:
            yield one, one.item.kind.scenario(one.item.exercise, one.item.key)


def texts_of(choice: Choice) -> Iterator[str]:
    yield choice.text
    yield from (line.text for line in choice.reply)
    if choice.note is not None:
        yield from (choice.note.heard, choice.note.better, choice.note.why)


def contradictions(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """(file, line id, sentence) of each line that says of an amount what is not so."""
    values = draft.course.house_rules.values
    for one, scenario in scenarios_of(draft):
        remedies = {remedy.id: remedy for remedy in scenario.remedies}
        file = one.scenario.file if one.scenario else one.source.file
        for moment in scenario.moments:
            for choice in moment.choices:
                for text in texts_of(choice):
                    given = remedies.get(choice.remedy or "")
                    if _contradicts(text, given, values):
                        yield file, choice.id, text


def _contradicts(text: str, given: Remedy | None, values: Mapping[str, object]) -> bool:
    for there in COMPARED.finditer(text):
        amount, limit = int(there[1]), int(there[4])
        if (amount <= limit) != bool(there["in"]):
            return True
    limited = LIMITED.search(text)
    if limited is None or given is None:
        return False
    most = values["goodwill_limit" if given.goodwill else "refund_limit"]
    assert isinstance(most, int)
    return (given.cost <= most) != bool(limited["in"])


def test_the_oracle_sees_what_is_not_so() -> None:
    values: dict[str, object] = {"refund_limit": 30, "goodwill_limit": 10}
    van = Remedy(id="van", text="By van", fit=1, cost=36)
    assert _contradicts("It fits, and £36 is within your £30. Ask nobody.", None, values)
    assert _contradicts("£24 is over your £30.", None, values)
    assert _contradicts("Inside your limit, so nobody had to be asked.", van, values)
    assert not _contradicts("£14 is well within your £30.", None, values)
    assert not _contradicts("Above your limit.", van, values)


def test_what_the_lessons_say_is_so() -> None:
    draft = read_draft(load_course())
    assert list(contradictions(draft)) == []
    assert found_in(draft) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [*CHANGES, *(pytest.param(*other, marks=pytest.mark.long) for other in OTHERS)],
)
def test_a_changed_rule_makes_nothing_false_that_is_not_named(name: str, value: int) -> None:
    draft = changed(name, value)
    assert draft.unreadable == ()
    found = found_in(draft)
    for one in found:
        assert one.file.split("/")[0] in draft.course.order
        assert one.line > 1 or one.place == "" or one.place == "scenario"
        assert name in one.problem
    named = {(one.file, one.place.split(".")[-1]) for one in found}
    left = [one for one in contradictions(draft) if (one[0], one[1]) not in named]
    assert left == []


def test_some_changes_are_named() -> None:
    """So that the test above is not one of nothing."""
    lower, higher = contradictions(changed("refund_limit", 10)), changed("refund_limit", 400)
    assert len(list(lower)) > 3
    assert len(list(contradictions(higher))) > 3
    assert "CC060" in {one.code for one in found_in(changed("refund_limit", 30))}
    assert found_in(changed("goodwill_limit", 60))
    assert found_in(changed("return_days", 60))
