"""Checks that everything named exists, once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from course.codes import rule
from course.scenarios.definition import Choice, Moment, Scenario, When
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.referring import each_referring, names_of

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@rule("CC101")
def check_duplicate_ids(scenario: Scenario) -> Iterator[Diagnostic]:
    """Two parts of one kind share an id. Moments and endings share one set of ids."""
    groups: list[tuple[str, list[str]]] = [
        ("moments", _places(scenario)),
        ("facts", [part.id for part in scenario.facts]),
        ("remedies", [part.id for part in scenario.remedies]),
        ("promises", [part.id for part in scenario.promises]),
    ]
    groups += [(f"moments.{m.id}.choices", [c.id for c in m.choices]) for m in scenario.moments]
    for where, ids in groups:
        for name, count in Counter(ids).items():
            if count > 1:
                yield Diagnostic(
                    code="CC101",
                    where=f"{where}.{name}",
                    message=f"The id '{name}' is used {count} times.",
                    mend="Give each its own id; answers are kept by it.",
                )


@rule("CC102")
def check_next(scenario: Scenario) -> Iterator[Diagnostic]:
    """A choice leads to a moment or an ending that is not there."""
    places = _places(scenario)
    for where, choice in each_choice(scenario):
        routes = (choice.next,) if isinstance(choice.next, str) else [r.to for r in choice.next]
        yield from _unknown("CC102", f"{where}.next", "moment or ending", routes, places)
        if not routes:
            yield Diagnostic(
                code="CC102",
                where=f"{where}.next",
                message="This line leads nowhere.",
                mend="Name a moment or an ending.",
            )


@rule("CC103")
def check_facts(scenario: Scenario) -> Iterator[Diagnostic]:
    """A fact is named that the file does not have."""
    there = [fact.id for fact in scenario.facts]
    for where, choice in each_choice(scenario):
        yield from _unknown("CC103", f"{where}.learns", "fact", choice.learns, there)
    for remedy in scenario.remedies:
        where = f"remedies.{remedy.id}.needs"
        yield from _unknown("CC103", where, "fact", remedy.needs, there)
    for where, when in each_when(scenario):
        yield from _unknown("CC103", where, "fact", (*when.knows, *when.lacks), there)


@rule("CC104")
def check_remedies(scenario: Scenario) -> Iterator[Diagnostic]:
    """A remedy is named that the file does not have."""
    there = [remedy.id for remedy in scenario.remedies]
    for where, choice in each_choice(scenario):
        named = () if choice.remedy is None else (choice.remedy,)
        yield from _unknown("CC104", f"{where}.remedy", "remedy", named, there)
    for where, when in each_when(scenario):
        yield from _unknown("CC104", where, "remedy", (*when.offered, *when.not_offered), there)


@rule("CC105")
def check_promises(scenario: Scenario) -> Iterator[Diagnostic]:
    """A promise is named that the file does not have."""
    there = [promise.id for promise in scenario.promises]
    for where, choice in each_choice(scenario):
        named = () if choice.promise is None else (choice.promise,)
        yield from _unknown("CC105", f"{where}.promise", "promise", named, there)
    for where, when in each_when(scenario):
        yield from _unknown("CC105", where, "promise", (*when.promised, *when.not_promised), there)


@rule("CC106")
def check_rules(scenario: Scenario) -> Iterator[Diagnostic]:
    """A line breaks a rule that the scenario does not cite, so nobody was told it."""
    for where, choice in each_choice(scenario):
        for name in choice.breaches:
            if name not in scenario.cites:
                yield Diagnostic(
                    code="CC106",
                    where=f"{where}.breaches",
                    message=f"The house rule '{name}' can be broken here and is not cited.",
                    mend=f"Add '{name}' to cites, so that the trainee sees it.",
                )


@rule("CC107")
def check_slugs(scenario: Scenario) -> Iterator[Diagnostic]:
    """An id is not a slug."""
    named = [("id", scenario.id)]
    for kind, parts in (
        ("moments", scenario.moments),
        ("endings", scenario.endings),
        ("facts", scenario.facts),
        ("remedies", scenario.remedies),
        ("promises", scenario.promises),
    ):
        named += [(f"{kind}.{part.id}", part.id) for part in parts]
    named += [(where, choice.id) for where, choice in each_choice(scenario)]
    for where, name in named:
        if not _SLUG.fullmatch(name):
            yield Diagnostic(
                code="CC107",
                where=where,
                message=f"The id '{name}' is not a slug.",
                mend="Use small letters, digits and single hyphens: 'ring-the-depot'.",
            )


@rule("CC108")
def check_refers(scenario: Scenario) -> Iterator[Diagnostic]:
    """A line refers to something that the file does not have."""
    there = sorted(names_of(scenario))
    for where, _, wanted in each_referring(scenario):
        names = (wanted,) if isinstance(wanted, str) else wanted
        what = "fact, remedy, promise or line"
        yield from _unknown("CC108", f"{where}.refers", what, names, there)


def each_choice(scenario: Scenario) -> Iterator[tuple[str, Choice]]:
    """Every choice with its place."""
    for moment in scenario.moments:
        for choice in moment.choices:
            yield f"moments.{moment.id}.choices.{choice.id}", choice


def each_when(scenario: Scenario) -> Iterator[tuple[str, When]]:
    """Every condition with its place."""
    for moment in scenario.moments:
        yield from _moment_whens(moment)
    for ending in scenario.endings:
        for at, line in enumerate(ending.says):
            if line.when is not None:
                yield f"endings.{ending.id}.says.{at}.when", line.when
    for promise in scenario.promises:
        if promise.kept_when is not None:
            yield f"promises.{promise.id}.kept_when", promise.kept_when


def _places(scenario: Scenario) -> list[str]:
    """Ids a choice can lead to."""
    return [m.id for m in scenario.moments] + [e.id for e in scenario.endings]


def _moment_whens(moment: Moment) -> Iterator[tuple[str, When]]:
    for field, lines in (("says", moment.says), ("unplaced", moment.unplaced)):
        for at, line in enumerate(lines):
            if line.when is not None:
                yield f"moments.{moment.id}.{field}.{at}.when", line.when
    for choice in moment.choices:
        where = f"moments.{moment.id}.choices.{choice.id}"
        if choice.when is not None:
            yield f"{where}.when", choice.when
        for at, line in enumerate(choice.reply):
            if line.when is not None:
                yield f"{where}.reply.{at}.when", line.when
        if not isinstance(choice.next, str):
            for at, route in enumerate(choice.next):
                if route.when is not None:
                    yield f"{where}.next.{at}.when", route.when


def _unknown(
    code: str, where: str, kind: str, names: Iterable[str], there: list[str]
) -> Iterator[Diagnostic]:
    for name in names:
        if name in there:
            continue
        near = get_close_matches(name, there, n=1)
        mend = (
            f"Did you mean '{near[0]}'?"
            if near
            else f"There are: {', '.join(dict.fromkeys(there)) or 'none'}."
        )
        yield Diagnostic(code=code, where=where, message=f"There is no {kind} '{name}'.", mend=mend)
