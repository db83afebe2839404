"""Content that somebody sent: it reads nothing outside its folder, costs little, hides nothing."""

import copy
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from course.exercises import KINDS
from course.exercises.choice import KIND
from course.lessons import Course, records_folder
from course.lessons.diagnostic import Diagnostic
from course.lessons.lint import lint
from course.yaml_text import parse

from .conftest import SMALL, Spoilt

Spoil = Callable[[], Spoilt]
ONE, OTHER = "first/exercises/pick-one.yaml", "first/exercises/tag-lines.yaml"
NUMBER, PAGE = "first/exercises/how-many.yaml", "first/page.md"
MUG, PLAYED = "first/scenarios/broken-mug.yaml", "first/exercises/broken-mug.yaml"
SECRET = "the-secret-of-somebody-else"


def told(found: list[Diagnostic], file: str, *words: str) -> Diagnostic:
    """The finding about a file that says these words."""
    there = [one for one in found if one.file == file and all(word in str(one) for word in words)]
    assert there, [str(one) for one in found]
    return there[0]


def with_another_mistake(spoilt: Spoilt) -> Spoilt:
    """One more mistake, in a file of its own, that must not be hidden."""
    return spoilt.change(OTHER, "title: What does", "title: Wow! What does")


def still_told(found: list[Diagnostic]) -> None:
    told(found, OTHER, "CC053")


def table(spoilt: Spoilt, asked: str) -> Spoilt:
    """The number's table, asked of the records."""
    text = (spoilt.folder / NUMBER).read_text(encoding="utf-8")
    before, rest = text.split("table:\n", 1)
    return spoilt.add(NUMBER, f"{before}table: {asked}\nkey:{rest.split('key:', 1)[1]}")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the content that holds what is none of its business."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "secret.csv").write_text(f"who,what\na,{SECRET}\n", encoding="utf-8")
    (folder / "secret.yaml").write_text(f"id: secret\ntitle: {SECRET}\n", encoding="utf-8")
    (folder / "secret.md").write_text(f"# {SECRET}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "{outside}/secret.csv", "../outside/secret.csv", "first/page.md", "."]
)
def test_a_table_is_read_from_the_records_alone(spoil: Spoil, outside: Path, name: str) -> None:
    asked = f'{{file: "{name.format(outside=outside)}"}}'
    found = with_another_mistake(table(spoil(), asked)).lint()
    assert told(found, NUMBER, "CC001", "there are no records").line > 1
    assert SECRET not in "".join(map(str, found))
    still_told(found)


@pytest.mark.parametrize("name", ["../../../outside/secret", "/etc/passwd", "a" * 300, "", "."])
def test_a_scenario_is_a_name_and_no_way(spoil: Spoil, outside: Path, name: str) -> None:
    made = spoil().change(PLAYED, "scenario: broken-mug", f'scenario: "{name}"')
    found = with_another_mistake(made).lint()
    assert told(found, PLAYED, "CC001", "scenario").line == 7
    assert SECRET not in "".join(map(str, found))
    still_told(found)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@pytest.mark.parametrize(
    ("file", "secret"),
    [
        (MUG, "secret.yaml"), (ONE, "secret.yaml"), (PAGE, "secret.md"),
        ("order.yaml", "secret.yaml"), ("objectives.yaml", "secret.yaml"),
        ("house-rules.yaml", "secret.yaml"),
    ],
)  # fmt: skip
def test_a_link_out_of_the_folder_is_not_followed(
    spoil: Spoil, outside: Path, file: str, secret: str
) -> None:
    made = spoil().take(file)
    (made.folder / file).symlink_to(outside / secret)
    found = made.lint()
    assert told(found, file, "CC001", "leads out of the content folder")
    assert SECRET not in "".join(map(str, found))


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_out_of_the_records_is_not_followed(spoil: Spoil, outside: Path) -> None:
    made = table(spoil(), "{file: linked.csv}")
    (made.folder / "linked.csv").symlink_to(outside / "secret.csv")
    assert told(made.lint(), NUMBER, "there are no records 'linked.csv'")
    (made.folder / "contacts.csv").symlink_to(outside / "secret.csv")
    made.add(NUMBER, (made.folder / NUMBER).read_text("utf-8").replace(
        "{file: linked.csv}", "{records: contacts, by: who, figures: []}"))  # fmt: skip
    assert told(made.lint(), NUMBER, "leads out of the records folder")


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_content_folder_that_is_itself_a_link_can_be_used(spoil: Spoil, tmp_path: Path) -> None:
    made = spoil()
    (tmp_path / "link").symlink_to(made.folder)
    assert lint(Course(tmp_path / "link", tmp_path)) == []


