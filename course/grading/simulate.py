"""Simulated learners who take the whole course through the one way in, and hand it in."""

import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from course.answers import SCHEMA, FolderLog, Profile, Session, answers_folder, chain, stamp
from course.answers.submission import submit
from course.exercises import Item
from course.grading.players import PLAYERS
from course.lessons import Course
from course.scenarios import Scenario

BEGAN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


class AlreadyThere(Exception):
    """A file that would be written is there already."""


def simulate(course: Course, learners: int, out: Path, *, seed: int = 1) -> Iterator[Path]:
    """Writes a submission for each learner and gives its path. The same seed, the same answers.

    Raises:
        AlreadyThere: where one of the files exists; nothing is written then.
        OSError: where the disk says no.
    """
    names = list(PLAYERS)
    plans = [(names[n % len(names)], n + 1) for n in range(learners)]
    files = [out / f"{kind}-{number:03}.jsonl" for kind, number in plans]
    for path in files:
        if path.exists():
            raise AlreadyThere(f"{path} is there already. Choose another folder or take it away.")
    out.mkdir(parents=True, exist_ok=True)
    for (kind, number), path in zip(plans, files, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            take(course, Path(folder), kind, f"{kind.capitalize()} {number}", seed=seed + number)
            yield submit(Path(folder), path, made=stamp(BEGAN + timedelta(days=1)))


def take(course: Course, folder: Path, kind: str, name: str, *, seed: int) -> Session:
    """One learner takes the whole course in a folder.

    Args:
        course: The course to take.
        folder: Where the answers go.
        kind: One of `PLAYERS`.
        name: What the learner is called.
        seed: Draws the learner's id and every guess.
    """
    dice = random.Random(f"{kind} {seed}")
    clock = _clock()
    log = FolderLog(answers_folder(folder), stamp(BEGAN))
    # The id is drawn rather than random, so that the same seed gives the same variants.
    log.append(
        Profile(
            v=SCHEMA,
            at=stamp(clock()),
            prev=chain(b""),
            trainee=f"{dice.getrandbits(48):012x}",
        )
    )
    session = Session(course, log, clock, by="simulated")
    session.profile(name)
    for found in course.items():
        item = session.item(found.id)
        assert item is not None
        _try(session, item, PLAYERS[kind](item, dice))
        if kind == "careless" and dice.random() < 0.2:
            session.hint(item.id, 1)
            _try(session, item, PLAYERS[kind](item, dice))
    return session


def _try(session: Session, item: Item, answer: Any) -> None:
    if item.kind.scenario is not None:
        if session.history(item.id).turns:
            session.again(item.id)
        _say(session, item, item.kind.scenario(item.exercise, item.key), answer)
    session.answer(item.id, answer)


def _say(session: Session, item: Item, scenario: Scenario, answer: list[str]) -> None:
    """A conversation line by line, as the page keeps it, with words where asked for them."""
    asks = {choice.id for moment in scenario.moments if moment.typed for choice in moment.choices}
    for choice in answer:
        words = "Let me see what I can do here." if choice in asks else ""
        session.turn(item.id, choice, words, placed=bool(words))


def _clock() -> Callable[[], datetime]:
    """Every record a second after the one before, whatever the day is."""
    state = {"now": BEGAN}

    def tick() -> datetime:
        state["now"] += timedelta(seconds=1)
        return state["now"]

    return tick
