"""The same act, everywhere it occurs in the course, and what it is scored.

Run:  python -m tests.scenarios.acts > acts.md

Six acts, each a table: every line of a scenario and every option of an exercise that does it. What
is scored otherwise than most of its table is marked, so that two lessons which teach opposite
things stand one beneath the other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from statistics import fmean
from typing import Any, Literal, NamedTuple

from course.exercises import Item
from course.language import read
from course.scenarios import Scenario
from course.scenarios.coefficients import DEFAULT
from course.scenarios.definition import Choice, Moment
from course.scenarios.exploration.outlook import Outlook, outlook_of
from course.scenarios.quote import sentences
from course.scenarios.variants import texts_of
from tests.scenarios.loading import scenario, shipped_names
from tests.shipped import load_course

Verdict = Literal["good", "weak", "bad"]
CLOSE, FAR = 2.0, 10.0
"""Marks below the best line of its moment: as good as the best, and clearly worse."""


class Place(NamedTuple):
    """A line that somebody may say, and all there is to know of where it stands."""

    where: str
    words: str
    context: str
    """What the customer said, or what the exercise asks."""
    helpers: frozenset[str]
    """Names that stand around it, less the customer's own: whom it may name as the one to help."""
    answers: bool = True
    """Whether it is said to somebody who has just spoken."""
    case: Scenario | None = None
    moment: Moment | None = None
    choice: Choice | None = None


class Score(NamedTuple):
    """What a line is scored."""

    verdict: Verdict
    points: str
    rank: str
    breaches: str = ""


class Row(NamedTuple):
    place: Place
    score: Score


IDENTITY = re.compile(
    r"\b(order number|postcode|(two|a few|some) details|(e-?mail|phone number) (on|of) the order|"
    r"last four|date of birth|full name)\b",
    re.IGNORECASE,
)
SORRY = re.compile(r"\b(sorry|apologi[sz]e|apologies)\b", re.IGNORECASE)
DANGER = re.compile(
    r"\b(burn\w*|smoke|fire|gas|glass|bleed\w*|tip(s|ped|ping)?|fell|fall(s|en)?|hot plug|cut|"
    r"scorch\w*|swallow\w*|batter(y|ies)|drops?)\b",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"\b(refund|voucher|card|free|off|back|on us|goodwill|to spend)\b", re.IGNORECASE
)
POUNDS = re.compile(r"£(\d+)")
WHEN = re.compile(
    r"\b(by|on|before|at|within|tomorrow|today|tonight|this afternoon|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|noon|hours?|minutes)\b",
    re.IGNORECASE,
)
CHECKS = re.compile(
    r"\b(check|ask(ed|ing)?|look(ed|ing)?|rung|ringing|spoken|confirm\w*|they say|says yes|"
    r"written|either way)\b",
    re.IGNORECASE,
)
OTHERS = re.compile(
    r"\b(put(ting)? you through|my (lead|manager|colleague)|lead|managers?|colleague|team|payments|"
    r"parts|depot|office|queue|upstairs|somebody|someone|the people who)\b",
    re.IGNORECASE,
)
CAPITAL = re.compile(r"\b[A-Z][a-z]{2,}\b")
WITHIN = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{2,}\b")
"""A word with a capital that does not begin a sentence: mostly a name."""
NO_NAMES = {
    *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    *("January", "February", "March", "April", "June", "July", "August", "September"),
    *("October", "November", "December", "Mrs", "Marlow", "Finch"),
}


def asks_for_identity(one: Place) -> bool:
    """Asks who somebody is."""
    if one.choice is not None:
        return "verify_identity" in one.choice.acts or bool(IDENTITY.search(one.words))
    return bool(IDENTITY.search(one.words))


def offers_before_knowing(one: Place) -> bool:
    """Offers something while a fact that it depends on is not known.

    In an exercise: to somebody who has just spoken, and with no question.
    """
    if one.choice is None:
        offers = "offer_solution" in read(one.words).moves()
        return one.answers and offers and "?" not in one.words
    return any(one.choice.id in lines for lines in _guesses(one).values())


def sorry_first_in_danger(one: Place) -> bool:
    """Says sorry in its first sentence, before anything is said about the danger."""
    if not SORRY.search(sentences(one.words)[0]):
        return False
    if one.case is not None and one.moment is not None:
        opens = one.case.rubric is not None and one.case.rubric.opening == "act"
        return one.moment.danger or (opens and one.moment == one.case.moments[0])
    return bool(DANGER.search(one.context))


