"""What the page needs to draw one exercise as it stands. Pure data, and no key before an answer."""

from importlib import import_module
from typing import Any

from course.answers import History
from course.exercises import Item, NeedsReview, NotAttempted, Recorded, Scored
from course.exercises import seed as seed_of
from course.page.prose import blocks
from course.page.source import drawn_by
from course.page.views.base import Now, View, standing
from course.page.when import clock


def view(item: Item, history: History, *, trainee: str = "", saving: bool = True) -> View:
    """One exercise for one trainee, ready to draw.

    `saving` says whether answers go to disk. Text comes as blocks (see `course.page.prose`),
    options in an order that the trainee's id and the exercise's id decide.

    >>> from course.exercises import Item, kind
    >>> from course.exercises.choice import Choice, Option
    >>> one = Choice(id="first", title="First words", prompt="Pick one.", covers=(),
    ...              options=(Option("a", "I see."), Option("b", "Who are you?")))
    >>> made = view(Item(kind=kind("choice"), exercise=one), History())
    >>> made["kind"], made["state"], made["result"], made["chosen"]
    ('choice', 'before', None, [])
    """
    exercise = item.exercise
    now = look(item, history, trainee)
    shown = min(history.hints, len(exercise.hints))
    drafted = history.draft is not None and not _same(history.draft, now)
    made: View = {
        "kind": item.kind.name,
        "id": exercise.id,
        "title": exercise.title,
        "prompt": blocks(exercise.prompt),
        "mode": exercise.mode,
        "sent": item.kind.reviewed or item.key is None,
        "hints": {
            "shown": [blocks(one) for one in exercise.hints[:shown]],
            "of": len(exercise.hints),
        },
        "state": state(history),
        "tries": len(history.attempts),
        "result": standing(history),
        "saving": saving,
        "saved": clock(history.attempts[-1].at) if history.attempts else "",
        "cameBack": drafted,
    }
    own: View = import_module(f"course.page.views.{drawn_by(item.kind.name)}").picture(now)
    return made | own


def look(item: Item, history: History, trainee: str) -> Now:
    """The exercise with its last result and what is entered in it."""
    last = history.attempts[-1] if history.attempts else None
    given = history.draft if history.draft is not None else last.answer if last else None
    return Now(
        item=item,
        history=history,
        seed=seed_of(trainee, item.id),
        result=last.result if last else NotAttempted(),
        given=given,
    )


def state(history: History) -> str:
    """``before`` an answer, ``notyet`` while a better one is possible, else ``done``."""
    if not history.attempts:
        return "before"
    results = [one.result for one in history.attempts]
    kept = any(isinstance(one, NeedsReview | Recorded) for one in results)
    full = any(isinstance(one, Scored) and one.full for one in results)
    return "done" if kept or full else "notyet"


def _same(draft: Any, now: Now) -> bool:
    return bool(now.history.attempts) and draft == now.history.attempts[-1].answer
