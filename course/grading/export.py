"""Grades and items as files: CSV for spreadsheets and learning platforms, JSON for programs."""

from typing import Any

import msgspec

from course.grading import review
from course.grading.cohort import Cohort
from course.grading.marks import ExerciseMarks, TraineeMarks, weighted
from course.grading.tables import per_cent, rounded, table

Files = dict[str, bytes]
"""File contents by their path inside the results folder."""


def exports(cohort: Cohort) -> Files:
    """Every file that is not a page."""
    return {
        "grades.csv": grades(cohort),
        "items.csv": item_table(cohort),
        "review.csv": review.export(cohort.trainees),
        "report.json": report(cohort),
    }


def grades(cohort: Cohort) -> bytes:
    """A row for each trainee: marks 0 to 100, and each exercise's best try in per cent.

    What was done outside the core of the lessons assigned is counted at the end, without a mark.
    """
    first = cohort.trainees[0].assigned if cohort.trainees else ()
    lessons = list(dict.fromkeys(one.lesson for one in first))
    columns = [
        "trainee", "name", "answered", "exercises", "mark", "first tries", "awaiting review",
        "hints", *(f"mark {lesson}" for lesson in lessons), *(one.id for one in first),
        "more exercises", "in reviews", "on other roads", "remarks", "files",
    ]  # fmt: skip
    return table(columns, [_row(one, lessons) for one in cohort.trainees])


def _row(one: TraineeMarks, lessons: list[str]) -> list[Any]:
    by_lesson = [
        weighted(tuple(exercise for exercise in one.assigned if exercise.lesson == lesson))
        for lesson in lessons
    ]
    return [
        one.trainee, one.name, one.answered, len(one.assigned), rounded(one.mark),
        rounded(one.first_tries), one.awaiting, one.hints, *map(rounded, by_lesson),
        *(per_cent(exercise.best) for exercise in one.assigned),
        len(one.more), one.in_review, one.on_roads,
        " ".join(remark.text for remark in one.remarks), "; ".join(one.files),
    ]  # fmt: skip


def item_table(cohort: Cohort) -> bytes:
    """A row for each exercise."""
    columns = [
        "exercise", "lesson", "kind", "title", "answered by", "first tries", "best tries",
        "discrimination", "commonest slip", "how often", "remarks",
    ]  # fmt: skip
    return table(
        columns,
        [
            [
                one.id, one.lesson, one.kind, one.title, one.n, per_cent(one.first),
                per_cent(one.best),
                "" if one.discrimination is None else round(one.discrimination, 2),
                one.slip, one.slips, " ".join(one.remarks),
            ]
            for one in cohort.items
        ],
    )  # fmt: skip


def report(cohort: Cohort) -> bytes:
    """The whole report for programs, without the texts of exercises and answers."""
    data = {
        "lessons": cohort.lessons,
        "trainees": [_trainee(one) for one in cohort.trainees],
        "items": cohort.items,
        "returns": cohort.returns,
        "refused": cohort.refused,
        "remarks": cohort.remarks,
        "mean": _or_none(cohort.mean),
        "median": _or_none(cohort.median),
        "distribution": dict(cohort.distribution),
    }
    return msgspec.json.format(msgspec.json.encode(data), indent=2) + b"\n"


def _or_none(mark: float | None) -> float | None:
    return None if mark is None else round(mark, 1)


def _trainee(one: TraineeMarks) -> dict[str, Any]:
    return {
        "trainee": one.trainee,
        "name": one.name,
        "files": one.files,
        "mark": _or_none(one.mark),
        "first_tries": _or_none(one.first_tries),
        "answered": one.answered,
        "awaiting_review": one.awaiting,
        "exercises": {exercise.id: _exercise(exercise) for exercise in one.exercises},
        "remarks": one.remarks,
    }


def _exercise(one: ExerciseMarks) -> dict[str, Any]:
    data: dict[str, Any] = {
        "assigned": one.assigned,
        "state": one.state,
        "attempts": one.attempts,
        "first": one.first,
        "best": one.best,
        "hints": one.hints,
        "in_review": one.in_review,
        "on_roads": one.on_roads,
    }
    talk = one.conversation
    if talk is not None:
        data["ending"] = talk.transcript.ending.id if talk.transcript.ending else None
        data["handling"] = talk.handling.mark
        data["survey"] = {
            name: getattr(talk.survey, name)
            for name in ("answered", "satisfaction", "effort", "recommend", "resolved")
        }
    if one.typed:
        data["typed"] = {line.choice: line.line for line in one.typed}
    return data
