"""How long it takes to tell where a trainee stands who has done a great deal.

Run it by hand: ``python -m tests.benchmarks.progress``. CPU milliseconds, the least of several. A
kernel that has just begun also reads the exercises that were answered, and pandas where figures of
whole records are among them; that is shown beside, by how much of the course was done.
"""

import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from course.answers import Session, open_session
from course.exercises import best
from course.grading.simulate import BEGAN, take
from course.lessons import load_course
from course.progress import (
    can_do,
    carry_on,
    due,
    facts,
    lesson_standing,
    next_station,
    pick,
    slips,
    standing,
    ten_minutes,
    where,
)

RECORDS = 2_000
LATER = BEGAN + timedelta(days=30)
ASKED: dict[str, Callable[[Session], Any]] = {
    "standing": standing,
    "where": where,
    "can_do": can_do,
    "slips": slips,
    "due": lambda session: due(session, LATER),
    "pick": lambda session: pick(session, LATER),
    "carry_on": carry_on,
    "ten_minutes": lambda session: ten_minutes(session, LATER),
    "facts": facts,
}


def milliseconds(work: Callable[[], Any]) -> float:
    began = time.process_time()
    work()
    return 1000 * (time.process_time() - began)


def fill(folder: Path) -> None:
    """Every exercise answered, those of the course again and again, until there are enough."""
    session = take(load_course(), folder, "careless", "Somebody", seed=1)
    items = [one for one in session.course.items() if one.kind.name != "reply"]
    at = 0
    while len(session.reading.records) < RECORDS:
        item = session.item(items[at % len(items)].id)
        assert item is not None
        session.answer(item.id, best(item))
        at += 1


def home(session: Session) -> None:
    """What the first page asks."""
    standing(session)
    carry_on(session)
    ten_minutes(session, LATER)
    can_do(session)
    slips(session)


def opened(folder: Path, ask: Callable[[Session], Any]) -> float:
    """From a course that nobody has read to the answer, imports left out."""
    return milliseconds(lambda: ask(open_session(load_course(), folder)))


def least(work: Callable[[], float], times: int = 5) -> float:
    return min(work() for _ in range(times))


def one_more(session: Session) -> float:
    """One record more, and then asked again."""
    session.draft("yellow-lamp", [])
    return milliseconds(partial(standing, session))


def main() -> None:
    with tempfile.TemporaryDirectory() as made:
        full, empty = Path(made) / "full", Path(made) / "empty"
        fill(full)
        course = load_course()
        count = sum(len(one) for one in course.lessons.values())
        print(f"{count} exercises, {RECORDS:,} records")
        opened(full, home)  # Imports what it needs, which is not counted.
        print(f"home on the first day: {least(partial(opened, empty, home)):.0f} ms")
        print("All exercises answered, and none of them read yet:")
        print(f"  home: {least(partial(opened, full, home)):.0f} ms")
        for name in course.lessons:
            took = least(partial(opened, full, partial(guide, lesson=name)))
            print(f"  the guide of {name}: {took:.0f} ms")
        print("All of them read:")
        for one in course.items():
            assert one.id
        session = open_session(course, full)
        for name, ask in ASKED.items():
            first = milliseconds(partial(ask, session))
            then = least(partial(milliseconds, partial(ask, session)))
            print(f"  {name}: {first:.1f} ms, asked again {then:.1f} ms")
        print(f"  standing, after one record more: {least(partial(one_more, session)):.1f} ms")


def guide(session: Session, lesson: str) -> None:
    """What the guide of a lesson's page asks."""
    place = where(session, lesson)
    lesson_standing(session, lesson)
    next_station(session, lesson, place.station)


if __name__ == "__main__":
    main()
