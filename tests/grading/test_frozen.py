"""Logs and submissions of earlier versions, as written then, are read and marked for ever.

`tests/fixtures/records` says what is in each folder and what may be changed there.
"""

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from course.answers import SCHEMA, DayHistory, FolderLog, Session, Way, Work, days, open_session
from course.answers.submission import read_submission, submit
from course.exercises import best as right
from course.grading import cohort, mark
from course.lessons import Course

FROZEN = Path(__file__).parent.parent / "fixtures" / "records"
FOLDERS = sorted(path for path in FROZEN.iterdir() if path.is_dir())
MANIFEST: dict[str, Any] = json.loads((FROZEN / "manifest.json").read_text(encoding="utf-8"))
each_folder = pytest.mark.parametrize("frozen", FOLDERS, ids=lambda path: path.name)


def course_of(frozen: Path) -> Course:
    return Course(frozen / "content", frozen / "content")


def share(result: object) -> float | None:
    found: float | None = getattr(result, "share", None)
    return None if found is None else round(found, 6)


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)


def facts(frozen: Path) -> dict[str, Any]:
    """What a log and its submission say, in the shape of `expected.json`."""
    course = course_of(frozen)
    session = Session(course, FolderLog(frozen / "answers", ""))
    marks = mark(course, read_submission(frozen / "submission.jsonl"))
    records = session.reading.records
    ways = {(one.exercise, one.way) for one in records
            if isinstance(one, Work) and course.find(one.exercise)}  # fmt: skip
    done = days(records)
    return {
        "trainee": session.trainee,
        "name": session.name,
        "records": dict(sorted(Counter(type(one).__name__ for one in records).items())),
        "spoilt lines": [spoilt.line for _, spoilt in session.reading.spoilt],
        "play": {item.id: history(session, item.id, Way()) for item in course.items()},
        "other ways": {
            f"{name}, {way.occasion} {way.attempt} {way.turn}": history(session, name, way)
            for name, way in sorted(ways, key=str)
            if way.occasion != "play"
        },
        "marks": {
            "mark": rounded(marks.mark),
            "first tries": rounded(marks.first_tries),
            "answered": marks.answered,
            "awaiting": marks.awaiting,
            "in reviews": marks.in_review,
            "on roads": marks.on_roads,
            "first and best": {
                one.id: [rounded(one.first), rounded(one.best)] for one in marks.exercises
            },
            "typed": {
                one.id: {line.choice: line.line for line in one.typed}
                for one in marks.exercises
                if one.typed
            },
            "remarks": len(marks.remarks),
        },
        # There were none before version 4.
        **({"days": {name: shifts(one) for name, one in done.items()}} if done else {}),
    }


def shifts(day: DayHistory) -> dict[str, Any]:
    ways = {"play": day.attempts} | {
        f"{way.occasion} {way.attempt} {way.turn}": played for way, played in day.roads.items()
    }
    played = {way: [[str(act) for act in one.log] for one in each] for way, each in ways.items()}
    return {"seed": day.seed, "hashes": [one.content for one in day.attempts], **played}


def history(session: Session, exercise: str, way: Way) -> dict[str, Any]:
    found = session.history(exercise, way)
    return {
        "attempts": [[one.answer, one.variant, share(one.result)] for one in found.attempts],
        "changed": any(one.changed for one in found.attempts),
        "draft": found.draft,
        "turns": [[turn.how, turn.choice, turn.typed] for turn in found.turns],
        "unplaced": [turn.typed for turn in found.unplaced],
        "anew": found.anew,
        "hints": found.hints,
        "corrections": [[one.move, one.there, one.turn] for one in found.corrections],
    }


def test_nobody_has_edited_what_was_frozen() -> None:
    now = {
        path.relative_to(FROZEN).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FROZEN.rglob("*.jsonl")
    }
    assert now == MANIFEST["sha256"], MANIFEST["why"]


