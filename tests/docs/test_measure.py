"""The page about measuring a help desk: its examples run, and what it writes can be written."""

import doctest
import re
import shlex
from pathlib import Path

from course.cli import _parser
from course.exports.columns.mapping import load_mapping
from tests.house import ROOT

PAGE = ROOT / "course/docs/measure.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_examples_give_what_the_page_shows() -> None:
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert found.attempted >= 7
    assert found.failed == 0


def test_its_mapping_file_can_be_read(tmp_path: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", TEXT, flags=re.S)
    assert len(blocks) == 1
    path = tmp_path / "desk.yaml"
    path.write_text(blocks[0], encoding="utf-8")
    mapping = load_mapping(path)
    assert mapping.columns["opened"] == "Erstellt"
    assert mapping.states()["offen"] == "open"


def test_its_commands_are_understood() -> None:
    lines = [line for line in TEXT.splitlines() if line.startswith("course ")]
    assert len(lines) == 5
    for line in lines:
        _parser().parse_args(shlex.split(line)[1:])
