"""What a line that does an act is scored."""

from collections.abc import Callable, Iterable, Iterator
from statistics import fmean
from typing import Any, NamedTuple

from course.exercises import Item
from course.scenarios import Scenario
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.state import State
from course.scenarios.exploration.outlook import outlook_of
from tests.scenarios.acts.does import ACTS, Verdict
from tests.scenarios.acts.places import Place, picked_in, said_in

CLOSE, FAR = 2.0, 10.0
"""Marks below the best line of its moment: as good as the best, and clearly worse."""


class Score(NamedTuple):
    """What a line is scored."""

    verdict: Verdict | None
    """None where nothing can be compared: a heading, a place in an order, a mark lost before."""
    points: str
    rank: str = ""
    breaches: str = ""


class Row(NamedTuple):
    """A line that does an act."""

    act: str
    place: Place
    score: Score

    def differs(self) -> bool:
        """Whether it is scored otherwise than the act is scored nearly everywhere."""
        usual = next(one.usual for one in ACTS if one.title == self.act)
        return self.score.verdict not in (None, usual)


class Said(NamedTuple):
    """A line said in one state."""

    before: State
    after: State
    lost: float | None
    """Marks out of reach beside the best line of the moment; None where none was left to lose."""
    rank: int
    of: int


def in_scenario(case: Scenario) -> Iterator[Row]:
    """Every line of a scenario that does an act, with its score over the states where it does."""
    places = list(said_in(case))
    found = {one.where: [act for act in ACTS if act.does(one)] for one in places}
    wanted = {one.choice.id for one in places if found[one.where] and one.choice is not None}
    said = _said(case, wanted)
    for one in places:
        assert one.moment is not None
        assert one.choice is not None
        for act in found[one.where]:
            these = said.get((one.moment.id, one.choice.id), [])
            these = [each for each in these if act.counts(one, each.before, each.after)]
            if these:
                yield Row(act.title, one, _lost(these, ", ".join(one.choice.breaches)))


def _said(case: Scenario, wanted: set[str]) -> dict[tuple[str, str], list[Said]]:
    """By moment and line: every state in which it can be said, and what it loses there."""
    outlook = outlook_of(case, DEFAULT)
    states, found = outlook.graph.states, dict[tuple[str, str], list[Said]]()
    for before, edges in zip(states, outlook.graph.edges, strict=True):
        if wanted.isdisjoint(name for name, _ in edges):
            continue
        marks = [outlook.marks[to] or 0.0 for _, to in edges]
        best = max(marks)
        for (name, to), mark in zip(edges, marks, strict=True):
            if name in wanted:
                rank = 1 + sum(other > mark + 0.05 for other in marks)
                lost = best - mark if best else None
                one = Said(before, states[to], lost, rank, len(marks))
                found.setdefault((before.at, name), []).append(one)
    return found


def _lost(these: list[Said], breaches: str) -> Score:
    lost = [one.lost for one in these if one.lost is not None]
    if not lost:
        return Score(None, "nothing left to lose", "", breaches)
    mine = fmean(lost)
    verdict: Verdict = "bad" if breaches or mine > FAR else "good" if mine <= CLOSE else "weak"
    worst = max((one for one in these if one.lost is not None), key=lambda one: one.rank / one.of)
    return Score(verdict, f"{-mine:.1f}", f"{worst.rank} of {worst.of}", breaches)


def in_exercises(items: Iterable[Item]) -> Iterator[Row]:
    """Every option that does an act, with what its key scores."""
    for place, item, option in picked_in(items, SCORES):
        for act in ACTS:
            if act.does(place):
                score = SCORES[item.kind.name](item.exercise, item.key, option)
                yield Row(act.title, place, score)


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
    return Score(None, f"sorted: {headings}")


def _ordered(exercise: Any, key: Any, option: str) -> Score:
    tiers = [(tier,) if isinstance(tier, str) else tier for tier in key.order]
    place = 1 + next(at for at, tier in enumerate(tiers) if option in tier)
    return Score(None, "in order", f"{place} of {len(tiers)}")


SCORES: dict[str, Callable[[Any, Any, str], Score]] = {
    "choice": _chosen,
    "sort": _placed,
    "rank": _ordered,
}
"""By kind of exercise, what an option is scored."""
