"""What the views of all kinds share."""

import random
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar

from course.answers import History
from course.exercises import (
    Invalid,
    Item,
    NeedsReview,
    NotAttempted,
    Recorded,
    Result,
    Scored,
)

T = TypeVar("T")
View = dict[str, Any]


class Now(NamedTuple):
    """One exercise as it stands for one trainee."""

    item: Item
    history: History
    seed: int
    result: Result
    """Of the last answer given."""
    given: Any
    """What to show as entered: the draft, else the last answer, else None."""


def shuffled(things: Sequence[T], seed: int, salt: str = "") -> list[T]:
    """The same order every time for the same trainee and exercise.

    >>> shuffled("abcd", 7) == shuffled("abcd", 7)
    True
    >>> sorted(shuffled("abcd", 7, "second"))
    ['a', 'b', 'c', 'd']
    """
    made = list(things)
    random.Random(f"{seed}/{salt}").shuffle(made)
    return made


def figure(value: float) -> str:
    """A mark without needless decimals.

    >>> figure(3.0), figure(0.5)
    ('3', '0.5')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def mark_of(earned: float, total: float) -> str:
    """``full``, ``part`` or ``none``.

    >>> mark_of(1, 1), mark_of(0.5, 1), mark_of(0, 1), mark_of(-1, 0)
    ('full', 'part', 'none', 'none')
    """
    if total and earned >= total - 1e-9:
        return "full"
    return "part" if earned > 0 else "none"


RECORDED = "Kept for your instructor, who marks it."
REVIEW = "Kept. A person reads it and gives the mark."
WORDS = {"full": "Right", "part": "In part", "none": "Not yet"}


def verdict(result: Result) -> View | None:
    """The result in words; None before there is one."""
    match result:
        case NotAttempted():
            return None
        case Invalid(reason=reason):
            return {"kind": "invalid", "mark": "", "word": reason, "score": ""}
        case Recorded():
            return {
                "kind": "recorded",
                "mark": "",
                "score": "",
                "word": "Kept for your instructor, who marks it.",
            }
        case NeedsReview():
            return {
                "kind": "review",
                "mark": "",
                "word": REVIEW,
                "score": "",
            }
        case Scored():
            mark = mark_of(result.earned, result.total)
            return {
                "kind": "scored",
                "mark": mark,
                "word": WORDS[mark],
                "score": f"{figure(result.earned)} of {figure(result.total)}",
            }


def standing(history: History) -> View | None:
    """The result of the last try in words; full marks, once reached, stand beside a later one."""
    if not history.attempts:
        return None
    last = history.attempts[-1].result
    made = verdict(last)
    reached = [one.attempt for one in history.attempts if _full(one.result)]
    if made is None or made["kind"] != "scored" or not reached or _full(last):
        return made
    this = f"{made['word'].lower()}, {made['score']}"
    word = f"Full marks on try {reached[0]}; this try: {this}"
    return made | {"mark": "full", "word": word, "score": ""}


def _full(result: Result) -> bool:
    return isinstance(result, Scored) and result.full
