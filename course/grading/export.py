"""Grades and items as files: CSV for spreadsheets and learning platforms, JSON for programs."""

from collections.abc import Iterator
from typing import Any

import msgspec

from course.grading import review
from course.grading.cohort import Cohort, Summary
from course.grading.day_table import COLUMNS as DAY_COLUMNS
from course.grading.day_table import day_rows
from course.grading.gaps import MOST_SHOWN
from course.grading.items import ANSWERED, ItemStudy, encode
from course.grading.marks import ExerciseMarks, TraineeMarks, weighted
from course.grading.people import replies
from course.grading.roster import Roster, gradebook
from course.grading.tables import lines, per_cent, rounded, table

Piece = tuple[str, bytes]
"""A path inside the results folder, and bytes that come next in that file."""


def exports(cohort: Cohort) -> dict[str, bytes]:
    """Every file that is not a page, by its path."""
    sheets = Sheets(cohort.lessons)
    files: dict[str, bytes] = {}
    pieces = [piece for one in cohort.trainees for piece in sheets.of(one)]
    for name, data in [*pieces, *sheets.end(cohort)]:
        files[name] = files.get(name, b"") + data
    return files


class Sheets:
    """The files that are not pages, written piece by piece as trainees come."""

    def __init__(self, lessons: tuple[str, ...]) -> None:
        self._lessons, self._begun = lessons, False

    def of(self, one: TraineeMarks) -> Iterator[Piece]:
        """What stands in them about one trainee."""
        data = msgspec.json.format(msgspec.json.encode(_trainee(one)), indent=2)
        before = b",\n    " if self._begun else b"\n    "
        yield from self._begin(one.assigned)
        yield "grades.csv", lines([_row(one, _lessons(one.assigned))])
        yield "review.csv", lines(review.rows([one]))
        yield replies.FILE, replies.as_lines(replies.to_mark(one))
        yield "corrections.jsonl", b"".join(corrections(one))
        yield "days.csv", lines(day_rows(one.days))
        yield "report.json", before + data.replace(b"\n", b"\n    ")

    def end(self, summary: Summary, roster: Roster | None = None) -> Iterator[Piece]:
        """What comes after the last."""
        some = self._begun
        yield from self._begin(())
        yield "items.csv", item_table(summary)
        yield "lines.csv", line_table(summary)
        yield "roads.csv", road_table(summary)
        yield ANSWERED, encode(summary.answered)
        yield "gaps.csv", gap_table(summary)
        if roster is not None and summary.roll is not None:
            yield gradebook(roster, summary.roll)
        yield "report.json", b"\n  " * some + _around(report(summary))[1] + b"\n"

    def _begin(self, assigned: tuple[ExerciseMarks, ...]) -> Iterator[Piece]:
        if not self._begun:
            self._begun = True
            yield "grades.csv", table(_columns(assigned), ())
            yield "review.csv", table((*review.COLUMNS, *review.BESIDES), ())
            yield replies.FILE, b""
            yield "corrections.jsonl", b""
            yield "days.csv", table(DAY_COLUMNS, ())
            yield "report.json", _around({"lessons": self._lessons, "trainees": ()})[0]


def _around(data: dict[str, Any]) -> tuple[bytes, bytes]:
    """A report without trainees, as what stands before and after them."""
    empty = b'\n  "trainees": ['
    whole = msgspec.json.format(msgspec.json.encode(data), indent=2)
    before, _, after = whole.partition(empty)
    return before + empty, after


def _lessons(assigned: tuple[ExerciseMarks, ...]) -> list[str]:
    return list(dict.fromkeys(one.lesson for one in assigned))


def _columns(assigned: tuple[ExerciseMarks, ...]) -> list[str]:
    """Of the table of grades: a row for each trainee, marks 0 to 100, best tries in per cent.

    What was done outside the core of the lessons assigned is counted at the end, without a mark.
    """
    return [
        "trainee", "name", "answered", "exercises", "mark", "first tries", "awaiting review",
        "hints", *(f"mark {lesson}" for lesson in _lessons(assigned)),
        *(one.id for one in assigned),
        "more exercises", "in reviews", "on other roads", "remarks", "files",
    ]  # fmt: skip


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


