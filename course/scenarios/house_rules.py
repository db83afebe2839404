"""The company's own rules: what staff may give, and the words and numbers that scenarios cite."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from course.scenarios.claims import Value, conditions, told
from course.scenarios.definition import Channel, HouseRule, IdentityHere, Remedy, Scenario
from course.scenarios.rights import NO_RIGHTS, RightsCard

IDENTITY = "identity"
"""The rule that is about who has passed the check."""
PLACEHOLDER = re.compile(r"\{((?:rights\.)?[A-Za-z_][A-Za-z0-9_]*)\}")
"""A value that a text names."""
_T = TypeVar("_T")


class IdentityCheck(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who has passed the check: one list for every lesson and every channel."""

    details: int
    """How many details it takes."""
    counts: tuple[str, ...]
    """Details that count."""
    does_not_count: tuple[str, ...]
    """Details that do not."""
    channels: dict[Channel, str] = {}
    """What counts on this channel besides."""
    for_others: str = ""
    """What somebody who is not the customer may be told."""
    no_check: str = ""
    """What needs none."""


class HouseRules(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules of one company, as its instructor writes them.

    ``values`` are the numbers and words that texts name in braces, and that claims are about
    (``true_when``). Two of them also decide who may grant a remedy: ``refund_limit`` and
    ``goodwill_limit``, in pounds.
    """

    company: str
    """The company's name; conversations say it as `{company}`."""
    rights: str = ""
    """The rights card that holds where the company sells: ``united-kingdom`` for
    `rights/united-kingdom.yaml`. Empty for none."""
    values: dict[str, int | float | str]
    """Numbers and words that texts name in braces. `refund_limit` and `goodwill_limit` also decide
    who may grant a remedy."""
    rules: tuple[HouseRule, ...] = ()
    """The rules, as staff read them."""
    identity: IdentityCheck | None = None
    """Who has passed the check."""

    def __post_init__(self) -> None:
        ids = [one.id for one in self.rules]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            raise ValueError(f"two house rules have the id '{twice}': give each its own")


class HouseRuleError(ValueError):
    """A scenario names a rule or a value that the house rules do not have."""


def apply_rules(scenario: Scenario, rules: HouseRules, rights: RightsCard = NO_RIGHTS) -> Scenario:
    """Write the house rules into a scenario, so that nothing else needs them.

    Fills every ``{placeholder}`` (``{rights.NAME}`` from the rights card), decides who may grant
    each remedy that leaves it open, and puts the rules that are cited or can be broken on the
    scenario. Applying the same rules twice changes nothing. Raises `HouseRuleError` for an
    unknown value or rule.

    >>> from course.scenarios import SMALL, SMALL_RULES
    >>> ready = apply_rules(SMALL, SMALL_RULES)
    >>> ready.rules[0].text
    'An agent may replace or refund up to £25.'
    >>> [(remedy.id, remedy.authority) for remedy in ready.remedies]
    [('new-mug', 'agent'), ('whole-set', 'lead')]
    """
    values: dict[str, Value] = {**rules.values, **rights.named, "company": rules.company}
    by_id = {rule.id: rule for rule in rules.rules}
    wanted = dict.fromkeys([*scenario.cites, *_breached(scenario)])
    for rule_id in wanted:
        if rule_id not in by_id:
            raise HouseRuleError(
                f"{scenario.id}: there is no house rule {rule_id!r}; there are {_listed(by_id)}"
            )
    opening = scenario.customer.opening or (scenario.rubric.opening if scenario.rubric else None)
    scenario = replace(
        scenario,
        customer=replace(scenario.customer, opening=opening),
        remedies=tuple(_authorised(remedy, rules) for remedy in scenario.remedies),
        rules=tuple(by_id[rule_id] for rule_id in wanted),
        identity=_identity(rules, scenario.channel) if IDENTITY in scenario.cites else None,
    )
    return _filled(scenario, values, scenario.id)


class NotThere(NamedTuple):
    """A rule or a value that a scenario names, and that there is not."""

    place: str
    problem: str
    mend: str


def not_there(
    scenario: Scenario, rules: HouseRules, rights: RightsCard = NO_RIGHTS
) -> list[NotThere]:
    """Everything for which `apply_rules` refuses a scenario, each at its place.

    >>> from course.scenarios import SMALL, SMALL_RULES
    >>> not_there(SMALL, SMALL_RULES)
    []
    >>> [one.place for one in not_there(replace(SMALL, cites=("gifts",)), SMALL_RULES)]
    ['cites[0]']
    """
    values = {**rules.values, **rights.named, "company": rules.company}
    by_id = {rule.id: rule for rule in rules.rules}
    named = [(f"cites[{at}]", name) for at, name in enumerate(scenario.cites)]
    named += [
        (f"moments.{moment.id}.choices.{choice.id}.breaches[{at}]", name)
        for moment in scenario.moments
        for choice in moment.choices
        for at, name in enumerate(choice.breaches)
    ]
    found = [
        NotThere(place, f"there is no house rule '{name}'", _use(by_id, "house-rules.yaml"))
        for place, name in named
        if name not in by_id
    ]
    for remedy in scenario.remedies:
        try:
            _authorised(remedy, rules)
        except HouseRuleError as error:
            problem = str(error).partition(": ")[2]
            mend = "add it to the values, or say 'authority: agent' or 'authority: lead'"
            found.append(NotThere(f"remedies.{remedy.id}", problem, mend))
    for place, text in _texts(scenario, ""):
        found += [
            NotThere(place, f"there is no value '{name}'", _use(values, "the values"))
            for name in dict.fromkeys(PLACEHOLDER.findall(text))
            if name not in values
        ]
    return found


def _use(known: Mapping[str, Any], place: str) -> str:
    return f"use one of {_listed(known)}, or add it to {place}" if known else f"add it to {place}"


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Every text of a scenario, with its place."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, tuple):
        for at, one in enumerate(value):
            name = getattr(one, "id", None)
            yield from _texts(one, f"{place}.{name}" if name else f"{place}[{at}]")
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _texts(getattr(value, name), f"{place}.{name}" if place else name)


def _identity(rules: HouseRules, channel: Channel) -> IdentityHere | None:
    check = rules.identity
    if check is None:
        return None
    return IdentityHere(
        details=check.details,
        counts=check.counts,
        does_not_count=check.does_not_count,
        here=check.channels.get(channel, ""),
        for_others=check.for_others,
        no_check=check.no_check,
    )


def filled_card(card: RightsCard) -> RightsCard:
    """The card with its values written into its lines.

    Raises:
        HouseRuleError: where a line names a value that the card does not have.
        ClaimError: where what it asks of the house rules cannot be read.
    """
    filled = replace(card, rights=_filled(card.rights, card.values, "rights"))
    for one in filled.rights:
        conditions(one.house_rules, f"rights.{one.id}.house_rules")
    return filled


def _breached(scenario: Scenario) -> list[str]:
    return [b for m in scenario.moments for choice in m.choices for b in choice.breaches]


def _authorised(remedy: Remedy, rules: HouseRules) -> Remedy:
    if remedy.authority is not None:
        return remedy
    name = "goodwill_limit" if remedy.goodwill else "refund_limit"
    limit = rules.values.get(name)
    if not isinstance(limit, int | float) or isinstance(limit, bool):
        raise HouseRuleError(
            f"remedies.{remedy.id}: who may grant it depends on {name!r}, "
            "which the house rules do not give as a number"
        )
    return replace(remedy, authority="agent" if remedy.cost <= limit else "lead")


def _filled(value: _T, values: Mapping[str, Value], where: str) -> _T:
    """The same value with every text in it filled in."""
    result: Any = value
    if isinstance(value, str):
        result = filled_text(value, values, where)
    elif isinstance(value, tuple):
        made = [_filled(v, values, f"{where}.{_name(v, i)}") for i, v in enumerate(value)]
        # Few texts name a value: what names none stays the object that it is.
        if any(one is not old for one, old in zip(made, value, strict=True)):
            result = tuple(made)
    elif isinstance(value, Struct):
        changed = {
            name: made
            for name in value.__struct_fields__
            if (made := _filled(old := getattr(value, name), values, f"{where}.{name}")) is not old
        }
        result = replace(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


def filled_text(text: str, values: Mapping[str, Value], where: str) -> str:
    """A text with the values that it names in braces.

    Raises:
        HouseRuleError: where one of them is not there; `where` is what it names as the place.
    """
    if "{" not in text:
        return text

    def value_of(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise HouseRuleError(
                f"{where}: there is no value {name!r}; there are {_listed(values)}"
            )
        return written(values[name])

    return PLACEHOLDER.sub(value_of, text)


def written(value: Value) -> str:
    """A value as a text has it: whole numbers plainly, others as money is written.

    >>> written(40), written(12.5), written("ten")
    ('40', '12.50', 'ten')
    """
    if isinstance(value, bool | str):
        return told(value)
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def _name(value: object, position: int) -> str:
    return str(getattr(value, "id", position))


def _listed(names: Mapping[str, Any]) -> str:
    return ", ".join(sorted(names)) or "none"
