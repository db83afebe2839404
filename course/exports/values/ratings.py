"""Survey answers as numbers: words put in order, and the scale they were given on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from course.exports.values.numbers import number

GOOD_BAD = {"good": 1, "good with comment": 1, "bad": 0, "bad with comment": 0}
GROUPS = {"promoter": 10, "passive": 8, "neutral": 8, "detractor": 3}
"""One answer of each group of a recommendation; which of its answers it was, nobody knows."""
_NO_ANSWER = frozenset({"offered", "not offered", "unoffered", "no response", "not rated"})
_BEFORE = re.compile(r"(\d+)\s*[-–—:=.)(]*\s*[^\d]*[^\W\d_][^\d]*")
_BEHIND = re.compile(r"[^\d]*[^\W\d_][^\d]*[-–—:=(]\s*(\d+)\)?")
_OUT_OF = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:/|out of|of|von|sur|de)\s*(\d+)", re.IGNORECASE)
_STARS = re.compile(r"([★⭐\ufe0f]*)([☆\s]*)")
_HEADING = re.compile(
    r"(?<![\d.])([01])\s*(?:-|–|—|to|bis|à|\.\.)\s*(3|4|5|6|7|10)(?![\d.])", re.IGNORECASE
)
_HEADING_OF = re.compile(r"(?:out of|/)\s*(5|7|10)(?!\d)", re.IGNORECASE)
_FACES = (
    # The faces of Intercom, from the worst to the best.
    {"😠": 1, "🙁": 2, "😐": 3, "😃": 4, "🤩": 5},
)
_HAPPY = (
    ("unhappy", "happy"),
    ("unhappy", "neutral", "happy"),
    ("very unhappy", "unhappy", "neutral", "happy", "very happy"),
    ("extremely unhappy", "unhappy", "neutral", "happy", "extremely happy"),
    ("extremely unhappy", "very unhappy", "unhappy", "neutral", "happy", "very happy",
     "extremely happy"),
)  # fmt: skip
_SATISFIED = (
    ("dissatisfied", "satisfied"),
    ("dissatisfied", "neutral", "satisfied"),
    ("very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"),
)
_GOOD = (
    ("bad", "neutral", "good"),
    ("very bad", "bad", "neutral", "good", "very good"),
    ("poor", "fair", "good", "excellent"),
    ("poor", "fair", "good", "very good", "excellent"),
    ("very poor", "poor", "fair", "good", "very good"),
)
_MEANS = {"neither satisfied nor dissatisfied": "neutral", "unsatisfied": "dissatisfied",
          "very unsatisfied": "very dissatisfied", "great": "good", "ok": "neutral",
          "promoters": "promoter", "passives": "passive", "detractors": "detractor"}  # fmt: skip


def told(cell: str) -> str:
    """An answer in words, in small letters without signs.

    >>> told("Good, with comment"), told("Very  Happy")
    ('good with comment', 'very happy')
    """
    text = " ".join(cell.lower().replace(",", " ").replace("_", " ").split())
    return _MEANS.get(text, text)


def no_answer(cell: str) -> bool:
    """Whether a cell says that nobody answered, rather than what."""
    return told(cell) in _NO_ANSWER


def words(cells: Iterable[str]) -> tuple[dict[str, int], tuple[int, int]] | None:
    """The number that each answer in words stands for, and the scale; None where that is open.

    The shortest list of answers that has them all is taken, so three faces are read as 1-3
    and not as part of 1-5.

    >>> words(["Good", "Bad", "Offered"])[1], words(["Happy", "Very happy", "Neutral"])[1]
    ((0, 1), (1, 5))
    >>> words(["lovely"]) is None
    True
    """
    there = {told(cell) for cell in cells} - _NO_ANSWER
    if not there:
        return None
    if there <= GOOD_BAD.keys():
        return dict(GOOD_BAD), (0, 1)
    for faces in _FACES:
        if there <= faces.keys():
            return dict(faces), (1, len(faces))
    if there <= GROUPS.keys() and there & {"promoter", "detractor"}:
        return dict(GROUPS), (0, 10)
    for answers in (*_HAPPY, *_SATISFIED, *_GOOD):
        if there <= set(answers):
            order = {answer: place for place, answer in enumerate(answers, 1)}
            if len(answers) == 2:
                return {answer: place - 1 for answer, place in order.items()}, (0, 1)
            return order, (1, len(answers))
    return None


def value(cell: str, known: Mapping[str, int], comma: bool = False) -> int | None:
    """The rating in a cell; None where it holds none.

    >>> value("4,0", {}, comma=True), value("4/5", {}), value("Good", GOOD_BAD)
    (4, 4, 1)
    >>> value("5 - Very satisfied", {}), value("Satisfied (4)", {}), value("4 out of 5", {})
    (5, 4, 4)
    >>> value("★★★☆☆", {}), value("2 stars", {}), value("Order 5 of 17 May", {}) is None
    (3, 2, True)
    """
    if (meant := known.get(told(cell))) is not None:
        return meant
    found = number(cell, comma)
    if found is None:
        stars = _STARS.fullmatch(cell)
        if stars and cell:
            return sum(stars[1].count(one) for one in "★⭐") or None
        shape = _OUT_OF.fullmatch(cell) or _BEFORE.fullmatch(cell) or _BEHIND.fullmatch(cell)
        found = number(shape[1], comma) if shape else None
    return int(found) if found is not None and found == int(found) else None


def scale_of(answers: Iterable[int]) -> tuple[int, int] | None:
    """The scale that the answers show by their highest; None where it stays open.

    Ones alone may be a yes or the worst of five, and noughts alone may be no answer.

    >>> scale_of([1, 4, 5]), scale_of([2, 7]), scale_of([0, 1])
    ((1, 5), (1, 7), (0, 1))
    >>> scale_of([2, 3]), scale_of([1])
    (None, None)
    """
    there = set(answers)
    if there == {0, 1}:
        return 0, 1
    highest = max(there, default=0)
    if highest in (4, 5):
        return 1, 5
    if highest in (6, 7):
        return 1, 7
    return (0 if 0 in there else 1, 10) if 8 <= highest <= 10 else None


def scale_in(heading: str, cells: Iterable[str]) -> tuple[tuple[int, int], str] | None:
    """The scale that a heading or the cells name, and which of them does; None where none does.

    >>> scale_in("CSAT (1-5)", []), scale_in("Rating", ["4 out of 5", "★★★★☆"])
    (((1, 5), 'the heading'), ((1, 5), 'the answers'))
    >>> scale_in("CSAT", ["4"]) is None
    True
    """
    if found := _HEADING.search(heading):
        return (int(found[1]), int(found[2])), "the heading"
    if found := _HEADING_OF.search(heading):
        return (1, int(found[1])), "the heading"
    tops = {int(found[2]) for cell in cells if (found := _OUT_OF.fullmatch(cell))}
    tops |= {len(cell.strip()) for cell in cells if "☆" in cell and _STARS.fullmatch(cell)}
    if len(tops) == 1 and (top := tops.pop()) in (3, 4, 5, 6, 7, 10):
        return (1, top), "the answers"
    return None