def gives_beyond_the_limit(one: Place) -> bool:
    """Gives what only a lead may give, or more than the house rules allow."""
    if one.choice is None or one.case is None:
        amounts = [int(found) for found in POUNDS.findall(one.words)]
        return bool(GIVES.search(one.words)) and max(amounts, default=0) > LIMIT
    if {"refund-limit", "goodwill-limit"} & set(one.choice.breaches):
        return True
    return any(
        remedy.id == one.choice.remedy and remedy.authority == "lead"
        for remedy in one.case.remedies
    )


def promises_unchecked(one: Place) -> bool:
    """Says when, and nobody was asked: in a scenario, a promise that only a check would keep."""
    if one.choice is None or one.case is None:
        moves = read(one.words).moves()
        return (
            "set_time" in moves
            and bool({"own", "follow_up", "offer_solution"} & set(moves))
            and bool(WHEN.search(one.words))
            and not CHECKS.search(one.words)
        )
    given = [promise for promise in one.case.promises if promise.id == one.choice.promise]
    checked = {"check_promise", "ask_lead", "record"} & set(one.choice.acts)
    return any(not promise.kept for promise in given) and not checked


def hands_over_without_a_name(one: Place) -> bool:
    """Passes somebody on, and does not say to whom."""
    if not OTHERS.search(one.words):
        return False
    if one.choice is None:
        passes = "redirect" in read(one.words).moves()
    else:
        passes = "redirect" in one.choice.moves or "hand_over" in one.choice.acts
    return passes and one.helpers.isdisjoint(CAPITAL.findall(one.words))


ACTS: dict[str, Callable[[Place], bool]] = {
    "Asks for identity": asks_for_identity,
    "Offers before knowing": offers_before_knowing,
    "Says sorry before anything else in danger": sorry_first_in_danger,
    "Gives beyond the limit": gives_beyond_the_limit,
    "Promises what was not checked": promises_unchecked,
    "Hands over without a name": hands_over_without_a_name,
}
LIMIT = 40
"""Pounds, as the shipped house rules have it."""


def _guesses(one: Place) -> dict[str, set[str]]:
    """For the moment of a line, the lines that offer on a guess in some state."""
    assert one.case is not None
    assert one.moment is not None
    outlook, found = outlook_of(one.case, DEFAULT), dict[str, set[str]]()
    needs = {remedy.id: set(remedy.needs) for remedy in one.case.remedies}
    lines = {choice.id: choice for choice in one.moment.choices}
    for state, edges in zip(outlook.graph.states, outlook.graph.edges, strict=True):
        if state.at != one.moment.id:
            continue
        for name, _ in edges:
            line = lines[name]
            if not needs.get(line.remedy or "", set()) <= {*state.knows, *line.learns}:
                found.setdefault(state.at, set()).add(name)
    return found


def scored(one: Place) -> Score:
    """What a line of a scenario is scored: how far below its moment's best it leaves the mark."""
    assert one.case is not None
    assert one.moment is not None
    assert one.choice is not None
    lost = _lost(outlook_of(one.case, DEFAULT), one.moment)
    mine = lost.get(one.choice.id)
    breaches = ", ".join(one.choice.breaches)
    if mine is None:
        return Score("bad" if breaches else "weak", "nothing left to lose", "", breaches)
    place = 1 + sum(other < mine - 0.05 for other in lost.values())
    bad = breaches or mine > FAR
    verdict: Verdict = "bad" if bad else "good" if mine <= CLOSE else "weak"
    return Score(verdict, f"{-mine:.1f}", f"{place} of {len(lost)}", breaches)


def _lost(outlook: Outlook, moment: Moment) -> dict[str, float]:
    """For each line, the marks it puts out of reach beside the best line, over all states.

    A state in which nothing can be earned any more says nothing of its lines.
    """
    found: dict[str, list[float]] = {}
    for state, edges in zip(outlook.graph.states, outlook.graph.edges, strict=True):
        if state.at == moment.id:
            marks = {name: outlook.marks[to] or 0.0 for name, to in edges}
            for name, mark in marks.items() if max(marks.values(), default=0.0) else ():
                found.setdefault(name, []).append(max(marks.values()) - mark)
    return {name: fmean(values) for name, values in found.items()}


