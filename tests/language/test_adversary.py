"""Replies written to mislead the reader earn next to nothing, and honest ones are read."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from course.language import Facts, Finding, read
from course.yaml_text import parse
from tests.language.bars import HELPS
from tests.language.frozen.loading import LABELS

LESSONS = Path(__file__).parents[2] / "course" / "lessons"


@cache
def replies() -> Any:
    return parse(Path(__file__).with_name("adversary.yaml").read_text(encoding="utf-8"))[0]


@cache
def facts(exercise: str) -> Facts:
    (path,) = LESSONS.glob(f"*/exercises/{exercise}.yaml")
    case, _ = parse(path.read_text(encoding="utf-8"))
    terms = tuple(str(one) for one in case["problem_terms"])
    return Facts(problem_terms=terms, jargon=tuple(case.get("jargon", ())), says=case["says"])


def credited(kind: str) -> list[str]:
    """The texts of one kind that are taken for what they only look like."""
    return [one["text"] for one in replies() if one["kind"] == kind and _earns(one)]


def _earns(one: Mapping[str, Any]) -> bool:
    forbidden = HELPS if one["must_not"] == "all" else set(one["must_not"])
    return bool(forbidden & set(read(one["text"], facts(one["at"])).moves()))


def test_tricks_and_non_apologies_earn_next_to_nothing() -> None:
    assert len(credited("trick")) <= 2
    assert len(credited("non_apology")) <= 1


def test_honest_replies_are_read_and_what_is_found_in_them_is_there() -> None:
    right = wrong = missed = 0
    for one in (one for one in replies() if one["kind"] == "plain"):
        findings = read(one["text"], facts(one["at"])).findings
        seen = {each.move for each in findings} & set(LABELS)
        right += len(seen & set(one["does"]))
        wrong += len(seen - {*one["does"], *one["maybe"]})
        missed += len(set(one["does"]) - seen)
        sure = {each.move for each in findings if each.certainty == "found"} & set(LABELS)
        assert sure <= {*one["does"], *one["maybe"]}, one["text"]
    assert 2 * right / (2 * right + wrong + missed) > 0.8


def agreed() -> list[bool]:
    """Of the lines of each kind whether the reader says what a fair reader says."""
    data, _ = parse(Path(__file__).with_name("turns.yaml").read_text(encoding="utf-8"))
    case = Facts(problem_terms=tuple(data["problem_terms"]), says=data["says"])
    return [_agrees(one, read(one["text"], case).findings) for one in data["lines"]]


def _agrees(one: Mapping[str, str], findings: Iterable[Finding]) -> bool:
    noticed = {each.move for each in findings}
    credited = {each.move for each in findings if each.certainty == "found"}
    if "sees" in one:
        return one["sees"] in noticed
    return one["not"] not in (noticed if one["not"] == "insult" else credited)


def test_turns_of_speech_that_mislead_are_mostly_read_as_a_fair_reader_does() -> None:
    each = agreed()
    assert len(each) > 200
    assert sum(each) / len(each) > 0.85
