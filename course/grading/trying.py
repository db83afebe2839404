"""The tries at one exercise, from the records of one trainee."""

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec import Struct

from course.answers import Record
from course.exercises import Invalid, Item, Result, check
from course.grading.marks import Typed

MOST_TRIES = 200
"""Tries that are marked; nobody makes more in earnest, and marking takes time."""


class Try(Struct, frozen=True, kw_only=True):
    """One answer, marked here and now."""

    record: Record
    result: Result
    typed: tuple[Typed, ...] = ()

    @property
    def share(self) -> float | None:
        """The share of the mark, where there is one."""
        share: float | None = getattr(self.result, "share", None)
        return share


def tries(item: Item, records: Sequence[Record]) -> tuple[list[Try], list[Try], int]:
    """Tries in order; answers that cannot be marked; and how many were too many to look at."""
    known: dict[bytes, Result] = {}
    typed: list[Typed] = []
    good: list[Try] = []
    bad: list[Try] = []
    answers = [record for record in records if record.kind == "answer"]
    for record in records:
        if record.kind == "turn":
            typed = _typed(typed, record.data)
        if record.kind != "answer" or len(good) + len(bad) >= MOST_TRIES:
            continue
        raw = msgspec.json.encode(record.data)
        if raw not in known:
            known[raw] = _mark(item, record.data)
        one = Try(record=record, result=known[raw], typed=tuple(typed))
        (bad if isinstance(one.result, Invalid) else good).append(one)
    return good, bad, max(0, len(answers) - MOST_TRIES)


def _mark(item: Item, answer: Any) -> Result:
    if answer is None:
        return Invalid("There is no answer in it.")
    return check(item, answer)


def _typed(before: list[Typed], data: Any) -> list[Typed]:
    """Lines typed in the conversation under way; a new conversation begins with none."""
    if not isinstance(data, dict):
        return before
    choice, line = data.get("choice"), data.get("typed")
    if choice is None:
        return []
    if not isinstance(choice, str) or not isinstance(line, str) or not line.strip():
        return before
    return [*before, Typed(choice=choice, line=line.strip()[:4000])][-100:]


def best_of(good: Sequence[Try]) -> Try:
    """The best try, the earliest of equals; where nothing is marked by rule, the last."""
    scored = [one for one in good if one.share is not None]
    if not scored:
        return good[-1]
    return max(scored, key=lambda one: one.share or 0.0)
