"""Somebody who works without pause in one process, half of the time as a page does."""

import json
import os
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
from tests.faults.trainee import REPLY, TALK, Tell, Trainee

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
COURSE = Course(SMALL, SMALL)


class Widgets:
    """The page of one session: its widgets, without a browser."""

    def __init__(self, session: Session) -> None:
        self._made = {name: _widget(session, name) for name in (REPLY, TALK)}

    def view(self, exercise: str) -> dict[str, Any]:
        """What is drawn."""
        drawn: dict[str, Any] = self._made[exercise].view
        return drawn

    def ask(self, exercise: str, do: str, value: object) -> dict[str, Any]:
        """What the widget answers."""
        made, sent = self._made[exercise], list[dict[str, Any]]()
        made.send = lambda message, buffers=None: sent.append(message)
        made._heard(None, {"re": 1, "do": do, "value": value})
        return sent[0]


def _widget(session: Session, exercise: str) -> ExerciseWidget:
    item = session.item(exercise)
    assert item is not None
    return ExerciseWidget(item, session)


class Worker(Trainee):
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
        super().__init__(Widgets(self.session), name, tell)

    def step(self, number: int) -> None:
        """Writes something, half of the time as a page does, and tells what was said."""
        some = (self.keep_draft, self.keep_answer, self.draft, self.line)
        try:
            self.dice.choice(some)(self.words(number))
        except GoneOn:
            self.tell("refused", "it has gone on elsewhere")
        except OSError as error:
            self.tell("refused", error.strerror or str(error))

    def keep_draft(self, words: str) -> None:
        """Leaves a reply without a page."""
        self.session.draft(REPLY, {"text": words, "own": ""})
        self.tell("kept", words)

    def keep_answer(self, words: str) -> None:
        """Hands a reply in without a page."""
        self.session.answer(REPLY, words)
        self.tell("kept", words)


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
