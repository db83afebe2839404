"""Scenarios for tests: three of our own, and those that lessons ship."""

from functools import cache
from pathlib import Path

import msgspec

from course.scenarios import SMALL, SMALL_RULES, HouseRules, Scenario, apply_rules
from course.yaml_text import parse

DATA = Path(__file__).parent / "data"
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
    paths = (path for path in sorted(DATA.glob("*.yaml")) if path.stem != "house-rules")
    return (
        apply_rules(SMALL, SMALL_RULES),
        *(read_scenario(path, rules) for path in paths),
    )


@cache
def shipped_scenarios() -> tuple[Scenario, ...]:
    rules = read_rules(LESSONS / "house-rules.yaml")
    return tuple(read_scenario(path, rules) for path in sorted(LESSONS.glob("*/scenarios/*.yaml")))


def names(scenarios: tuple[Scenario, ...]) -> list[str]:
    return [scenario.id for scenario in scenarios]
