"""The guide: what the course view draws a station's head, its foot and the contents from."""

from pathlib import Path
from typing import Any

import pytest

from course.answers import Session, open_session
from course.lessons import load_course
from course.page import Guide
from course.page.guide import GuideView, view
from course.page.messages import plain

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
LESSON = """\
# Hear them: first of all

It is nine in the morning.

## Hear it

@minutes 9

@exercise pick-one

@exercise in-your-words

## Sort it

@minutes 1
@more-practice

@exercise tag-lines

@exercise in-order

## Read it

Nothing to do here.
"""
SECOND = "# Count them\n\n@exercise how-many\n"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    import shutil

    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    (content / "first" / "page.md").write_text(LESSON, encoding="utf-8")
    (content / "second" / "exercises").mkdir(parents=True)
    (content / "second" / "page.md").write_text(SECOND, encoding="utf-8")
    name = "exercises/how-many.yaml"
    shutil.move(content / "first" / name, content / "second" / name)
    (content / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    return open_session(load_course(content), tmp_path / "care")


def states(shown: GuideView) -> list[list[str]]:
    return [[one.word, *(each.word for each in one.exercises)] for one in shown.stations]


def ways(shown: GuideView) -> list[str]:
    return [f"{one.next.title}, {one.next.time}" if one.next else "" for one in shown.stations]


def ask(guide: Guide, do: str, value: object = None) -> dict[str, Any]:
    """What the page is answered."""
    return plain(guide._answer({"do": do, "value": value}))


def test_before_anything(session: Session) -> None:
    shown = view(session, "first")
    assert states(shown) == [["open", "open", "open"], ["open", "open", "open"], ["open"]]
    assert [one.time for one in shown.stations] == ["about 9 minutes", "about 1 minute", ""]
    assert [one.core for one in shown.stations] == [True, False, True]
    assert (shown.here.station, shown.here.exercise) == ("hear-it", "pick-one")
    # The next core station comes before more practice, and a lesson of one part is called once.
    assert ways(shown) == ["Read it, ", "Read it, ", "Count them, "]
    assert ways(view(session, "second")) == [""]
    assert [one.time for one in shown.lessons] == ["about 9 minutes of core left", ""]
    assert [one.known for one in shown.stations] == ["", "in-order", ""], "a reply proves nothing"


def test_it_follows_the_answers(session: Session) -> None:
    session.answer("in-order", ["check", "heard", "ask", "offer"])
    assert view(session, "first").stations[1].known == "", "something was tried"
    session.answer("pick-one", ["sorry"])
    session.answer("in-your-words", "Your mug came without its handle.")
    shown = view(session, "first")
    assert states(shown)[0] == ["in part", "tried", "met"]
    said = "You have met 1 of 2 exercises here. Left for later: The mug in two pieces."
    assert (shown.stations[0].said, shown.stations[0].known) == (said, "")
    assert (shown.here.station, shown.here.exercise) == ("hear-it", "in-your-words")
    session.answer("pick-one", ["say-back"])
    shown = view(session, "first")
    assert shown.stations[0].said == "You have met all 2 exercises here."
    assert shown.lessons[0].time == "", "nothing of its core is left"


def test_a_station_that_is_opened_is_where_one_is(session: Session) -> None:
    guide = Guide(session, "first")
    assert repr(guide) == "<Guide first: 0 of 3 stations met>"
    assert "error" not in ask(guide, "visit", "sort-it")
    assert "error" not in ask(guide, "visit", "sort-it")
    visits = [one for one in session.reading.records if hasattr(one, "station")]
    assert len(visits) == 1, "loading a page again is no other visit"
    assert guide.view["here"] == {"station": "sort-it", "exercise": "tag-lines"}
    ask(guide, "visit", "read-it")
    assert guide.view["here"] == {"station": "read-it", "exercise": ""}
    assert guide.view["stations"][2]["word"] == "met", "there is nothing to do but to read it"


def test_what_a_page_cannot_ask_for_is_refused_in_a_sentence(session: Session) -> None:
    guide = Guide(session, "first")
    for do, value in (("visit", 7), ("leave", None)):
        assert "The course made a mistake" in ask(guide, do, value)["error"]
    with pytest.raises(KeyError, match="no lesson 'third'"):
        view(session, "third")


def test_the_session_of_another_tab_is_seen(session: Session, tmp_path: Path) -> None:
    guide = Guide(session, "first")
    other = open_session(session.course, tmp_path / "care")
    other.answer("pick-one", ["say-back"])
    ask(guide, "look")
    assert guide.view["stations"][0]["exercises"][0]["word"] == "met"
