"""Scenarios for tests: three of our own, and those that lessons ship."""

from functools import cache
from pathlib import Path

import msgspec

from course.scenarios import SMALL, SMALL_RULES, HouseRules, Scenario, apply_rules
from course.yaml_text import parse

DATA = Path(__file__).parent / "data"
RULES = "house-rules"
LESSONS = Path(__file__).parents[2] / "course" / "lessons"


def read_yaml(path: Path) -> object:
    return parse(path.read_text(encoding="utf-8"))[0]


def read_rules(path: Path) -> HouseRules:
    return msgspec.convert(read_yaml(path), HouseRules)


def read_scenario(path: Path, rules: HouseRules) -> Scenario:
    return apply_rules(msgspec.convert(read_yaml(path), Scenario), rules)


@cache
def own_scenarios() -> tuple[Scenario, ...]:
    rules = read_rules(DATA / "house-rules.yaml")
    paths = (path for path in sorted(DATA.glob("*.yaml")) if path.stem != RULES)
    return (
        apply_rules(SMALL, SMALL_RULES),
        *(read_scenario(path, rules) for path in paths),
    )


@cache
def shipped_scenarios() -> tuple[Scenario, ...]:
    rules = read_rules(LESSONS / "house-rules.yaml")
    return tuple(read_scenario(path, rules) for path in sorted(LESSONS.glob("*/scenarios/*.yaml")))


def own_names() -> list[str]:
    """The names of our own, off the files: nothing is read while tests are collected."""
    return [SMALL.id, *(path.stem for path in sorted(DATA.glob("*.yaml")) if path.stem != RULES)]


def shipped_names() -> list[str]:
    """The names of those that lessons ship, off the files as well."""
    return [path.stem for path in sorted(LESSONS.glob("*/scenarios/*.yaml"))]


@cache
def scenario(name: str) -> Scenario:
    """One of our own, or one that a lesson ships."""
    found = own_scenarios() if name in own_names() else shipped_scenarios()
    return next(one for one in found if one.id == name)
