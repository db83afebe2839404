"""Handing in: what is open is said, and the file comes down whole, as often as it is asked for."""

import base64
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.answers import Session, open_session
from course.answers.submission import read_submission, submit
from course.lessons import Course
from course.page import HandIn
from tests.page.ears import Ears
from tests.page.harness import Stage
from tests.page.test_channel import ask

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return open_session(Course(SMALL, SMALL), tmp_path)


def panel(session: Session, folder: Path) -> HandIn:
    return HandIn(session, folder, lambda: submit(folder), lambda: datetime(2026, 3, 3, 14, 2))


def test_it_says_what_of_the_core_is_open_station_by_station(
    session: Session, tmp_path: Path
) -> None:
    made = panel(session, tmp_path)
    assert not made.view["counted"], "nobody has come to it yet, and all lessons would be read"
    ask(made, "look")
    total = made.view["total"]
    session.answer("pick-one", ["say-back"])
    session.answer("broken-mug", ["own-it", "new-mug"])
    ask(made, "look")
    assert (made.view["done"], made.view["total"], repr(made)) == (2, total, "<HandIn: 2 answered>")
    [lesson] = made.view["open"]
    assert lesson["title"] == "A first lesson"
    assert [(one["title"], one["left"]) for one in lesson["stations"]] == [("Try each kind", 6)]


def test_what_comes_down_is_the_file_and_it_can_be_made_again(
    session: Session, tmp_path: Path
) -> None:
    made = panel(session, tmp_path)
    session.answer("pick-one", ["sorry"])
    first = ask(made, "make")["file"]
    session.answer("pick-one", ["say-back"])
    later = ask(made, "make")["file"]
    assert first["name"] != later["name"]
    for file, answers in ((first, 1), (later, 2)):
        path = tmp_path / file["name"]
        assert base64.b64decode(file["data"]) == path.read_bytes()
        assert (
            len([one for one in read_submission(path).records if hasattr(one, "answer")]) == answers
        )
    assert (made.view["made"], made.view["at"]) == (str(tmp_path / later["name"]), "14:02")


def test_a_file_that_cannot_be_made_is_told(session: Session, tmp_path: Path) -> None:
    def refuse() -> Path:
        raise OSError(28, "No space left on device")

    assert "No space left" in ask(HandIn(session, tmp_path, refuse), "make")["error"]


def test_the_browser_keeps_it_and_says_so(
    stage: Callable[[], Stage], session: Session, tmp_path: Path
) -> None:
    session.answer("pick-one", ["say-back"])
    opened = stage()
    box = opened.mount(panel(session, tmp_path))
    ears = Ears(opened.page)
    with opened.page.expect_download() as down:
        box.get_by_role("button", name="Download the file").press("Enter")
    kept = read_submission(Path(down.value.path()))
    assert kept.trainee == session.trainee
    box.get_by_text("Send it to your instructor").wait_for()
    assert ears.heard() == ["The file of 14:02 is in your downloads. Send it to your instructor."]
    assert box.get_by_role("button", name="Download it again").is_visible()


def test_it_counts_when_it_is_seen_and_not_before(
    stage: Callable[[], Stage], session: Session, tmp_path: Path
) -> None:
    session.answer("pick-one", ["say-back"])
    opened = stage()
    # Far below what can be seen.
    opened.page.add_style_tag(content="main { padding-top: 300vh }")
    made = panel(session, tmp_path)
    box = opened.mount(made)
    box.get_by_text("Counting what you have answered").wait_for()
    opened.page.wait_for_timeout(300)
    assert not made.view["counted"]
    box.scroll_into_view_if_needed()
    box.get_by_text(re.compile(r"^1 of \d+ exercises that count")).wait_for()
    assert made.view["counted"]


def test_what_is_open_leads_there(
    stage: Callable[[], Stage], session: Session, tmp_path: Path
) -> None:
    opened = stage()
    box = opened.mount(panel(session, tmp_path))
    opened.page.evaluate(
        "document.addEventListener('course:go', (event) => { window.went = event.detail })"
    )
    box.get_by_text("What is still open").click()
    box.get_by_role("link", name="Talk with somebody").click()
    assert opened.page.evaluate("window.went") == {
        "lesson": "first", "station": "talk-with-somebody", "exercise": "",
    }  # fmt: skip
