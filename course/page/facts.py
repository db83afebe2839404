"""An exercise in one line of plain facts: what a notebook shows where there is no page."""

from course.answers import History
from course.exercises import Item, NeedsReview, Recorded, Scored
from course.page.sound import sound
from course.page.views.base import figure


def facts(item: Item, history: History) -> str:
    """Kind, id and where it stands, in angle brackets.

    >>> from course.exercises import kind
    >>> from course.exercises.choice import Choice
    >>> one = Choice(id="first-words", title="First words", prompt="?", covers=(), options=())
    >>> facts(Item(kind=kind("choice"), exercise=one), History())
    '<Choice first-words: not answered>'
    """
    history = sound(item.kind.name, history)
    return f"<{item.kind.name.capitalize()} {item.id}: {_stands(item, history)}>"


def _stands(item: Item, history: History) -> str:
    if item.kind.scenario is not None:
        from course.page.views.dialogue import stands

        return stands(item, history)
    if not history.attempts:
        return "draft kept" if history.draft is not None else "not answered"
    tries = len(history.attempts)
    tail = "" if tries == 1 else f", {tries} tries"
    match history.attempts[-1].result:
        case Scored() as scored:
            return f"{figure(scored.earned)} of {figure(scored.total)}{tail}"
        case NeedsReview():
            return f"waits for a reader{tail}"
        case Recorded():
            return f"recorded{tail}"
        case _:
            return "not answered"
