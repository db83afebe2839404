"""The page for analysts: its examples run, and it names every calculator there is."""

import doctest
import re

import course.metrics
from tests.house import ROOT

PAGE = ROOT / "course/docs/analysts.md"


def test_examples_give_what_the_page_shows() -> None:
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    found = doctest.testfile(str(PAGE), module_relative=False, optionflags=flags, encoding="utf-8")
    assert found.attempted >= 8
    assert found.failed == 0


def test_what_is_named_is_there() -> None:
    table = PAGE.read_text(encoding="utf-8").partition("| question |")[2].partition("\n\n")[0]
    named = set(re.findall(r"`([a-z_]+)`", table))
    # Options of calls end in an equals sign and are not among them.
    assert named <= set(course.metrics.__all__)
