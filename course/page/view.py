"""What the page needs to draw one exercise as it stands. Pure data, and no key before an answer."""

from collections.abc import Mapping
from typing import Literal

from course.answers import History, Way
from course.exercises import Item, NeedsReview, NotAttempted, Recorded, Scored
from course.exercises import seed as seed_of
from course.exercises.prose import blocks
from course.page.sound import sound
from course.page.views.base import ExerciseView, Hints, Now, rights_of, standing
from course.page.views.held import held, last_hint
from course.page.views.kinds import shown
from course.page.when import clock


def view(
    item: Item,
    history: History,
    *,
    trainee: str = "",
    saving: bool = True,
    roads: Mapping[Way, History] | None = None,
    writes: bool = False,
    before: Item | None = None,
    others: bool = False,
) -> ExerciseView:
    """One exercise for one trainee, ready to draw.

    Text comes as blocks (see `course.exercises.prose`), options in an order that the trainee's id
    and the exercise's id decide.

    Args:
        item: The exercise, in the trainee's own variant.
        history: What was done on it in play.
        trainee: The trainee's id.
        saving: Whether answers go to disk.
        roads: What was done after a line of a conversation was taken back, the road touched last
            at the end.
        writes: Whether this trainee writes words of their own before lines are shown.
        before: The exercise in the variant that was answered last, where that is another.
        others: Whether a conversation can be had with somebody else.

    >>> from course.exercises import Item, kind
    >>> from course.exercises.choice import Choice, Option
    >>> one = Choice(id="first", title="First words", prompt="Pick one.", covers=(),
    ...              options=(Option("a", "I see."), Option("b", "Who are you?")))
    >>> made = view(Item(kind=kind("choice"), exercise=one), History())
    >>> made.kind, made.state, made.result, made.chosen
    ('choice', 'before', None, ())
    """
    exercise, history = item.exercise, sound(item.kind.name, history)
    sound_roads = {way: sound(item.kind.name, one) for way, one in (roads or {}).items()}
    now = look(item, history, trainee)._replace(
        roads=sound_roads, writes=writes, before=before, others=others
    )
    page = shown(item.kind.name)
    asked = min(history.hints, len(exercise.hints))
    base = ExerciseView(
        kind=item.kind.name,
        id=exercise.id,
        title=exercise.title,
        prompt=blocks(exercise.prompt),
        sent=item.kind.reviewed or item.key is None,
        hints=Hints(
            shown=tuple(blocks(one) for one in exercise.hints[:asked]),
            of=len(exercise.hints),
            level=asked,
            last=last_hint(item) if now.held else "",
        ),
        state=state(history),
        tries=len(history.attempts),
        result=standing(history, page.unit),
        saving=saving,
        saved=clock(history.attempts[-1].at) if history.attempts else "",
        came_back=history.draft is not None and not _same(history.draft, now),
        checked=exercise.checked,
        rights=rights_of(exercise),
    )
    return page.picture(now, base)


def look(item: Item, history: History, trainee: str) -> Now:
    """The exercise with its last result and what is entered in it."""
    last = history.attempts[-1] if history.attempts else None
    given = history.draft if history.draft is not None else last.answer if last else None
    return Now(
        item=item,
        history=history,
        seed=seed_of(trainee, item.id),
        result=last.result if last else NotAttempted(),
        held=shown(item.kind.name).holds and held(item, history),
        given=given,
    )


def state(history: History) -> Literal["before", "notyet", "done"]:
    """``before`` an answer, ``notyet`` while a better one is possible, else ``done``."""
    if not history.attempts:
        return "before"
    results = [one.result for one in history.attempts]
    kept = any(isinstance(one, NeedsReview | Recorded) for one in results)
    full = any(isinstance(one, Scored) and one.full for one in results)
    return "done" if kept or full else "notyet"


def _same(draft: object, now: Now) -> bool:
    return bool(now.history.attempts) and draft == now.history.attempts[-1].answer
