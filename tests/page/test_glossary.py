"""Words and sayings in plain words: marked where they stand, opened by hand or by key."""

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect

from course.answers import Session
from course.exercises import Item
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


def with_words(session: Session, name: str, **words: str) -> Item:
    """An exercise with a glossary of its own."""
    item = session.item(name)
    assert item is not None
    entries = tuple(Entry(says=says, means=means) for says, means in words.items())
    return replace(item, exercise=replace(item.exercise, glossary=entries))


def test_the_words_of_an_exercise_are_sent_where_they_are_shown(session: Session) -> None:
    item = with_words(session, "six-pairs", hissing="A sound like a snake.", pigeon="A bird.")
    view = ExerciseWidget(item, session).view
    assert view["glossary"] == [{"says": "hissing", "means": "A sound like a snake."}]
    assert view["words"] == []


def test_the_exercise_explains_its_own_customer_before_the_course_does(session: Session) -> None:
    item = with_words(session, "swearing", bloody="It is rude, and means 'very'.")
    view = ExerciseWidget(item, session).view
    assert {one["says"]: one["means"] for one in view["words"]}["bloody"].startswith("It is rude")


def test_the_words_of_a_scenario_are_the_exercises_too(session: Session) -> None:
    item = session.item("swearing")
    assert item is not None
    own = (Entry(says="third", means="Number three."),)
    scenario = replace(item.exercise.scenario, glossary=own)
    played = replace(item, exercise=replace(item.exercise, scenario=scenario))
    assert played.glossary == own
    shown = ExerciseWidget(played, session).view
    assert shown["glossary"][0]["says"] == "third"
    assert "third" in {one["says"] for one in shown["words"]}


@pytest.mark.browser
def test_a_word_is_opened_in_what_the_course_says(stage, session: Session) -> None:
    item = with_words(session, "six-pairs", polite="Friendly in words.", hissing="Like a snake.")
    box = stage().mount(ExerciseWidget(item, session))
    for name, meaning in (("polite", "Friendly in words."), ("hissing", "Like a snake.")):
        word = box.get_by_role("button", name=name)
        expect(word).to_have_attribute("aria-expanded", "false")
        word.press("Enter")
        expect(box.get_by_text(meaning).first).to_be_visible()
    # An item keeps its words and its radio buttons.
    assert box.locator(".cc-item").count() == len(item.exercise.items)


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
