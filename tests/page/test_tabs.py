"""Two tabs, or two copies on one page: one state, and 'saved' only for what counts."""

from pathlib import Path
from typing import Any

import pytest

from course.answers import FolderLog, GoneOn, Session, Turn
from course.exercises import Item
from tests.page.harness import Stage
from tests.page.samples import ALL, BROKEN_MUG, SIGNS, course_of, widget

GONE_ON = "This conversation has gone on in another tab."


def sitting(folder: Path) -> Session:
    """A kernel of its own on one folder."""
    return Session(course_of(*ALL), FolderLog(folder, "2026-03-03T09:00:00"))


def ask(made: Any, do: str, value: object = None) -> dict[str, Any]:
    """What Python answers to one message of the page."""
    sent: list[dict[str, Any]] = []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, {"re": 1, "do": do, "value": value})
    return sent[0]


def say(made: Any, choice: str, after: int, play: int = 1, typed: str = "") -> dict[str, Any]:
    value = {"choice": choice, "typed": typed, "play": play, "after": after}
    return ask(made, "turn", value)


def spoken(session: Session, item: Item = BROKEN_MUG) -> list[str]:
    return [turn.choice for turn in session.history(item.id).turns]


@pytest.fixture
def tabs(tmp_path: Path) -> tuple[Any, Any]:
    """Two kernels that show one conversation."""
    first = sitting(tmp_path)
    first.enrol()
    return widget(BROKEN_MUG, first), widget(BROKEN_MUG, sitting(tmp_path))


def test_a_line_that_no_longer_fits_is_refused_and_told(tabs: tuple[Any, Any]) -> None:
    one, other = tabs
    assert say(one, "sorry-only", 0)["saved"] == "14:02"
    reply = say(other, "own-it", 0, typed="Poor you")
    assert reply["saved"] is None
    assert reply["elsewhere"]
    assert reply["error"].startswith(GONE_ON)
    assert "“Poor you”" in reply["error"]
    assert spoken(one.session) == spoken(other.session) == ["sorry-only"]
    assert other.view["turns"] == 1


def test_a_line_for_a_conversation_that_is_over_is_refused(tabs: tuple[Any, Any]) -> None:
    one, other = tabs
    say(one, "own-it", 0)
    say(one, "new-mug", 1)
    for after in (0, 1, 2):
        assert say(other, "sorry-only", after)["elsewhere"]
    assert say(other, "new-mug", 1)["saved"]
    assert other.view["debrief"]
    assert spoken(other.session) == ["own-it", "new-mug"]
    ask(one, "again", 1)
    assert say(other, "own-it", 0)["elsewhere"]
    assert spoken(other.session) == []


def test_beginning_anew_wipes_out_nothing_of_another_tab(tabs: tuple[Any, Any]) -> None:
    one, other = tabs
    for after, choice in enumerate(("own-it", "new-mug")):
        say(one, choice, after)
    ask(other, "look")
    assert other.view["debrief"]
    assert ask(one, "again", 1)["saved"]
    assert ask(one, "again", 1)["saved"], "asked twice because the answer was late"
    say(one, "own-it", 0, play=2)
    assert ask(other, "again", 1)["elsewhere"]
    assert spoken(one.session) == ["own-it"]


def test_a_line_typed_for_an_earlier_moment_is_refused_with_its_words(
    tabs: tuple[Any, Any],
) -> None:
    one, other = tabs
    moment = other.view["asks"]["moment"]
    say(one, "own-it", 0)
    draft = {"moment": moment, "typed": "Let me see", "ready": True}
    reply = ask(other, "draft", draft)
    assert reply["elsewhere"]
    assert "“Let me see”" in reply["error"]


