"""`mark-words`: mark the words of a passage that do something. A kind that only the tests know.

It is like none of the course's own: its name is no Python name, the answer is a list of pairs (the
first and the last word marked, counted from 0), the key is a list, what was missed and what was
marked for nothing are parts of their own, and its passage follows the house rules.
"""

from collections.abc import Iterator
from random import Random
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from course.exercises.base import Exercise, Kind, Quote, Specimen, Unsettled, World, wrong_shape
from course.exercises.result import Invalid, Part, Scored


class MarkWords(Exercise, frozen=True, kw_only=True, tag="mark-words", tag_field="kind"):
    """A passage to mark words in."""

    said_by: str
    passage: str
    """What was said; '{refund_limit}' stands for what the house rules say."""
    why_marked: str = ""
    """In the course's own voice: what marking is good for."""


class Stretch(Struct, frozen=True, forbid_unknown_fields=True):
    """Words to find, and why."""

    id: str
    words: str
    reason: str


class MarkWordsKey(Struct, frozen=True, forbid_unknown_fields=True):
    """All that there is to find."""

    stretches: tuple[Stretch, ...]


def _places(exercise: MarkWords, words: str) -> range:
    """Where the words stand in the passage; empty where they do not."""
    here, sought = exercise.passage.split(), words.split()
    for at in range(len(here) - len(sought) + 1):
        if here[at : at + len(sought)] == sought:
            return range(at, at + len(sought))
    return range(0)


def validate(exercise: MarkWords, answer: Any) -> Invalid | None:
    """Whether `answer` is a list of pairs of places inside the passage."""
    last = len(exercise.passage.split()) - 1
    if not isinstance(answer, list | tuple) or not all(
        isinstance(pair, list | tuple) and len(pair) == 2 and all(type(one) is int for one in pair)
        for pair in answer
    ):
        return wrong_shape(answer, "a list of pairs of places")
    if not answer:
        return Invalid("Nothing is marked yet.")
    if any(not 0 <= first <= end <= last for first, end in answer):
        return Invalid(f"Places run from 0 to {last}.")
    return None


def score(exercise: MarkWords, key: MarkWordsKey, answer: Any) -> Scored:
    """One point for each stretch that a mark touches, less one for each mark that touches none."""
    marked = [range(first, end + 1) for first, end in answer]
    there = {one.id: set(_places(exercise, one.words)) for one in key.stretches}
    parts = []
    for one in key.stretches:
        found = any(there[one.id] & set(mark) for mark in marked)
        parts.append(
            Part(id=one.id, label=one.words, earned=float(found), total=1.0, reason=one.reason,
                 missed=not found, slip=f"not marked: {one.words}")
        )  # fmt: skip
    here = exercise.passage.split()
    for mark in marked:
        if not any(set(mark) & places for places in there.values()):
            words = " ".join(here[at] for at in mark)
            parts.append(
                Part(id=f"at-{mark[0]}", label=words, earned=-1.0, total=0.0, reason="Not these.")
            )
    earned = max(0.0, sum(part.earned for part in parts))
    return Scored(earned=earned, total=float(len(key.stretches)), parts=tuple(parts))


def specimens(exercise: MarkWords, key: MarkWordsKey) -> list[Specimen]:
    """All that there is, the first of it, words of no use, and a place beyond the end."""
    right = [[places[0], places[-1]] for places in _all(exercise, key)]
    taken = {at for places in _all(exercise, key) for at in places}
    free = next(at for at in range(len(exercise.passage.split())) if at not in taken)
    return [
        Specimen(name="right", answer=right, result="scored", low=1.0),
        Specimen(name="partly", answer=right[:1], result="scored", low=0.01, high=0.99),
        Specimen(name="wrong", answer=[[free, free]], result="scored", high=0.0),
        Specimen(name="invalid", answer=[[0, 999]], result="invalid"),
    ]


def _all(exercise: MarkWords, key: MarkWordsKey) -> Iterator[range]:
    return (_places(exercise, one.words) for one in key.stretches)


def problems(exercise: MarkWords, key: MarkWordsKey | None) -> list[tuple[str, str, str]]:
    """Words to find that do not stand in the passage."""
    return [
        (f"key.stretches.{one.id}", f"'{one.words}' is not in the passage", "quote it exactly")
        for one in (key.stretches if key else ())
        if not _places(exercise, one.words)
    ]


def guess(exercise: MarkWords, dice: Random) -> list[list[int]]:
    """Two words by chance."""
    places = range(len(exercise.passage.split()))
    return [[at, at] for at in sorted(dice.sample(places, 2))]


def settle(
    exercise: MarkWords, key: MarkWordsKey | None, world: World
) -> tuple[MarkWords, MarkWordsKey | None]:
    """Writes values of the house rules into the passage."""
    if "{" not in exercise.passage:
        return exercise, key
    try:
        passage = exercise.passage.format(**world.house_rules().values)
    except KeyError as error:
        problem = f"the house rules have no value {error}"
        raise Unsettled("passage", problem, "check it against house-rules.yaml") from None
    return replace(exercise, passage=passage), key


KIND = Kind(
    name="mark-words",
    noun="Words to mark",
    definition=MarkWords,
    key=MarkWordsKey,
    validate=validate,
    score=score,
    specimens=specimens,
    problems=problems,
    guess=guess,
    settle=settle,
    shows=lambda exercise: Quote(exercise.said_by, exercise.passage),
    explanations=lambda exercise, key: {
        f"key.stretches.{one.id}.reason": one.reason for one in key.stretches
    },
    own_words=frozenset({"why_marked", "reason"}),
    lead="You marked:",
)
