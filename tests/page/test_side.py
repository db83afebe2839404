"""What draws a widget comes to the page once for all of its sort."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from course.answers import MemoryLog, Session
from course.lessons import Course
from course.page import ExerciseWidget, Hello
from course.page.side import carrier
from tests.page.harness import Stage

SMALL = Path(__file__).parent.parent / "fixtures" / "course"


@pytest.fixture
def session() -> Session:
    return Session(Course(SMALL, SMALL), MemoryLog())


def shown(session: Session, name: str) -> ExerciseWidget:
    item = session.item(name)
    assert item is not None
    return ExerciseWidget(item, session)


def test_widgets_of_a_kind_have_one_module_and_all_have_the_same_styles(session: Session) -> None:
    one, two, other = shown(session, "pick-one"), shown(session, "pick-one"), Hello(session)
    assert one.module_from == two.module_from != other.module_from
    assert one.styles_from == two.styles_from == other.styles_from
    carried = sum(len(each.text) for each in one.carried)
    sent = len(msgspec.json.encode(one.get_state()))
    assert sent < carried / 5


def test_what_was_put_away_is_sent_anew_to_whoever_needs_it(session: Session) -> None:
    before = shown(session, "pick-one")
    for one in before.carried:
        one.close()
    after = shown(session, "pick-one")
    assert all(one.comm for one in after.carried)
    assert after.module_from != before.module_from
    assert carrier(after.carried[0].text) is after.carried[0]


def test_styles_come_into_the_page_once(stage: Callable[[], Stage], session: Session) -> None:
    opened = stage()
    dressed = "document.querySelectorAll('head style').length"
    bare = opened.page.evaluate(dressed)
    for number in range(3):
        box = opened.mount(shown(session, "pick-one"), f"n{number}")
        box.get_by_role("button", name="Check").wait_for()
    assert opened.page.evaluate(dressed) == bare + 1


def test_a_widget_that_is_there_first_waits_for_what_draws_it(
    stage: Callable[[], Stage], session: Session
) -> None:
    opened = stage()
    opened.page.evaluate("window.missing = 3")
    opened.mount(shown(session, "pick-one")).get_by_role("button", name="Check").wait_for()
    assert opened.page.evaluate("window.missing") < 0
