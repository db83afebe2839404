"""Survey answers as numbers: words put in order, and the scale they were given on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from course.exports.values.numbers import number

GOOD_BAD = {"good": 1, "good with comment": 1, "bad": 0, "bad with comment": 0}
_NO_ANSWER = frozenset({"offered", "not offered", "unoffered", "no response", "not rated"})
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
_MEANS = {"neither satisfied nor dissatisfied": "neutral", "unsatisfied": "dissatisfied",
          "very unsatisfied": "very dissatisfied", "great": "good", "ok": "neutral"}  # fmt: skip


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
    for answers in (*_HAPPY, *_SATISFIED):
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
    """
    if (meant := known.get(told(cell))) is not None:
        return meant
    head, _, tail = cell.partition("/")
    found = number(head if tail.strip().isdigit() else cell, comma)
    return int(found) if found is not None and found == int(found) else None


def scale_of(answers: Iterable[int]) -> tuple[int, int] | None:
    """The scale that the answers show by their highest; None where it stays open.

    >>> scale_of([1, 4, 5]), scale_of([2, 7]), scale_of([0, 1]), scale_of([2, 3]) is None
    ((1, 5), (1, 7), (0, 1), True)
    """
    there = set(answers)
    if not there:
        return None
    if there <= {0, 1}:
        return 0, 1
    highest = max(there)
    if highest in (4, 5):
        return 1, 5
    if highest in (6, 7):
        return 1, 7
    return (0 if 0 in there else 1, 10) if 8 <= highest <= 10 else None
