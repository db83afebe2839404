"""Somebody who works without pause, and says of each step what they were told."""

import json
import os
import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from course import scenarios
from course.answers import Answer, Draft, GoneOn, Session, Turn, open_session, utc_now
from course.answers.submission import parse_all
from course.lessons import Course
from course.page import ExerciseWidget

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
COURSE = Course(SMALL, SMALL)
REPLY, TALK = "in-your-words", "broken-mug"
LINES = ("own-it", "new-mug")
Tell = Callable[[str, str], None]


class Worker:
    """One session in a folder, with the widgets that a page would have.

    Args:
        folder: The course folder.
        name: Begins everything written, so that it can be told apart.
        tell: Hears ``kept`` or ``saved`` with what was written, or ``refused`` with why.
        clock: Gives the time.
    """

    def __init__(
        self, folder: Path, name: str, tell: Tell, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self.session: Session = open_session(COURSE, folder, clock)
        self.name, self.tell, self.dice = name, tell, random.Random(name)
        self.reply, self.talk = self._widget(REPLY), self._widget(TALK)

    def _widget(self, exercise: str) -> ExerciseWidget:
        item = self.session.item(exercise)
        assert item is not None
        return ExerciseWidget(item, self.session)

    def step(self, number: int) -> None:
        """Writes something, half of the time as a page does, and tells what was said."""
        words = f"{self.name}-{number} is what I would say here"
        try:
            self.dice.choice([self._draft, self._answer, self._page_draft, self._line])(words)
        except GoneOn:
            self.tell("refused", "it has gone on elsewhere")
        except OSError as error:
            self.tell("refused", error.strerror or str(error))

    def _draft(self, words: str) -> None:
        self.session.draft(REPLY, {"text": words, "own": ""})
        self.tell("kept", words)

    def _answer(self, words: str) -> None:
        self.session.answer(REPLY, words)
        self.tell("kept", words)

    def _page_draft(self, words: str) -> None:
        self._ask(self.reply, "draft", {"text": words, "own": ""}, words)

    def _line(self, words: str) -> None:
        view = self.talk.view
        if view["asks"] is None:
            self._ask(self.talk, "again", view["play"])
        view = self.talk.view
        if view["asks"] is not None:
            value = {"play": view["play"], "after": view["turns"], "typed": words}
            self._ask(self.talk, "turn", {**value, "choice": LINES[view["turns"]]}, words)

    def _ask(self, made: ExerciseWidget, do: str, value: object, words: str = "") -> None:
        sent: list[Any] = []
        made.send = lambda message, buffers=None: sent.append(message)
        made._heard(None, {"re": 1, "do": do, "value": value})
        if sent[0].get("error"):
            self.tell(
                "refused", sent[0]["error"].partition(". ")[0].removeprefix("The disk refused it: ")
            )
        elif words and sent[0]["saved"]:
            self.tell("saved", words)


def teller(pipe: int) -> Tell:
    """Tells through a pipe, in lines that are whole or not there."""
    return lambda how, what: void(os.write(pipe, json.dumps([how, what]).encode() + b"\n"))


def void(_: object) -> None:
    """Nothing comes of it."""


def found(folder: Path) -> Counter[str]:
    """How often each thing that was written counts, when the folder is opened again."""
    counted: Counter[str] = Counter()
    talk: list[Turn] = []
    for record in parse_all(folder).records:
        match record:
            case Draft(exercise="in-your-words", value={"text": str(words)}):
                counted[words] += 1
            case Answer(exercise="in-your-words", answer=str(words)):
                counted[words] += 1
            case Turn(how="anew"):
                talk = []
            case Turn():
                talk.append(record)
                if _heard(talk):
                    counted[record.typed] += 1
    return counted


def _heard(talk: list[Turn]) -> bool:
    """Whether the customer hears the last line: one that cannot be said there is dropped."""
    item = COURSE.find(TALK)
    assert item is not None
    try:
        scenarios.play(item.exercise.scenario, tuple(one.choice for one in talk))
    except ValueError:
        return False
    return True
