"""The reference of the keys is whole, up to date, and shows nothing but what can be used."""

import math
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.codes import CODES
from course.docs.fields import parts
from course.docs.keys import (
    EXAMPLES,
    FOLDER,
    PAGE,
    PARTS,
    Part,
    calculators,
    examples,
    keys,
    page,
    write,
)
from course.exercises import records
from course.exercises.calculator import SENSELESS, Table
from course.exercises.calculators import CALCULATORS
from course.exercises.number import KIND, Number, NumberKey
from course.lessons import Course, records_folder
from course.lessons.lint import RULES, lint
from course.lessons.page import COMMANDS
from course.scenarios.handling.shares import REACHED
from course.yaml_text import parse

KEYS = [(part, one) for part in PARTS for one in keys(part)]
ROW = re.compile(r"^\| `(?P<key>[\w@-]+)` \|(?P<rest>.*)\|$", re.MULTILINE)


def rows(part: Part) -> dict[str, list[str]]:
    """The cells that the page has for each key of a part."""
    section = page().split(f"\n### {part.heading}\n")[1].split("\n### ")[0].split("\n## ")[0]
    return {
        found["key"]: [cell.strip() for cell in re.split(r"(?<!\\)\|", found["rest"])]
        for found in ROW.finditer(section)
    }


def test_the_page_is_as_the_definitions_make_it(tmp_path: Path) -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it: python -m course.docs.keys"
    write(tmp_path / "keys.md")
    assert (tmp_path / "keys.md").read_bytes() == PAGE.read_bytes()


def test_every_part_that_a_key_leads_to_is_described() -> None:
    described = {part.shape for part in PARTS}
    led_to = {inner for _, one in KEYS for inner in parts(one.shape)}
    assert led_to <= described
    assert len(KEYS) > 150


@pytest.mark.parametrize(("part", "key"), KEYS, ids=lambda one: getattr(one, "name", ""))
def test_every_key_has_a_meaning_and_an_example_that_decodes(part: Part, key: Any) -> None:
    meaning, kind, without, shown = rows(part)[key.name]
    assert len(meaning.split()) >= 2
    assert kind
    assert meaning.endswith((".", "`", ":"))
    needed = msgspec.structs.fields(part.shape)
    assert (without == "needed") == next(
        one.required for one in needed if one.encode_name == key.name
    )
    assert (part.shape, key.name) in examples()
    if not shown.startswith("`"):
        (link,) = re.findall(r"\]\((.*)\)", shown)
        assert (FOLDER / link).is_file()
        assert re.search(rf"\b{key.name}:", (FOLDER / link).read_text(encoding="utf-8"))
        return
    data, _ = parse(shown.strip("`").replace("\\|", "|"))
    if (key.name, part.heading) != ("scenario", "A conversation: `dialogue`"):
        msgspec.convert(data[key.name], key.shape, strict=True)


def test_the_words_that_are_allowed_are_all_listed() -> None:
    told = rows(next(one for one in PARTS if one.heading == "A scenario"))["channel"][1]
    assert told == "`phone`, `chat`, `e-mail`, `social`, `counter`"


def test_what_the_examples_come_from_is_sound() -> None:
    assert [str(one) for one in lint(Course(EXAMPLES, records_folder()))] == []
    assert {one.code for one in RULES} <= set(CODES)


def test_every_line_of_a_page_is_described_with_an_example() -> None:
    section = page().split("## The page of a lesson")[1].split("\n## ")[0]
    found = {one["key"].lstrip("@"): one["rest"] for one in ROW.finditer(section)}
    assert set(found) == set(COMMANDS)
    for name, rest in found.items():
        assert re.search(rf"`@{name}\b[^`]*`\s*$", rest), name


def test_every_calculator_is_described_and_its_example_is_worked_out() -> None:
    assert set(calculators()) == set(CALCULATORS)
    course = Course(EXAMPLES, records_folder())
    for name, told in calculators().items():
        exercise = msgspec.convert(
            {"kind": "number", "id": name, "title": "T", "prompt": "P", "covers": []}
            | ({"table": told["table"]} if "table" in told else {}),
            Number, strict=True,
        )  # fmt: skip
        slips = dict.fromkeys(CALCULATORS[name].slips, "So.")
        key = NumberKey(calculator=name, arguments=told["arguments"], because="So.", slips=slips)
        world = type("World", (), {"records": staticmethod(course._records)})
        assert KIND.settle is not None
        exercise, settled = KIND.settle(exercise, key, world)  # type: ignore[arg-type]
        assert settled is not None
        found = [
            one for one in KIND.problems(exercise, settled) if "the right answer" not in one[1]
        ]
        assert found == [], name
        assert math.isfinite(CALCULATORS[name].wanted(exercise.table, settled.arguments))
        assert f"| `{name}` |" in page()


def test_every_link_of_the_page_leads_somewhere() -> None:
    text = page()
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", text))
    assert len(links) > 40
    for link in links:
        if link.startswith("#"):
            assert link[1:] in anchors
        else:
            assert (FOLDER / link).exists(), link


def test_what_a_slip_alone_needs_is_named_behind_it() -> None:
    course = Course(EXAMPLES, records_folder())
    for name, told in calculators().items():
        needs = {
            (slip, value)
            for value in told["arguments"]
            for slip in (None, *CALCULATORS[name].slips)
            if not _works(name, slip, told, value, course)
        }
        always = {value for slip, value in needs if slip is None}
        own = {(slip, value) for slip, value in needs if slip and value not in always}
        named = {(slip, one) for slip, more in told.get("for_slips", {}).items() for one in more}
        assert named == own, name
        for slip, value in named:
            assert re.search(rf"`{slip}` \(needs [^)]*`{value}`", page()), slip


def _works(name: str, slip: str | None, told: Any, without: str, course: Course) -> bool:
    """Whether a calculator, or one of its slips, comes to a figure without an argument."""
    arguments = {key: one for key, one in told["arguments"].items() if key != without}
    table = msgspec.convert(told["table"], Table) if "table" in told else None
    try:
        if name == "records":
            arguments = records.settle(arguments, [slip] if slip else [], course._records)
        found = CALCULATORS[name]
        return math.isfinite(
            found.slip(slip, table, arguments) if slip else found.wanted(table, arguments)
        )
    except SENSELESS:
        return False


def test_what_each_outcome_earns_is_told_as_it_is() -> None:
    told = rows(next(one for one in PARTS if one.heading == "An ending"))["outcome"][0]
    for outcome, share in REACHED.items():
        figure = f"{100 * share:.0f}" if share else "nothing"
        assert re.search(rf"`{outcome}`(?: earns)? {figure}\b", told), outcome
