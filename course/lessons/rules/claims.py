"""Whether what is said holds under the house rules and the rights card as they are now."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from course.codes import rule
from course.exercises.claimed import CLAIMED, Claim
from course.lessons.decode import in_scenario
from course.lessons.diagnostic import Diagnostic
from course.lessons.load import RULES
from course.lessons.rules.drafts import Draft, ExerciseDraft
from course.lessons.rules.ease import sentences
from course.lessons.rules.texts import texts
from course.scenarios.claims import RIGHTS as OF_RIGHTS
from course.scenarios.claims import Condition, Value, conditions, told
from course.scenarios.exploration.best_lines import best_lines
from course.scenarios.house_rules import filled_text
from course.scenarios.rights import KNOWLEDGE

LONGEST = 90
"""Letters of a line that a finding quotes."""


class Broken(NamedTuple):
    """A claim of which something does not hold."""

    draft: ExerciseDraft
    claim: Claim
    wrong: tuple[Condition, ...]


@rule("CC060")
def false_and_right(draft: Draft) -> Iterator[Diagnostic]:
    """What is taught as right is not true."""
    for one in _broken(draft):
        if _taught(one):
            yield _told(draft, one, "CC060", "is taught as right")


@rule("CC061")
def false_and_wrong(draft: Draft) -> Iterator[Diagnostic]:
    """A line that is not the right one says of the company what is not true."""
    for one in _broken(draft):
        if not _taught(one):
            yield _told(draft, one, "CC061", "can be read by a trainee")


@rule("CC062")
def unknown_ground(draft: Draft) -> Iterator[Diagnostic]:
    """Something rests on a value or a right that there is not."""
    if not grounded(draft):
        return
    values, card = values_of(draft), draft.course.rights
    known = [right.id for right in card.rights]
    country = (
        f"the rights card '{card.country}'" if draft.rights else "a course without a rights card"
    )
    for one, claim in _claims(draft):
        for name in dict.fromkeys(condition.name for condition in claim.true_when):
            if name not in values:
                of_rights = name.startswith(OF_RIGHTS)
                there = [other for other in values if other.startswith(OF_RIGHTS) == of_rights]
                yield one.at(
                    "CC062", claim.place, f"{_quoted(claim)} depends on '{name}', and "
                    f"{country if of_rights else RULES} has no such value",
                    f"correct the name, or write the line anew; there are: {_list(there)}",
                )  # fmt: skip
        for name in claim.rests_on:
            if name not in known:
                yield one.at(
                    "CC062", claim.place, f"{_quoted(claim)} rests on the right '{name}', and "
                    f"{country} has no such line",
                    f"correct the name, or write the line anew; there are: {_list(known)}",
                )  # fmt: skip


@rule("CC066")
def weaker_than_the_law(draft: Draft) -> Iterator[Diagnostic]:
    """A house rule gives less than the law."""
    if draft.rules is None or draft.rights is None:
        return
    values = draft.course.house_rules.values
    for right in draft.course.rights.rights:
        for one in conditions(right.house_rules):
            if one.name in values and not one.holds(values):
                place = f"values.{one.name}"
                yield Diagnostic(
                    code="CC066", file=draft.rules.file, line=draft.rules.line(place), place=place,
                    problem=f"{_named(draft, one.name)} is {told(values[one.name])}, which gives "
                    f"less than the law: '{right.title}' ({right.source}) needs {one.wanted}",
                    mend=f"let it be {one.wanted}; where you sell nothing that this is for, take "
                    f"'house_rules' out of '{right.id}' in {draft.rights.file}",
                )  # fmt: skip


def not_looked_up(draft: Draft) -> Iterator[str]:
    """What is told of the rights card, and is no mistake: which of its lines nobody looked up."""
    if draft.rights is None:
        return
    lines = draft.course.rights.rights
    names = [one.id for one in lines if one.origin == KNOWLEDGE]
    if names:
        yield (
            f"{draft.rights.file}: {len(names)} of its {len(lines)} lines are 'from: {KNOWLEDGE}': "
            f"nobody has looked them up, and the page says so. They are {', '.join(names)}."
        )


@rule("CC064")
def unchecked(draft: Draft) -> Iterator[Diagnostic]:
    """A scenario does not say who has passed the check."""
    seen: set[str] = set()
    for one in draft.exercises:
        source = one.scenario or one.source
        if one.item.kind.scenario is None or source.file in seen:
            continue
        seen.add(source.file)
        if not one.item.kind.scenario(one.item.exercise, None).checked:
            yield one.at(
                "CC064", "scenario", "it does not say who has passed the check",
                "add 'checked: No.', or who was checked, how and by whom",
            )  # fmt: skip


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def grounded(draft: Draft) -> bool:
    """Whether house rules and rights card could be read; what is wrong with them is told of."""
    if draft.rules is None:
        return False
    return draft.rights is not None or not draft.course.house_rules.rights


def _claims(draft: Draft) -> Iterator[tuple[ExerciseDraft, Claim]]:
    """Every claim once, though several exercises may play one scenario."""
    seen: set[tuple[str, str]] = set()
    for one in draft.exercises:
        for claim in one.item.claims:
            inside = in_scenario(claim.place)
            file = one.scenario.file if one.scenario and inside is not None else one.source.file
            if (file, claim.place) not in seen:
                seen.add((file, claim.place))
                yield one, claim


def _broken(draft: Draft) -> Iterator[Broken]:
    if not grounded(draft):
        return
    values = values_of(draft)
    for one, claim in _claims(draft):
        wrong = tuple(
            condition
            for condition in claim.true_when
            if condition.name in values and not condition.holds(values)
        )
        if wrong:
            yield Broken(one, claim, wrong)


def _taught(one: Broken) -> bool:
    """Whether the line is on a best road, or the key depends on it."""
    item, place = one.draft.item, one.claim.place
    if item.key is None:
        return True
    names = re.split(r"[.\[]", place)
    if item.kind.scenario is not None and names[1:2] in (["moments"], ["endings"]):
        best = best_lines(item.kind.scenario(item.exercise, item.key))
        if names[3:4] == ["choices"]:
            return names[4] in best.choices
        return names[2] in best.moments
    if item.kind.options is None:
        return True
    options = item.kind.options(item.exercise, item.key)
    # What the exercise as a whole claims, its key is right by.
    return names[:-1] != options.place.split(".") or names[-1] in options.right


def _told(draft: Draft, one: Broken, code: str, use: str) -> Diagnostic:
    values = values_of(draft)
    now = "; ".join(
        f"{_named(draft, condition.name)} must be {condition.wanted}, and it is "
        f"{told(values[condition.name])}"
        for condition in one.wrong
    )
    # The law is not the author's to change.
    mends = [
        f"let '{condition.name}' be {condition.wanted} in {RULES}"
        for condition in one.wrong
        if not condition.name.startswith(OF_RIGHTS)
    ]
    return one.draft.at(
        code, one.claim.place, f"{_said(draft, one)} {use} and is not true: {now}",
        "; or ".join(filter(None, (" and ".join(mends), "write the line anew"))),
    )  # fmt: skip


def _quoted(claim: Claim) -> str:
    return f"'{_short(claim.text)}'"


def _said(draft: Draft, one: Broken) -> str:
    """The sentence that is not true, as a trainee reads it; the line, where none has the figure."""
    source, place = one.draft.source, one.claim.place
    inside = in_scenario(place)
    if one.draft.scenario is not None and inside is not None:
        source, place = one.draft.scenario, inside
    found = [
        said
        for text in texts(source.part(place))
        if text.field not in CLAIMED
        for said in sentences(text.text)
    ]
    names = [f"{{{condition.name}}}" for condition in one.wrong]
    for figure in (*names, *(told(condition.figure) for condition in one.wrong)):
        there = re.compile(rf"(?<!\w){re.escape(figure)}(?!\w)")
        for said in filter(there.search, found):
            values = {**values_of(draft), "company": draft.course.house_rules.company}
            return f"'{_short(said if inside is None else filled_text(said, values, place))}'"
    return _quoted(one.claim)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[:LONGEST].rsplit(' ', 1)[0]} …"


def _named(draft: Draft, name: str) -> str:
    """A value, with the title of the rule that is about it."""
    about = f"{{{name.removeprefix(OF_RIGHTS)}}}"
    titles = [title for title, text in rules_of(draft, name) if about in text]
    return f"'{name}' (the rule '{titles[0]}')" if titles else f"'{name}'"


def rules_of(draft: Draft, name: str) -> Iterator[tuple[str, str]]:
    """The rules that a value may be of, each with its text, in which values are named."""
    if not name.startswith(OF_RIGHTS):
        yield from ((one.title, one.text) for one in draft.course.house_rules.rules)
    elif draft.rights is not None:
        yield from ((one["title"], one["text"]) for one in draft.rights.data["rights"])


def values_of(draft: Draft) -> dict[str, Value]:
    """All that a claim can be about."""
    return {**draft.course.house_rules.values, **draft.course.rights.named}
