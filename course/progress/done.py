"""What a trainee has done on each exercise: tries in play and in reviews, marked; lines half said.

Nothing here is stored. It is worked out from the log.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from weakref import WeakKeyDictionary, ref

from msgspec import Struct

from course import scenarios
from course.answers import PLAY, REVIEW, Answer, Hint, Logged, Session, Turn, Way, Work, fold
from course.exercises import Invalid, Item, Result, check
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


class SoFar(Mapping[str, Done]):
    """What was done, by exercise of the course; each is worked out when first asked for.

    An exercise is loaded and its answers are marked only then, so that whoever asks about one
    lesson does not wait for the others.

    Args:
        session: Whose log it is.
        before: What was worked out before; it is taken over where nothing was done since.
    """

    def __init__(self, session: Session, before: "SoFar | None" = None) -> None:
        self.reading = session.reading
        self._session = ref(session)
        self._known: dict[str, Done] = dict(before._known) if before else {}
        self._work = _by_exercise(session, self.reading)

    def __iter__(self) -> Iterator[str]:
        return iter(self._work)

    def __len__(self) -> int:
        return len(self._work)

    def __contains__(self, exercise: object) -> bool:
        return exercise in self._work

    def __getitem__(self, exercise: str) -> Done:
        records, numbers = self._work[exercise]
        known = self._known.get(exercise)
        if known and len(known.records) == len(records) and known.records[-1] is records[-1]:
            return known
        session = self._session()
        assert session is not None, "it is held by its session, and asked while that is there"
        made = _worked_out(session, exercise, records, numbers)
        self._known[exercise] = made
        return made

    def conversations(self) -> Iterator[str]:
        """Those of which a line was said, without a look at what their answers come to."""
        for exercise, (records, _) in self._work.items():
            if any(isinstance(one, Turn) for one in records):
                yield exercise


_HELD: WeakKeyDictionary[Session, SoFar] = WeakKeyDictionary()
"""What was worked out for each session last."""


def done(session: Session) -> SoFar:
    """What was done so far."""
    held = _HELD.get(session)
    if held is None or held.reading is not session.reading:
        held = _HELD[session] = SoFar(session, held)
    return held


def _by_exercise(session: Session, reading: Logged) -> dict[str, tuple[list[Work], list[int]]]:
    """The records of each exercise that a lesson has, and where they stand in the log."""
    known = {name for lesson in session.course.lessons.values() for name in lesson}
    found: dict[str, tuple[list[Work], list[int]]] = {}
    for number, record in enumerate(reading.records):
        if isinstance(record, Work) and record.exercise in known:
            records, numbers = found.setdefault(record.exercise, ([], []))
            records.append(record)
            numbers.append(number)
    return found


def _item(session: Session, exercise: str, variant: int = 0) -> Item | None:
    """An exercise; None where it cannot be read."""
    try:
        return session.item(exercise, variant)
    except ContentError:
        return None


def _worked_out(
    session: Session, exercise: str, records: Sequence[Work], numbers: Sequence[int]
) -> Done:
    item = _item(session, exercise)
    if item is None:
        return Done(records=tuple(records), numbers=tuple(numbers))
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
                covers=tuple(item.exercise.covers),
                at=record.at,
                number=number,
                answer=record.answer,
                variant=record.variant,
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