def in_scenarios(names: Iterable[str]) -> Iterator[tuple[Place, Score]]:
    """Every line of these, with its score."""
    for name in names:
        case = scenario(name)
        helpers = _names(texts_of(case)) - set(case.customer.name.split())
        for moment in case.moments:
            says = " ".join(line.text for line in moment.says)
            for choice in moment.choices:
                where = f"{name} / {moment.id} / {choice.id}"
                place = Place(where, choice.text, says, helpers, True, case, moment, choice)
                yield place, scored(place)


def in_exercises(items: Iterable[Item]) -> Iterator[tuple[Place, Score]]:
    """Every option of these that a key scores."""
    for item in items:
        exercise, key = item.exercise, item.key
        if key is None or item.kind.name not in _SCORES:
            continue
        says, options = getattr(exercise, "says", ""), getattr(exercise, "options", ())
        options = options or exercise.items
        asked = f"{exercise.prompt} {says}"
        helpers = _names([asked, *(option.text for option in options)])
        helpers -= set(CAPITAL.findall(getattr(exercise, "said_by", "")))
        for option in options:
            where = f"{item.id} / {option.id}"
            place = Place(where, option.text, asked, helpers, bool(says))
            yield place, _SCORES[item.kind.name](exercise, key, option.id)


def _names(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(name for text in texts for name in WITHIN.findall(text)) - NO_NAMES


def _chosen(exercise: Any, key: Any, option: str) -> Score:
    worth = key.worth.get(option, 0.0)
    most = max(key.worth.values())
    verdict: Verdict = "good" if worth >= most else "weak" if worth else "bad"
    place = 1 + sum(key.worth.get(other.id, 0.0) > worth for other in exercise.options)
    return Score(verdict, f"{worth:g} of {most:g}", f"{place} of {len(exercise.options)}")


def _placed(exercise: Any, key: Any, option: str) -> Score:
    belongs = key.belongs[option]
    ids = (belongs,) if isinstance(belongs, str) else belongs
    headings = " or ".join(one.text for one in exercise.headings if one.id in ids)
    return Score("weak", f"sorted: {headings}", "")


def _ordered(exercise: Any, key: Any, option: str) -> Score:
    tiers = [(tier,) if isinstance(tier, str) else tier for tier in key.order]
    place = 1 + next(at for at, tier in enumerate(tiers) if option in tier)
    return Score("weak", "in order", f"{place} of {len(tiers)}")


_SCORES: dict[str, Callable[[Any, Any, str], Score]] = {
    "choice": _chosen,
    "sort": _placed,
    "rank": _ordered,
}


def table(act: str, rows: list[Row]) -> Iterator[str]:
    """One act as Markdown.

    A heading and a place in an order say nothing of good or bad, so such rows are never marked.
    """
    compared = [row for row in rows if not _elsewhere(row)]
    counts = Counter(row.score.verdict for row in compared)
    usual = counts.most_common(1)[0][0] if counts else None
    yield f"\n## {act}\n"
    yield (
        f"{len(rows)} places. "
        + ", ".join(f"{counts[one]} {one}" for one in ("good", "weak", "bad"))
        + (f"; most are {usual}." if usual else ".")
    )
    yield "\n| | where | words | scored | rank | breach | verdict |\n|---|---|---|---|---|---|---|"
    for row in rows:
        differs = "≠" if row in compared and row.score.verdict != usual else ""
        verdict = "" if _elsewhere(row) else row.score.verdict
        cells = (differs, row.place.where, row.place.words.replace("|", "/"), row.score.points,
                 row.score.rank, row.score.breaches, verdict)  # fmt: skip
        yield f"| {' | '.join(cells)} |"


def _elsewhere(row: Row) -> bool:
    return row.score.points.startswith(("sorted", "in order"))


def found_in(places: Iterable[tuple[Place, Score]]) -> dict[str, list[Row]]:
    """The rows of each act."""
    found: dict[str, list[Row]] = {act: [] for act in ACTS}
    for place, score in places:
        for act, does in ACTS.items():
            if does(place):
                found[act].append(Row(place, score))
    return found


def main() -> None:
    """Prints the tables of the course that ships."""
    print("# The same act in every place\n")
    print(
        "Scored: in a scenario, the marks that the line puts out of reach beside the best line of"
    )
    print("its moment, over all states; in an exercise, what the option is worth. ≠ marks what is")
    print("scored otherwise than most of its table.")
    names, items = shipped_names(), load_course().items()
    for act, rows in found_in([*in_scenarios(names), *in_exercises(items)]).items():
        print(*table(act, rows), sep="\n")


if __name__ == "__main__":
    main()
