"""A day at the desk on the page, kept as it is played."""

from contextlib import suppress
from datetime import datetime
from typing import ClassVar

from course.answers import GoneOn, Session, end_of
from course.desk.shift.messages import Back, Happened, Known, ToDo
from course.desk.shift.shown import known, place_of, shown
from course.desk.shift.sitting import Sitting
from course.desk.shift.words import at
from course.desk.source import styles, tool
from course.page.answering import Answering, Clock
from course.page.messages import Done, Hears, Message, Refused
from course.shift import Action, ActionError, Desk, actions
from course.shift.action import Do
from course.shift.worth import worth

ELSEWHERE = "This day has gone on in another tab. It is shown here as it stands now."
CANNOT = "That cannot be done now. What can be done is on the page."


class Shift(Answering):
    """One day of one trainee: the queue, the conversations, and what became of it.

    Args:
        session: Where the day is kept, and what is known of it.
        seed: It draws the day, the same for everybody who has it.
        clock: Gives the time of day that the page calls something saved at.
        desk: The day, where it is not to be drawn from the session's course.

    Raises:
        NoDay: where the course has too few conversations for a day.

    >>> from tests.shift.made import desk, somebody
    >>> from course.answers import MemoryLog
    >>> from course.lessons import load_course
    >>> Shift(Session(load_course(), MemoryLog()), 7, desk=desk(somebody()))
    <Shift 7: not begun, 1 contact>
    """

    hears: ClassVar[Hears] = {
        "ping": None, "look": None, "begin": Known, "act": ToDo, "back": Back, "leave_road": None,
    }  # fmt: skip

    def __init__(
        self, session: Session, seed: int, clock: Clock = datetime.now, desk: Desk | None = None
    ) -> None:
        self.session = session
        self.sitting = Sitting(session, seed, desk)
        super().__init__(tool("shift"), shown(self.sitting), clock, styles())

    def __repr__(self) -> str:
        now, many = self.sitting.stand(), len(self.sitting.desk.contacts)
        facts = f"not begun, {many} {'contact' if many == 1 else 'contacts'}"
        if now is not None:
            day = now.day
            waiting, here = len(day.those("waiting", "held")), len(day.those("open"))
            facts = f"{at(day, day.clock)}, {waiting} waiting, {here} open"
            if day.over:
                facts = f"over at {at(day, day.clock)}, handling mark {worth(day):.0f}"
        return f"<Shift {self.sitting.seed}: {facts}>"

    def begin(self) -> str:
        """Begins the day, or begins it anew; the same as the button."""
        now = self.sitting.stand()
        self.sitting.begin(now.place if now else None)
        self._refresh()
        return repr(self)

    def do(self, do: Do, contact: str = "", what: str = "") -> tuple[Happened, ...]:
        """Does one thing without the page; `possible` says what can be done.

        Args:
            do: `pick`, `say`, `hold`, `hand_over`, `ask_lead`, `call_back`, `follow_up` or `wait`.
            contact: Whom it is about, such as `c3`; nobody, to wait.
            what: The line to say, or the promise to keep.

        Returns:
            What happened, each with the time of day.

        Raises:
            ActionError: where it cannot be done now; the message says what can.
            OSError: where the disk says no; then it is not done.
        """
        before = self.sitting.stand()
        self.sitting.do(Action(do, contact, what), before.place if before else None)
        many = len(self.view["happened"])
        self._refresh()
        return shown(self.sitting).happened[many:]

    @property
    def possible(self) -> tuple[str, ...]:
        """What can be done now, such as `say c3 own-it`."""
        now = self.sitting.stand()
        return tuple(map(str, actions(now.day))) if now else ()

    def _refresh(self) -> None:
        self._show(shown(self.sitting))

    def _kept(self) -> Done:
        self._refresh()
        self._seen()
        return Done(saved=self._now() if self.session.saved else None)

    def _seen(self) -> None:
        """Keeps that the end was seen, so that nobody need play the day again to know of it."""
        name = end_of(self.sitting.name)
        if self.view["phase"] == "end" and not self.view["road"] and not self.session.left(name):
            # A disk that refuses now refuses the next thing done too, and there the page says so.
            with suppress(OSError):
                self.session.leave(name, True)

    def _gone_on(self) -> Refused:
        self._refresh()
        return Refused(ELSEWHERE, elsewhere=True)

    def _on_look(self, _: None) -> Done:
        """Shows what another tab has done since, and what has been worked out meanwhile."""
        view = shown(self.sitting, look=True)
        return self._show(view)

    def _on_begin(self, said: Known) -> Message:
        now = self.sitting.stand()
        if now is not None and not said.done:
            # The answer to the first click was late, or another tab has begun it.
            return self._kept() if now.place.done == 1 else self._gone_on()
        if known(now.place if now else None) != said:
            return self._gone_on()
        try:
            self.sitting.begin(now.place if now else None)
        except GoneOn:
            return self._gone_on()
        return self._kept()

    def _on_act(self, todo: ToDo) -> Message:
        """Does one thing. What cannot be done is refused before anything is written."""
        place = place_of(todo.known)
        if place is None or self.sitting.stand() is None:
            return self._gone_on()
        try:
            self.sitting.do(Action(todo.do, todo.contact, todo.what), place)
        except GoneOn:
            return self._gone_on()
        except ActionError:
            self._refresh()
            return Refused(CANNOT)
        return self._kept()

    def _on_back(self, back: Back) -> Message:
        """Opens a road: the day from before something that was done."""
        try:
            self.sitting.take_back(back.attempt, back.turn)
        except GoneOn:
            return self._gone_on()
        return self._kept()

    def _on_leave_road(self, _: None) -> Message:
        """Goes back to the day as it was played."""
        now = self.sitting.stand()
        if now is not None and now.place.way.attempt:
            self.sitting.leave_road()
        return self._kept()
