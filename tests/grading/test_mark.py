"""Marks come from answers alone, against the key, in this trainee's variant."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from course.answers import chain
from course.answers.submission import decode, read_submission
from course.exercises import best
from course.grading import mark
from course.grading.marks import TraineeMarks
from course.lessons import Course
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]


def marks_of(course: Course, path: Path) -> TraineeMarks:
    return mark(course, read_submission(path))


def by_id(marks: TraineeMarks) -> dict[str, Any]:
    return {one.id: one for one in marks.exercises}


def test_all_right_is_a_hundred_outside_what_a_person_reads(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers({**BEST, "in-your-words": REPLY})
    drawn = trainee.session.item("drawn-share")
    assert drawn is not None
    trainee.answers({"drawn-share": best(drawn)})
    marks = marks_of(course, trainee.hands_in())
    assert marks.mark == pytest.approx(100)
    assert (marks.answered, marks.awaiting, marks.remarks) == (8, 1, ())
    assert by_id(marks)["in-your-words"].state == "awaiting review"


def test_what_is_not_answered_counts_nothing_and_weighs_its_points(
    course: Course, enrol: Enrol
) -> None:
    marks = marks_of(course, enrol("Asha").answers({"broken-mug": BEST["broken-mug"]}).hands_in())
    # 4 of 14 points: one each for five, two, three and four for the others.
    assert marks.mark == pytest.approx(100 * 4 / 14)
    assert by_id(marks)["pick-one"].state == "not answered"


def test_the_best_try_counts_and_the_first_stands_beside_it(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha")
    for option in ("refund", "sorry", "say-back", "sorry"):
        trainee.answers({"pick-one": [option]})
    one = by_id(marks_of(course, trainee.hands_in()))["pick-one"]
    assert (one.attempts, one.first, one.best, one.answer) == (4, 0.0, 1.0, ["say-back"])


def test_hints_and_typed_lines_are_told(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha")
    trainee.session.hint("pick-one", 1)
    trainee.session.hint("pick-one", 2)
    trainee.session.turn("broken-mug", "coupon", typed="Take a set.")
    trainee.session.again("broken-mug")
    trainee.session.turn("broken-mug", "own-it", typed="In two pieces, then.")
    trainee.session.turn("broken-mug", "new-mug")
    trainee.answers({"broken-mug": ["own-it", "new-mug"]})
    marks = by_id(marks_of(course, trainee.hands_in()))
    assert marks["pick-one"].hints == 2
    assert [(one.choice, one.line) for one in marks["broken-mug"].typed] == [
        ("own-it", "In two pieces, then.")
    ]


def test_a_dialogue_comes_with_its_ending_handling_and_survey(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers({"broken-mug": ["own-it", "new-mug"]})
    talk = by_id(marks_of(course, trainee.hands_in()))["broken-mug"].conversation
    assert talk is not None
    assert talk.transcript.ending.id == "mended"
    assert talk.handling.mark == 100
    assert talk.survey.satisfaction == 5


def test_each_trainee_is_marked_in_their_own_variant(course: Course, enrol: Enrol) -> None:
    prompts = set()
    for name in ("Asha", "Ben", "Chidi", "Dora", "Efe", "Finn"):
        trainee = enrol(name)
        item = trainee.session.item("drawn-share")
        assert item is not None
        prompts.add(item.exercise.prompt)
        trainee.answers({"drawn-share": best(item)})
        one = by_id(marks_of(course, trainee.hands_in()))["drawn-share"]
        assert one.best == 1.0
        assert one.prompt == item.exercise.prompt
    assert len(prompts) > 1


def rewritten(path: Path, change: Callable[[dict[str, Any]], None]) -> bytes:
    """A submission in which somebody has edited the answers and mended the chain after."""
    before, lines = b"", []
    for number, raw in enumerate(path.read_bytes().splitlines()):
        data = json.loads(raw)
        if number > 1:
            change(data)
            data["prev"] = chain(before)
            raw = before = json.dumps(data).encode()
        lines.append(raw)
    return b"\n".join(lines) + b"\n"


def test_scores_in_a_file_are_not_believed(course: Course, enrol: Enrol) -> None:
    path = enrol("Asha").answers({"pick-one": ["refund"]}).hands_in()

    def boast(data: dict[str, Any]) -> None:
        if data["kind"] == "answer":
            data["score"] = 100

    marks = mark(course, decode(rewritten(path, boast), "boast"))
    assert marks.mark == 0
    assert any("unknown field `score`" in one.text and one.refused for one in marks.remarks)


def test_figures_of_somebody_else_are_reported(course: Course, enrol: Enrol) -> None:
    path = enrol("Asha").answers({"drawn-share": 50.0}).hands_in()

    def other(data: dict[str, Any]) -> None:
        data["seed"] = 12345

    marks = mark(course, decode(rewritten(path, other), "other"))
    assert any("another trainee's seed" in one.text for one in marks.remarks)


def test_another_version_is_reported(course: Course, enrol: Enrol) -> None:
    path = enrol("Asha").answers({"pick-one": ["say-back"]}).hands_in()

    def older(data: dict[str, Any]) -> None:
        if data.get("exercise"):
            data["content"] = "0" * 16

    marks = mark(course, decode(rewritten(path, older), "older"))
    [remark] = marks.remarks
    assert "answered on another version" in remark.text
    assert not remark.refused


@pytest.mark.parametrize(
    ("exercise", "data", "told"),
    [
        ("no-such-thing", ["a"], "There is no exercise 'no-such-thing'"),
        ("pick-one", ["no-such-option"], "no option called 'no-such-option'"),
        ("pick-one", 7, "what came was a number"),
        ("pick-one", {"a": {"b": ["c"]}}, "what came was a set of pairs"),
        ("pick-one", None, "no answer in it"),
        ("how-many", 10**300, "1e+300 cannot be"),
        ("how-many", -(10**400), "not a finite number"),
        ("how-many", True, "what came was yes or no"),
        ("how-many", "NaN", "not a finite number"),
        ("tag-lines", {"two-pieces": 3}, "what came was a set of pairs"),
        ("in-order", ["heard", "heard", "heard", "heard"], "named twice"),
        ("broken-mug", ["own-it"], "not over yet"),
        ("broken-mug", ["new-mug"], "new-mug"),
        ("broken-mug", ["own-it", "new-mug", "new-mug"], "new-mug"),
        ("in-your-words", "x" * 5000, "Write at least"),
        ("in-your-words", "word " * 5000, "more than a reply"),
    ],
)
def test_an_answer_that_cannot_be_marked_is_left_out_and_named(
    course: Course, enrol: Enrol, exercise: str, data: Any, told: str
) -> None:
    path = enrol("Asha").answers({"pick-several": BEST["pick-several"]}).hands_in()
    given = read_submission(path)
    odd = msgspec.structs.replace(given.records[-1], exercise=exercise, answer=data)
    marks = mark(course, msgspec.structs.replace(given, records=(*given.records, odd)))
    refused = [one.text for one in marks.remarks if one.refused]
    assert any(told in text for text in refused), refused
    assert by_id(marks)["pick-several"].best == 1.0
    assert marks.answered == 1


def test_a_bomb_of_answers_is_cut_off(course: Course, enrol: Enrol) -> None:
    given = read_submission(enrol("Asha").answers({"broken-mug": ["own-it", "new-mug"]}).hands_in())
    many = (*given.records, *given.records[-1:] * 50_000)
    marks = mark(course, msgspec.structs.replace(given, records=many))
    assert any("49,801 answers after the first 200" in one.text for one in marks.remarks)


def test_a_bomb_of_unknown_exercises_is_told_in_few_lines(course: Course, enrol: Enrol) -> None:
    given = read_submission(enrol("Asha").answers({"pick-one": ["sorry"]}).hands_in())
    odd = tuple(
        msgspec.structs.replace(given.records[-1], exercise=f"x{n}" * 100) for n in range(1000)
    )
    marks = mark(course, msgspec.structs.replace(given, records=(*given.records, *odd)))
    assert len(marks.remarks) == 4
    assert "997 more exercises" in marks.remarks[-1].text
    assert all(len(one.text) < 200 for one in marks.remarks)


def test_what_was_left_on_the_dashboard_is_no_remark(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["sorry"]})
    trainee.session.leave("dashboard:07.ipynb", {"channel": "chat"})
    assert marks_of(course, trainee.hands_in()).remarks == ()


def test_hints_that_cannot_be_are_not_believed(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers({"pick-one": ["sorry"]})
    trainee.session.hint("pick-one", 10**9)
    trainee.session.hint("how-many", -5)
    marks = by_id(marks_of(course, trainee.hands_in()))
    assert (marks["pick-one"].hints, marks["how-many"].hints) == (2, 0)


def test_what_holds_of_many_exercises_is_said_once(
    course: Course, enrol: Callable[[str], Trainee]
) -> None:
    one = enrol("Asha").answers(BEST)
    path = one.hands_in()
    path.write_bytes(path.read_bytes().replace(one.session.trainee.encode(), b"somebody-else"))
    marks = marks_of(course, path)
    said = [remark.text for remark in marks.remarks if "another trainee's seed" in remark.text]
    assert said == [
        f"{len(BEST)} exercises (pick-one, pick-several, tag-lines and {len(BEST) - 3} more): it "
        "carries another trainee's seed; it is marked as this trainee's own."
    ]
