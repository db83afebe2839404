"""The page's data for a `rank`."""

from course.exercises import Scored
from course.page.views.base import Now, View, shuffled


def _whose(because: dict[str, str], why: str) -> str:
    """The item that a reason is about."""
    return next(one for one, reason in because.items() if reason == why)


def picture(now: Now) -> View:
    """Items in the order given so far, or in this trainee's shuffled one; reasons after a check."""
    exercise = now.item.exercise
    texts = {one.id: one.text for one in exercise.items}
    start = [one.id for one in shuffled(exercise.items, now.seed)]
    given = now.given if isinstance(now.given, list | tuple) else []
    moved = sorted(given) == sorted(texts)
    order = list(given) if moved else start
    result = now.result
    scored = isinstance(result, Scored) and now.item.key is not None
    return {
        "first": exercise.first,
        "last": exercise.last,
        "moved": moved,
        "items": [{"id": one, "text": texts[one]} for one in order],
        "reasons": [
            {"text": texts[_whose(now.item.key.because, why)], "why": why}
            for why in result.feedback
        ]
        if isinstance(result, Scored) and scored
        else [],
        "because": [
            {"text": texts[one], "why": now.item.key.because[one]}
            for one in order
            if one in now.item.key.because
        ]
        if isinstance(result, Scored) and scored and result.full
        else [],
    }
