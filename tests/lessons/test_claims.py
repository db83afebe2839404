"""A changed house rule, or another country's rights, must not teach a falsehood."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from course.codes import CODES
from course.exercises import check, content_hash
from course.lessons import Course
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import check as check_course
from course.lessons.load import load_course
from course.lessons.rules import claims
from course.lessons.rules.drafts import read_draft

from .conftest import Spoilt

ONE = "first/exercises/pick-one.yaml"
SORT = "first/exercises/into-groups.yaml"
MUG = "first/scenarios/broken-mug.yaml"
RULES = (claims.false_and_right, claims.false_and_wrong, claims.unknown_ground)


def found_in(course: Course) -> list[Diagnostic]:
    """What the rules about claims find."""
    draft = read_draft(course)
    assert draft.unreadable == ()
    return [one for rule in RULES for one in rule(draft)]


@cache
def shipped(rights: str = "", **values: float) -> tuple[Diagnostic, ...]:
    """What they find in the lessons, once some house rules are others."""
    course = load_course()
    rules = course.house_rules
    assert set(values) <= set(rules.values)
    changed = replace(rules, values={**rules.values, **values}, rights=rights or rules.rights)
    course.__dict__["house_rules"] = changed
    return tuple(found_in(course))


def claims_of(spoilt: Spoilt) -> list[tuple[str, str, int]]:
    found = found_in(Course(spoilt.folder, spoilt.folder))
    return [(one.code, one.file, one.line) for one in found]


# What the issue has: £36 is not within £30.


def test_a_lower_limit_names_the_best_line_that_it_makes_false() -> None:
    told = [
        one for one in shipped(refund_limit=30)
        if one.file == "complaints/scenarios/late-parcel.yaml" and one.code == "CC060"
    ]  # fmt: skip
    (one,) = [one for one in told if "£36 is within your £30" in one.problem]
    assert "'Who may refund'" in one.problem
    assert "must be at least 36, and it is 30" in one.problem
    assert "'refund_limit' be at least 36 in house-rules.yaml" in one.mend
    assert CODES[one.code].severity == "error"


def test_the_rules_as_they_are_make_nothing_false() -> None:
    assert [str(one) for one in shipped()] == []


# Best roads, other lines, keys.


@pytest.mark.parametrize(
    ("passage", "code"),
    [
        ("      why: The day decides which remedy is any good.\n", "CC060"),
        ("      better: Is there a day you need the mug by?\n", "CC061"),
    ],
)
def test_a_line_of_a_conversation_is_an_error_on_a_best_road_only(
    spoil: Callable[[], Spoilt], passage: str, code: str
) -> None:
    claim = "    true_when: [refund_limit above 25]\n"
    spoilt = spoil().change(MUG, passage, passage + claim)
    assert [one[0] for one in claims_of(spoilt)] == [code]
    spoilt.change(MUG, "refund_limit above 25", "refund_limit at most 25")
    assert claims_of(spoilt) == []


@pytest.mark.parametrize(
    ("option", "code"), [("say-back", "CC060"), ("sorry", "CC061"), ("refund", "CC061")]
)
def test_an_option_is_an_error_where_it_is_right(
    spoil: Callable[[], Spoilt], option: str, code: str
) -> None:
    before = f"{{id: {option}, "
    spoilt = spoil().change(ONE, before, before + "true_when: [goodwill_limit is 6], ")
    assert [one[0] for one in claims_of(spoilt)] == [code]


def test_the_key_of_an_exercise_hangs_on_what_the_whole_claims(
    spoil: Callable[[], Spoilt],
) -> None:
    claim = "true_when: [return_days at least 10, return_days below 14]\n"
    spoilt = spoil().change(ONE, "covers:", f"{claim}covers:")
    (one,) = found_in(Course(spoilt.folder, spoilt.folder))
    assert (one.code, one.file) == ("CC060", ONE)
    assert "must be below 14, and it is 14" in one.problem
    assert "at least 10" not in one.problem


def test_what_cannot_be_read_is_said_at_its_line(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil().change(ONE, "covers:", "true_when: [refund_limit over 40]\ncovers:")
    (one,) = [one for one in spoilt.lint() if one.code == "CC001"]
    assert (one.file, one.line, one.place) == (ONE, 4, "true_when[0]")
    assert "'refund_limit over 40' cannot be read" in one.problem
    assert "'at least', 'at most', 'above', 'below' or 'is'" in one.mend


def test_an_unknown_value_is_answered_with_those_there_are(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil().change(ONE, "covers:", "true_when: [refund_limits is 25]\ncovers:")
    (one,) = found_in(Course(spoilt.folder, spoilt.folder))
    assert one.code == "CC062"
    assert one.mend.endswith("there are: refund_limit, goodwill_limit, return_days")


# Rights.

CARD = """\
country: Here
note: This is not legal advice.
values:
  reject_days: 30