def test_two_lines_at_one_moment_are_never_both_called_saved(
    tabs: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other kernel writes between this one's look at the log and its own line."""
    one, other = tabs
    log = one.session._log
    append = log.append

    def meanwhile(record: Any) -> None:
        if isinstance(record, Turn):
            monkeypatch.setattr(log, "append", append)
            assert say(other, "sorry-only", 0)["saved"]
        append(record)

    monkeypatch.setattr(log, "append", meanwhile)
    reply = say(one, "own-it", 0)
    assert reply["elsewhere"]
    assert spoken(one.session) == spoken(other.session) == ["sorry-only"]
    assert spoken(sitting(log.folder)) == ["sorry-only"]


def test_a_line_that_another_tab_has_answered_is_not_taken_back(
    tabs: tuple[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other kernel goes on from this line before this one has looked whether it counts."""
    one, other = tabs
    log = one.session._log
    append = log.append

    def slowly(record: Any) -> None:
        append(record)
        if isinstance(record, Turn):
            monkeypatch.setattr(log, "append", append)
            assert say(other, "new-mug", 1)["saved"]

    monkeypatch.setattr(log, "append", slowly)
    assert say(one, "own-it", 0)["saved"]
    assert spoken(sitting(log.folder)) == ["own-it", "new-mug"]


def test_other_steps_in_the_same_number_are_other_steps(tabs: tuple[Any, Any]) -> None:
    one, other = tabs
    say(one, "own-it", 0)
    known = other.session.history(BROKEN_MUG.id).steps
    say(one, "new-mug", 1)
    for session in (one.session, other.session):
        with pytest.raises(GoneOn):
            session.again(BROKEN_MUG.id, after=known)
        with pytest.raises(GoneOn):
            session.turn(BROKEN_MUG.id, "new-mug", after=(*known, known[0]))
    assert spoken(one.session) == ["own-it", "new-mug"]


def test_two_copies_show_one_state(tmp_path: Path) -> None:
    session = sitting(tmp_path)
    session.enrol()
    one, copy = widget(SIGNS, session), widget(SIGNS, session)
    ask(one, "draft", ["when"])
    assert copy.view["chosen"] == ["when"]
    ask(copy, "answer", ["when"])
    assert one.view == copy.view
    copy._heard(None, {"re": "", "do": "gone"})
    ask(one, "draft", ["rule"])
    assert copy.view["chosen"] == ["when"], "what is put away is told of nothing"


@pytest.mark.browser
def test_a_stale_tab_says_so_and_shows_what_is_kept(stage: Any, tabs: tuple[Any, Any]) -> None:
    one, other = tabs
    box = stage().mount(other)
    box.get_by_role("textbox").fill("Poor you")
    box.get_by_role("button", name="Show the lines").click()
    box.locator(".cc-line").first.wait_for()
    say(one, "sorry-only", 0)
    box.locator('.cc-line[data-id="own-it"]').click()
    box.get_by_role("alert").get_by_text(GONE_ON).wait_for()
    box.get_by_role("alert").get_by_text("“Poor you”").wait_for()
    box.locator(".cc-bubble.cc-mine").wait_for()
    assert "Saved" not in box.inner_text()
    assert not box.get_by_role("button", name="Try again").is_visible()
    assert box.locator(".cc-bubble.cc-mine").count() == 1
    box.locator('.cc-line[data-id="form"]').click()
    box.locator(".cc-debrief .cc-end").wait_for()
    assert not box.get_by_role("alert").is_visible()


@pytest.mark.browser
def test_a_tab_that_gets_the_focus_shows_what_is_kept(stage: Any, tabs: tuple[Any, Any]) -> None:
    one, other = tabs
    opened: Stage = stage()
    box = opened.mount(other)
    say(one, "sorry-only", 0)
    opened.page.evaluate("window.dispatchEvent(new Event('focus'))")
    box.locator(".cc-bubble.cc-mine").wait_for()


@pytest.mark.browser
def test_copies_on_one_page_follow_each_other(stage: Any, tmp_path: Path) -> None:
    session = sitting(tmp_path)
    session.enrol()
    opened: Stage = stage()
    one = opened.mount(widget(SIGNS, session), "one")
    copy = opened.mount(widget(SIGNS, session), "copy")
    one.get_by_label("It names a day.").check()
    one.get_by_text("Draft kept").wait_for()
    assert copy.get_by_label("It names a day.").is_checked()
    copy.get_by_label("It names a day.").uncheck()
    copy.get_by_label("It explains a rule.").check()
    copy.get_by_text("Draft kept").wait_for()
    assert not one.get_by_label("It names a day.").is_checked()
    assert one.get_by_label("It explains a rule.").is_checked()
