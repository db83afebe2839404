"""The tries at one exercise, from the records of one trainee."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from course.answers import PLAY, Answer, Draft, Turn, Work
from course.exercises import Invalid, Item, Result, check, variant
from course.grading.marks import Typed
from course.grading.quoted import IN_CELL, quoted
from course.progress.right import is_right

MOST_STEPS = 200
"""Steps of one conversation that are looked at."""
MOST_TRIES = 200
"""Tries that are marked; nobody makes more in earnest, and marking takes time."""


MOST_KEPT = 8192
"""Results that are kept for the next who answers the same."""
_KEPT: dict[tuple[int, int, bytes], tuple[Item, "_Marked"]] = {}
"""By the identity of exercise and key, held with each, and the answer."""


class _Marked(NamedTuple):
    """What an answer comes to."""

    result: Result
    right: bool | None
    """Fully right, or a conversation that went well; None where only a person can tell."""


class Try(Struct, frozen=True, kw_only=True):
    """One answer, marked here and now."""

    record: Answer
    item: Item
    """The exercise in the variant that was answered."""
    result: Result
    number: int
    """Which answer in play it is, from 1."""
    right: bool | None = None
    """Fully right, or a conversation that went well; None where only a person can tell."""
    typed: tuple[Typed, ...] = ()
    tried: tuple[Typed, ...] = ()
    """What was typed in the conversation and was none of the choices."""
    own: str = ""
    """How the trainee rated it, as one of the ratings of its kind."""

    @property
    def share(self) -> float | None:
        """The share of the mark, where there is one."""
        share: float | None = getattr(self.result, "share", None)
        return share


def tries(found: Item, trainee: str, records: Sequence[Work]) -> tuple[list[Try], list[Try], int]:
    """Tries in order; answers that cannot be marked; and how many were too many to look at.

    Only what was done in play is a try: not a review, and not a road after a step back.
    """
    items: dict[int, Item] = {}
    known: dict[tuple[int, bytes], _Marked] = {}
    said: list[Turn] = []
    good: list[Try] = []
    bad: list[Try] = []
    looked = ignored = 0
    for record in records:
        if record.way != PLAY:
            continue
        if isinstance(record, Turn):
            said = [] if record.how == "anew" else [*said, record][-MOST_STEPS:]
        if isinstance(record, Draft) and good:
            good[-1] = _rated(good[-1], record.value)
        if not isinstance(record, Answer):
            continue
        if looked >= MOST_TRIES:
            ignored += 1
            continue
        looked += 1
        if record.variant not in items:
            items[record.variant] = variant(found, trainee, record.variant)
        item = items[record.variant]
        same = (record.variant, msgspec.json.encode(record.answer))
        if same not in known:
            # A variant of the trainee's own is answered by nobody else.
            shared = bool(found.kind.pool) or item.exercise is found.exercise
            known[same] = (
                _once(item, record.answer, same[1]) if shared else _mark(item, record.answer)
            )
        placed, tried = _typed(said)
        one = Try(
            record=record,
            item=item,
            result=known[same].result,
            right=known[same].right,
            number=looked,
            typed=placed,
            tried=tried,
        )
        (bad if isinstance(one.result, Invalid) else good).append(one)
    return good, bad, ignored


def _once(item: Item, answer: Any, encoded: bytes) -> _Marked:
    """As `_mark`, once for all trainees who answer the same."""
    asked = (id(item.exercise), id(item.key), encoded)
    held = _KEPT.get(asked)
    if held is None:
        held = item, _mark(item, answer)
        if len(_KEPT) >= MOST_KEPT:
            _KEPT.clear()
        _KEPT[asked] = held
    return held[1]


def _mark(item: Item, answer: Any) -> _Marked:
    if answer is None:
        return _Marked(Invalid("There is no answer in it."), None)
    result = check(item, answer)
    return _Marked(result, is_right(item, answer, result))


def _typed(said: Sequence[Turn]) -> tuple[tuple[Typed, ...], tuple[Typed, ...]]:
    """Of one conversation: lines typed with the choices after them, and those that were none."""
    placed: list[Typed] = []
    tried: list[Typed] = []
    turn = 1
    for one in said:
        line = quoted(one.typed.strip(), IN_CELL)
        if one.choice and line:
            made = Typed(choice=one.choice, line=line, placed=one.how == "placed", turn=turn)
            placed.append(made)
        elif line:
            tried.append(Typed(choice="", line=line, turn=turn))
        turn += bool(one.choice)
    return tuple(placed), tuple(tried)


def _rated(one: Try, draft: Any) -> Try:
    """A try with how the trainee rated it: that is kept as a draft of the same text."""
    ratings = one.item.kind.ratings
    match draft:
        case {"text": str(text), "own": str(own)} if text == one.record.answer and own in ratings:
            return msgspec.structs.replace(one, own=own)
    return one


def best_of(good: Sequence[Try]) -> Try:
    """The best try, the earliest of equals; where nothing is marked by rule, the last."""
    scored = [one for one in good if one.share is not None]
    if not scored:
        return good[-1]
    return max(scored, key=lambda one: one.share or 0.0)
