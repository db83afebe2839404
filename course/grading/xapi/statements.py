"""Statements about what was handed in: each try, each conversation that ended, each station met."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from course.answers import Answer, Work, stamp
from course.answers.submission import Submission
from course.exercises import Item
from course.grading.collect import by_trainee, collect
from course.grading.finding import Found
from course.grading.trying import Try, tries
from course.grading.xapi.words import (
    ANSWERED,
    COMPLETED,
    LANGUAGE,
    VERSION,
    Part,
    activity,
)
from course.grading.zipped import RefusedFile
from course.lessons import Course, Lesson
from course.progress import session_of, standing
from course.progress.done import done
from course.progress.standing import StationStanding
from course.progress.times import moment
from course.scenarios import handled

HOME = "https://customer-care.example"
"""What the names of activities and accounts begin with, where nothing else is asked for."""
IDS = uuid5(NAMESPACE_URL, "customer-care-course/xapi")
"""Under which ids are drawn: of two records that are one, the statements have one id."""
TWO_NAMES = "it carries the same id as a file with another name, so whose it is is not sure"

Statement = dict[str, Any]


class Told(Struct, kw_only=True):
    """What was told, and what could not be."""

    trainees: int = 0
    refused: list[RefusedFile] = []


def statements(
    course: Course,
    paths: Iterable[Path],
    told: Told,
    *,
    home: str = HOME,
    names: bool = False,
) -> Iterator[Statement]:
    """A statement for each try, each conversation that came to an end, and each station met.

    Nobody is named unless that is asked for: an actor is an account with the trainee's id. No
    text that a trainee wrote is in them. Ids are drawn from the records (UUID version 5), so that a
    store which has a statement already recognises it.

    Args:
        course: The content with its keys.
        paths: Submissions, or folders and zips of them.
        told: What was told and refused is counted here.
        home: What the names of activities and accounts begin with.
        names: Whether the name that a trainee gave is put beside the id.
    """
    found = Found(paths)
    handed_in, unread = by_trainee(found.files)
    told.refused += [*found.refused, *unread]
    for files in handed_in:
        joined, unread = collect(files.files, together=False)
        told.refused += unread
        if len(joined) > 1:
            told.refused += [
                RefusedFile(file=file, reason=TWO_NAMES) for one in joined for file in one.files
            ]
            continue
        for one in joined:
            told.trainees += 1
            yield from _Telling(course, one.submission, home.rstrip("/"), names).all()


class _Telling:
    """The statements about one trainee."""

    def __init__(self, course: Course, submission: Submission, home: str, names: bool) -> None:
        self.course, self.submission, self.home = course, submission, home
        self.trainee = submission.trainee
        named = {"name": submission.name} if names and submission.name else {}
        self.actor: Part = {
            "objectType": "Agent",
            **named,
            "account": {"homePage": home, "name": self.trainee},
        }

    def all(self) -> Iterator[Statement]:
        """Tries and endings in the order of the course, then stations."""
        records: dict[str, list[Work]] = {}
        for record in self.submission.records:
            if isinstance(record, Work):
                records.setdefault(record.exercise, []).append(record)
        for lesson in self.course.lessons.values():
            for found in lesson.values():
                good, _, _ = tries(found, self.trainee, records.get(found.id, []))
                for one in good:
                    yield self._answered(lesson, found, one)
                    if found.kind.scenario is not None and one.item.key is not None:
                        yield self._ended(lesson, found, one)
        yield from self._stations()

    def _answered(self, lesson: Lesson, found: Item, one: Try) -> Statement:
        score = {} if one.share is None else {"score": {"scaled": round(one.share, 4)}}
        success = {} if one.right is None else {"success": one.right}
        return self._told(
            "answered", ANSWERED, self._exercise(found), lesson, one.record,
            result={**score, **success, "completion": True,
                    "extensions": {f"{self.home}/xapi/try": one.number}},
        )  # fmt: skip

    def _ended(self, lesson: Lesson, found: Item, one: Try) -> Statement:
        scenario = one.item.kind.scenario(one.item.exercise, one.item.key)  # type: ignore[misc]
        ending = handled(scenario, tuple(one.record.answer)).transcript.ending
        assert ending is not None, "a conversation that is a try has come to its end"
        outcome = {
            f"{self.home}/xapi/ending": ending.id,
            f"{self.home}/xapi/outcome": ending.outcome,
        }
        return self._told(
            "ended", COMPLETED, self._exercise(found), lesson, one.record,
            result={"completion": True, "extensions": outcome},
        )  # fmt: skip

    def _exercise(self, found: Item) -> Part:
        kind = "simulation" if found.kind.scenario is not None else "question"
        return activity(self.home, f"exercises/{found.id}", kind, found.exercise.title)

    def _told(
        self, what: str, verb: Part, about: Part, lesson: Lesson, record: Answer, result: Part
    ) -> Statement:
        name = f"{what} {record.exercise} {record.at} {record.prev}"
        return self._statement(name, verb, about, lesson, record.at, result)

    def _statement(
        self, name: str, verb: Part, about: Part, lesson: Lesson, at: str, result: Part
    ) -> Statement:
        when = moment(at)
        return {
            "id": str(uuid5(IDS, f"{self.home} {self.trainee} {name}")),
            "version": VERSION,
            "actor": self.actor,
            "verb": verb,
            "object": about,
            "result": result,
            "context": {
                "platform": "Customer care",
                "language": LANGUAGE,
                "contextActivities": {
                    "parent": [activity(self.home, f"lessons/{lesson.id}", "lesson", lesson.title)],
                    "grouping": [activity(self.home, "course", "course", "Customer care")],
                },
            },
            # A time that none can be is left out: a store then puts its own.
            **({"timestamp": stamp(when)} if when else {}),
        }

    def _stations(self) -> Iterator[Statement]:
        session = session_of(self.course, self.submission.records)
        so_far = done(session)
        for lesson in standing(session):
            for station in lesson.stations:
                times = [
                    min(met)
                    for one in station.exercises
                    if one.id in so_far and (met := [t.at for t in so_far[one.id].tries if t.met])
                ]
                if station.state == "met" and times:
                    yield self._met(self.course.lessons[lesson.id], station, max(times))

    def _met(self, lesson: Lesson, station: StationStanding, at: str) -> Statement:
        about = activity(
            self.home, f"lessons/{lesson.id}/stations/{station.id}", "module", station.title
        )
        name = f"met {lesson.id} {station.id} {at}"
        return self._statement(name, COMPLETED, about, lesson, at, {"completion": True})
