"""Somebody in front of a page, who says of each step what the page was told."""

import random
from collections.abc import Callable
from typing import Any, Protocol

REPLY, TALK = "in-your-words", "broken-mug"
LINES = ("own-it", "new-mug")
Tell = Callable[[str, str], None]


class Page(Protocol):
    """What is in front of them."""

    def view(self, exercise: str) -> dict[str, Any]:
        """What is drawn of an exercise."""

    def ask(self, exercise: str, do: str, value: object) -> dict[str, Any]:
        """What Python answers to one message about an exercise."""


class Trainee:
    """Works on two exercises of a page.

    Args:
        page: Where they work.
        name: Begins everything written, so that it can be told apart.
        tell: Hears ``saved`` with what was written, ``anew`` where a conversation was begun anew,
            or ``refused`` with why.
    """

    def __init__(self, page: Page, name: str, tell: Tell) -> None:
        self.page, self.name, self.tell = page, name, tell
        self.dice = random.Random(name)
        self.asking: str | None = None
        """What was asked for and is not answered yet; empty where no words go with it."""

    def step(self, number: int) -> None:
        """Writes something new."""
        self.dice.choice((self.draft, self.answer, self.line))(self.words(number))

    def words(self, number: int) -> str:
        """What nobody else writes, and nobody twice."""
        return f"{self.name}-{number} is what I would say here"

    def draft(self, words: str) -> None:
        """Leaves a reply that is not handed in yet."""
        self._ask(REPLY, "draft", {"text": words, "own": ""}, words)

    def answer(self, words: str) -> None:
        """Hands a reply in."""
        self._ask(REPLY, "answer", words, words)

    def line(self, words: str) -> None:
        """Says a line of the conversation, which is begun anew where it is over."""
        view = self.page.view(TALK)
        if view["asks"] is None:
            self._ask(TALK, "again", view["play"])
        view = self.page.view(TALK)
        if view["asks"] is not None:
            value = {"play": view["play"], "after": view["turns"], "typed": words}
            self._ask(TALK, "turn", {**value, "choice": LINES[view["turns"]]}, words)

    def _ask(self, exercise: str, do: str, value: object, words: str = "") -> None:
        self.asking = words
        told = self.page.ask(exercise, do, value)
        self.asking = None
        if told.get("error"):
            why = told["error"].partition(". ")[0].removeprefix("The disk refused it: ")
            self.tell("refused", why)
        elif told["saved"]:
            self.tell("saved" if words else "anew", words)
