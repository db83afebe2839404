"""Sessions speak in one conversation at once, are held up and killed: what is saved counts.

Each writes and looks only when it is told to, so that any order of what they do can be tried.
"""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from course.answers import Entry, GoneOn, Logged, Profile, Session, Turn, chain, encode
from course.lessons import Course

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
COURSE = Course(SMALL, SMALL)
TALK = "broken-mug"
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
WHO = Profile(v=3, n=1, at="2026-11-23T08:00:00.000000Z", prev=chain(b""), trainee="t-1")


class Killed(BaseException):
    """Ends somebody where they are."""


class Disk:
    """Files that all sessions see."""

    def __init__(self) -> None:
        self.files: dict[str, list[bytes]] = {"who": [encode(WHO)]}

    def read(self, refused: list[str]) -> Logged:
        return Logged({name: tuple(raw) for name, raw in self.files.items()}, refused)

    def sizes(self) -> dict[str, int]:
        return {name: len(raw) for name, raw in self.files.items()}


class Gated:
    """The log of one session on such a disk.

    Args:
        disk: Where the lines are.
        name: Names the session's own file.
        gate: Called before each line that is written, and before a look.
        every: Whether it is called before every look, or only before the first after a line.
    """

    saved = True

    def __init__(self, disk: Disk, name: str, gate: Callable[[], None], every: bool) -> None:
        self._disk, self._name, self._gate, self._every = disk, name, gate, every
        self.refused: list[str] = []
        self._looked = False
        self._seen: dict[str, int] = {}

    def append(self, record: Entry) -> None:
        self._gate()
        mine = self._disk.files.setdefault(self._name, [])
        mine.append(encode(record))
        self._seen[self._name] = len(mine)
        self._looked = False

    def raw(self) -> dict[str, list[bytes]]:
        return {name: list(lines) for name, lines in self._disk.files.items()}

    def read(self) -> Logged:
        self._seen = self._disk.sizes()
        return self._disk.read(self.refused)

    def changed(self) -> bool:
        if self._every or not self._looked:
            self._gate()
        self._looked = True
        return self._disk.sizes() != self._seen

    def last(self) -> bytes:
        return self._disk.files.get(self._name, [b""])[-1]


class Speaker:
    """A session in a thread of its own, which goes on to its next line or look when it is told to.

    Args:
        disk: Where it writes.
        name: Its file, and the beginning of what it types.
        late: Seconds that its clock is late.
        lines: How many it tries to say.
        every: See `Gated`.
    """

    def __init__(self, disk: Disk, name: str, late: int, lines: int, every: bool) -> None:
        self.name, self._lines = name, lines
        self.done = False
        self.wrong: Exception | None = None
        self.saved: list[tuple[str, list[str]]] = []
        """What was called saved, each with what it was said after."""
        self._log = Gated(disk, name, self._gate, every)
        self._at, self._killed = NINE - timedelta(seconds=late), False
        self._go, self._there = threading.Semaphore(0), threading.Semaphore(0)
        self._thread = threading.Thread(target=self._live, daemon=True)
        self._thread.start()
        self._there.acquire()

    def step(self) -> None:
        """Lets it do one thing."""
        self._go.release()
        self._there.acquire()
        if self.wrong:
            raise self.wrong

    def kill(self) -> None:
        """Ends it before what it would do next."""
        self._killed = True
        self.step()

    def _gate(self) -> None:
        self._there.release()
        self._go.acquire()
        if self._killed:
            raise Killed

    def _live(self) -> None:
        try:
            self._speak()
        except Killed:
            pass
        except Exception as error:
            self.wrong = error
        self.done = True
        self._there.release()

    def _speak(self) -> None:
        self._gate()
        session = Session(COURSE, self._log, self._clock, by=self.name)
        for number in range(self._lines):
            known = session.history(TALK).steps
            with suppress(GoneOn):
                typed = f"{self.name}{number}"
                session.turn(TALK, "own-it", typed, after=known)
                self.saved.append((typed, [one.typed for one in known]))

    def _clock(self) -> datetime:
        self._at += timedelta(seconds=1)
        return self._at


Choose = Callable[[list[str]], str]


