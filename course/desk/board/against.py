"""What a selection is compared with."""

from typing import NamedTuple

import msgspec

from course.desk.board.desk import Desk
from course.desk.board.filters import PLACES, YEAR, Filters, chosen, period, usable
from course.desk.board.months import month_key, month_name, span
from course.desk.frames import Mask


class Against(NamedTuple):
    """The other rows; or why there are none to compare with."""

    name: str = ""
    rows: Mask = None
    problem: str = ""


def against(filters: Filters, desk: Desk) -> Against:
    """The rows that `filters.against` asks for; they share none with the rows chosen."""
    first, last = period(filters)
    if filters.against == "":
        return Against()
    if filters.against in ("before", "year"):
        back = last - first + 1 if filters.against == "before" else YEAR
        if back < last - first + 1:
            return Against(problem="The same months a year before overlap a period this long.")
        if first - back < desk.first:
            return Against(
                problem=f"The records begin in {month_name(desk.first)}, so there is nothing to "
                f"compare {span(first, last)} with."
            )
        moved = msgspec.structs.replace(
            filters, start=month_key(first - back), end=month_key(last - back)
        )
        return Against(span(first - back, last - back), chosen(moved, desk))
    if filters.against == "rest":
        if not any(getattr(filters, name) for name in PLACES):
            return Against(problem="Choose a channel, a region or a team to set against the rest.")
        rest = usable(filters, desk) & desk.contacts["month"].between(first, last)
        return Against("all others", rest & ~chosen(filters, desk))
    kind, _, group = filters.against.partition(":")
    mine = getattr(filters, kind)
    if mine == "":
        return Against(problem=f"Choose a {kind} to set against {group}; {group} is part of all.")
    if mine == group:
        return Against(problem=f"That is {group} against itself. Choose another {kind}.")
    return Against(group, chosen(msgspec.structs.replace(filters, **{kind: group}), desk))
