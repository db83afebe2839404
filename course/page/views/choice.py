"""The page's data for a `choice`."""

from course.exercises import Scored
from course.page.views.base import Now, View, mark_of, shuffled


def picture(now: Now) -> View:
    """Options in this trainee's order, what is picked, and why once there is an answer."""
    exercise, key = now.item.exercise, now.item.key
    given = now.given if isinstance(now.given, list | tuple) else ()
    options = shuffled(exercise.options, now.seed)
    view: View = {
        "select": exercise.select,
        "saidBy": exercise.said_by,
        "says": exercise.says,
        "options": [{"id": one.id, "text": one.text} for one in options],
        "chosen": [one.id for one in options if one.id in given],
        "reasons": [],
        "others": [],
    }
    result = now.result
    if not isinstance(result, Scored) or key is None or not now.history.attempts:
        return view
    answered = now.history.attempts[-1].answer
    parts = {part.id: part for part in result.parts}
    told = [one for one in options if one.id in answered]
    view["reasons"] = [
        {
            "id": one.id,
            "text": one.text,
            "why": parts[one.id].reason,
            "mark": mark_of(parts[one.id].earned, parts[one.id].total),
        }
        for one in told
        if one.id in parts
    ]
    if result.full:
        view["others"] = [
            {"id": one.id, "text": one.text, "why": key.because[one.id]}
            for one in options
            if one.id not in answered
        ]
    return view
