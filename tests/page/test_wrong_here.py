"""Something that is wrong in an exercise can be told on the page, and goes with the answers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.answers import Feedback, Session, open_session
from course.lessons import Course
from course.page import ExerciseWidget
from tests.page.ears import Ears
from tests.page.harness import Stage

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return open_session(Course(SMALL, SMALL), tmp_path)


def noted(session: Session) -> list[tuple[str, str]]:
    records = session.reading.records
    return [(one.exercise, one.text) for one in records if isinstance(one, Feedback)]


@pytest.mark.parametrize("exercise", ["pick-one", "broken-mug", "in-your-words"])
def test_a_note_is_kept_and_said_to_be(
    stage: Callable[[], Stage], session: Session, exercise: str
) -> None:
    opened = stage()
    item = session.item(exercise)
    assert item is not None
    box = opened.mount(ExerciseWidget(item, session))
    link = box.get_by_text("Something is wrong here")
    field = box.get_by_label("What is wrong, or hard to understand?")
    assert field.count() == 0, "the box is there when it is asked for"
    link.press("Enter")
    ears = Ears(opened.page)
    box.get_by_role("button", name="Keep this note").press("Enter")
    box.get_by_text("Write first what is wrong.").wait_for()
    field.fill("Two lines say the same.")
    box.get_by_role("button", name="Keep this note").press("Enter")
    box.get_by_text("Your instructor reads it").wait_for()
    assert noted(session) == [(exercise, "Two lines say the same.")]
    assert field.input_value() == ""
    assert len(ears.heard()) == 2
    assert not session.done(exercise)


def test_a_note_that_the_disk_refuses_stays_in_the_box(
    stage: Callable[[], Stage], session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    opened = stage()
    item = session.item("pick-one")
    assert item is not None
    box = opened.mount(ExerciseWidget(item, session))
    monkeypatch.setattr(session, "wrong_here", refuse)
    box.get_by_text("Something is wrong here").press("Enter")
    field = box.get_by_label("What is wrong, or hard to understand?")
    field.fill("Two lines say the same.")
    box.get_by_role("button", name="Keep this note").press("Enter")
    box.get_by_text("No space left").wait_for()
    assert field.input_value() == "Two lines say the same."


def test_what_was_written_and_not_sent_is_there_after_the_page_was_closed(
    stage: Callable[[], Stage], session: Session
) -> None:
    item = session.item("pick-one")
    assert item is not None
    opened = stage()
    made = ExerciseWidget(item, session)
    box = opened.mount(made)
    link = box.get_by_text("Something is wrong here")
    field = box.get_by_label("What is wrong, or hard to understand?")
    link.press("Enter")
    field.fill("The second line is")
    link.press("Enter")
    field.wait_for(state="detached")
    link.press("Enter")
    assert field.input_value() == "The second line is", "a fold that is closed loses nothing"
    field.press_sequentially(" odd.")
    link.focus()
    opened.page.wait_for_timeout(200)
    again = opened.mount(ExerciseWidget(item, session), "again")
    field = again.get_by_label("What is wrong, or hard to understand?")
    assert field.input_value() == "The second line is odd."
    again.get_by_role("button", name="Keep this note").press("Enter")
    again.get_by_text("Your instructor reads it").wait_for()
    assert noted(session) == [("pick-one", "The second line is odd.")]
    assert ExerciseWidget(item, session).view["noted"] == ""