@each_folder
def test_it_is_read_and_marked_as_it_was(frozen: Path) -> None:
    expected = json.loads((frozen / "expected.json").read_text(encoding="utf-8"))
    assert facts(frozen) == expected


@each_folder
def test_handing_it_in_today_gives_the_same_marks(frozen: Path, tmp_path: Path) -> None:
    course = course_of(frozen)
    shutil.copytree(frozen / "answers", tmp_path / ".course" / "answers")
    then = mark(course, read_submission(frozen / "submission.jsonl"))
    now = mark(course, read_submission(submit(tmp_path)))
    assert now.exercises == then.exercises
    assert (now.mark, now.first_tries, now.remarks) == (
        then.mark, then.first_tries, then.remarks,
    )  # fmt: skip


@each_folder
def test_work_goes_on_where_it_was_left_and_touches_no_old_line(
    frozen: Path, tmp_path: Path
) -> None:
    course = course_of(frozen)
    folder = tmp_path / ".course" / "answers"
    shutil.copytree(frozen / "answers", folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    exercise = next(iter(course.items())).id
    session = open_session(course, tmp_path, lambda: datetime(2027, 1, 5, tzinfo=UTC))
    tried = len(session.history(exercise).attempts)
    item = session.item(exercise)
    assert item is not None
    session.answer(exercise, right(item))
    again = open_session(course, tmp_path)
    assert len(again.history(exercise).attempts) == tried + 1
    assert again.reading.records[-1].v == SCHEMA
    assert {name: (folder / name).read_bytes() for name in before} == before
    # Handed in before and after: every answer counts once.
    [both] = cohort(course, [frozen / "submission.jsonl", submit(tmp_path)]).trainees
    assert both.exercises[0].attempts == tried + 1


@each_folder
def test_an_exercise_that_changed_since_is_marked_as_it_is_now_and_says_so(
    frozen: Path, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(frozen / "content", content)
    course = Course(content, content)
    exercise = next(iter(course.items())).id
    [file] = content.rglob(f"{exercise}.yaml")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\ntitle: ", "\ntitle: Anew, ", 1), encoding="utf-8", newline="\n")
    course = Course(content, content)
    session = Session(course, FolderLog(frozen / "answers", ""))
    assert all(one.changed for one in session.history(exercise).attempts)
    marks = mark(course, read_submission(frozen / "submission.jsonl"))
    said = [one.text for one in marks.remarks if "answered on another version" in one.text]
    assert any(exercise in one for one in said)
    assert marks.mark == mark(course_of(frozen), read_submission(frozen / "submission.jsonl")).mark


def test_old_and_new_are_graded_side_by_side(tmp_path: Path) -> None:
    """Trainees do not update on the same day."""
    small = [one for one in FOLDERS if (one / "content" / "first").is_dir()]
    assert {one.name[:2] for one in small} == {"v1", "v2", "v3", "v4"}
    for one in small:
        shutil.copy(one / "submission.jsonl", tmp_path / f"{one.name}.jsonl")
    found = cohort(course_of(small[0]), [tmp_path])
    assert (len(found.trainees), found.refused) == (len(small), ())
    assert all(one.mark for one in found.trainees)


Change = Callable[[bytes], bytes]


@pytest.mark.parametrize(
    "change",
    [lambda raw: raw.replace(b"\n", b"\r\n"), lambda raw: raw + b"\n\n"],
    ids=["other line ends", "blank lines"],
)
@each_folder
def test_what_mail_and_editors_do_to_a_file_loses_no_answer(
    frozen: Path, tmp_path: Path, change: Change
) -> None:
    path = tmp_path / "mine.jsonl"
    path.write_bytes(change((frozen / "submission.jsonl").read_bytes()))
    course = course_of(frozen)
    kept = mark(course, read_submission(frozen / "submission.jsonl"))
    assert mark(course, read_submission(path)).exercises == kept.exercises
