"""Somebody else with the same problem: the same ids and right lines, nothing of the first."""

import re
from itertools import pairwise
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers
from msgspec.structs import replace

from course.scenarios import SMALL, Scenario, check_properties, diagnose, explore
from course.scenarios.definition import Line, Varies
from course.scenarios.variants import PERSONS, TEXTS, changes, names_for, renewed, texts_of, variant
from tests.scenarios.loading import scenario, shipped_names

numbers = integers(0, 10_000)


COLLEAGUES = {"after-that-call", "the-good-number", "thirty-by-noon", "why-not-half"}
"""Whom the company has one of: nobody else can come in their place."""


def varied() -> list[str]:
    return [name for name in shipped_names() if name not in COLLEAGUES]


def bare(value: Any) -> Any:
    """Everything but the words, and how the customer arrives."""
    if isinstance(value, dict):
        kept = {name: one for name, one in value.items() if name not in TEXTS | {"varies"}}
        for name in ("temperament", "mood", "trust"):
            if "temperament" in value:
                kept.pop(name, None)
        return {name: bare(one) for name, one in kept.items()}
    return [bare(one) for one in value] if isinstance(value, list | tuple) else value


@pytest.mark.parametrize("name", varied())
@given(number=numbers)
@settings(max_examples=5, deadline=None)
def test_only_words_and_the_arrival_are_others(name: str, number: int) -> None:
    case = scenario(name)
    made = variant(case, number)
    assert made == variant(case, number)
    assert bare(msgspec.to_builtins(made)) == bare(msgspec.to_builtins(case))
    assert len(list(texts_of(made))) == len(list(texts_of(case)))
    assert made.rules == case.rules
    assert made.varies is None
    if not number:
        assert made == replace(case, varies=None)


@pytest.mark.parametrize("name", varied())
@given(number=integers(1, 10_000))
@settings(max_examples=5, deadline=None)
def test_nothing_of_the_first_is_left(name: str, number: int) -> None:
    case = scenario(name)
    assert case.varies is not None
    new = changes(case, number)
    gone = [old for old, put in new.items() if old.casefold() != put.casefold()]
    for text in texts_of(variant(case, number)):
        for old in gone:
            assert not re.search(rf"(?<!\w){re.escape(old)}(?!\w)", text, re.IGNORECASE), text


@pytest.mark.parametrize("name", varied())
def test_everybody_is_somebody_else_and_arrives_within_the_scale(name: str) -> None:
    case = scenario(name)
    assert case.varies is not None
    everybody = [variant(case, number) for number in range(PERSONS + 1)]
    names = [one.customer.name for one in everybody]
    assert all(one != other for one, other in pairwise(names))
    assert len(set(names)) == min(PERSONS, len(names_for(case))) + 1
    assert variant(case, PERSONS + 1) == everybody[1]
    allowed = {case.customer.temperament, *case.varies.temperaments}
    assert {one.customer.temperament for one in everybody} == allowed
    for one in everybody:
        assert 0 <= one.customer.mood <= 100
        assert abs(one.customer.mood - case.customer.mood) <= 6
        assert abs(one.customer.trust - case.customer.trust) <= 5
        bearers = [word for word in one.customer.name.split() if word not in names[0].split()]
        others = " ".join(line.by for moment in one.moments for line in moment.says)
        assert not any(word in others.split() for word in bearers)


def test_of_a_colleague_there_is_one() -> None:
    for name in COLLEAGUES:
        case = scenario(name)
        assert case.varies is None
        assert variant(case, 3) is case


def hardest(case: Scenario) -> Scenario:
    """Who arrives worst of those with another temper, or of all where there is but one.

    `tests.scenarios.variants` walks through everybody by hand.
    """
    everybody = [variant(case, number) for number in range(1, PERSONS + 1)]
    mine = case.customer.temperament
    others = [one for one in everybody if one.customer.temperament != mine] or everybody
    return min(others, key=lambda one: (one.customer.mood, one.customer.trust))


@pytest.mark.parametrize("name", varied())
def test_the_same_lines_are_right_with_whoever_arrives_worst(name: str) -> None:
    case = scenario(name)
    best = {one.id for one in case.endings if one.best}
    other = hardest(case)
    assert [one for one in diagnose(other) if one.severity == "error"] == []
    found = explore(other)
    assert found.best_handling >= 95
    assert any(one.id in best and one.best_handling >= 95 for one in found.endings)
    assert check_properties(other, sample=5).violations == ()


def test_a_name_is_changed_in_every_form_and_with_the_capitals_that_it_has() -> None:
    case = replace(SMALL, varies=Varies(pronoun="she", names=("Nina Kovac",)))
    new = changes(case, 1)
    said = "Ines Okafor. ines? INES! I. Okafor, Ines O. and Ms Okafor's mug. Sines stay."
    assert renewed(Line(text=said), new).text == (
        "Nina Kovac. nina? NINA! N. Kovac, Nina K. and Ms Kovac's mug. Sines stay."
    )


def test_nobody_comes_by_a_name_that_is_in_the_story() -> None:
    names = ("Carla Courier", "Friday Novak", "Nina Kovac")
    case = replace(SMALL, varies=Varies(pronoun="she", names=names))
    assert list(names_for(case)) == ["Nina Kovac"]


def findings(varies: Varies) -> list[tuple[str, str]]:
    case = replace(SMALL, varies=varies)
    found = diagnose(case)
    return [(one.code, one.where) for one in found if one.code in ("CC125", "CC126", "CC155")]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("Thursday", "Monday"), ""),
        (("Tuesday", "Monday"), "CC125"),
        (("Thursday",), "CC125"),
        (("Thursday", "Friday"), "CC125"),
        (("£18", "£19"), "CC125"),
        (("piece", "part"), "CC125"),
        (("order", "parcel"), "CC126"),
    ],
)
def test_words_that_cannot_vary_are_named(row: tuple[str, ...], code: str) -> None:
    found = findings(Varies(pronoun="she", words=(row,)))
    assert (code in {one for one, _ in found}) if code else not found


def test_a_number_that_a_rule_hangs_on_cannot_vary() -> None:
    assert findings(Varies(pronoun="she", words=(("22", "23"),)))
