"""Other days on the same desk, and the decisions that mattered: worked out while the page is up.

Together they take ten seconds and more of a processor. So a thread does it, once for each desk of
this kernel, and whoever asks is told what is there by then.
"""

import logging
from collections.abc import Callable
from functools import partial
from threading import Lock, Thread

from course.shift import Action, Day, Desk
from course.shift.best import Best, best_day
from course.shift.measure import Figure, measured
from course.shift.policies import PEOPLE, play
from course.shift.turning import Turning, turning_points

BEST = "Best day found"
PLAYED = {
    "First come, first served": "first come, first served",
    "Doing nothing": "nothing",
    "Cheapest": "cheapest",
}
"""Days that somebody plays, by what they are called here."""
NAMES = (BEST, "First come, first served", "Cheapest", "Doing nothing")
"""All of them, in the order in which they are shown."""
Log = tuple[Action, ...]
_log = logging.getLogger(__name__)


class Beside:
    """What is known of other days on a desk, and of the decisions of days played on it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.best: Best | None = None
        self.days: dict[str, tuple[Day, dict[str, Figure]]] = {}
        """Those that are there, with their figures by name."""
        self.decisions: dict[Log, tuple[Turning, ...]] = {}
        self.failed = False
        self._thread: Thread | None = None
        self._wanted: list[Callable[[], None]] = []
        self._lock = Lock()
        self._begun = False
        self._asked: set[Log] = set()

    def ask(self, log: Log) -> bool:
        """Has it worked out what is not there yet; says whether all is there."""
        with self._lock:
            if not self._begun:
                self._begun = True
                self._wanted += [partial(self._play, name) for name in PLAYED]
                self._wanted.append(self._search)
            if log not in self._asked:
                self._asked.add(log)
                # Two of the days are there in no time; then what mattered is wanted first.
                self._wanted.insert(2, partial(self._turn, log))
            busy = self._thread is not None and self._thread.is_alive()
            if self._wanted and not busy:
                self._thread = Thread(target=self._work, daemon=True, name="other days")
                self._thread.start()
        return not self.busy

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return bool(self._wanted) or (self._thread is not None and self._thread.is_alive())

    def finish(self) -> None:
        """Waits until all is there; for tests."""
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted:
                    return
                todo = self._wanted.pop(0)
            try:
                todo()
            except Exception:
                # A thread has nobody to tell: the page says that it could not be worked out.
                _log.exception("could not work out other days of %r", self.desk.seed)
                self.failed = True

    def _play(self, name: str) -> None:
        self._put(name, play(self.desk, PEOPLE[PLAYED[name]])[0])

    def _search(self) -> None:
        best = best_day(self.desk)
        self._put(BEST, best.day)
        self.best = best

    def _turn(self, log: Log) -> None:
        self.decisions[log] = turning_points(self.desk, log)

    def _put(self, name: str, day: Day) -> None:
        self.days[name] = (day, figures(day))


def figures(day: Day) -> dict[str, Figure]:
    """The figures of a day by their names."""
    return {one.name: one for one in measured(day)}


_KNOWN: dict[str, Beside] = {}


def beside(content: str, desk: Desk) -> Beside:
    """What is known of a desk in this kernel.

    Args:
        content: The desk's hash.
        desk: The desk.
    """
    return _KNOWN.setdefault(content, Beside(desk))
