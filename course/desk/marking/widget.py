"""The marking of replies on the page."""

from collections.abc import Sequence
from datetime import datetime
from typing import ClassVar, get_args

from course.desk.marking.agreeing import agreement
from course.desk.marking.desk import Desk
from course.desk.marking.messages import Begin, Give, MarkingView, Task, What
from course.desk.marking.shown import shown
from course.desk.source import styles, tool
from course.grading.marks import ReviewedLine
from course.grading.people.log import name
from course.grading.people.sample import sample
from course.page.answering import Answering, Clock
from course.page.messages import Done, Hears, Refused

SHARES = (10, 20, 30, 50, 100)
"""How many in a hundred can be drawn for a second marking."""


class Marking(Answering):
    """Replies, one after the other: read, given points line by line, kept at once.

    Args:
        desk: What there is to mark.
        clock: Gives the time of day.
    """

    hears: ClassVar[Hears] = {
        "ping": None,
        "begin": Begin,
        "give": Give,
        "next": int,
        "back": int,
        "stop": None,
        "draw": int,
    }

    def __init__(self, desk: Desk, clock: Clock = datetime.now) -> None:
        self.desk = desk
        self._marker = ""
        self._what: What = "all"
        self._at: int | None = None
        self._been: list[int] = []
        super().__init__(tool("marking"), self._view(), clock, styles())

    def __repr__(self) -> str:
        many, left = len(self.desk.replies), len(self._open("all"))
        return f"<Marking: {left} of {many} replies wait>"

    def _list(self, what: What) -> Sequence[int]:
        """The places of the replies that somebody sits down to."""
        places = range(len(self.desk.replies))
        if what == "all":
            return places
        if what == "settle":
            return [at for at in places
                    if self.desk.standings.disputed(self.desk.replies[at].reply.id)]  # fmt: skip
        drawn = self.desk.standings.drawn
        ids = set(drawn.replies) if drawn else set()
        return [
            at for at in places
            if self.desk.replies[at].reply.id in ids
            and self._first(at) != self._marker
        ]  # fmt: skip

    def _first(self, at: int) -> str:
        """Who has marked a reply first; empty for nobody."""
        return next(iter(self.desk.standings.given(self.desk.replies[at].reply.id)), "")

    def _open(self, what: What) -> list[int]:
        """Those of them that are not done."""
        return [at for at in self._list(what) if not self._done(at, what)]

    def _done(self, at: int, what: What) -> bool:
        reply = self.desk.replies[at].reply
        if what == "settle":
            return not self.desk.standings.disputed(reply.id)
        if what == "second":
            return self.desk.marked_by(reply, self._marker)
        return self.desk.is_marked(reply)

    def _on_begin(self, begin: Begin) -> Done | Refused:
        marker = name(begin.marker)
        if not marker:
            return Refused("Write your name first: marks are kept under it.")
        self.desk.look()
        self._marker, self._what, self._been = marker, begin.what, []
        self._at = self._after(-1)
        return self._show(self._view())

    def _on_give(self, give: Give) -> Done | Refused:
        if self._at is None or not 0 <= give.at < len(self.desk.replies):
            return Refused("That reply is not open. Begin again.")
        reply = self.desk.replies[give.at].reply
        rubric = self.desk.rubrics[reply.exercise]
        most = {one.id: one.points for one in rubric}
        given = [one for one in give.lines if one.points is not None]
        for one in given:
            if not 0 <= (one.points or 0.0) <= most.get(one.criterion, -1.0):
                return Refused(f"'{one.criterion}' cannot have {one.points:g} points here.")
        lines = [
            ReviewedLine(criterion=one.criterion, points=one.points or 0.0, comment=one.comment)
            for one in given
        ]
        notes = [
            (one.criterion, one.comment)
            for one in give.lines
            if one.points is None and one.comment.strip() and one.criterion in most
        ]
        if self._what == "settle":
            if len(lines) < len(rubric):
                # What is settled in part is not settled, and nothing of it is kept yet.
                return Done()
            self.desk.log.settle(self._marker, reply.id, lines)
        elif lines or notes:
            self.desk.log.mark(self._marker, reply.id, lines, notes)
        else:
            return Done()
        self._show(self._view())
        # In memory nothing is saved, so nothing is called so.
        return Done(saved=self._now() if self.desk.log.saved else None)

    def _on_next(self, at: int) -> Done:
        """On to the next that is not done, after the one that is left."""
        self.desk.look()
        self._been.append(at)
        self._at = self._after(at)
        return self._show(self._view())

    def _on_back(self, at: int) -> Done:
        """Back to the one before: where one has been, else what lies before it."""
        before = [one for one in self._list(self._what) if one < at]
        self._at = self._been.pop() if self._been else before[-1] if before else at
        return self._show(self._view())

    def _on_stop(self, _: None) -> Done:
        self._at = None
        return self._show(self._view())

    def _on_draw(self, share: int) -> Done | Refused:
        if share not in SHARES:
            return Refused(f"A share is one of {', '.join(map(str, SHARES))} in 100.")
        self.desk.look()
        marked = self.desk.whole()
        if not marked:
            return Refused("Nothing is marked yet, so there is nothing to draw from.")
        before = self.desk.standings.drawn
        seed = before.seed + 1 if before else 1
        self.desk.log.draw(seed, share / 100, len(marked), sample(marked, share / 100, seed))
        return self._show(self._view())

    def _after(self, at: int) -> int | None:
        """The first that is not done after a place, from the beginning again at the end."""
        left = self._open(self._what)
        return next((one for one in left if one > at), left[0] if left else None)

    def _view(self) -> MarkingView:
        desk = self.desk
        desk.look()
        standings = desk.standings
        at = self._at
        drawn = standings.drawn
        return MarkingView(
            saving=True,
            said=desk.said,
            wrong=(*desk.wrong, *standings.spoilt, *standings.conflicts),
            marker=self._marker,
            markers=standings.markers,
            tasks=() if at is not None else tuple(self._tasks()),
            what=self._what,
            left=len(self._open(self._what)),
            drawn=f"Drawn: {len(drawn.replies)} of {drawn.of} marked replies "
            f"({100 * drawn.share:.0f} in 100, seed {drawn.seed})." if drawn else "",
            can_draw=at is None and bool(desk.whole()),
            agreement=() if at is not None else agreement(desk),
            reply=None if at is None else shown(desk, at, self._marker, self._what),
        )  # fmt: skip

    def _tasks(self) -> list[Task]:
        left = {what: len(self._open(what)) for what in get_args(What)}
        whole = len(self.desk.replies)
        made = [Task("all", "Mark what waits", left["all"], f"{left['all']} of {whole} left")]
        if self.desk.standings.drawn:
            many = len(self._list("second"))
            made.append(Task("second", "Second marking, blind", left["second"],
                             f"{left['second']} of {many} left"))  # fmt: skip
        if left["settle"]:
            made.append(Task("settle", "Settle what is disputed", left["settle"],
                             f"{left['settle']} left"))  # fmt: skip
        return made
