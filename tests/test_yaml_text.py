"""YAML as content uses it: the data of JSON exactly, words as words, and nothing that explodes."""

import json
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from course.yaml_text import DEEPEST, YamlProblem, comments, parse

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12)
PLAIN = st.none() | st.booleans() | st.integers(-(10**15), 10**15) | WORDS
DATA = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4)
)


@given(DATA)
def test_json_is_read_as_json_reads_it(data: object) -> None:
    assert parse(json.dumps(data, ensure_ascii=False))[0] == data


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "09:00", "2026-02-31", "1_000", "0x1f"])
def test_words_that_yaml_once_took_for_something_else_stay_words(word: str) -> None:
    assert parse(f"value: {word}")[0] == {"value": word}


def test_an_alias_repeats_and_a_merge_key_is_a_word() -> None:
    assert parse("a: &x [1, 2]\nb: *x\n'<<': c")[0] == {"a": [1, 2], "b": [1, 2], "<<": "c"}


def test_every_value_has_its_line() -> None:
    _, marks = parse("a: 1\nb:\n  - c\n  - d: 2\n\ne: |\n  text\n")
    assert isinstance(marks.inside, dict)
    assert {name: one.line for name, one in marks.inside.items()} == {"a": 1, "b": 2, "e": 6}
    inner = marks.inside["b"].inside
    assert isinstance(inner, list)
    assert [one.line for one in inner] == [3, 4]


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "found duplicate key 'a', first on line 1"),
        ("a: b: c\n", 1, "a second colon on one line"),
        ("[" * 5000 + "]" * 5000, 1, f"nested more than {DEEPEST} levels"),
        (BOMB, 6, "more than 200,000 values"),
        ("a: &a\n  - *a\n", 2, "'*a' repeats something that stands nowhere before it"),
        ("a: 1\nb: " + "9" * 100_000, 2, "a number of 100,000 characters"),
        ("a: .nan\n", 1, "'.nan' is no number to reckon with"),
        ("a: -.INF\n", 1, "'-.INF' is no number"),
        ("? [a, b]\n: c\n", 1, "a list or pairs stand where a name should be"),
        ("a: 1\n---\nb: 2\n", 2, "a second document begins here"),
        ("b: 1\na: x\x00y\n", 2, "a character that is no text, U+0000"),
        ("b: 1\na: 'x\n\n", 2, "the quote that begins here is not closed"),
        ("x" * 2_000_001, 1, "2,000,001 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_refused_at_its_line_and_soon(
    text: str, line: int, problem: str
) -> None:
    began = time.process_time()
    with pytest.raises(YamlProblem) as refused:
        parse(text)
    assert problem in refused.value.problem
    assert refused.value.line == line
    assert refused.value.mend
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("a:\n\tb: 1\n", 2, "a tab stands here"),
        ("a: |\n\tx\n", 2, "a tab stands here"),
        ("a: 1\nchannel phone\n\nc:\n  d: 1\n", 2, "there is no colon in 'channel phone'"),
        ("a: “x: y”\n", 1, "curly quotes do not hold a text together"),
        ("a: 1\n  b: 2\n", 2, "further in than the one above"),
        ("a:\n  b: 1\n c: 2\n", 3, "another column than its part, which begins on line 1"),
        ("a: 1\n- b\n", 2, "another column"),
        ("a: 'It's here'\n", 1, "a quote ends here, and the text goes on"),
        ('a:\n  - "x\n  - "y"\nb: 1\n', 3, "a quote ends here"),
        ("a: 1\nb: [c,\n  d\ne: 2\n", 2, "a bracket that is opened here is not closed"),
        ("a: [b c: d: e]\n", 1, "quotes around a text"),
        ("a: [b]]\n", 1, "']' too many"),
        ("a: - b\n", 1, "a list begins behind a colon"),
        ("a: @b\n", 1, "cannot begin with '@'"),
        ('a: "c:\\q"\n', 1, "stands for no letter"),
        ("a: 1\nb: Her bike #4, today.\n", 2, "the text ends before '#4,'"),
    ],
)
@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)])
def test_slips_of_the_pen_are_told_in_words_of_authors(
    text: str, line: int, problem: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("course.yaml_text._LOADER", loader)
    with pytest.raises(YamlProblem) as refused:
        parse(text)
    assert problem in refused.value.problem
    assert refused.value.line == line
    assert refused.value.mend


def test_all_is_told_up_to_where_the_parser_stops() -> None:
    text = "a: 1\na: 2\nb: .nan\na: 3\nc: *x\nd: 'open\ne: .inf\n"
    with pytest.raises(YamlProblem) as refused:
        parse(text)
    assert [one.line for one in refused.value.all] == [2, 3, 4, 5, 6]
    assert refused.value.all[0] is refused.value
    again = refused.value.all[2].problem
    assert again == "found duplicate key 'a', first on line 1"


@given(st.lists(WORDS, max_size=4), st.sampled_from(["{}: 1", "a{}: '{}'", "b{}: |\n  x # {}\n"]))
def test_a_comment_is_one_wherever_it_stands_and_nothing_else_is(
    words: list[str], line: str
) -> None:
    texts = [json.dumps(f"{one} # {one}", ensure_ascii=False) for one in words]
    lines = [f"k{at}: {one} # c{at}" for at, one in enumerate(texts)]
    whole = "\n".join(["# first", *lines, line.format(9, 9), "# last"])
    assert comments(whole) == ["# first", *(f"# c{at}" for at in range(len(words))), "# last"]
