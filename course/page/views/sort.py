"""The page's data for a `sort`."""

from course.answers import History
from course.exercises import Item, Scored
from course.exercises.sort import raters
from course.page.views.base import Now, View, mark_of


def picture(now: Now) -> View:
    """Items in the author's order, since they may be the sentences of one text; where each is put.

    A reason is shown for each item that is misplaced, and for all once nothing is.
    """
    exercise = now.item.exercise
    given = now.given if isinstance(now.given, dict) else {}
    parts = {}
    full = False
    compared = None
    if isinstance(now.result, Scored) and now.item.key is not None:
        parts = {part.id: part for part in now.result.parts}
        full = now.result.full
        if exercise.raters:
            compared = _compared(now.item, now.history)
    return {
        "agreement": compared,
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


def _compared(item: Item, history: History) -> View:
    """The trainee's marks beside the course's, as on the first try: later ones know the reasons."""
    first = next(one for one in history.attempts if isinstance(one.result, Scored))
    made = raters(item.exercise, item.key, first.answer)
    texts = {one.id: one.text for one in item.exercise.headings}
    return {
        "title": "Your marks and the course's, on your first try",
        "said": made.sentence,
        "figures": True,
        "columns": ["You marked", *(f"Course: {texts[one]}" for one in made.marks)],
        "rows": [
            [texts[mark], *(str(n) for n in row)]
            for mark, row in zip(made.marks, made.counts, strict=True)
        ],
    }