BAD_TABLES = [
    ("{file: few.csv, columns: 5}", "this should be"),
    ("{file: few.csv, columns: [5]}", "this should be"),
    ("{file: few.csv, columns: [[a]]}", "this should be"),
    ("{file: few.csv, where: [a]}", "this should be"),
    ("{file: few.csv, where: {c: 1}}", "no column 'c'"),
    ("{file: few.csv, colums: [a]}", "unknown field"),
    ("{file: 5}", "this should be"),
    ("{file: binary.csv}", "no table of text"),
    ("{file: empty.csv, columns: [a]}", "no column 'a'"),
    (f"{{file: {'a' * 300}.csv}}", "there are no records"),
    ("{columns: 5, rows: []}", "this should be"),
]


@pytest.mark.parametrize(("asked", "said"), BAD_TABLES)
def test_a_table_that_is_none_is_one_sentence(spoil: Spoil, asked: str, said: str) -> None:
    made = table(spoil(), asked).add("few.csv", "a,b\n1,2\n3\n5,6,7\n").add("empty.csv", "")
    (made.folder / "binary.csv").write_bytes(bytes(range(256)) * 20)
    found = with_another_mistake(made).lint()
    assert told(found, NUMBER, "CC001", said).line > 1
    still_told(found)


def test_short_and_long_rows_and_numbers_that_are_none_stay_words(spoil: Spoil) -> None:
    made = table(spoil(), "{file: few.csv}").add("few.csv", "a,b\nnan,inf\n1e999\n5,6,7\n")
    course = Course(made.folder, made.folder)
    found = course.read_item(made.folder / NUMBER).exercise.table
    assert found.rows == (("nan", "inf"), ("1e999", None), (5, 6))


@pytest.mark.parametrize("points", [".nan", "-.inf", "1e999", "-5", '"3"', "1e12", "yes", "[1]"])
def test_points_are_a_number_that_can_be_added(spoil: Spoil, points: str) -> None:
    found = with_another_mistake(
        spoil().change(ONE, "prompt:", f"points: {points}\nprompt:")
    ).lint()
    assert told(found, ONE, "CC001").line == 5
    still_told(found)


@pytest.mark.parametrize(
    "period", ["[2026-02-31, 2026-03-01]", "[2026-01-01, 9999-12-31]", "[x, y]", "5", "[1, 2]"]
)
@pytest.mark.parametrize("asks", ["table", "key"])
def test_a_day_that_there_is_not(spoil: Spoil, period: str, asks: str) -> None:
    made = with_another_mistake(spoil())
    if asks == "table":
        figures = "figures: [{name: n, metric: count}]"
        table(made, f"{{records: contacts, by: team, {figures}, period: {period}}}")
    else:
        arguments = f"{{table: contacts, metric: count, period: {period}}}"
        made.change(NUMBER, "calculator: nps", "calculator: records")
        made.change(NUMBER, "{ratings: rating}", arguments)
    found = lint(Course(made.folder, records_folder()))
    assert told(found, NUMBER, "CC001").line > 1
    still_told(found)


HIDING = [
    (ONE, "say-back: 1", "say-bck: 1", "CC002"),
    (ONE, "say-back: 1", "say-back: 5", ""),
    ("order.yaml", "- first", "5", "CC001"),
    ("order.yaml", "- first", f"- first\n- {'a' * 300}", "CC028"),
    ("house-rules.yaml", "company:", "companies:", "CC001"),
    (MUG, "moments:\n", "moments:\n  - 5\n", "CC001"),
    (MUG, "moments:\n", "moments: 5\nmore:\n", "CC001"),
    (PAGE, "@exercise pick-one", f"@exercise pick-one\n\n@exercise {'a' * 300}", "CC012"),
]


