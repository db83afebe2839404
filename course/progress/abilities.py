"""What a trainee can do and what slips, by first tries: in words and counts, never as a mark."""

from collections.abc import Iterable

from msgspec import Struct

from course.answers import Session
from course.lessons import ContentError, Course, Objective, ObjectiveGroup
from course.progress.done import done
from course.progress.places import Place
from course.progress.standing import StationStanding, standing
from course.progress.states import State
from course.progress.tries import Try

WEAKEST = 3
"""Objectives that are named as slipping."""
ORDER: tuple[State, ...] = ("open", "tried", "met")
"""What is practised first."""
REST = ObjectiveGroup(id="REST", title="What else this course teaches", holds=())
"""For objectives that no group of the course holds."""


class FirstTries(Struct, frozen=True, kw_only=True):
    """First tries at exercises: in play, and of each day on which one came up in a review."""

    right: int
    tried: int

    @property
    def sureness(self) -> float:
        """The share that is right, reckoned as if two more had been tried, one of them right.

        One miss in one try says less than three in three (Laplace's rule of succession).

        >>> FirstTries(right=0, tried=1).sureness > FirstTries(right=0, tried=3).sureness
        True
        """
        return (self.right + 1) / (self.tried + 2)

    def __str__(self) -> str:
        """In words.

        >>> print(FirstTries(right=7, tried=9), "|", FirstTries(right=0, tried=1))
        7 of 9 first tries | 0 of 1 first try
        """
        noun = "first try" if self.tried == 1 else "first tries"
        return f"{self.right} of {self.tried} {noun}"


class Ability(Struct, frozen=True, kw_only=True):
    """One objective, and how first tries at it went."""

    objective: str
    text: str
    """What the course says of it."""
    did: str
    """The same of somebody who has done it; empty where the course has no words for that."""
    tries: FirstTries

    @property
    def sentence(self) -> str:
        """Both in a sentence, such as 'You kept people safe first on 7 of 9 first tries'."""
        if not self.did:
            return f"{self.text} Right on {self.tries}."
        return f"You {self.did} on {self.tries}."


class GroupAbility(Struct, frozen=True, kw_only=True):
    """A group of objectives: how first tries at its exercises went, and at each objective."""

    id: str
    title: str
    tries: FirstTries
    """Each first try once, however many of its objectives it covers."""
    abilities: tuple[Ability, ...]
    """Those that were tried, the surest first."""


class Practice(Struct, frozen=True, kw_only=True):
    """Where an objective can be practised."""

    place: Place
    title: str
    """What the exercise there is called."""
    station: StationStanding


class Slip(Struct, frozen=True, kw_only=True):
    """An objective that slips, and where it can be practised."""

    ability: Ability
    practice: Practice


def first_tries(session: Session) -> dict[str, FirstTries]:
    """First tries by objective, in the order of the course; those not tried are left out."""
    by_objective = _by_objective(session)
    return {
        one: _counted(by_objective[one]) for one in session.course.objectives if one in by_objective
    }


def can_do(session: Session, lesson: str | None = None) -> tuple[GroupAbility, ...]:
    """What the trainee can do, by group; a group of which nothing was tried is left out.

    Args:
        session: Whose first tries are counted.
        lesson: The lesson whose exercises are looked at; None for all.

    Raises:
        KeyError: where there is no such lesson.
    """
    course = session.course
    by_objective = _by_objective(session, lesson)
    found: list[GroupAbility] = []
    for group, objectives in grouped(course):
        tried = [one for one in objectives if one.id in by_objective]
        if tried:
            once = {one.number: one for two in tried for one in by_objective[two.id]}
            abilities = [_ability(one, by_objective[one.id]) for one in tried]
            found.append(
                GroupAbility(
                    id=group.id,
                    title=group.title,
                    tries=_counted(once.values()),
                    abilities=tuple(
                        sorted(abilities, key=lambda one: one.tries.sureness, reverse=True)
                    ),
                )
            )
    return tuple(found)


def slips(session: Session, lesson: str | None = None) -> tuple[Slip, ...]:
    """The objectives with the weakest first tries, each with a place to practise, at most three.

    One that has only been right does not slip.

    Args:
        session: Whose first tries are counted.
        lesson: The lesson whose exercises are looked at; None for all. The place to practise may
            be in another.

    Raises:
        KeyError: where there is no such lesson.
    """
    by_objective = _by_objective(session, lesson)
    missed = [
        _ability(session.course.objectives[name], tries)
        for name, tries in by_objective.items()
        if name in session.course.objectives and not all(one.right for one in tries)
    ]
    # Where each can be practised is looked for in all lessons, so only if something slips.
    places = practices(session) if missed else {}
    # Where no exercise covers an objective any more, there is nothing to do about it.
    known = [one for one in missed if one.objective in places]
    weakest = sorted(known, key=lambda one: one.tries.sureness)[:WEAKEST]
    return tuple(Slip(ability=one, practice=places[one.objective]) for one in weakest)


def practices(session: Session) -> dict[str, Practice]:
    """Where each objective is best practised next; one that no exercise covers is left out.

    What was left out after its warning comes last. What is not met yet comes before what is, then a
    lesson that was begun before others, then what is open before what was tried, then the order of
    the course.
    """
    best: dict[str, tuple[tuple[bool, bool, bool, int], Practice]] = {}
    for lesson in standing(session):
        for station in lesson.stations:
            for one in station.exercises:
                met = one.state == "met"
                rank = one.left_out, met, lesson.untouched, ORDER.index(one.state)
                place = Place(lesson=lesson.id, station=station.id, exercise=one.id)
                made = Practice(place=place, title=one.title, station=station)
                for objective in session.course.lessons[lesson.id].glance(one.id).covers:
                    if objective not in best or rank < best[objective][0]:
                        best[objective] = rank, made
    return {objective: made for objective, (_, made) in best.items()}


def grouped(course: Course) -> list[tuple[ObjectiveGroup, tuple[Objective, ...]]]:
    """The objectives of a course by group, those of no group last; none where it lists none."""
    try:
        objectives, groups = course.objectives, course.objective_groups
    except ContentError:
        return []
    by_group: dict[str, list[Objective]] = {}
    for one in objectives.values():
        by_group.setdefault(_group(one.id, groups).id, []).append(one)
    return [(one, tuple(by_group[one.id])) for one in (*groups, REST) if one.id in by_group]


def _group(objective: str, groups: Iterable[ObjectiveGroup]) -> ObjectiveGroup:
    for name in (objective, objective.rpartition("-")[0]):
        for group in groups:
            if name in group.holds:
                return group
    return REST


def _by_objective(session: Session, lesson: str | None = None) -> dict[str, list[Try]]:
    """First tries by objective, over one lesson or all."""
    so_far = done(session)
    names = so_far if lesson is None else session.course.lessons[lesson]
    found: dict[str, list[Try]] = {}
    for exercise in names:
        if exercise in so_far:
            for one in so_far[exercise].firsts:
                for objective in one.covers:
                    found.setdefault(objective, []).append(one)
    return found


def _counted(tries: Iterable[Try]) -> FirstTries:
    right = [bool(one.right) for one in tries]
    return FirstTries(right=sum(right), tried=len(right))


def _ability(objective: Objective, tries: Iterable[Try]) -> Ability:
    return Ability(
        objective=objective.id, text=objective.text, did=objective.did, tries=_counted(tries)
    )
