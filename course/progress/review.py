"""The exercises of a review: of what comes back, by what is freshest."""

from collections.abc import Container, Mapping
from datetime import datetime
from typing import NamedTuple

from msgspec import Struct

from course.answers import Session
from course.exercises import Item, content_hash, kind
from course.lessons import ContentError
from course.progress.done import done
from course.progress.due import Due, day_of, due
from course.progress.places import Place
from course.progress.standing import standing
from course.progress.times import moment
from course.progress.tries import Done

MOST = 6
"""Exercises of one sitting."""
VARIANTS = 8
"""Variants of an exercise that are looked at, to find one that was not seen."""


class Pick(Struct, frozen=True, kw_only=True):
    """An exercise of a review, to be answered once, without hints, with `way=REVIEW`."""

    objective: str
    exercise: str
    variant: int
    title: str
    missed: bool
    """It comes back because a first try was not right, and not only because time has passed."""
    place: Place
    """Where it stands in its lesson."""


class _Card(NamedTuple):
    """An exercise that a review can be made of."""

    place: Place
    covers: tuple[str, ...]
    done: Done | None
    """None of one that was not answered yet."""


class _Choice(NamedTuple):
    """A card as it would be shown; the least is the freshest."""

    staleness: int
    last: int
    """Where the last thing done on it stands in the log."""
    at: int
    """Where it stands in the course."""
    exercise: str
    variant: int


def pick(session: Session, now: datetime) -> tuple[Pick, ...]:
    """The exercises of a review sitting, at most six, in the order of `due`.

    For each objective one exercise that covers it: from more practice of a lesson that was begun,
    and not yet answered; else a variant that was not seen; else one of another station than where
    it was missed; else the same again. No exercise that a person must read, no conversation (it
    takes longer than a sitting, and has an 'again' of its own), none of the core that is still to
    come, and none that came up in a review today already.

    Args:
        session: Whose review it is.
        now: With its time zone.
    """
    cards = _cards(session, now)
    picked: dict[str, Pick] = {}
    served: set[str] = set()
    for one in due(session, now):
        if len(picked) == MOST:
            break
        if one.objective in served:
            continue
        made = _pick(session, cards, one, picked)
        if made is not None:
            picked[made.exercise] = made
            served.update(cards[made.exercise].covers)
    return tuple(picked.values())


def _cards(session: Session, now: datetime) -> dict[str, _Card]:
    """What a review can be made of, in the order of the course."""
    so_far = done(session)
    found: dict[str, _Card] = {}
    for lesson in standing(session):
        for station in lesson.stations:
            for one in station.exercises:
                there = so_far.get(one.id)
                answered = there if there is not None and there.tries else None
                if not _fits(one.kind) or (answered and _today(answered, now)):
                    continue
                if answered is None and (station.core or lesson.untouched):
                    continue
                found[one.id] = _Card(
                    place=Place(lesson=lesson.id, station=station.id, exercise=one.id),
                    covers=session.course.lessons[lesson.id].glance(one.id).covers,
                    done=answered,
                )
    return found


def _fits(name: str) -> bool:
    """Whether exercises of this kind can come up in a review."""
    try:
        found = kind(name)
    except KeyError:
        return False
    return not found.reviewed and found.scenario is None


def _today(there: Done, now: datetime) -> bool:
    times = (moment(one.at) for one in there.tries if one.review)
    return any(at is not None and day_of(at, now) == day_of(now, now) for at in times)


def _pick(
    session: Session, cards: Mapping[str, _Card], one: Due, taken: Container[str]
) -> Pick | None:
    """The freshest exercise to review an objective by; None where there is none."""
    fitting = {name: card for name, card in cards.items() if one.objective in card.covers}
    missed_in = {_station(card) for card in fitting.values() if _missed(card)}
    choices: dict[_Choice, Item] = {}
    for at, (name, card) in enumerate(fitting.items()):
        if name in taken or (item := _item(session, name)) is None:
            continue
        choices[_choice(session, item, at, card, _station(card) in missed_in)] = item
    if not choices:
        return None
    best = min(choices)
    return Pick(
        objective=one.objective,
        exercise=best.exercise,
        variant=best.variant,
        title=choices[best].exercise.title,
        missed=one.missed > 0,
        place=cards[best.exercise].place,
    )


def _station(card: _Card) -> tuple[str, str]:
    return card.place.lesson, card.place.station


def _missed(card: _Card) -> bool:
    return card.done is not None and any(not one.right for one in card.done.firsts)


def _item(session: Session, name: str) -> Item | None:
    """An exercise that is marked here and now; None where it is none, or cannot be read."""
    try:
        item = session.item(name)
    except ContentError:
        return None
    if item is None or item.key is None or item.exercise.mode != "practice":
        return None
    return item


def _choice(session: Session, item: Item, at: int, card: _Card, missed_here: bool) -> _Choice:
    if card.done is None:
        return _Choice(0, 0, at, item.id, 0)
    last = card.done.numbers[-1]
    fresh = _unseen(session, item, card.done)
    if fresh is not None:
        return _Choice(1, last, at, item.id, fresh)
    return _Choice(3 if missed_here else 2, last, at, item.id, card.done.records[-1].variant)


def _unseen(session: Session, item: Item, there: Done) -> int | None:
    """A variant that is unlike those that were seen; None where there is none."""
    if item.kind.vary is None:
        return None
    seen = {one.content for one in there.records}
    begin = max(one.variant for one in there.records) + 1
    for variant in range(begin, begin + VARIANTS):
        shown = session.item(item.id, variant)
        if shown is not None and content_hash(shown.exercise) not in seen:
            return variant
    return None
