"""What the owner of the data is asked, and only in doubt."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from course.exports.errors import Doubt


class Question(Struct, frozen=True):
    """One question with its possible answers."""

    text: str
    answers: tuple[tuple[str, str], ...]
    """What to answer, and what that means; none where any text will do."""
    otherwise: str
    """What to do where nobody can be asked, as a sentence."""
    about: tuple[str, ...] = ()
    """The headings of the columns that leave it open."""
    cells: dict[str, tuple[str, ...]] = {}
    """Some cells of those columns, by heading."""


Ask = Callable[[Question], str]
"""Puts a question to a person and returns one of its answers."""


def settle(question: Question, ask: Ask | None) -> str:
    """The answer to a question.

    Raises:
        Doubt: If there is nobody to ask, or the answer is none of those possible.

    >>> order = Question("Which?", (("d", "day"), ("m", "month")), "Say which.")
    >>> settle(order, lambda question: "d")
    'd'
    """
    if ask is None:
        raise Doubt(f"{question.text} {question.otherwise}")
    answer = ask(question).strip()
    if question.answers and answer not in {key for key, _ in question.answers}:
        raise Doubt(f"{question.text} {answer!r} is none of the answers. {question.otherwise}")
    return answer
