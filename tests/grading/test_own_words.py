"""What grading makes of words of one's own: the gap report, corrections, and the talk on paper."""

import csv
import io
import json
from typing import Any

from course.answers import Session, Way
from course.answers.submission import Submission
from course.exercises import Item
from course.grading import Cohort, TraineeMarks, exports, review
from course.grading.alike import MOST_GROUPS
from course.grading.gaps import MOST_SHOWN, GapTally
from course.grading.mark import mark
from course.lessons import Course
from course.reports.answer import exercise as page_of
from course.reports.overview import overview
from tests.page.samples import Steady
from tests.shipped import load_course

TALK = "late-parcel"


def sitting() -> Session:
    return Session(load_course(), Steady())


def talk_of(course: Course) -> tuple[Item, str, list[str]]:
    """The conversation, its first customer's line, and a path to an end."""
    item = course.find(TALK)
    assert item is not None
    scenario = item.exercise.scenario
    return item, scenario.moments[0].id, list(item.key.plan[0].choices)


def graded(within: Session, name: str = "") -> TraineeMarks:
    given = Submission(
        file="", trainee=name or within.trainee, name="", made="", records=within.reading.records
    )
    return mark(within.course, given)


def of(marks: TraineeMarks, name: str = TALK) -> Any:
    return next(one for one in marks.exercises if one.id == name)


def cohort(*marks: TraineeMarks) -> Cohort:
    tally = GapTally()
    for one in marks:
        tally.add(one)
    return Cohort(standings=(), items=(), returns=(), refused=(), trainees=marks,
                  gaps=tuple(tally.gaps()))  # fmt: skip


def test_words_without_a_line_are_found_with_their_moment() -> None:
    within = sitting()
    _, first, path = talk_of(within.course)
    within.none_of_these(TALK, "Which depot is it at?")
    within.turn(TALK, path[0], "I can see why.", placed=True)
    within.none_of_these(TALK, "Give me ten minutes.")
    found = of(graded(within)).unplaced
    assert [one.words for one in found] == ["Which depot is it at?", "Give me ten minutes."]
    assert found[0].moment == first
    assert found[1].moment != first
    assert found[0].said, "what the customer had said"


def test_words_on_a_road_are_found_at_the_moment_of_the_road() -> None:
    within = sitting()
    item, _, path = talk_of(within.course)
    within.answer(TALK, path)
    way = Way(occasion="road", attempt=1, turn=2)
    within.again(TALK, way=way)
    within.none_of_these(TALK, "Wait a moment.", way=way)
    [one] = of(graded(within)).unplaced
    from course.scenarios import play

    prompt = play(item.exercise.scenario, path[:1]).prompt
    assert prompt is not None
    assert one.moment == prompt.moment


def said_none(*words: str) -> TraineeMarks:
    within = sitting()
    for one in words:
        within.none_of_these(TALK, one)
    return graded(within)


def test_similar_words_are_counted_together_and_nobody_is_named() -> None:
    both = [said_none("Can you send a photo of the door?", "Could you send me a photo?"),
            said_none("Please send photos of your door.", "I would like to sing.")]  # fmt: skip
    both[1] = both[1].__class__(**{**_fields(both[1]), "trainee": "t-2"})
    gaps = cohort(*both).gaps
    assert [(one.times, one.trainees) for one in gaps] == [(3, 2), (1, 1)]
    assert len(gaps[0].texts) == 3
    assert "t-2" not in repr(gaps)


def _fields(one: TraineeMarks) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__struct_fields__}


def test_the_report_stays_small_however_much_is_written() -> None:
    many = said_none(*(f"word{number} thing{number} other{number}" for number in range(300)))
    gaps = cohort(many).gaps
    assert len(gaps) == MOST_GROUPS + 1
    assert (gaps[-1].texts, gaps[-1].times) == ((), 200)
    same = said_none(*(f"Send it again {number} please" for number in range(50)))
    assert max(len(one.texts) for one in cohort(same).gaps) <= MOST_SHOWN


def test_the_files_hold_gaps_and_corrections() -> None:
    within = sitting()
    _, _, path = talk_of(within.course)
    within.none_of_these(TALK, "=cmd() and <b>bold</b>")
    within.turn(TALK, path[0], "I'll look at noon.", placed=True)
    within.correct(TALK, "set_time", there=False, quote="at noon", turn=1)
    within.correct(TALK, "apologise", there=True, quote="look … noon", turn=1)
    files = exports(cohort(graded(within)))
    rows = files["gaps.csv"].decode("utf-8-sig").splitlines()
    assert rows[0].startswith("exercise,title,moment,customer said,times,trainees,text")
    assert "'=cmd() and <b>bold</b>" in rows[1]
    said = [json.loads(line) for line in files["corrections.jsonl"].splitlines()]
    assert [(one["move"], one["there"], bool(one["reader"])) for one in said] == [
        ("set_time", False, True), ("apologise", True, False),
    ]  # fmt: skip
    assert {one["text"] for one in said} == {"I'll look at noon."}
    assert json.loads(files["report.json"])["gaps"][0]["times"] == 1
    page = overview(cohort(graded(within)), {}).decode()
    assert "What no line said" in page
    assert "<b>bold</b>" not in page


def test_a_correction_before_placing_is_of_the_words_as_they_stood() -> None:
    within = sitting()
    _, first, _ = talk_of(within.course)
    typed = "You should have been at home."
    within.draft(TALK, {"moment": first, "typed": typed, "ready": True})
    within.correct(TALK, "blame", there=False, quote="You should have", turn=1)
    within.draft(TALK, {"moment": first, "typed": "Something else.", "ready": True})
    [one] = of(graded(within)).corrected
    assert (one.text, one.attempt, one.turn) == (typed, 1, 1)


def test_own_words_and_corrections_stand_in_the_talk_on_paper() -> None:
    within = sitting()
    item, _, path = talk_of(within.course)
    within.none_of_these(TALK, "Shall I sing?")
    within.turn(TALK, path[0], "I can't find it & <i>I'm sorry</i>.", placed=True)
    within.correct(TALK, "apologise", there=True, quote="I'm sorry", turn=1)
    for choice in path[1:]:
        within.turn(TALK, choice)
    within.answer(TALK, path)
    page = str(page_of(of(graded(within)), item))
    assert "I can't find it &amp; &lt;i&gt;I'm sorry&lt;/i&gt;." in page
    assert "The line chosen: ‘" in page
    assert "Shall I sing?" in page
    assert "None of the lines said this." in page
    assert "The trainee says: ‘says sorry’ is in the words: ‘I'm sorry’." in page


def test_how_a_trainee_sees_their_reply_is_shown_to_the_reviewer() -> None:
    within = sitting()
    name = next(item.id for item in within.course.items() if item.kind.name == "reply")
    item = within.course.find(name)
    assert item is not None
    text = item.key.model
    within.answer(name, text)
    within.draft(name, {"text": text, "own": "nearly"})
    within.draft(name, {"text": text + " More.", "own": "again"})
    one = of(graded(within), name)
    assert one.replies[0].own == "One thing to add"
    assert "Beside the model reply: One thing to add." in str(page_of(one, item))
    table = exports(cohort(graded(within)))["review.csv"].decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(table)) if row["exercise"] == name]
    assert {row["own view"] for row in rows} == {"One thing to add"}


def test_a_table_of_reviews_from_before_there_were_own_views_is_read() -> None:
    old = ",".join(review.COLUMNS) + "\n" + "t-1" + "," * (len(review.COLUMNS) - 1) + "\n"
    assert review.trainees(old.encode(), {"t-1", "t-2"}) == {"t-1"}
