"""Reading an export with the answers that are there, up to the first question without one."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from course.exports import Ask, Question, Understood

Read = Callable[[Ask], Understood]
"""Understands an export; puts its questions to whoever is given."""


class _Open(Exception):
    """A question that nobody has answered yet."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.text)
        self.question = question


def read_with(read: Read, given: Mapping[str, str]) -> Understood | Question:
    """The export, or the first question that is still open.

    A form cannot wait in the middle of reading, so a file is read again after each answer.

    Args:
        read: Understands the export.
        given: The answers so far, by the text of the question.

    >>> zone = Question("Which zone?", (), "Say it.")
    >>> read_with(lambda ask: ask(zone), {}).text
    'Which zone?'
    >>> read_with(lambda ask: ask(zone), {"Which zone?": "Europe/London"})
    'Europe/London'
    """

    def ask(question: Question) -> str:
        if question.text not in given:
            raise _Open(question)
        return given[question.text]

    try:
        return read(ask)
    except _Open as open_one:
        return open_one.question
