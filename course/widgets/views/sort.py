"""The page's data for a `sort`."""

from course.exercises import Scored
from course.widgets.views.base import Now, View, mark_of


def picture(now: Now) -> View:
    """Items in the author's order, since they may be the sentences of one text; where each is put.

    A reason is shown for each item that is misplaced, and for all once nothing is.
    """
    exercise = now.item.exercise
    given = now.given if isinstance(now.given, dict) else {}
    parts = {}
    full = False
    if isinstance(now.result, Scored) and now.item.key is not None:
        parts = {part.id: part for part in now.result.parts}
        full = now.result.full
    return {
        "headings": [{"id": one.id, "text": one.text} for one in exercise.headings],
        "items": [
            {
                "id": one.id,
                "text": one.text,
                "at": given.get(one.id, ""),
                "mark": mark_of(parts[one.id].earned, parts[one.id].total) if parts else "",
                "why": parts[one.id].reason
                if one.id in parts and (full or not parts[one.id].earned)
                else "",
            }
            for one in exercise.items
        ],
    }