@pytest.mark.parametrize(("file", "before", "after", "code"), HIDING)
def test_no_mistake_hides_another(
    spoil: Spoil, file: str, before: str, after: str, code: str
) -> None:
    found = with_another_mistake(spoil().change(file, before, after)).lint()
    told(found, file, code)
    still_told(found)
    assert "cannot be checked" not in "".join(map(str, found))


def test_a_broken_objectives_file_does_not_hide_the_house_rules(spoil: Spoil) -> None:
    made = spoil().add("objectives.yaml", "5").change("house-rules.yaml", "company:", "companies:")
    made.add("objective-groups.yaml", "- {id: hear, title: Hearing}\n")
    found = made.lint()
    told(found, "objectives.yaml", "CC001")
    told(found, "objective-groups.yaml", "CC001", "holds")
    told(found, "house-rules.yaml", "CC001")


def test_a_rule_that_stumbles_over_one_file_names_it_and_looks_at_the_rest(
    spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: Any) -> None:
        raise ZeroDivisionError("a mistake in the rule itself")

    monkeypatch.setitem(KINDS, "choice", replace(KIND, explanations=stumble))
    found = with_another_mistake(spoil()).lint()
    one = told(found, ONE, "CC001", "CC050 ends with ZeroDivisionError")
    assert one.severity == "error"
    still_told(found)


LINT = """
import sys, time
from pathlib import Path
from course.lessons import Course
from course.lessons.lint import lint
began = time.process_time()
for one in lint(Course(Path(sys.argv[1]), Path(sys.argv[1]))):
    print(one)
took = time.process_time() - began
# In units of a sum that takes 0.1 s where the limit was set: machines differ, and so does a day.
began = time.process_time()
sum(one * one for one in range(2_000_000))
print(took / (time.process_time() - began), file=sys.stderr)
# Not getrusage, which remembers how large the process was that this one was forked from.
status = Path("/proc/self/status").read_text()
print(status.split("VmHWM:")[1].split()[0], file=sys.stderr)
"""


def explosion(moments: int, choices: int, facts: int) -> str:
    """A conversation in which nearly everything can be found out in any order."""
    whole, _ = parse((SMALL / MUG).read_text(encoding="utf-8"))
    first = whole["moments"][0]
    pattern = {name: value for name, value in first["choices"][0].items() if name != "when"}
    whole["facts"] = [{"id": f"f{n}", "text": f"Fact {n}."} for n in range(facts)]
    whole["remedies"] = [{**one, "needs": []} for one in whole["remedies"]]
    whole["moments"] = [
        {
            **first,
            "id": f"m{m}" if m else first["id"],
            "choices": [
                {**pattern, "id": f"m{m}c{c}", "text": f"Line {m} {c}.",
                 "learns": [f"f{(m * choices + c) % facts}"],
                 "next": f"m{m + 1}" if m + 1 < moments else whole["endings"][0]["id"]}
                for c in range(choices)
            ],
        }
        for m in range(moments)
    ]  # fmt: skip
    whole.pop("plan", None)
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)


def nested_aliases() -> str:
    """A text that comes to nine to the power of twelve values."""
    names = "abcdefghijklm"
    lines = [f"{to}: &{to} [{', '.join([f'*{name}'] * 9)}]" for name, to in pairwise(names)]
    return "\n".join(["a: &a [x, x]", *lines])


