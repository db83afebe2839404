"""Somebody else with the same problem: another name, another temper, other small facts.

There are so many persons for each scenario, the same for everybody, so that each of them can be
tried before a trainee meets one. Ids, conditions and numbers that count stay as they are written.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from course.scenarios.definition import Pronoun, Scenario

T = TypeVar("T")

PERSONS = 24
"""So many persons there are besides the one who is written."""
MOODS = (-6, -3, 0, 3, 6)
"""Points by which somebody arrives in another mood: seldom as much as another word for it."""
TRUST = (-5, 0, 5)
"""Points of trust more or less."""
TEXTS = frozenset({
    "title", "brief", "agent_sees", "checked", "problem_terms", "jargon", "warning", "name",
    "about", "stated", "unstated", "emotional", "text", "by", "scene", "later", "heard", "better",
    "why", "prompt", "hints",
})  # fmt: skip
"""Fields that hold words to read. All others hold ids and numbers, or words of the company."""
_NAMES = Path(__file__).with_name("names.json")


def variant(scenario: Scenario, number: int) -> Scenario:
    """The same problem with the person of that number; 0 is the one who is written.

    Numbers go round: after `PERSONS` the first comes again. A scenario that does not say what
    varies has one person only. What was drawn does not vary any more.

    >>> from course.scenarios import SMALL
    >>> variant(SMALL, 0) is SMALL, variant(SMALL, 7) is SMALL
    (True, True)
    >>> from course.scenarios.definition import Varies
    >>> varied = replace(SMALL, varies=Varies(pronoun="she", words=(("Thursday", "Monday"),)))
    >>> variant(varied, 0) == SMALL
    True
    >>> variant(varied, 1).moments[0].choices[0].id
    'own-it'
    """
    if scenario.varies is None:
        return scenario
    if not number:
        return replace(scenario, varies=None)
    number = (number - 1) % PERSONS + 1
    made = renewed(scenario, changes(scenario, number))
    customer = replace(
        made.customer,
        temperament=_drawn(_temperaments(scenario), scenario.id, number, "temperament"),
        mood=_within(made.customer.mood + _drawn(MOODS, scenario.id, number, "mood")),
        trust=_within(made.customer.trust + _drawn(TRUST, scenario.id, number, "trust")),
    )
    return replace(made, customer=customer, varies=None)


def changes(scenario: Scenario, number: int) -> dict[str, str]:
    """What stands in a scenario, and what stands there for the person of that number.

    Raises:
        ValueError: where fewer names are left than there are persons.
    """
    varies = scenario.varies
    if varies is None or not number:
        return {}
    names = names_for(scenario)
    if not names:
        raise ValueError(f"{scenario.id}: no name is left that nobody else in it bears")
    number = (number - 1) % PERSONS + 1
    found = dict(forms(scenario.customer.name, names[(number - 1) % len(names)]))
    for words in varies.words:
        found[words[0]] = _drawn(words, scenario.id, number, words[0])
    return found


@lru_cache(maxsize=64)
def names_for(scenario: Scenario) -> Sequence[str]:
    """Names that the customer could bear, in the order in which they are drawn.

    None is among them of which a part stands anywhere in the scenario already.
    """
    varies = scenario.varies
    if varies is None:
        return ()
    taken = {word.casefold() for text in texts_of(scenario) for word in _WORD.findall(text)}
    taken |= {word.casefold() for row in varies.words for one in row for word in _WORD.findall(one)}
    free = [
        name
        for name in varies.names or _names()[varies.pronoun]
        if taken.isdisjoint(word.casefold() for word in name.split())
    ]
    return sorted(free, key=lambda name: _lot(scenario.id, name))


def renewed(value: T, new: Mapping[str, str]) -> T:
    """The same value with other words in every text of it; the very same where none is touched.

    Words are changed where they stand as whole words, with the capitals that they have there.

    >>> from course.scenarios.definition import Line
    >>> renewed(Line(text="Green's the door. GREEN! Evergreen."), {"green": "blue"}).text
    "Blue's the door. BLUE! Evergreen."
    """
    return _renewed(value, _putter(new)) if new else value


def _renewed(value: T, put: Callable[[str], str], field: str = "") -> T:
    result: Any = value
    if isinstance(value, str):
        result = put(value) if field in TEXTS else value
    elif isinstance(value, tuple):
        made = tuple(_renewed(one, put, field) for one in value)
        result = value if all(a is b for a, b in zip(made, value, strict=True)) else made
    elif isinstance(value, Struct):
        changed = {}
        for name in _looked_into(type(value)):
            before = getattr(value, name)
            after = _renewed(before, put, name)
            if after is not before:
                changed[name] = after
        result = replace(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


def texts_of(value: Any, field: str = "") -> Iterator[str]:
    """Every text that `renewed` would look at."""
    if isinstance(value, str):
        if field in TEXTS:
            yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one, field)
    elif isinstance(value, Struct):
        for name in _looked_into(type(value)):
            yield from texts_of(getattr(value, name), name)


_INSIDE = TEXTS | {
    "customer", "needs", "facts", "remedies", "promises", "moments", "endings", "plan", "says",
    "choices", "reply", "note",
}  # fmt: skip
"""Fields to look into. The company's rules are not: nobody's name stands in them."""


@cache
def _looked_into(shape: type[Struct]) -> tuple[str, ...]:
    return tuple(one.name for one in fields(shape) if one.name in _INSIDE)


def forms(old: str, new: str) -> Iterator[tuple[str, str]]:
    """A name in the ways in which people write it."""
    first, last = old.split()[0], old.split()[-1]
    other, family = new.split()[0], new.split()[-1]
    yield old, new
    yield first, other
    yield last, family
    yield f"{first[0]}. {last}", f"{other[0]}. {family}"
    yield f"{first} {last[0]}.", f"{other} {family[0]}."


def _putter(new: Mapping[str, str]) -> Callable[[str], str]:
    """What puts the new words in the place of the old ones, all of them at once."""
    longest = sorted(new, key=len, reverse=True)
    known = {old.casefold(): (old, put) for old, put in new.items()}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)

    def other(there: re.Match[str]) -> str:
        return _as_there(there[0], *known[there[0].casefold()])

    def put(text: str) -> str:
        made = pattern.sub(other, text)
        return text if made == text else made

    return put


def _as_there(there: str, old: str, put: str) -> str:
    """Words with the capitals of those they replace: some people write without any."""
    if there.isupper() and not old.isupper():
        return put.upper()
    if there[0].isupper():
        return put[0].upper() + put[1:]
    return put if old[0].islower() else put.lower()


def _temperaments(scenario: Scenario) -> Sequence[str]:
    assert scenario.varies is not None
    return tuple(dict.fromkeys((scenario.customer.temperament, *scenario.varies.temperaments)))


def _drawn(options: Sequence[T], *what: object) -> T:
    return options[_lot(*what) % len(options)]


def _lot(*what: object) -> int:
    """A number that is always the same for the same things, on every computer."""
    name = "/".join(map(str, what))
    return int.from_bytes(sha256(name.encode()).digest()[:6], "big")


def _within(points: int) -> int:
    return min(max(points, 0), 100)


_WORD = re.compile(r"\w+")


@cache
def _names() -> dict[Pronoun, tuple[str, ...]]:
    return msgspec.json.decode(_NAMES.read_bytes(), type=dict[Pronoun, tuple[str, ...]])
