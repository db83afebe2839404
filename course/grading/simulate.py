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


def simulate(
    course: Course, learners: int, out: Path, *, seed: int = 1, persons: int = 1
) -> Iterator[Path]:
    """Writes a submission for each learner and gives its path. The same seed, the same answers.

    Args:
        course: The course to take.
        learners: How many take it.
        out: Where the submissions go.
        seed: Draws another set of learners.
        persons: With how many persons each conversation is had, one after the other, as 'Somebody
            else' brings them; the first is the one who is written.

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
            name = f"{kind.capitalize()} {number}"
            take(course, Path(folder), kind, name, seed=seed + number, persons=persons)
            yield submit(Path(folder), path, made=stamp(BEGAN + timedelta(days=1)))


def take(
    course: Course, folder: Path, kind: str, name: str, *, seed: int, persons: int = 1
) -> Session:
    """One learner takes the whole course in a folder.

    Args:
        course: The course to take.
        folder: Where the answers go.
        kind: One of `PLAYERS`.
        name: What the learner is called.
        seed: Draws the learner's id and every guess.
        persons: With how many persons each conversation is had.
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
            trainee=f"t{dice.getrandbits(48):012x}",
        )
    )
    session = Session(course, log, clock, by="simulated")
    session.profile(name)
    for found in course.items():
        for item, person in _met(session, found.id, persons):
            _try(session, item, PLAYERS[kind](item, dice), person)
            if kind == "careless" and dice.random() < 0.2:
                session.hint(item.id, 1, variant=person)
                _try(session, item, PLAYERS[kind](item, dice), person)
    return session


def _met(session: Session, exercise: str, persons: int) -> Iterator[tuple[Item, int]]:
    """An exercise as it is written; then a conversation with others, if others can come."""
    first = session.item(exercise)
    assert first is not None
    yield first, 0
    for number in range(1, persons if first.kind.pool else 1):
        other = session.item(exercise, number)
        if other is None or other.exercise is first.exercise:
            return
        yield other, number


def _try(session: Session, item: Item, answer: Any, person: int) -> None:
    if item.kind.scenario is not None:
        if session.history(item.id).turns:
            session.again(item.id, variant=person)
        _say(session, item, item.kind.scenario(item.exercise, item.key), answer, person)
    session.answer(item.id, answer, variant=person)


def _say(session: Session, item: Item, scenario: Scenario, answer: list[str], person: int) -> None:
    """A conversation line by line, as the page keeps it, with words where asked for them."""
    asks = {choice.id for moment in scenario.moments if moment.typed for choice in moment.choices}
    for choice in answer:
        words = "Let me see what I can do here." if choice in asks else ""
        session.turn(item.id, choice, words, placed=bool(words), variant=person)


def _clock() -> Callable[[], datetime]:
    """Every record a second after the one before, whatever the day is."""
    state = {"now": BEGAN}

    def tick() -> datetime:
        state["now"] += timedelta(seconds=1)
        return state["now"]

    return tick
