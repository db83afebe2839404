"""The tries at one exercise, in play and in reviews, marked; and whether lines are half said."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from course import scenarios
from course.answers import PLAY, REVIEW, Answer, Hint, Session, Way, Work, fold, left_out
from course.exercises import Invalid, Item, NotAttempted, check
from course.lessons import ContentError
from course.progress.right import is_met, is_right
from course.progress.times import day


class Try(Struct, frozen=True, kw_only=True):
    """One answer that can still be marked."""

    exercise: str
    covers: tuple[str, ...]
    """Ids of the objectives that answering it exercises."""
    at: str
    number: int
    """Where it stands in the log, counted from 0: what came later has a greater one."""
    answer: Any
    variant: int
    """Which of the trainee's variants it answers."""
    review: bool
    """Whether it was given in a review, and not in play."""
    right: bool | None
    """Fully right, or a conversation that ended well; None where only a person can tell."""
    met: bool
    hinted: bool = False
    """A hint was shown before it."""


class Done(Struct, frozen=True, kw_only=True):
    """What was done on one exercise."""

    records: tuple[Work, ...]
    numbers: tuple[int, ...]
    """Where each record stands in the log."""
    tries: tuple[Try, ...] = ()
    """In play and in reviews, in order. A road after a step back is no try."""
    half_played: bool = False
    """A conversation has begun and has not come to its end."""
    left_out: bool = False
    """A conversation was left out after its warning, and not taken up again."""

    @property
    def play(self) -> tuple[Try, ...]:
        """The tries that were made in the lesson."""
        return tuple(one for one in self.tries if not one.review)

    @property
    def first(self) -> Try | None:
        """The very first try in play."""
        return next(iter(self.play), None)

    @property
    def firsts(self) -> tuple[Try, ...]:
        """The first try in play and, of each day on which it came up in a review, the first there.

        Those that only a person can tell to be right are left out.
        """
        found: dict[date | None, Try] = {}
        for one in self.tries:
            found.setdefault(day(one.at) if one.review else None, one)
        return tuple(one for one in found.values() if one.right is not None)

    @property
    def met(self) -> bool:
        """Whether the best try, in play or in a review, is right."""
        return any(one.met for one in self.tries)


def _item(session: Session, exercise: str, variant: int = 0) -> Item | None:
    """An exercise; None where it cannot be read."""
    try:
        return session.item(exercise, variant)
    except ContentError:
        return None


def worked_out(
    session: Session, exercise: str, records: Sequence[Work], numbers: Sequence[int]
) -> Done:
    """What was done on one exercise.

    Args:
        session: Whose variants are looked at.
        exercise: The exercise.
        records: All that the log has of it.
        numbers: Where each of them stands in the log.
    """
    item = _item(session, exercise)
    if item is None:
        return Done(records=tuple(records), numbers=tuple(numbers))
    items = {0: item}
    # Whoever answers the same a thousand times is marked once.
    marked: dict[tuple[int, bytes], _Marked | None] = {}
    tries: list[Try] = []
    hinted: set[Way] = set()
    for record, number in zip(records, numbers, strict=True):
        if isinstance(record, Hint):
            hinted.add(record.way)
        if not isinstance(record, Answer) or record.way not in (PLAY, REVIEW):
            continue
        if record.variant not in items:
            items[record.variant] = _item(session, item.id, record.variant) or item
        shown = items[record.variant]
        same = record.variant, msgspec.json.encode(record.answer)
        if same not in marked:
            marked[same] = _marked(shown, record.answer)
        came_to = marked[same]
        if came_to is None:
            continue
        tries.append(
            Try(
                exercise=item.id,
                covers=tuple(item.exercise.covers),
                at=record.at,
                number=number,
                answer=record.answer,
                variant=record.variant,
                review=record.way == REVIEW,
                right=came_to.right,
                met=came_to.met,
                hinted=record.way in hinted,
            )
        )
    left = left_out(item, records)
    return Done(
        records=tuple(records),
        numbers=tuple(numbers),
        tries=tuple(tries),
        half_played=not left and _half_played(session, item, records),
        left_out=left,
    )


class _Marked(NamedTuple):
    """What an answer comes to."""

    right: bool | None
    met: bool


def _marked(item: Item, answer: Any) -> _Marked | None:
    """What an answer comes to; None where it is no try.

    Then the exercise has changed since, or somebody wrote the line by hand.
    """
    result = check(item, answer)
    if isinstance(result, Invalid | NotAttempted):
        return None
    return _Marked(is_right(item, answer, result), is_met(item, answer, result))


def _half_played(session: Session, item: Item, records: Sequence[Work]) -> bool:
    if item.kind.scenario is None:
        return False
    folded = fold(records, PLAY)
    said = [turn.choice for turn in folded.turns]
    shown = _item(session, item.id, folded.variant) or item
    while said:
        try:
            return not scenarios.reached(shown.exercise.scenario, said).ended
        except ValueError:
            # The scenario has changed: the page goes on from what can still be said.
            said.pop()
    return False
