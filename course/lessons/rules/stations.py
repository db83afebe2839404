"""How a lesson is cut into stations: how long each is, and what its core lets a trainee do."""

from collections.abc import Iterator
from itertools import groupby

from course.codes import rule
from course.exercises import Item
from course.lessons.diagnostic import Diagnostic
from course.lessons.page import OPENING, Station, shown
from course.lessons.rules.drafts import Draft, LessonDraft

SHORTEST, LONGEST = 8, 15
"""Minutes of a station: time enough to get somewhere, and no more than a break allows."""
LONGEST_TALK = 25
"""Minutes of a station that is one conversation with its debrief."""
LONGEST_DAY = 50
"""Minutes of a station that is a day at the desk: it is left and gone on with as one likes."""
LONGEST_CORE = 60
"""Minutes of a lesson's core."""
ONE_SITTING = 15
"""Minutes of a whole lesson that are one sitting, however short its stations are."""
LONGEST_RUN = 3
"""Exercises of one kind, one after the other."""


@rule("CC031")
def too_short_or_too_long(draft: Draft) -> Iterator[Diagnostic]:
    """A station takes less time than a sitting, or more."""
    for lesson, taken in _measured(draft):
        stations = lesson.lesson.page.stations
        in_one = sum(taken.values()) < ONE_SITTING
        for one in stations:
            talk = len(one.exercises) == 1 and _is_talk(draft.items[one.exercises[0]])
            made, most = round(taken[one.id]), LONGEST_TALK if talk else LONGEST
            if any(part.command == "shift" for part in shown(one.parts)):
                most = LONGEST_DAY
            if made > most:
                yield lesson.at(
                    "CC031", one.line, f"{_named(one)} takes about {_minutes(made)}, and {most} "
                    "is the most", "put something of it in a station of its own"
                    f"{'' if talk else f'; a conversation alone in one may take {LONGEST_TALK}'}",
                )  # fmt: skip
            elif made < SHORTEST and not in_one and one.id != OPENING and one is not stations[-1]:
                yield lesson.at(
                    "CC031", one.line, f"{_named(one)} takes about {_minutes(made)}, and "
                    f"{SHORTEST} is the least", "put it together with a neighbour",
                )  # fmt: skip


@rule("CC032")
def says_other_minutes(draft: Draft) -> Iterator[Diagnostic]:
    """A station says no minutes, or others than it takes."""
    for lesson, taken in _measured(draft):
        for one in lesson.lesson.page.stations:
            made = taken[one.id]
            if one.id != OPENING and abs(one.minutes - made) > max(1, min(3, made / 4)):
                says = f"says {_minutes(one.minutes)}"
                said = says if one.minutes else "does not say its minutes"
                yield lesson.at(
                    "CC032", one.line, f"{_named(one)} {said}, and takes about {made:.0f}",
                    f"write '@minutes {max(1, round(made))}' under its heading",
                )  # fmt: skip


@rule("CC033")
def core_too_long(draft: Draft) -> Iterator[Diagnostic]:
    """The core of a lesson takes longer than an hour."""
    for lesson, taken in _measured(draft):
        made = round(sum(taken[one.id] for one in lesson.lesson.page.stations if one.core))
        if made > LONGEST_CORE:
            yield lesson.at(
                "CC033", 1, f"the core takes about {made} minutes, and {LONGEST_CORE} is the most",
                "write '@more-practice' under the headings that the rest can do without",
            )  # fmt: skip


@rule("CC034")
def objective_outside_the_core(draft: Draft) -> Iterator[Diagnostic]:
    """The core of a lesson leaves out an objective, or has it answered without a mark."""
    for lesson in draft.lessons:
        page = lesson.lesson.page
        if not set(page.exercises) <= set(draft.items):
            continue
        met = {
            name
            for item in (draft.items[one] for one in page.core)
            if not item.kind.reviewed
            for name in item.exercise.covers
        }
        for one in lesson.shown("exercise"):
            exercise = draft.items[one.name].exercise
            # What comes back belongs to the lesson that it was first met in.
            for name in () if exercise.returns else exercise.covers:
                if name not in met:
                    met.add(name)
                    yield lesson.at(
                        "CC034", one.line, f"no exercise in the core has '{name}' marked at once",
                        f"put one there that covers it, or take '{name}' out of '{one.name}'",
                    )  # fmt: skip


@rule("CC035")
def exercise_before_the_first_heading(draft: Draft) -> Iterator[Diagnostic]:
    """An exercise stands in no station that has a title."""
    for lesson in draft.lessons:
        first = lesson.lesson.page.stations[0] if lesson.lesson.page.stations else None
        before = shown(first.parts) if first and first.id == OPENING else ()
        for one in before:
            if one.command == "exercise":
                yield lesson.at(
                    "CC035", one.line, f"'{one.name}' stands before the first heading",
                    "put a line above it: '## ' and what one can do afterwards",
                )  # fmt: skip


@rule("CC036")
def long_run_of_one_kind(draft: Draft) -> Iterator[Diagnostic]:
    """A station asks for the same kind of exercise again and again."""
    for lesson in draft.lessons:
        for one in lesson.lesson.page.stations:
            there = [draft.items[name].kind for name in one.exercises if name in draft.items]
            for kind, run in groupby(there, key=lambda kind: kind.name):
                long = len(list(run))
                if long > LONGEST_RUN:
                    yield lesson.at(
                        "CC036", one.line, f"{_named(one)} has {long} exercises of the kind "
                        f"'{kind}' in a row", f"put another kind after the first {LONGEST_RUN}",
                    )  # fmt: skip


def _measured(draft: Draft) -> Iterator[tuple[LessonDraft, dict[str, float]]]:
    """Each lesson all of whose stations can be measured, with the minutes of each."""
    for lesson in draft.lessons:
        taken = draft.minutes.get(lesson.lesson.id, {})
        if len(taken) == len(lesson.lesson.page.stations):
            yield lesson, taken


def _is_talk(item: Item) -> bool:
    return item.kind.scenario is not None


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"


def _named(station: Station) -> str:
    return f"'{station.title}'" if station.title else "what stands before the first heading"
