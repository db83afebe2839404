"""The dashboard on the page."""

from pathlib import Path
from typing import ClassVar

import msgspec
from msgspec.structs import replace

from course.answers import Session
from course.desk.board.breakdown import Breakdown
from course.desk.board.desk import read_desk
from course.desk.board.filters import Filters, read_filters
from course.desk.board.over_time import MonthsView
from course.desk.board.own import OwnContacts, contacts, own
from course.desk.board.page import (
    METRICS,
    DashboardView,
    Numbers,
    choices,
    company,
    numbers,
    side_by_side,
    whole_company,
)
from course.desk.board.topics import Topics
from course.desk.source import styles, tool
from course.page.answering import Answering, address
from course.page.messages import Done, Hears, Message

LONGEST = 100
"""Letters of the name under which filters are kept."""


class Opened(Message, frozen=True):
    """Which notebook was opened, and the filters that its page remembers, of whatever age."""

    notebook: str
    filters: dict[str, str | bool] | None


class Looked(Message, frozen=True):
    """A look at the records."""

    filters: Filters


class Drawn(Looked, frozen=True):
    """A look at the records, and what its picture is drawn for."""

    dark: bool
    narrow: bool


class Broken(Done, frozen=True, kw_only=True):
    """The numbers side by side."""

    breakdown: Breakdown


class OverTime(Done, frozen=True, kw_only=True):
    """The numbers month by month."""

    trend: MonthsView


class About(Done, frozen=True, kw_only=True):
    """What the contacts are about."""

    topics: Topics


class Dashboard(Answering):
    """The company's records behind filters, and beside them the trainee's own conversations.

    Every question is answered for the filters that it comes with. No number is worked out before
    the page asks, so that a notebook opens at once. Each notebook's filters are kept in the
    trainee's own record; where nothing is saved, the page remembers them until it is closed.

    Args:
        session: Whose conversations are shown.
        folder: Where the company's records are.
    """

    hears: ClassVar[Hears] = {
        "ping": None, "open": Opened, "show": Filters, "keep": Filters, "look": None,
        "breakdown": Looked, "trend": Drawn, "topics": Drawn,
    }  # fmt: skip

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.desk = session, read_desk(folder)
        self._name = ""
        self._known: tuple[Filters, Numbers] | None = None
        self._now_shown = DashboardView(choices(self.desk), None, self._own())
        super().__init__(tool("dashboard"), self._now_shown, css=styles())

    def __repr__(self) -> str:
        contacts, invited = len(self.desk.contacts), int(self.desk.contacts["invited"].sum())
        own = self._now_shown.own.count
        yours = f", {own:,} of your own" if own else ""
        return f"<Dashboard: {contacts:,} contacts, {invited:,} invitations{yours}>"

    def _put(self, view: DashboardView) -> Done:
        self._now_shown = view
        return self._show(view)

    def _own(self) -> OwnContacts:
        made, kept = contacts(self.session)
        return own(made, kept, whole_company(self.desk) if made else {})

    def _read(self, value: object) -> Filters:
        return read_filters(value, self.desk, METRICS)

    def _numbers(self, filters: Filters) -> Numbers:
        """The numbers of the rows chosen, worked out again only where the rows change."""
        rows = replace(filters, metric="", by="", own=False)
        if self._known is None or self._known[0] != rows:
            self._known = (rows, numbers(filters, self.desk))
        return self._known[1]

    def _on_show(self, value: object) -> Done:
        filters = self._read(value)
        return self._put(replace(self._now_shown, company=company(filters, self._numbers(filters))))

    def _on_open(self, opened: Opened) -> Done:
        """Shows what this notebook's dashboard was left at, else the filters that the page has."""
        self._name = f"dashboard:{opened.notebook}"[:LONGEST]
        kept = self.session.left(self._name) if self.session.saved else None
        return self._on_show(kept or opened.filters)

    def _on_keep(self, value: Filters) -> Done:
        """Keeps filters in the trainee's record, unless they are there already."""
        filters = msgspec.to_builtins(self._read(value))
        if not self._name or not self.session.saved:
            return Done()
        if filters != self.session.left(self._name):
            self.session.leave(self._name, filters)
        return Done(saved=self._now())

    def _on_look(self, _: None) -> Done:
        return self._put(replace(self._now_shown, own=self._own()))

    def _on_breakdown(self, looked: Looked) -> Broken:
        filters = self._read(looked.filters)
        return Broken(breakdown=side_by_side(filters, self._numbers(filters)))

    def _on_trend(self, looked: Drawn) -> OverTime:
        """Draws the months, for this ground and width; the table comes with it."""
        from course.charts.months import draw_months
        from course.desk.board.over_time import over_time

        story, said = over_time(self._read(looked.filters), self.desk)
        if not story.points:
            return OverTime(trend=said)
        png = draw_months(story, dark=looked.dark, narrow=looked.narrow)
        return OverTime(trend=replace(said, chart=address(png)))

    def _on_topics(self, looked: Drawn) -> About:
        from course.charts.ranked import draw_ranked
        from course.desk.board.topics import ranked_topics, topic_story, topics

        made = self._numbers(self._read(looked.filters))
        found = ranked_topics(made.desk, made.rows)
        if found is None:
            return About(topics=topics(found))
        png = draw_ranked(topic_story(found), dark=looked.dark, narrow=looked.narrow)
        return About(topics=replace(topics(found), chart=address(png)))
