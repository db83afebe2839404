"""What each kind of exercise says about itself, and whether its specimens behave."""

import textwrap
from collections.abc import Iterator
from typing import Any

from course.codes import rule
from course.exercises import Invalid, Item, NeedsReview, Result, Scored, Specimen, check, vary
from course.exercises import specimens as make
from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.drafts import Draft, ExerciseDraft

VARIANTS = range(5)
"""Seeds of the variants that are tried, where an exercise has variants."""


@rule("CC002")
def own_problems(draft: Draft) -> Iterator[Diagnostic]:
    """Something is wrong between an exercise and its key."""
    for one in draft.exercises:
        if one.item.key is None and one.item.exercise.mode == "practice":
            # Only one that is released to be marked elsewhere comes without.
            talks = one.item.kind.scenario is not None
            yield one.at(
                "CC002", "scenario" if talks else "key",
                "it is to practise on, and has no key: nobody can be told what is right",
                "give its scenario moments, and each line a 'note'" if talks else "add 'key:'",
            )  # fmt: skip
        for place, problem, mend in one.item.kind.problems(one.item.exercise, one.item.key):
            yield one.at("CC002", place, f"at {place}: {problem}", mend)


@rule("CC003")
def specimens_behave(draft: Draft) -> Iterator[Diagnostic]:
    """An answer made from the key does not come to what it must."""
    for one in draft.exercises:
        item = one.item
        if item.key is None or item.kind.problems(item.exercise, item.key):
            continue
        yield from _specimens(one)


def _specimens(one: ExerciseDraft) -> Iterator[Diagnostic]:
    mend = "compare that answer with the key, the slips and the limits of the exercise"
    try:
        for item in _variants(one.item):
            for specimen in make(item):
                # What a conversation comes to is told of line by line of its plan.
                if item.kind.scenario is not None and specimen.result == "scored":
                    continue
                wrong = misbehaves(item, specimen)
                if wrong:
                    yield one.at("CC003", "key", f"the answer that should be {wrong}", mend)
                    if item.kind.scenario is not None:
                        return  # the next person's answer comes out as wrong
    except (LookupError, ValueError, TypeError, ArithmeticError, StopIteration) as error:
        problem = f"no answers can be made from the key ({type(error).__name__}: {error})"
        yield one.at("CC003", "key", problem, mend)


def _variants(item: Item) -> Iterator[Item]:
    """Those that the seeds draw, each once."""
    seen: list[Item] = []
    for drawn in (vary(item, seed) for seed in VARIANTS):
        if drawn not in seen:
            seen.append(drawn)
            yield drawn


def misbehaves(item: Item, specimen: Specimen) -> str:
    """What a specimen should have come to and did not; empty where it did."""
    result = check(item, specimen.answer)
    name = _name(result)
    if name != specimen.result:
        why = f": {result.reason}" if isinstance(result, Invalid) else ""
        return f"{specimen.name}, {_shown(specimen.answer)}, comes out as '{name}'{why}"
    if (
        isinstance(result, Scored)
        and not specimen.low - 1e-9 <= result.share <= specimen.high + 1e-9
    ):
        answer = _shown(specimen.answer)
        return f"{specimen.name}, {answer}, earns {100 * result.share:.0f} per cent of the mark"
    return ""


def _shown(answer: Any) -> str:
    """An answer in one line, short enough to be read."""
    return textwrap.shorten(str(answer), 60, placeholder=" …")


def _name(result: Result) -> str:
    if isinstance(result, Invalid):
        return "invalid"
    if isinstance(result, NeedsReview):
        return "needs_review"
    return "scored" if isinstance(result, Scored) else type(result).__name__
