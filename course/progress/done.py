"""What a trainee has done on each exercise: tries in play and in reviews, marked; lines half said.

Nothing here is stored. It is worked out from the log, and again only for an exercise on which
something was done since.
"""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from msgspec import Struct

from course import scenarios
from course.answers import PLAY, REVIEW, Answer, Hint, Logged, Session, Way, Work, fold
from course.exercises import Invalid, Item, Result, check
from course.lessons import ContentError
from course.progress.right import is_met, is_right


class Try(Struct, frozen=True, kw_only=True):
    """One answer that can still be marked."""

    exercise: str
    at: str
    number: int
    """Where it stands in the log, counted from 0: what came later has a greater one."""
    review: bool
    """Whether it was given in a review, and not in play."""
    result: Result
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

    @property
    def play(self) -> tuple[Try, ...]:
        """The tries that were made in the lesson."""
        return tuple(one for one in self.tries if not one.review)

    @property
    def first(self) -> Try | None:
        """The very first try in play."""
        return next(iter(self.play), None)

    @property
    def met(self) -> bool:
        """Whether the best try, in play or in a review, is right."""
        return any(one.met for one in self.tries)


_HELD: WeakKeyDictionary[Session, tuple[Logged, dict[str, Done]]] = WeakKeyDictionary()
"""What was worked out for each session last."""


def done(session: Session) -> dict[str, Done]:
    """What was done, by exercise. An exercise that is not in the course is left out."""
    reading = session.reading
    held = _HELD.get(session)
    if held and held[0] is reading:
        return held[1]
    known = held[1] if held else {}
    now = {}
    for exercise, (records, numbers) in _by_exercise(reading).items():
        before = known.get(exercise)
        if before and len(before.records) == len(records) and before.records[-1] is records[-1]:
            now[exercise] = before
        elif (item := _item(session, exercise)) is not None:
            now[exercise] = _worked_out(session, item, records, numbers)
    _HELD[session] = reading, now
    return now


def _by_exercise(reading: Logged) -> dict[str, tuple[list[Work], list[int]]]:
    found: dict[str, tuple[list[Work], list[int]]] = {}
    for number, record in enumerate(reading.records):
        if isinstance(record, Work):
            records, numbers = found.setdefault(record.exercise, ([], []))
            records.append(record)
            numbers.append(number)
    return found


def _item(session: Session, exercise: str, variant: int = 0) -> Item | None:
    """An exercise; None where the course has none of that id, or it cannot be read."""
    try:
        return session.item(exercise, variant)
    except ContentError:
        return None


def _worked_out(
    session: Session, item: Item, records: Sequence[Work], numbers: Sequence[int]
) -> Done:
    items = {0: item}
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
        result = check(shown, record.answer)
        # The exercise has changed since, or somebody wrote the line by hand: it is no try.
        if isinstance(result, Invalid) or record.answer is None:
            continue
        tries.append(
            Try(
                exercise=item.id,
                at=record.at,
                number=number,
                review=record.way == REVIEW,
                result=result,
                right=is_right(shown, record.answer, result),
                met=is_met(shown, record.answer, result),
                hinted=record.way in hinted,
            )
        )
    return Done(
        records=tuple(records),
        numbers=tuple(numbers),
        tries=tuple(tries),
        half_played=_half_played(session, item, records),
    )


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