MOST_SUMS = 80
"""Some five seconds of work, and room for a busy day: without its limits none of them ends."""
COSTLY: dict[str, tuple[str, str, Callable[[], str]]] = {
    "explosion": (MUG, "CC145", lambda: explosion(40, 4, 20)),
    "wide": (MUG, "CC145", lambda: explosion(100, 20, 100)),
    "wider": (MUG, "CC001", lambda: explosion(3, 900, 20)),
    "flow": (ONE, "CC001", lambda: "a: " + "[" * 5000),
    "block": (ONE, "CC001", lambda: "".join(f"{' ' * n}a:\n" for n in range(600))),
    "digits": (ONE, "CC001", lambda: f"id: {'9' * 100_000}"),
    "huge": (ONE, "CC001", lambda: "prompt: " + "word " * 2_000_000),
    "huge page": (PAGE, "CC001", lambda: "# A page\n\n" + "word " * 2_000_000),
    "bomb": (ONE, "CC001", nested_aliases),
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in other units elsewhere")
@pytest.mark.parametrize(
    "case",
    # As much as 'explosion' is: for the long form.
    [pytest.param(one, marks=[pytest.mark.long] if one == "wide" else []) for one in COSTLY],
)
def test_what_would_cost_much_costs_little(spoil: Spoil, case: str) -> None:
    file, code, text = COSTLY[case]
    made = with_another_mistake(spoil()).add(file, text())
    done = subprocess.run(
        [sys.executable, "-c", LINT, str(made.folder)],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    sums, kilobytes = map(float, done.stderr.split())
    lines = done.stdout.splitlines()
    assert any(line.startswith(f"{file}:") and code in line for line in lines), lines[:5]
    assert any(OTHER in line for line in lines) or file == PAGE, "the other files are looked at"
    assert sums < MOST_SUMS
    assert kilobytes < 500_000


ODD: list[Any] = [
    None, True, 0, -5, 3.5, 10**20, 1e300, "", "x", "a" * 300, "{return_days}", "2026-02-31",
    "contacts", [], [[]], ["x", "x"], [5], {}, {"x": None}, {5: 5}, [{"id": "x", "text": "y"}],
    "dialogue", "../x", "!", ". . .",
]  # fmt: skip
FILES = sorted(path.relative_to(SMALL).as_posix() for path in SMALL.rglob("*.yaml"))


def places(data: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in some data, as the keys that lead there."""
    listed = enumerate(data) if isinstance(data, list) else ()
    inside = data.items() if isinstance(data, dict) else listed
    return [here, *(one for key, value in inside for one in places(value, (*here, key)))]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the small course in which something stands that should not."""
    name = draw(st.sampled_from(FILES))
    data, _ = parse((SMALL / name).read_text(encoding="utf-8"))
    *way, last = draw(st.sampled_from(places(data)[1:]))
    inside = data
    for key in way:
        inside = inside[key]
    if draw(st.booleans()):
        inside[last] = copy.deepcopy(draw(st.sampled_from(ODD)))
    else:
        del inside[last]
    return name, yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


@given(mutated())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_stands_in_a_file_is_found_and_hides_nothing(made: tuple[str, str]) -> None:
    name, text = made
    with tempfile.TemporaryDirectory() as folder:
        spoilt = with_another_mistake(Spoilt(Path(folder, "content")))
        if name != OTHER:
            spoilt.add(name, text)
        found = spoilt.lint()
    still_told(found)
    assert "cannot be checked" not in "".join(map(str, found))


@pytest.mark.parametrize("name", ["pick-one", "tag-lines", "in-order", "how-many", "in-your-words"])
def test_practice_without_a_key_is_told(spoil: Callable[[], Spoilt], name: str) -> None:
    file = f"first/exercises/{name}.yaml"
    spoilt = spoil()
    text = (spoilt.folder / file).read_text(encoding="utf-8")
    assert text.count("\nkey:\n") == 1
    spoilt.add(file, text.partition("key:\n")[0])
    (one,) = [one for one in spoilt.lint() if one.file == file and one.severity == "error"]
    assert (one.code, one.problem[:43]) == ("CC002", "it is to practise on, and has no key: nobod")


def test_a_conversation_without_notes_or_moments_is_told(spoil: Callable[[], Spoilt]) -> None:
    file = "first/scenarios/broken-mug.yaml"
    text = (SMALL / file).read_text(encoding="utf-8")
    data, _ = parse(text)
    for moment in data["moments"]:
        for choice in moment["choices"]:
            del choice["note"]
    spoilt = spoil()
    both: tuple[list[Any], ...] = (data["moments"], [])
    for moments in both:
        spoilt.add(file, json.dumps({**data, "moments": moments}))
        found = [one.problem for one in spoilt.lint() if (one.file, one.code) == (file, "CC002")]
        assert len(found) == 1
        assert "has no key" in found[0]
