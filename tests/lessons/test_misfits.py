"""Every mistake of a file is told at once, at its line, with what may stand there instead."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

import msgspec
import pytest
from msgspec import Meta, Struct

from course.lessons import Course
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import check, lint
from course.lessons.misfits import misfits
from course.lessons.part import part_of
from course.scenarios.definition import Scenario
from tests.shipped import load_course

from .conftest import Spoilt

Spoil = Callable[[], Spoilt]
ONE = "first/exercises/pick-one.yaml"
NUMBER = "first/exercises/how-many.yaml"
MUG, PLAYED = "first/scenarios/broken-mug.yaml", "first/exercises/broken-mug.yaml"

SCENARIO = [
    ("channel: phone", "channel: phonne", "there is no 'phonne' here", "'phone'?"),
    ("  mood: 40", "  mood: gloomy", "a whole number, and it is text", "write a whole number"),
    ("  unstated: It", "  unsaid: It", "unknown field 'unsaid'", "did you mean 'unstated'?"),
    ("  fit: 1.0", "  fit: good", "a number, and it is text", "write a number"),
    ("    - clarify", "    - clarifie", "there is no 'clarifie'", "did you mean 'clarify'?"),
    ("    - greet", "    - welcome", "there is no 'welcome'", "use one of greet, acknowledge"),
    ("    - empathise", "    - empathize", "there is no 'empathize'", "'empathise'?"),
    ("      heard: A large", "      hears: A large", "unknown field 'hears'", "'heard'?"),
    ("  outcome: resolved", "  outcome: solved", "there is no 'solved' here", "'resolved'?"),
    ("  kept: true", "  kept: maybe", "true or false, and it is text", "write true or false"),
    ("  handling: [90, 100]", "  handling: [90]", "of 2 values, and there are 1", "write a list"),
    ("  typed: true", "  typd: true", "unknown field 'typd'", "did you mean 'typed'?"),
]
"""What is put wrongly, all in one file: before, after, what is told of it, and the mend."""


def line_of(spoilt: Spoilt, file: str, words: str) -> int:
    lines = (spoilt.folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.strip() == words.strip()
                or line.startswith(words))  # fmt: skip


def told(spoilt: Spoilt, file: str) -> list[Diagnostic]:
    course = Course(spoilt.folder, spoilt.folder)
    return check(course, part_of(course, spoilt.folder / file)).found


def test_all_mistakes_of_a_scenario_are_told_at_once_each_at_its_line(spoil: Spoil) -> None:
    spoilt = spoil()
    for before, after, _, _ in SCENARIO:
        spoilt.change(MUG, before, after)
    found = {one.line: one for one in told(spoilt, MUG)}
    for _, after, problem, mend in SCENARIO:
        one = found.pop(line_of(spoilt, MUG, after))
        assert (one.code, one.file) == ("CC001", MUG)
        assert problem in one.problem
        assert mend in one.mend
    assert found == {}


def test_the_same_is_told_of_a_scenario_and_of_the_exercise_that_plays_it(spoil: Spoil) -> None:
    spoilt = spoil().change(PLAYED, "title: ", "titles: ").change(PLAYED, "points: 4", "points: x")
    spoilt.change(MUG, "channel: phone", "channel: fone")
    found = told(spoilt, PLAYED)
    assert [(one.file, one.line) for one in found] == [(PLAYED, 3), (PLAYED, 5), (MUG, 4)]


def test_every_rule_and_value_that_there_is_not_is_told_at_its_line(spoil: Spoil) -> None:
    changes = [
        ("- refund-limit", "- refund-limt", "no house rule 'refund-limt'"),
        ("brief: Ines", "brief: Within {return_dais} days Ines", "no value 'return_dais'"),
        ("      heard: You said", "      heard: You {words} said", "no value 'words'"),
        ("  - text: Sorry does", "  - text: Sorry for {days} does", "no value 'days'"),
    ]  # fmt: skip
    spoilt = spoil()
    for before, after, _ in changes:
        spoilt.change(MUG, before, after)
    found = told(spoilt, MUG)
    wanted = [(line_of(spoilt, MUG, after), said) for _, after, said in changes]
    assert [one.line for one in found] == sorted(line for line, _ in wanted)
    for line, said in wanted:
        (one,) = (one for one in found if one.line == line)
        assert said in one.problem
        assert one.mend.startswith("use one of ")


def test_a_limit_that_the_house_rules_do_not_have_is_told_at_each_remedy(spoil: Spoil) -> None:
    spoilt = spoil().change("house-rules.yaml", "  refund_limit: 25\n", "")
    spoilt.change("house-rules.yaml", "£{refund_limit}", "£25")
    found = told(spoilt, MUG)
    assert [one.place for one in found] == ["remedies.new-mug", "remedies.whole-set"]
    assert all("'refund_limit'" in one.problem for one in found)


def test_exercise_key_id_and_scenario_are_all_looked_at(spoil: Spoil) -> None:
    spoilt = spoil().change(ONE, "id: pick-one", "id: pick-two").change(ONE, "prompt:", "promt:")
    spoilt.change(ONE, "say-back: 1,", "say-back: much,").change(ONE, '    refund: "', '    5: "')
    found = told(spoilt, ONE)
    assert [one.line for one in found] == [2, 5, 14, 18]
    assert "the id is not the file's name" in found[0].problem
    assert "did you mean 'prompt'?" in found[1].mend


def test_several_missing_fields_are_each_told_with_what_goes_there(spoil: Spoil) -> None:
    spoilt = spoil().add(ONE, "kind: choice\nid: pick-one\noptions: []\nkey: {}\n")
    found = told(spoilt, ONE)
    assert [(one.line, one.problem, one.mend) for one in found] == [
        (1, "'title' is missing", "add 'title:' with text"),
        (1, "'prompt' is missing", "add 'prompt:' with text"),
        (1, "'covers' is missing", "add 'covers:' with a list"),
        (4, "at key: 'worth' is missing", "add 'worth:' with names and values under it"),
        (4, "at key: 'because' is missing", "add 'because:' with names and values under it"),
    ]


def test_moments_that_are_no_moments_are_named_each(spoil: Spoil) -> None:
    spoilt = spoil().change(MUG, "moments:\n", "moments:\n- 5\n- []\n")
    found = told(spoilt, MUG)
    first = line_of(spoilt, MUG, "- 5")
    assert [(one.line, one.place) for one in found] == [
        (first, "moments[0]"), (first + 1, "moments[1]"),
    ]  # fmt: skip


class Odd(Struct, forbid_unknown_fields=True):
    """A shape with one of each thing that content uses."""

    word: Literal["red", "blue"] = "red"
    maybe: Literal["red", "blue"] | None = None
    pair: tuple[float, float] = (0, 1)
    few: Annotated[tuple[int, ...], Meta(max_length=2)] = ()
    by_name: dict[Literal["a", "b"], str] = {}
    either: tuple["Odd", ...] | str = ""
    bounded: Annotated[int, Meta(ge=0, le=5)] = 0


ODD: list[tuple[Any, list[tuple[str, str]]]] = [
    ({}, []),
    ({"word": "green", "maybe": 5}, [
        ("word", "there is no 'green' here"),
        ("maybe", "this should be text or nothing, and it is a whole number")]),
    ({"pair": [1, "x"], "few": [1, 2, 3]}, [
        ("pair[1]", "this should be a number, and it is text"),
        ("few", "this should be a list of at most 2")]),
    ({"by_name": {"c": "x", "a": 5}}, [
        ("by_name.c", "there is no 'c' here"),
        ("by_name.a", "this should be text, and it is a whole number")]),
    ({"either": [{"word": "x"}, {"wrd": "red"}]}, [
        ("either[0].word", "there is no 'x' here"), ("either[1].wrd", "unknown field 'wrd'")]),
    ({"either": 5, "bounded": 9}, [
        ("either", "this should be text or a list, and it is a whole number"),
        ("bounded", "this should be a whole number, <= 5")]),
    (None, [("", "this should be names with values, and it is nothing")]),
    ({3: 4}, [("3", "unknown field '3'")]),
]  # fmt: skip


@pytest.mark.parametrize(("data", "wanted"), ODD)
def test_each_kind_of_misfit_is_said_in_words(data: Any, wanted: list[tuple[str, str]]) -> None:
    found = list(misfits(data, Odd))
    assert [(one.place, one.problem) for one in found] == wanted
    assert all(one.mend for one in found)
    assert not any("`" in one.problem + one.mend for one in found)


def test_whatever_does_not_convert_has_a_misfit_and_what_converts_has_none() -> None:
    """Each field of a shipped scenario in turn, taken away, renamed, or of another type."""
    course = load_course()
    data = course.source(course.folder / "needs" / "scenarios" / "daughter-calls.yaml").data
    spoilt = 0
    for path in _paths(data):
        for value in (None, 5, "x", [], {}, [5], {"x": 5}, True, -1.5):
            changed = _with(data, path, value)
            try:
                msgspec.convert(changed, Scenario, strict=True)
                fits = True
            except msgspec.ValidationError:
                fits = False
                spoilt += 1
            found = list(misfits(changed, Scenario))
            assert fits == (not found), (path, value)
            assert not any("`" in one.problem + one.mend for one in found), found
    assert spoilt > 500


def _paths(data: Any, limit: int = 3) -> list[tuple[Any, ...]]:
    """Places in plain data: of a list the first and the last."""
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = [(at, data[at]) for at in sorted({0, len(data) - 1}) if data]
    else:
        return []
    return [
        (name, *rest)
        for name, value in inner
        for rest in [(), *(_paths(value, limit - 1) if limit else [])]
    ]


def _with(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    """The data with another value at one place."""
    if not path:
        return value
    first, *rest = path
    inner = _with(data[first], tuple(rest), value)
    if isinstance(data, dict):
        return {**data, first: inner}
    return [*data[:first], inner, *data[first + 1 :]]


def test_answers_that_only_follow_from_errors_of_the_conversation_wait(spoil: Spoil) -> None:
    spoilt = spoil().change(MUG, "    next: mending", "    next: mendng")
    assert {one.code for one in lint(Course(spoilt.folder, spoilt.folder))} == {"CC102"}
    for name in (MUG, PLAYED):
        assert {one.code for one in told(spoilt, name)} == {"CC102"}


def test_yaml_is_told_of_up_to_where_the_parser_stops(spoil: Spoil) -> None:
    spoilt = spoil().change(ONE, "covers:", "title: Again\ncovers:")
    spoilt.change(ONE, "prompt:", "points: .inf\nprompt:").change(
        ONE, "said_by: Ines", 'said_by: "I'
    )
    found = told(spoilt, ONE)
    assert [(one.code, one.line) for one in found] == [("CC001", 4), ("CC001", 6), ("CC001", 9)]