def item_table(summary: Summary) -> bytes:
    """A row for each exercise; shares and their intervals in per cent."""
    columns = [
        "exercise", "lesson", "kind", "title", "answered by", "first tries", "best tries",
        "discrimination", "commonest slip", "how often", "remarks", *CLOSER,
    ]  # fmt: skip
    closer = {one.asked.id: _closer(one) for one in summary.study.items} if summary.study else {}
    return table(
        columns,
        [
            [
                one.id, one.lesson, one.kind, one.title, one.n, per_cent(one.first),
                per_cent(one.best),
                "" if one.discrimination is None else round(one.discrimination, 2),
                one.slip, one.slips, " ".join(one.remarks),
                *closer.get(one.id, [""] * len(CLOSER)),
            ]
            for one in summary.items
        ],
    )  # fmt: skip


CLOSER = (
    "right at first", "of", "right low", "right high", "discrimination low", "discrimination high",
    "gain", "gain low", "gain high", "missed at first", "right in the end",
)  # fmt: skip
"""What stands in the table of items beside the means: counts, and 95 % intervals."""


def _closer(one: ItemStudy) -> list[Any]:
    right, told, gain = one.right_interval, one.tells_apart_interval, one.gain
    return [
        one.right, one.n, *(map(per_cent, right) if right else ("", "")),
        *((round(end, 2) for end in told) if told else ("", "")),
        *(map(per_cent, (gain.mean, gain.low, gain.high)) if gain else ("", "", "")),
        *((gain.missed, gain.mended) if gain else ("", "")),
    ]  # fmt: skip


def line_table(summary: Summary) -> bytes:
    """A row for each line of each question with options: who took it on the first try."""
    columns = [
        "exercise", "title", "line", "right", "taken by", "of", "low", "high", "of the best",
        "best", "worth a look",
    ]  # fmt: skip
    return table(
        columns,
        [
            [
                one.asked.id, one.asked.title, line.text, "yes" if line.right else "no", line.taken,
                line.n, *map(per_cent, line.interval), line.best, line.best_n, line.sentence,
            ]
            for one in (summary.study.items if summary.study else ())
            for line in one.lines
            if line.n and (line.taken or not line.place)
        ],
    )  # fmt: skip


def road_table(summary: Summary) -> bytes:
    """A row for each line by which first conversations left the best road."""
    columns = [
        "exercise", "title", "played by", "stayed", "customer said", "line taken", "best line",
        "at line", "trainees", "of the best",
    ]  # fmt: skip
    return table(
        columns,
        [
            [
                one.asked.id, one.asked.title, one.roads.n, one.roads.stayed, left.after, left.line,
                left.best_line, left.turn, left.n, left.best,
            ]
            for one in (summary.study.items if summary.study else ())
            if one.roads
            for left in one.roads.left
        ],
    )  # fmt: skip


def gap_table(summary: Summary) -> bytes:
    """A row for each group of texts that no line says; the last columns hold the texts."""
    columns = ["exercise", "title", "moment", "customer said", "times", "trainees", "text",
               *(f"like it {number}" for number in range(2, MOST_SHOWN + 1))]  # fmt: skip
    return table(
        columns,
        [
            [one.exercise, one.title, one.moment, one.said, one.times, one.trainees or "",
             *(one.texts or ("Too many kinds of texts to tell apart.",))]
            for one in summary.gaps
        ],
    )  # fmt: skip


def corrections(one: TraineeMarks) -> Iterator[bytes]:
    """A line of JSON for each thing that a trainee said of their own words, to train a reader."""
    for exercise in one.exercises:
        for said in exercise.corrected:
            data = {"trainee": one.trainee, "exercise": exercise.id,
                    **msgspec.structs.asdict(said)}  # fmt: skip
            yield msgspec.json.encode(data) + b"\n"


def report(summary: Summary) -> dict[str, Any]:
    """The whole report for programs but for its trainees, without texts of exercises."""
    return {
        "lessons": summary.lessons,
        "trainees": (),
        "items": summary.items,
        "returns": summary.returns,
        "missed": summary.missed,
        "gaps": summary.gaps,
        "refused": summary.refused,
        "remarks": summary.remarks,
        "opinions": summary.opinions,
        "wrong": summary.wrong,
        "mean": _or_none(summary.mean),
        "median": _or_none(summary.median),
        "distribution": dict(summary.distribution),
    }


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
    if one.corrected:
        data["corrections"] = len(one.corrected)
    return data
