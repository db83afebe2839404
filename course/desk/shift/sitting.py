"""One trainee in one day: what the log holds of it, played again, and the one way to go on.

No page comes in here. What is done is written first, and only then is the day another one.
"""

from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from course.answers import PLAY, Act, DayHistory, Draft, GoneOn, Session, Shift, Way
from course.answers.shifts import day_history
from course.lessons.conversations import Conversations
from course.shift import Action, ActionError, Day, Desk, actions, advance, day_for
from course.shift.again import Again, desk_hash, play_again


class Place(NamedTuple):
    """Where in a day somebody is."""

    way: Way
    """In play, or on a road after something was taken back."""
    done: int
    """So many steps are known of it; whoever knows fewer is behind."""


class Stand(NamedTuple):
    """A day as it stands, with how it came to it."""

    place: Place
    again: Again
    changed: bool
    """The course has changed since the day was begun."""

    @property
    def day(self) -> Day:
        """The day itself."""
        return self.again.day


class Sitting:
    """A day on the desk of one trainee.

    Args:
        session: Where it is kept.
        seed: It draws the day, the same for everybody.
        desk: The day, where it is not to be drawn from the session's course.
    """

    def __init__(self, session: Session, seed: int, desk: Desk | None = None) -> None:
        self.session, self.seed = session, seed
        self.name = f"shift-{seed}"
        self._desk = desk
        self._played: tuple[tuple[Action, ...], Again] | None = None

    @cached_property
    def desk(self) -> Desk:
        """Who gets in touch, and when."""
        if self._desk is not None:
            return self._desk
        known = Conversations(self.session.course)
        return day_for(self.seed, known.names, known)

    @cached_property
    def content(self) -> str:
        """The hash of the desk."""
        return desk_hash(self.desk)

    @property
    def history(self) -> DayHistory:
        """All that was done in this day."""
        return day_history(self.session.reading.of(self.name), self.name)

    def way(self) -> Way:
        """On which way the trainee is: the one that was gone on with, or gone back to, last."""
        way = PLAY
        for record in self.session.reading.of(self.name):
            if isinstance(record, Act):
                way = record.way
            elif isinstance(record, Draft):
                way = PLAY
        return way

    def stand(self) -> Stand | None:
        """The day as it stands; None where it was not begun yet."""
        history, way = self.history, self.way()
        begun = history.of(way)
        if not begun:
            return None
        log, content = _whole(history, way, begun[-1])
        again = self._play(log)
        done = len(history.steps.get(way, ()))
        return Stand(Place(way, done), again, content != self.content)

    def of_play(self, number: int = 0) -> Again | None:
        """A day as it was played, from 1; without a number the last. None where there is none."""
        begun = self.history.attempts
        return play_again(self.desk, begun[number - 1].log) if begun else None

    def begin(self, known: Place | None) -> None:
        """Begins the day, or begins it anew: what was done before stays in the log.

        Raises:
            GoneOn: where the day was begun or has gone on elsewhere.
            OSError: where the disk says no.
        """
        steps = self.history.steps.get(PLAY, ())
        if known is not None and known.way == PLAY and known.done != len(steps):
            raise GoneOn
        if known is None and steps:
            raise GoneOn
        self._keep("begin", after=steps)

    def do(self, action: Action, known: Place | None = None) -> Stand:
        """Does one thing, and keeps it. Sent twice, because an answer was late, it is done once.

        Args:
            action: What is done.
            known: Where in the day whoever does it thinks to be; without it, where it stands.

        Raises:
            ActionError: where it cannot be done now.
            GoneOn: where the day has gone on elsewhere.
            OSError: where the disk says no; then it is not done.
        """
        now = self.stand()
        if now is None:
            raise ActionError("The day has not begun.")
        if known is not None and known != now.place:
            if known.way == now.place.way and self._was_last(action, known):
                return now
            raise GoneOn
        advance(now.day, action)
        way = now.place.way
        if now.again.stopped:
            self._begin_again(now)
        self._keep(action.do, action.contact, action.what, way=way, after=self._steps(way))
        after = self.stand()
        assert after is not None, "what was just kept is there"
        return after

    def take_back(self, number: int, turn: int) -> None:
        """Goes back before something that was done, to play on from there: a road.

        Args:
            number: The day as it was played, from 1.
            turn: What was done in it, from 1.

        Raises:
            GoneOn: where there is no such thing.
            OSError: where the disk says no.
        """
        history = self.history
        if not 1 <= number <= len(history.attempts):
            raise GoneOn
        if not 1 <= turn <= len(history.attempts[number - 1].acts):
            raise GoneOn
        way = Way(occasion="road", attempt=number, turn=turn)
        self._keep("begin", way=way, after=self._steps(way))

    def leave_road(self) -> None:
        """Goes back to the day as it was played. What was done on the road stays."""
        self.session.leave(self.name, {"shown": "play"})

    def _begin_again(self, now: Stand) -> None:
        """Where the course has changed, what can still be played is done again, in a new try."""
        way = now.place.way
        before = way.turn - 1 if way.turn else 0
        self._keep("begin", way=way, after=self._steps(way))
        for one in now.again.log[before:]:
            self._keep(one.do, one.contact, one.what, way=way, after=self._steps(way))

    def _was_last(self, action: Action, known: Place) -> bool:
        steps = self._steps(known.way)
        last = steps[-1]
        same = (last.do, last.contact, last.what) == (action.do, action.contact, action.what)
        return known.done == len(steps) - 1 and same

    def _steps(self, way: Way) -> tuple[Act, ...]:
        return self.history.steps.get(way, ())

    def _keep(self, do: str, contact: str = "", what: str = "", *, after: tuple[Act, ...],
              way: Way = PLAY) -> None:  # fmt: skip
        self.session.act(self.name, do, contact, what, seed=self.seed,  # type: ignore[arg-type]
                         content=self.content, after=after, way=way)  # fmt: skip

    def _play(self, log: tuple[Action, ...]) -> Again:
        """The log played; what was played already is not played again."""
        if self._played is not None:
            known, again = self._played
            if log[: len(known)] == known and again.stopped is None:
                again = _on(again, log[len(known) :])
                self._played = (log, again)
                return again
        self._played = (log, play_again(self.desk, log))
        return self._played[1]


def _whole(history: DayHistory, way: Way, shift: Shift) -> tuple[tuple[Action, ...], str]:
    """All that was done from the opening on, and the desk on which it was begun."""
    if not way.attempt:
        return shift.log, shift.content
    left = history.attempts[way.attempt - 1]
    return (*left.log[: way.turn - 1], *shift.log), shift.content


def _on(again: Again, more: tuple[Action, ...]) -> Again:
    days, log = list(again.days), list(again.log)
    for action in more:
        try:
            days.append(advance(days[-1], action))
        except ActionError:
            return Again(tuple(days), tuple(log), action)
        log.append(action)
    return Again(tuple(days), tuple(log))


def possible(day: Day) -> Mapping[str, list[Action]]:
    """What can be done, by contact; under no name what is about nobody."""
    found: dict[str, list[Action]] = {}
    for one in actions(day):
        found.setdefault(one.contact, []).append(one)
    return found
