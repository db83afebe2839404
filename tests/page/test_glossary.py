"""Sayings of customers: marked where they stand, opened by hand or by key, kept in one file."""

import pytest
from playwright.sync_api import expect

from course.answers import Session
from course.language.glossary import Entry, found
from course.page import ExerciseWidget
from tests.page.samples import Steady
from tests.shipped import load_course


@pytest.fixture
def session() -> Session:
    return Session(load_course(), Steady())


def widget(session: Session, name: str) -> ExerciseWidget:
    item = session.item(name)
    assert item is not None
    return ExerciseWidget(item, session)


def test_a_saying_is_a_whole_word_and_the_longer_one_comes_first() -> None:
    long, short = Entry(says="thick as mince", means="Stupid."), Entry(says="thick", means="Fat.")
    assert found([short, long], ["You're Thick as mince."]) == (long, short)
    assert found([short], ["A thicket."]) == ()
    assert found([Entry(says="I'm off", means="I go.")], ["And I’m off now."])


def test_only_sayings_that_are_on_the_page_are_sent(session: Session) -> None:
    opening = {one["says"] for one in widget(session, "swearing").view["words"]}
    assert opening == {"bloody", "sodding"}
    assert widget(session, "csat-in-time").view["words"] == []


@pytest.mark.browser
def test_a_saying_is_opened_by_key_from_the_word(stage, session: Session) -> None:
    box = stage().mount(widget(session, "swearing"))
    box.get_by_role("button", name="Start").click()
    word = box.get_by_role("button", name="bloody")
    meaning = box.get_by_text("It makes the next word stronger.").first
    expect(word).to_have_attribute("aria-expanded", "false")
    expect(meaning).to_be_hidden()
    word.press("Enter")
    expect(word).to_have_attribute("aria-expanded", "true")
    expect(meaning).to_be_visible()
    word.press("Space")
    expect(meaning).to_be_hidden()
    assert "Third bloody time." in " ".join(box.locator(".cc-theirs").first.inner_text().split())
