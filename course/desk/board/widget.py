"""The dashboard on the page."""

import base64
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from course.answers import Session
from course.desk.board.desk import read_desk
from course.desk.board.filters import Filters, read_filters
from course.desk.board.own import contacts, own
from course.desk.board.page import (
    METRICS,
    Numbers,
    choices,
    company,
    numbers,
    side_by_side,
    whole_company,
)
from course.desk.source import styles, tool
from course.page.answering import Answering

LONGEST = 100
"""Letters of the name under which filters are kept."""


def picture(data: bytes) -> str:
    """A PNG as an address that an image can have."""
    return "data:image/png;base64," + base64.b64encode(data).decode()


class Dashboard(Answering):
    """The company's records behind filters, and beside them the trainee's own conversations.

    Its page asks for ``open`` (with its notebook, and filters to begin with), ``show`` and ``keep``
    (with filters), ``breakdown`` (with filters), ``trend`` and ``topics`` (with filters and what
    to draw on), ``look`` and ``ping``. Each is answered for the filters that it comes with. No
    number is worked out before the page asks, so that a notebook opens at once. Each notebook's
    filters are kept in the trainee's own record; where nothing is saved, the page remembers them
    until it is closed.

    Args:
        session: Whose conversations are shown.
        folder: Where the company's records are.
    """

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.desk = session, read_desk(folder)
        self._name = ""
        self._known: tuple[Filters, Numbers] | None = None
        super().__init__(
            tool("dashboard", "tabs.js", "board.js", "own.js"), self._view(), css=styles()
        )

    def __repr__(self) -> str:
        contacts, invited = len(self.desk.contacts), int(self.desk.contacts["invited"].sum())
        own = self.view["own"]["count"]
        yours = f", {own:,} of your own" if own else ""
        return f"<Dashboard: {contacts:,} contacts, {invited:,} invitations{yours}>"

    def _view(self) -> dict[str, Any]:
        return {"choices": choices(self.desk), "company": None, "own": self._own()}

    def _own(self) -> dict[str, Any]:
        made, kept = contacts(self.session)
        return own(made, kept, whole_company(self.desk) if made else {})

    def _read(self, value: Any) -> Filters:
        return read_filters(value, self.desk, METRICS)

    def _numbers(self, filters: Filters) -> Numbers:
        """The numbers of the rows chosen, worked out again only where the rows change."""
        rows = msgspec.structs.replace(filters, metric="", by="", own=False)
        if self._known is None or self._known[0] != rows:
            self._known = (rows, numbers(filters, self.desk))
        return self._known[1]

    def _on_show(self, value: Any) -> dict[str, Any]:
        filters = self._read(value)
        self.view = self.view | {"company": company(filters, self._numbers(filters))}
        return {}

    def _on_open(self, value: Any) -> dict[str, Any]:
        """Shows what this notebook's dashboard was left at, else the filters that the page has."""
        self._name = f"dashboard:{value['notebook']}"[:LONGEST]
        kept = self.session.left(self._name) if self.session.saved else None
        return self._on_show(kept or value["filters"])

    def _on_keep(self, value: Any) -> dict[str, Any]:
        """Keeps filters in the trainee's record, unless they are there already."""
        filters = msgspec.to_builtins(self._read(value))
        if not self._name or not self.session.saved:
            return {}
        if filters != self.session.left(self._name):
            self.session.leave(self._name, filters)
        return {"saved": self._now()}

    def _on_look(self, _: Any) -> dict[str, Any]:
        self.view = self.view | {"own": self._own()}
        return {}

    def _on_breakdown(self, value: Any) -> dict[str, Any]:
        filters = self._read(value["filters"])
        return {"breakdown": side_by_side(filters, self._numbers(filters))}

    def _on_trend(self, value: Any) -> dict[str, Any]:
        """Draws the months, for this ground and width; the table comes with it."""
        from course.charts.months import draw_months
        from course.desk.board.over_time import over_time

        story, said = over_time(self._read(value["filters"]), self.desk)
        draw = partial(draw_months, story)
        return {"trend": said | {"chart": picture(_drawn(draw, value)) if story.points else ""}}

    def _on_topics(self, value: Any) -> dict[str, Any]:
        from course.charts.ranked import draw_ranked
        from course.desk.board.topics import ranked_topics, topic_story, topics

        made = self._numbers(self._read(value["filters"]))
        found = ranked_topics(made.desk, made.rows)
        draw = partial(draw_ranked, topic_story(found)) if found else None
        chart = picture(_drawn(draw, value)) if draw else ""
        return {"topics": topics(found), "chart": chart}


def _drawn(draw: Any, value: Any) -> bytes:
    made: bytes = draw(dark=bool(value["dark"]), narrow=bool(value["narrow"]))
    return made
