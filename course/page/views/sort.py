"""The page's data for a `sort`."""

from msgspec.structs import asdict, replace

from course.answers import History
from course.exercises import Item, Scored
from course.exercises.sort import raters
from course.page.messages import Message
from course.page.views.base import Beside, ExerciseView, Mark, Now, OptionView, mark_of
from course.page.views.held import where


class SortItem(Message, frozen=True):
    """Something to put under a heading, and where it is put."""

    id: str
    text: str
    at: str
    checked: str
    """Where it was at the last answer, which the mark and the reason are about."""
    mark: Mark
    why: str
    tried: tuple[str, ...]
    """Where it was put before and does not belong."""


class SortView(ExerciseView, frozen=True, kw_only=True):
    """Items to put under headings."""

    headings: tuple[OptionView, ...]
    items: tuple[SortItem, ...]


def picture(now: Now, base: ExerciseView) -> SortView:
    """Items in the author's order, since they may be the sentences of one text; where each is put.

    A reason is shown for each item that is misplaced, and for all once nothing is.
    """
    exercise, result = now.item.exercise, now.result
    given = now.given if isinstance(now.given, dict) else {}
    headings = {one.id for one in exercise.headings}
    scored = result if isinstance(result, Scored) and now.item.key is not None else None
    parts = {part.id: part for part in scored.parts} if scored else {}
    last = now.history.attempts[-1].answer if scored and now.history.attempts else {}
    if scored and exercise.raters:
        base = replace(base, agreement=_compared(now.item, now.history))

    def why(one: OptionView, reason: str) -> str:
        return where(reason, one.text) if now.held else reason

    def item(one: OptionView) -> SortItem:
        part = parts.get(one.id)
        told = part is not None and (not part.earned or (scored is not None and scored.full))
        return SortItem(
            id=one.id,
            text=one.text,
            at=given[one.id] if given.get(one.id) in headings else "",
            checked=str(last.get(one.id, "")) if part else "",
            mark=mark_of(part.earned, part.total) if part else "",
            why=why(one, part.reason) if part and told else "",
            tried=_tried(now.history, one.id),
        )

    return SortView(
        **asdict(base),
        headings=tuple(OptionView(one.id, one.text) for one in exercise.headings),
        items=tuple(map(item, exercise.items)),
    )


def _tried(history: History, item: str) -> tuple[str, ...]:
    """Where an item was put in any answer that was marked, and does not belong."""
    wrong = (
        str(one.answer[item])
        for one in history.attempts
        if isinstance(one.result, Scored)
        for part in one.result.parts
        if part.id == item and item in one.answer and mark_of(part.earned, part.total) != "full"
    )
    return tuple(dict.fromkeys(wrong))


def _compared(item: Item, history: History) -> Beside:
    """The trainee's marks beside the course's, as on the first try: later ones know the reasons."""
    first = next(one for one in history.attempts if isinstance(one.result, Scored))
    made = raters(item.exercise, item.key, first.answer)
    texts = {one.id: one.text for one in item.exercise.headings}
    return Beside(
        title="Your marks and the course's, on your first try",
        said=made.sentence,
        figures=True,
        columns=("You marked", *(f"Course: {texts[one]}" for one in made.marks)),
        rows=tuple(
            (texts[mark], *map(str, row)) for mark, row in zip(made.marks, made.counts, strict=True)
        ),
    )
