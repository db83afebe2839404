"""The page on days at the desk: its figures are those of the code, its commands are understood."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from course.cli.shift import arguments
from course.docs import __file__ as docs
from course.shift.drawing import FEWEST, MOST
from course.shift.fair import REACHED, WORK
from course.shift.rules import Rules

TEXT = (Path(docs).parent / "shift.md").read_text("utf-8")
WORDS = " ".join(TEXT.split())
COMMANDS = re.findall(r"^    course (shift .+)$", TEXT, re.M)


def test_its_figures_are_those_of_the_code() -> None:
    assert f"of {FEWEST} to {MOST} people" in WORDS
    assert f"{WORK[0]} to {WORK[1]} minutes of work in the {Rules().minutes} that it has" in WORDS
    assert f"a mark below {REACHED[0]} or above {REACHED[1]}, is drawn again" in WORDS
    assert all(word in WORDS for word in ("`by_chance: false`", "`topic`"))


@pytest.mark.parametrize("command", COMMANDS)
def test_its_commands_are_understood(command: str) -> None:
    parser = argparse.ArgumentParser()
    arguments(parser.add_subparsers())
    given = parser.parse_args(shlex.split(command))
    assert given.seed == 7
    assert given.days == (20 if "--days" in command else 1)
