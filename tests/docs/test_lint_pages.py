"""Every code of the lint: listed once, found by one rule, shown wrong and right, with a page."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from types import ModuleType

import pytest

from course.codes import CODES, Code, gathered, rule
from course.codes.listed import RETIRED, listed
from course.docs.examples import FOLDER as EXAMPLES
from course.docs.examples import Example, example
from course.docs.lint_pages import FOLDER, SECTIONS, pages, write
from course.lessons import Course
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import RULES as CONTENT
from course.lessons.lint import lint
from course.scenarios import Diagnostic as Finding
from course.scenarios import explore
from course.scenarios.diagnosis import diagnose
from course.scenarios.diagnosis.diagnose import RULES as CONVERSATION

PACKAGE = Path(__file__).parents[2] / "course"
SMALL = Path(__file__).parents[1] / "fixtures" / "course"


def laid_out(folder: Path, shown: Example, side: str) -> Course:
    """The small course with one side of an example in it."""
    copytree(SMALL, folder)
    for one in shown.besides:
        if one.only in ("", side):
            put(folder / one.file, one.passage or None, one.text)
    put(folder / shown.file, shown.passage, shown.side(side))
    return Course(folder, folder)


def put(path: Path, passage: str | None, text: str | None) -> None:
    if passage is not None:
        whole = path.read_text(encoding="utf-8")
        assert passage in whole, (path, passage)
        path.write_text(whole.replace(passage, text or "", 1), encoding="utf-8")
    elif text is None:
        path.unlink(missing_ok=True)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def short_walk(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Walks less far for an example that says so."""
    limit = example(code).limit
    if limit is not None:
        monkeypatch.setattr(diagnose, "explore", partial(explore, limit=limit))


@pytest.mark.usefixtures("short_walk")
@pytest.mark.parametrize("code", CODES)
def test_the_wrong_example_is_found_at_its_line(code: str, tmp_path: Path) -> None:
    shown = example(code)
    found = lint(laid_out(tmp_path / "content", shown, "bad"))
    told = [f"{one.file}:{one.line}" for one in found if one.code == code]
    assert shown.found in told, [str(one) for one in found]


@pytest.mark.usefixtures("short_walk")
@pytest.mark.parametrize("code", CODES)
def test_the_right_example_has_nothing_to_mend(code: str, tmp_path: Path) -> None:
    found = lint(laid_out(tmp_path / "content", example(code), "good"))
    assert [str(one) for one in found] == []


def test_wrong_and_right_differ_and_no_example_is_of_a_code_that_is_not_listed() -> None:
    assert {path.stem for path in EXAMPLES.iterdir()} == set(CODES)
    assert [code for code in CODES if example(code).bad == example(code).side("good")] == []


def test_every_page_is_as_the_codes_and_examples_make_it() -> None:
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    made = pages()
    assert set(there) == set(made), "write them: python -m course.docs.lint_pages"
    for name, text in made.items():
        assert there[name] == text, f"{name}: write it: python -m course.docs.lint_pages"


def test_writing_them_takes_away_pages_of_codes_that_are_no_more(tmp_path: Path) -> None:
    (tmp_path / "CC999.md").write_text("Old.", encoding="utf-8")
    write(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == set(pages())


def test_the_index_names_every_code_in_its_part() -> None:
    index = pages()["README.md"]
    assert re.findall(r"^\| \[(CC\d+)\]", index, re.M) == list(CODES)
    assert all(f"## {heading}\n" in index for _, heading in SECTIONS)


def test_every_code_has_one_rule_and_every_rule_a_code() -> None:
    ruled = [one.code for one in (*CONTENT, *CONVERSATION)]
    assert sorted([*ruled, "CC001"]) == list(CODES), "CC001 is found in reading the files"


def test_the_source_names_no_code_that_is_not_listed() -> None:
    named: dict[str, str] = {}
    for path in PACKAGE.rglob("*.py"):
        for code in re.findall(r"CC\d{3}\b", path.read_text(encoding="utf-8")):
            named.setdefault(code, path.name)
    strangers = {code: at for code, at in named.items() if code not in {*CODES, *RETIRED}}
    # The docstring of the list says which ranges are for what.
    ends = {"CC039", "CC059", "CC069", "CC079", "CC109", "CC129", "CC139", "CC149", "CC159"}
    assert set(strangers) <= ends
    assert set(strangers.values()) <= {"content.py", "conversation.py"}


def test_a_finding_of_an_unlisted_code_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="there is no code 'CC999'"):
        Diagnostic(code="CC999", file="a", line=1, problem="p", mend="m")
    with pytest.raises(ValueError, match="there is no code 'CC999'"):
        Finding(code="CC999", where="a", message="p", mend="m")
    with pytest.raises(ValueError, match="there is no code 'CC999'"):
        rule("CC999")(nothing)


def nothing() -> Iterator[Diagnostic]:
    yield from ()


def test_a_rule_that_finds_another_code_is_stopped() -> None:
    def strays() -> Iterator[Diagnostic]:
        yield Diagnostic(code="CC013", file="a", line=1, problem="p", mend="m")

    with pytest.raises(ValueError, match="strays is the rule of CC012 and found CC013"):
        list(rule("CC012")(strays)())


def test_two_rules_of_one_code_are_refused() -> None:
    module = ModuleType("rules")
    for name in ("one", "other"):

        def find() -> Iterator[Diagnostic]:
            yield from ()

        find.__name__, find.__module__ = name, "rules"
        setattr(module, name, rule("CC012")(find))
    with pytest.raises(ValueError, match="two rules find CC012: one and other"):
        gathered(module)


@pytest.mark.parametrize(
    ("codes", "told"),
    [(("CC012", "CC012"), "CC012 is listed twice"), (("CC020",), "CC020 had another meaning once")],
)
def test_a_code_is_given_once_and_for_ever(codes: tuple[str, ...], told: str) -> None:
    made = [
        Code(code=one, severity="error", title=f"Title {number}", why="W.", mend="M.")
        for number, one in enumerate(codes)
    ]
    with pytest.raises(ValueError, match=told):
        listed(made)
