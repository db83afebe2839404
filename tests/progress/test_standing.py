"""Where a trainee stands is worked out from the log alone, and says no more than was done."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from course.answers import REVIEW, MemoryLog, Session, Way, open_session
from course.desk.home.map import lines
from course.lessons import Course
from course.page.guide import view
from course.progress import SIGNS, hardest, practices, standing, where
from tests.progress.conftest import BEST, Clock
from tests.shipped import load_course
from tests.trainees import REPLY

ROAD = Way(occasion="road", attempt=1, turn=1)
WRONG = {"pick-one": ["refund"], "how-many": 3.0, "broken-mug": ["ask-courier"]}


def states(session: Session) -> dict[str, str]:
    return {
        one.id: one.state
        for lesson in standing(session)
        for station in lesson.stations
        for one in station.exercises
    }


def stations(session: Session) -> dict[str, str]:
    return {one.id: one.state for lesson in standing(session) for one in lesson.stations}


def test_nothing_done_is_open(session: Session) -> None:
    first, second = standing(session)
    assert [one.id for one in first.stations] == [
        "hear-her", "what-the-shelf-says", "put-it-in-order", "count-it",
    ]  # fmt: skip
    assert {*states(session).values(), *stations(session).values()} == {"open"}
    assert [one.core for one in first.stations] == [True, True, True, False]
    assert (first.minutes, first.core_minutes, first.core_minutes_left) == (32, 23, 23)
    assert (second.minutes, second.core_minutes_left) == (10, 10)
    named = first.stations[2].exercises[2]
    assert (named.title, named.kind) == ("The mug for Saturday", "dialogue")
    assert all(state in SIGNS for state in stations(session).values())


def test_an_answer_that_is_not_right_is_tried(session: Session) -> None:
    for exercise, answer in WRONG.items():
        session.answer(exercise, answer)
        assert states(session)[exercise] == "tried"
    assert stations(session)["hear-her"] == "part"
    assert standing(session)[0].core_minutes_left == 23


def test_the_best_try_counts_also_where_a_worse_one_follows(session: Session) -> None:
    for answer in (["sorry"], ["say-back"], ["refund"]):
        session.answer("pick-one", answer)
    assert states(session)["pick-one"] == "met"
    assert stations(session)["hear-her"] == "part"


def test_all_of_it_met_is_a_station_met(session: Session) -> None:
    session.answer("pick-one", ["refund"])
    for exercise, answer in BEST.items():
        session.answer(exercise, answer)
    assert stations(session)["hear-her"] == "met"
    assert standing(session)[0].core_minutes_left == 3
    session.visit("first", "what-the-shelf-says")
    assert stations(session)["what-the-shelf-says"] == "met"
    assert standing(session)[0].core_minutes_left == 0


def test_what_a_person_reads_is_met_when_it_is_handed_in(session: Session) -> None:
    session.draft("in-your-words", {"text": "I'm sorry"})
    assert states(session)["in-your-words"] == "open"
    session.answer("in-your-words", REPLY)
    assert states(session)["in-your-words"] == "met"


def test_a_review_can_meet_an_exercise_and_a_road_cannot(session: Session) -> None:
    session.answer("broken-mug", ["ask-courier"])
    session.answer("broken-mug", BEST["broken-mug"], way=ROAD)
    assert states(session)["broken-mug"] == "tried"
    session.answer("pick-one", BEST["pick-one"], way=REVIEW)
    assert states(session)["pick-one"] == "met"


def test_a_conversation_is_met_by_its_ending_or_by_how_it_was_handled(session: Session) -> None:
    # Its ending is the best there is; its handling is 35.6 of 100.
    session.answer("broken-mug", ["coupon", "new-mug"])
    assert states(session)["broken-mug"] == "met"


def test_a_half_played_conversation_is_tried_and_a_chosen_option_is_not(session: Session) -> None:
    session.draft("pick-one", ["sorry"])
    assert states(session)["pick-one"] == "open"
    session.turn("broken-mug", "own-it", "A mug in two pieces is no use.")
    assert states(session)["broken-mug"] == "tried"
    session.again("broken-mug")
    assert states(session)["broken-mug"] == "open"


def test_the_same_is_found_by_a_session_that_opens_the_folder_later(
    session: Session, course: Course, tmp_path: Path
) -> None:
    """Nothing is kept but the log: what was worked out before is not mixed with what came since."""
    for number, (exercise, answer) in enumerate(BEST.items()):
        session.answer(exercise, WRONG.get(exercise, answer) if number % 2 else answer)
        assert standing(session) == standing(open_session(course, tmp_path / "folder"))
    other = open_session(course, tmp_path / "folder")
    other.answer("how-many", 3.0)
    assert standing(session) == standing(other)


@pytest.mark.parametrize("answer", [None, 5, ["no-such"], {"a": [1]}])
def test_an_answer_that_cannot_be_marked_is_no_try(course: Course, answer: Any) -> None:
    """A log may be damaged, or by a course in which the exercise was another."""
    log = MemoryLog()
    session = Session(course, log)
    session.answer("pick-one", ["refund"])
    record = session.reading.records[-1]
    log.append(replace(record, answer=answer, prev="x"))
    log.append(replace(record, exercise="gone", prev="y"))
    assert states(Session(course, log))["pick-one"] == "tried"


class TestTestingOut:
    def test_the_hardest_is_the_conversation_else_the_most_points_else_the_last(
        self, course: Course
    ) -> None:
        first, second = course.lessons.values()
        found = {one.id: hardest(first, one) for one in first.page.stations}
        assert found["put-it-in-order"] == "broken-mug"
        assert found["hear-her"] == "pick-several"
        for station in standing(Session(course, MemoryLog()))[0].stations:
            assert station.hardest == found[station.id]
        assert found["count-it"] == "drawn-share"
        assert found["what-the-shelf-says"] == ""
        # Only a person can tell whether a reply is right.
        assert hardest(second, second.page.stations[0]) == ""

    def test_it_is_never_what_somebody_begins_with_who_begins_at_the_top(self) -> None:
        for lesson in load_course().lessons.values():
            for station in lesson.page.stations:
                if len(station.exercises) > 1:
                    assert hardest(lesson, station) != station.exercises[0]
                elif station.exercises:
                    assert hardest(lesson, station) in ("", *station.exercises)

    def test_right_at_the_first_try_meets_the_station_and_leaves_it_open(
        self, session: Session
    ) -> None:
        session.answer("broken-mug", BEST["broken-mug"])
        station = standing(session)[0].stations[2]
        assert station.state == "met"
        assert [one.state for one in station.exercises] == ["open", "open", "met"]
        assert standing(session)[0].core_minutes_left == 11
        session.answer("tag-lines", {name: "hears" for name in BEST["tag-lines"]})
        assert stations(session)["put-it-in-order"] == "met"

    def test_not_at_the_second_try(self, session: Session) -> None:
        session.answer("broken-mug", WRONG["broken-mug"])
        session.answer("broken-mug", BEST["broken-mug"])
        assert stations(session)["put-it-in-order"] == "part"

    def test_not_after_another_exercise_of_the_station(self, session: Session) -> None:
        session.answer("tag-lines", BEST["tag-lines"])
        session.answer("broken-mug", BEST["broken-mug"])
        assert stations(session)["put-it-in-order"] == "part"

    def test_not_with_a_hint(self, session: Session) -> None:
        session.hint("pick-several", 1)
        session.answer("pick-several", BEST["pick-several"])
        assert stations(session)["hear-her"] == "part"

    def test_not_by_an_easier_exercise(self, session: Session) -> None:
        session.answer("in-order", BEST["in-order"])
        assert stations(session)["put-it-in-order"] == "part"


def test_a_broken_exercise_does_not_hide_the_others(
    course: Course, clock: Clock, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(course.folder, content)
    (content / "first" / "exercises" / "pick-one.yaml").write_text("kind: [", encoding="utf-8")
    (content / "first" / "exercises" / "in-order.yaml").unlink()
    session = Session(Course(content, content, forgiving=True), MemoryLog(), clock)
    session.answer("pick-several", BEST["pick-several"])
    assert stations(session)["hear-her"] == "met"
    assert "in-order" not in states(session)


def test_a_station_waits_for_no_conversation_that_was_left_out(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    for exercise in ("tag-lines", "in-order"):
        session.answer(exercise, BEST[exercise])
    left = {"moment": "opening", "typed": "", "ready": False, "left": True}
    session.draft("broken-mug", left)
    assert stations(session)["put-it-in-order"] == "part", "only what warns of itself"
    _warn(session, monkeypatch)
    session.turn("broken-mug", "own-it")
    assert where(session).exercise == "broken-mug"
    session.draft("broken-mug", left)
    session.answer("pick-one", ["refund"])
    assert stations(session)["put-it-in-order"] == "met"
    guide = view(session, "first")
    (there,) = (one for one in guide.stations if one.id == "put-it-in-order")
    assert [one.word for one in there.exercises] == ["met", "met", "left out"]
    assert there.said.startswith("You have met 2 of 3 exercises here. You left out ")
    (line,) = (one for one in lines(standing(session), "")[0].core if one.id == there.id)
    assert line.word == "met, 1 conversation left out"
    assert states(session)["broken-mug"] == "open", "nothing is said to be done that was not"
    assert where(session).exercise == "pick-one", "nobody is led back to it"
    for exercise in ("pick-one", "pick-several"):
        session.answer(exercise, BEST[exercise])
    practised = practices(session)["ONE-1"].place.exercise
    assert practised != "broken-mug", "nor is it what is practised next"
    session.turn("broken-mug", "new-mug")
    session.answer("broken-mug", ["own-it", "form"])
    assert stations(session)["put-it-in-order"] == "part"


def _warn(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the file of the conversation had a warning."""
    item = session.item

    def warned(exercise: str, variant: int = 0) -> Any:
        found = item(exercise, variant)
        if found is None or found.kind.name != "dialogue":
            return found
        scenario = replace(found.exercise.scenario, warning="She swears.")
        changed = replace(found.exercise, scenario=scenario)
        return type(found)(kind=found.kind, exercise=changed, key=found.key)

    monkeypatch.setattr(session, "item", warned)