def play(choose: Choose, names: str, lines: int = 1, every: bool = False, kills: int = 1) -> Disk:
    """All speak in the order that is chosen, and some are killed; what was called saved counts.

    Args:
        choose: Says who goes on, or with a dagger who is killed, of those that are given.
        names: One letter for each that speaks. The clock of each is behind that of the one before.
        lines: How many each tries to say.
        every: See `Gated`.
        kills: How many may be killed.
    """
    disk = Disk()
    some = {name: Speaker(disk, name, late, lines, every) for late, name in enumerate(names)}
    last = ""
    while alive := [name for name, one in some.items() if not one.done]:
        # Nobody else can tell when somebody was killed, so it is tried after their own steps only.
        doomed = [f"{last}†"] if kills and last in alive else []
        chosen = choose(alive + doomed)
        last = chosen[0]
        if chosen == last:
            some[last].step()
        else:
            some[last].kill()
            kills -= 1
    check(disk, [one for speaker in some.values() for one in speaker.saved])
    return disk


def check(disk: Disk, saved: list[tuple[str, list[str]]]) -> None:
    """What was called saved counts once and follows what it was said after; one can go on."""
    said = spoken(disk)
    for typed, before in saved:
        assert said.count(typed) == 1, (typed, said, disk.files)
        assert said[: said.index(typed)] == before, (typed, before, said, disk.files)
    alone = Speaker(disk, "z", 0, 1, every=False)
    while not alone.done:
        alone.step()
    assert alone.saved == [("z0", said)]
    assert spoken(disk) == [*said, "z0"]


def spoken(disk: Disk) -> list[str]:
    """What is read by somebody who comes afterwards."""
    return [one.typed for one in disk.read([]).records if isinstance(one, Turn)]


def orders() -> Iterator[Choose]:
    """Choices that differ each time, until all have been made."""
    plan: list[int] = []
    while True:
        widths: list[int] = []

        def choose(options: list[str], widths: list[int] = widths) -> str:
            if len(widths) == len(plan):
                plan.append(0)
            widths.append(len(options))
            return options[plan[len(widths) - 1]]

        yield choose
        while plan and plan[-1] + 1 == widths[len(plan) - 1]:
            plan.pop()
        if not plan:
            return
        plan[-1] += 1


@pytest.mark.parametrize("names", ["ab", "ba"])
def test_what_two_are_told_counts_in_every_order_and_after_every_kill(names: str) -> None:
    tried = 0
    for choose in orders():
        play(choose, names)
        tried += 1
    assert tried > 1000


def test_what_three_are_told_counts_in_many_orders() -> None:
    """Several lines each, every look apart, some held up for long, and two of them killed."""
    dice = random.Random(20261123)
    for number in range(300):
        last = ""

        def choose(options: list[str], haste: float = number % 10 / 10) -> str:
            nonlocal last
            if last not in options or dice.random() > haste:
                last = dice.choice(options)
            return last

        play(choose, "abc", lines=3, every=True, kills=2)


def in_turn(disk: Disk, names: str) -> Disk:
    """Two lines each, one session after the other."""
    for name in names:
        one = Speaker(disk, name, 0, 2, every=False)
        while not one.done:
            one.step()
    return disk


def test_a_line_that_is_lost_takes_no_other_with_it() -> None:
    whole = in_turn(Disk(), "abcd").files
    said = [f"{name}{number}" for name in "abcd" for number in (0, 1)]
    for file, lines in whole.items():
        for at, line in enumerate(lines):
            rest = Disk()
            rest.files = {**whole, file: [*lines[:at], *lines[at + 1 :]]}
            kept = [typed for typed in said if f'"typed":"{typed}"'.encode() not in line]
            assert spoken(rest) == kept


def test_of_two_computers_that_saw_nothing_of_each_other_one_counts_whole() -> None:
    """A sync client brings both together: no conversation is pieced together from two."""
    begun = in_turn(Disk(), "a").files
    both = Disk()
    for names in ("bc", "de"):
        here = Disk()
        here.files = {name: list(lines) for name, lines in begun.items()}
        both.files |= in_turn(here, names).files
    one, other = (["a0", "a1", "b0", "b1", "c0", "c1"], ["a0", "a1", "d0", "d1", "e0", "e1"])
    assert spoken(both) in (one, other)
