"""The company's own rules: what staff may give, and the words and numbers that scenarios cite."""

import re
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from course.scenarios.definition import Channel, HouseRule, Remedy, Scenario

_PLACEHOLDER = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_T = TypeVar("_T")


class IdentityCheck(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who has passed the check: one list for every lesson and every channel."""

    details: int
    """How many details it takes."""
    counts: tuple[str, ...]
    does_not_count: tuple[str, ...]
    channels: dict[Channel, str] = {}
    """What counts on this channel besides."""
    for_others: str = ""
    """What somebody who is not the customer may be told."""
    no_check: str = ""
    """What needs none."""


class HouseRules(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The rules of one company, as its instructor writes them.

    ``values`` are the numbers and words that texts name in braces. Two of them also decide
    who may grant a remedy: ``refund_limit`` and ``goodwill_limit``, in pounds.
    """

    company: str
    values: dict[str, int | float | str]
    rules: tuple[HouseRule, ...] = ()
    identity: IdentityCheck | None = None


class HouseRuleError(ValueError):
    """A scenario names a rule or a value that the house rules do not have."""


def apply_rules(scenario: Scenario, rules: HouseRules) -> Scenario:
    """Write the house rules into a scenario, so that nothing else needs them.

    Fills every ``{placeholder}``, decides who may grant each remedy that leaves it open,
    and puts the rules that are cited or can be broken on the scenario. Applying the same
    rules twice changes nothing. Raises `HouseRuleError` for an unknown value or rule.

    >>> from course.scenarios import SMALL, SMALL_RULES
    >>> ready = apply_rules(SMALL, SMALL_RULES)
    >>> ready.rules[0].text
    'An agent may replace or refund up to £25.'
    >>> [(remedy.id, remedy.authority) for remedy in ready.remedies]
    [('new-mug', 'agent'), ('whole-set', 'lead')]
    """
    values = {**rules.values, "company": rules.company}
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
    )
    return _filled(scenario, values, scenario.id)


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


def _filled(value: _T, values: dict[str, int | float | str], where: str) -> _T:
    """The same value with every text in it filled in."""
    result: Any = value
    if isinstance(value, str):
        result = _fill_text(value, values, where)
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


def _fill_text(text: str, values: dict[str, int | float | str], where: str) -> str:
    if "{" not in text:
        return text

    def value_of(match: re.Match[str]) -> str:
        name = match.group(1)
        if name not in values:
            raise HouseRuleError(
                f"{where}: the house rules have no value {name!r}; there are {_listed(values)}"
            )
        value = values[name]
        return value if isinstance(value, str) else _number(value)

    return _PLACEHOLDER.sub(value_of, text)


def _number(value: int | float) -> str:
    """Whole numbers plainly, others as money is written."""
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}"


def _name(value: object, position: int) -> str:
    return str(getattr(value, "id", position))


def _listed(names: dict[str, Any]) -> str:
    return ", ".join(sorted(names)) or "none"