rights:
- {id: faulty-reject, title: Faulty, text: "For {reject_days} days.",
   source: A law, from: knowledge}
"""
TWICE = "rights:\n" + 2 * "- {id: faulty, title: A, text: B, source: C, from: knowledge}\n"


def with_card(spoilt: Spoilt, text: str = CARD) -> Spoilt:
    spoilt.change("house-rules.yaml", "values:", "rights: here\nvalues:")
    return spoilt.add("rights/here.yaml", text)


def test_a_trainee_is_shown_the_lines_that_an_exercise_rests_on(
    spoil: Callable[[], Spoilt],
) -> None:
    spoilt = with_card(spoil()).change(
        ONE, "{id: sorry, ", "{id: sorry, rests_on: [faulty-reject], "
    )
    exercise = Course(spoilt.folder, spoilt.folder).lessons["first"]["pick-one"].exercise
    shown = [(one.id, one.text) for one in exercise.rights.rights]
    assert shown == [("faulty-reject", "For 30 days.")]


def test_a_line_may_name_a_value_of_the_card(spoil: Callable[[], Spoilt]) -> None:
    spoilt = with_card(spoil()).change(MUG, "delivered Wednesday.", "{rights.reject_days} days.")
    course = Course(spoilt.folder, spoilt.folder)
    assert (
        course.lessons["first"]["broken-mug"].exercise.scenario.agent_sees[0].endswith("30 days.")
    )


@pytest.mark.parametrize(
    ("before", "after", "file", "line", "words"),
    [
        ("{reject_days}", "{rejct_days}", "rights/here.yaml", 5, "no value 'rejct_days'"),
        ("from: knowledge", "from: a book", "rights/here.yaml", 6, "give both"),
        ("rights:\n", TWICE, "rights/here.yaml", 1, "two lines of the card have the id 'faulty'"),
        ("country: Here\n", "", "rights/here.yaml", 1, "country"),
        ("", "", "house-rules.yaml", 2, "there is no rights card 'here'"),
    ],
)
def test_a_card_that_cannot_be_used_is_named(
    spoil: Callable[[], Spoilt], before: str, after: str, file: str, line: int, words: str
) -> None:
    spoilt = with_card(spoil(), CARD.replace(before, after))
    if not before:
        spoilt.take("rights/here.yaml")
    (one,) = [one for one in spoilt.lint() if one.file == file]
    assert (one.code, one.line) == ("CC001", line)
    assert words in one.problem


def test_a_card_without_lines_hides_nothing(spoil: Callable[[], Spoilt]) -> None:
    empty = f"{CARD.partition('rights:')[0]}rights: []\n"
    spoilt = with_card(spoil(), empty).change(
        ONE, "covers:", "rests_on: [faulty-reject]\ntrue_when: [refund_limit at least 900]\ncovers:"
    )
    found = found_in(Course(spoilt.folder, spoilt.folder))
    assert sorted(one.code for one in found) == ["CC060", "CC062"]
    assert "the rights card 'Here' has no such line" in found[-1].problem + found[0].problem


def test_two_house_rules_of_one_id_are_told(spoil: Callable[[], Spoilt]) -> None:
    rule = "\n  - {id: again, title: A, text: B}"
    spoilt = spoil().change("house-rules.yaml", "rules:", f"rules:{rule}{rule}")
    (one,) = [one for one in spoilt.lint() if one.file == "house-rules.yaml"]
    assert (one.code, one.problem[:33]) == ("CC001", "two house rules have the id 'again'"[:33])


def test_both_cards_can_be_used_and_say_where_they_are_from() -> None:
    for name in ("united-kingdom", "european-union"):
        course = load_course()
        course.__dict__["house_rules"] = replace(course.house_rules, rights=name)
        card = course.rights
        assert "not legal advice" in card.note
        assert all(one.source and "{" not in one.text for one in card.rights)
        assert len({one.id for one in card.rights}) == len(card.rights)


LACKING = {"faulty-reject", "card-claim"}
"""What the law of the United Kingdom gives, and the directives do not."""


def resting(data: Any) -> Iterator[tuple[set[str], set[str]]]:
    """The rights, and the values of the card, that parts of a file name; read from the file."""
    if isinstance(data, dict):
        values = {one.split()[0] for one in data.get("true_when", ()) if "rights." in one}
        if values or "rests_on" in data:
            yield set(data.get("rests_on", ())), values
    for inner in (
        data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    ):
        yield from resting(inner)


def test_another_countrys_card_names_every_place_that_it_does_not_carry() -> None:
    course = load_course()
    other = "european-union"
    values = course.source(course.folder / "rights" / f"{other}.yaml").data["values"]
    was = course.rights.values
    differ = {f"rights.{name}" for name, value in was.items() if values.get(name) != value}
    expected = {
        course.shown(path)
        for path in course.folder.glob("*/*/*.yaml")
        for rights, names in resting(course.source(path).data)
        if rights & LACKING or names & differ
    }
    found = shipped(other)
    for one in found:
        print(one)
    assert {one.file for one in found} == expected
    assert found
    problems = " ".join(one.problem for one in found)
    assert "the rights card 'European Union' has no such line" in problems
    assert all(f"'{name}'" not in problems for name in {"late-delivery", "distance-cancel"})


# What nobody should see of a claim.


def test_a_claim_is_no_part_of_what_a_trainee_has(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil()
    before = Course(spoilt.folder, spoilt.folder).lessons["first"]
    hashes = {name: content_hash(item.exercise) for name, item in before.items()}
    spoilt.change(ONE, "{id: sorry, ", "{id: sorry, true_when: [refund_limit at least 9], ")
    spoilt.change(MUG, "cites:", "true_when: [refund_limit at least 9]\ncites:")
    after = Course(spoilt.folder, spoilt.folder).lessons["first"]
    assert {name: content_hash(item.exercise) for name, item in after.items()} == hashes
    assert {name for name, item in after.items() if item.claims} == {"pick-one", "broken-mug"}
    assert check(after["pick-one"], ["say-back"]) == check(before["pick-one"], ["say-back"])


# House rules that give less than the law.


def test_a_house_rule_weaker_than_the_law_is_named_with_the_line_that_it_falls_short_of() -> None:
    course = load_course()
    rules = course.house_rules
    for values, wanted in (
        ({"return_days": 14, "refund_days": 10}, []),
        ({"return_days": 13}, [("values.return_days", "at least 14")]),
        ({"refund_days": 11}, [("values.refund_days", "at most 10")]),
    ):
        course.__dict__["house_rules"] = replace(rules, values={**rules.values, **values})
        found = list(claims.weaker_than_the_law(read_draft(course)))
        assert [one.place for one in found] == [place for place, _ in wanted]
        for one, (_, need) in zip(found, wanted, strict=True):
            assert one.file == "house-rules.yaml"
            assert f"needs {need}" in one.problem
            assert "Consumer Contracts Regulations 2013" in one.problem


def test_what_a_company_has_no_rule_for_is_passed_over(spoil: Callable[[], Spoilt]) -> None:
    asks = CARD.replace("source:", "house_rules: [cooling_off at least 30], source:")
    spoilt = with_card(spoil(), asks)
    assert "CC066" not in {one.code for one in spoilt.lint()}
    spoilt.change("house-rules.yaml", "values:", "values:\n  cooling_off: 29")
    assert "CC066" in {one.code for one in spoilt.lint()}


def test_what_a_card_asks_of_the_house_rules_is_read_strictly(spoil: Callable[[], Spoilt]) -> None:
    asks = CARD.replace("source:", "house_rules: [return_days over 30], source:")
    (one,) = [one for one in with_card(spoil(), asks).lint() if one.file == "rights/here.yaml"]
    assert (one.code, one.place) == ("CC001", "rights.faulty-reject.house_rules[0]")
    assert "'return_days over 30' cannot be read" in one.problem


def test_what_a_card_asks_reaches_no_trainee(spoil: Callable[[], Spoilt]) -> None:
    spoilt = with_card(spoil()).change(
        ONE, "{id: sorry, ", "{id: sorry, rests_on: [faulty-reject], "
    )
    hashes = []
    for card in (CARD, CARD.replace("source:", "house_rules: [return_days is 14], source:")):
        spoilt.add("rights/here.yaml", card)
        exercise = Course(spoilt.folder, spoilt.folder).lessons["first"]["pick-one"].exercise
        hashes.append(content_hash(exercise))
    assert hashes[0] == hashes[1]


def test_lines_that_nobody_looked_up_are_told_once_and_are_no_mistake(
    spoil: Callable[[], Spoilt],
) -> None:
    spoilt = with_card(spoil())
    checked = check_course(Course(spoilt.folder, spoilt.folder))
    assert checked.found == []
    (note,) = checked.notes
    assert note.startswith("rights/here.yaml: 1 of its 1 lines are 'from: knowledge'")
    assert note.endswith("They are faulty-reject.")
    looked = CARD.replace("from: knowledge", "from: the act, looked_at: 2026-11-30")
    spoilt.add("rights/here.yaml", looked)
    assert check_course(Course(spoilt.folder, spoilt.folder)).notes == ()
