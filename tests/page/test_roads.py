"""A line is taken back: the other road is played, kept, shown beside the first, never marked."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import DataObject, data, integers, sampled_from
from playwright.sync_api import expect

from course.answers import FolderLog, Session, Way
from course.answers.submission import Submission
from course.grading import mark
from course.lessons import Course
from tests.page.samples import ALL, BROKEN_MUG, course_of, session, widget
from tests.page.test_tabs import GONE_ON, ask
from tests.shipped import load_course

BAD = ("sorry-only", "form")


def finished(within: Session, *choices: str) -> Session:
    """A session in which the conversation was played to its end."""
    for choice in choices:
        within.turn(BROKEN_MUG.id, choice)
    within.answer(BROKEN_MUG.id, list(choices))
    return within


def say(made: Any, choice: str, after: int, road: int, play: int = 1) -> dict[str, Any]:
    value = {"choice": choice, "typed": "", "play": play, "after": after, "road": road}
    return ask(made, "turn", value)


def take_back(made: Any, turn: int, play: int = 1) -> dict[str, Any]:
    return ask(made, "take_back", {"play": play, "turn": turn})


def sitting(folder: Path) -> Session:
    """A kernel of its own on one folder."""
    return Session(course_of(*ALL), FolderLog(folder, "2026-03-03T09:00:00"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sitting(tmp_path).enrol()
    return tmp_path


def test_a_line_taken_back_offers_all_that_could_be_said_there() -> None:
    made = widget(BROKEN_MUG, finished(session(), *BAD))
    lines = made.view["debrief"]["lines"]
    assert {one["line"] for one in lines} == {
        choice.text
        for moment in BROKEN_MUG.exercise.scenario.moments
        for choice in moment.choices
        if choice.id in BAD
    }
    assert take_back(made, 1)["saved"]
    road, asks = made.view["road"], made.view["asks"]
    assert (road["turn"], road["choice"], road["parts"]) == (1, "sorry-only", True)
    assert {one["id"] for one in asks["choices"]} == {
        "own-it", "sorry-only", "coupon", "ask-courier",
    }  # fmt: skip
    assert not asks["first"], "a line of one's own was written there already"
    assert [one["who"] for one in made.view["talk"]] == ["them"]
    assert made.view["debrief"] is None


def test_the_other_road_goes_on_to_its_end_and_both_stand_side_by_side() -> None:
    made = widget(BROKEN_MUG, finished(session(), *BAD))
    take_back(made, 1)
    say(made, "own-it", 0, road=1)
    assert made.view["road"]["parts"] is False
    say(made, "new-mug", 1, road=1)
    assert (made.view["road"], made.view["asks"]) == (None, None)
    assert made.view["ended"] == "She buys a mug elsewhere", "the first road is the one shown"
    [both] = made.view["taken"]
    assert (both["turn"], both["ended"]) == (1, "A new mug on its way")
    assert [row["turn"] for row in both["rows"]] == [1, 2]
    assert both["rows"][0]["now"]["then"] == "Saturday. It's Dad's seventieth."
    told = {one["name"]: (one["first"], one["now"]) for one in both["outcomes"]}
    assert told["What you found out"] == (
        "Nothing new", "It is for her father's birthday on Saturday.",
    )  # fmt: skip
    assert told["How it ended"] == ("She buys a mug elsewhere", "A new mug on its way")
    assert told["Handling mark"][1] == "100 of 100"


def test_a_shorter_road_has_rows_without_a_pair() -> None:
    made = widget(BROKEN_MUG, finished(session(), *BAD))
    take_back(made, 1)
    say(made, "ask-courier", 0, road=1)
    rows = made.view["taken"][0]["rows"]
    assert [bool(row["now"]) for row in rows] == [True, False]
    assert rows[1]["first"]


def test_a_road_outlives_the_kernel_and_can_be_left_and_gone_on_with(folder: Path) -> None:
    made = widget(BROKEN_MUG, finished(sitting(folder), "coupon", "form"))
    take_back(made, 1)
    say(made, "own-it", 0, road=1)
    later = widget(BROKEN_MUG, sitting(folder))
    assert later.view["road"]["turn"] == 1
    assert later.view["turns"] == 1
    assert ask(later, "leave_road", 1)["saved"]
    assert later.view["debrief"]["lines"][-1]["begun"] is False
    begun = [one["turn"] for one in later.view["debrief"]["lines"] if one["begun"]]
    assert begun == [1]
    again = widget(BROKEN_MUG, sitting(folder))
    assert (again.view["road"], again.view["taken"]) == (None, [])
    take_back(again, 1)
    assert again.view["turns"] == 1, "nothing that was said is lost"
    say(again, "new-mug", 1, road=1)
    assert widget(BROKEN_MUG, sitting(folder)).view["taken"][0]["ended"] == "A new mug on its way"


def test_a_road_whose_last_line_outlived_the_kernel_is_handed_in(folder: Path) -> None:
    before = finished(sitting(folder), *BAD)
    way = Way(occasion="road", attempt=1, turn=2)
    before.turn(BROKEN_MUG.id, "new-mug", way=way)
    assert not before.roads(BROKEN_MUG.id)[way].attempts
    made = widget(BROKEN_MUG, sitting(folder))
    [both] = made.view["taken"]
    assert (both["turn"], len(both["rows"])) == (2, 1)


def test_several_roads_from_one_line_and_from_others_are_all_kept() -> None:
    made = widget(BROKEN_MUG, finished(session(), *BAD))
    for choice in ("ask-courier", "own-it"):
        take_back(made, 1)
        say(made, choice, 0, road=1)
    say(made, "form", 1, road=1)
    take_back(made, 2)
    say(made, "new-mug", 1, road=2)
    turns = [(one["turn"], one["ended"]) for one in made.view["taken"]]
    assert turns == [
        (1, "She buys a mug elsewhere"),
        (1, "She buys a mug elsewhere"),
        (2, "A new mug on its way"),
    ]
    assert ask(made, "chart", {"dark": False, "narrow": False, "road": 3})["chart"]
    assert "error" in ask(made, "chart", {"dark": False, "narrow": False, "road": 4})


def test_a_conversation_played_anew_has_roads_of_its_own() -> None:
    within = finished(session(), *BAD)
    made = widget(BROKEN_MUG, within)
    take_back(made, 1)
    say(made, "ask-courier", 0, road=1)
    take_back(made, 2)
    ask(made, "leave_road", 2)
    ask(made, "again", 1)
    assert (made.view["road"], made.view["turns"], made.view["play"]) == (None, 0, 2)
    say(made, "own-it", 0, road=0, play=2)
    say(made, "new-mug", 1, road=0, play=2)
    assert made.view["taken"] == []
    assert take_back(made, 1)["elsewhere"], "that conversation is not the one shown"
    assert take_back(made, 3, play=2)["elsewhere"], "no such line was said"
    take_back(made, 2, play=2)
    assert made.view["road"]["choice"] == "new-mug"


def test_a_line_that_no_longer_fits_on_a_road_is_refused_and_told(folder: Path) -> None:
    one = widget(BROKEN_MUG, finished(sitting(folder), *BAD))
    other = widget(BROKEN_MUG, sitting(folder))
    for made in (one, other):
        take_back(made, 1)
    assert say(one, "coupon", 0, road=1)["saved"]
    assert say(one, "coupon", 0, road=1)["saved"], "sent twice because the answer was late"
    reply = say(other, "own-it", 0, road=1)
    assert reply["elsewhere"]
    assert reply["error"].startswith(GONE_ON)
    assert other.view["turns"] == 1
    assert say(other, "own-it", 0, road=2)["elsewhere"], "nobody took that line back"
    assert say(other, "no-such-line", 1, road=1)["error"]
    for turn in (-1, 0, 3, 10**9):
        assert take_back(other, turn)["elsewhere"], "there is no such line"
        assert not turn or say(other, "own-it", 1, road=turn)["elsewhere"]
    assert (
        one.session.roads(BROKEN_MUG.id)[Way(occasion="road", attempt=1, turn=1)].turns[0].choice
        == "coupon"
    )


def marks(course: Course, within: Session) -> Any:
    given = Submission(
        file="", trainee=within.trainee, name="", made="", records=within.reading.records
    )
    return mark(course, given)


def test_no_road_enters_the_mark_the_tries_or_the_hints() -> None:
    from tests.page.samples import Steady

    course = load_course()
    within = Session(course, Steady())
    item = within.item("late-parcel")
    assert item is not None
    from course.page import ExerciseWidget

    plan = sorted(item.key.plan, key=lambda one: one.handling)
    worst, best = plan[0].choices, plan[-1].choices
    made = ExerciseWidget(item, within)
    for after, choice in enumerate(worst):
        say(made, choice, after, road=0)
    before, tries = marks(course, within), made.view["tries"]
    take_back(made, 1)
    for after, choice in enumerate(best):
        if made.view["asks"]["first"]:
            moment = made.view["asks"]["moment"]
            ask(made, "draft", {"moment": moment, "typed": "Well.", "ready": True})
        assert say(made, choice, after, road=1)["saved"]
    [both] = made.view["taken"]
    assert both["outcomes"][-1]["now"] == "100 of 100"
    after_all = marks(course, within)
    assert (after_all.mark, after_all.first_tries) == (before.mark, before.first_tries)
    assert after_all.mark < 100
    assert (after_all.answered, after_all.hints) == (before.answered, before.hints)
    assert after_all.on_roads == 1
    assert made.view["tries"] == tries == 1
    assert repr(made) == repr(ExerciseWidget(item, within))
    done = next(one for one in after_all.exercises if one.id == "late-parcel")
    assert done.attempts == 1
    assert list(done.answer) == list(worst)


def pick(box: Any, choice: str) -> None:
    box.locator(f'.cc-line[data-id="{choice}"]').click()


@pytest.mark.browser
def test_a_line_is_taken_back_and_both_roads_are_seen(stage: Any) -> None:
    opened = stage()
    box = opened.mount(widget(BROKEN_MUG, finished(session(), *BAD)))
    box.get_by_role("button", name="Take this line back (line 1)").click()
    expect(box.get_by_text("You took line 1 back.")).to_be_in_viewport()
    expect(box.get_by_role("heading", name="She buys a mug elsewhere")).to_be_hidden()
    said = box.locator('.cc-line[data-id="sorry-only"]')
    expect(said).to_contain_text("You said this.")
    said.click(force=True)
    expect(box.locator(".cc-status")).to_contain_text("Choose another line.")
    pick(box, "own-it")
    expect(box.locator(".cc-talk")).to_contain_text("Saturday. It's Dad's seventieth.")
    pick(box, "new-mug")
    head = box.get_by_role("heading", name="Two roads from your line 1")
    expect(head).to_be_focused()
    expect(head).to_be_in_viewport()
    expect(head).to_contain_text("The first one counts.")
    expect(
        box.get_by_role("img", name="From line 1 on, the two roads are different.")
    ).to_be_visible()
    first, now = box.locator(".cc-row").first.locator(".cc-side").all()
    assert first.bounding_box()["y"] == now.bounding_box()["y"]
    assert first.bounding_box()["x"] < now.bounding_box()["x"]
    assert box.locator(".cc-talk .cc-mine").count() == len(BAD), "the talk is the first one again"


@pytest.mark.browser
def test_a_road_by_keyboard_alone_and_back_again(stage: Any) -> None:
    opened = stage(width=390)
    made = widget(BROKEN_MUG, finished(session(), *BAD))
    box, keys = opened.mount(made), opened.page.keyboard
    box.locator('[data-back="2"]').press("Enter")
    expect(box.locator(".cc-say")).to_be_focused()
    box.get_by_role("button", name="Back to the debrief").press("Enter")
    expect(box.locator('[data-back="2"]')).to_be_focused()
    assert made.view["road"] is None
    box.locator('[data-back="1"]').press("Enter")
    for choice in ("coupon", "new-mug"):
        box.locator(f'.cc-line[data-id="{choice}"]').wait_for()
        ids = [one["id"] for one in made.view["asks"]["choices"]]
        expect(box.locator(".cc-say")).to_be_focused()
        keys.press(str(ids.index(choice) + 1))
    expect(box.get_by_role("heading", name="Two roads from your line 1")).to_be_focused()
    first, now = box.locator(".cc-row").first.locator(".cc-side").all()
    assert first.bounding_box()["y"] < now.bounding_box()["y"], "one above the other on a phone"
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 390
    box.locator('[data-back="2"]').press("Enter")
    box.locator('.cc-line[data-id="new-mug"]').press("Enter")
    expect(box.get_by_role("heading", name="Two roads from your line 2")).to_be_focused()
    box.get_by_role("button", name="From line 1: A new mug on its way").press("Enter")
    expect(box.get_by_role("heading", name="Two roads from your line 1")).to_be_focused()


@pytest.mark.browser
def test_going_back_to_the_debrief_repeats_nothing_aloud(stage: Any) -> None:
    """The lines that return to the talk are old: they are no news for a screen reader."""
    opened = stage()
    box = opened.mount(widget(BROKEN_MUG, finished(session(), *BAD)))
    box.locator('[data-back="1"]').click()
    expect(box.locator(".cc-talk .cc-mine")).to_have_count(0)
    box.get_by_role("button", name="Back to the debrief").click()
    expect(box.locator(".cc-talk .cc-mine")).to_have_count(2)
    assert box.locator(".cc-talk").get_attribute("aria-live") == "off"


CHOICES = ("own-it", "sorry-only", "coupon", "ask-courier", "new-mug", "form", "no-such-line")
DRAFTS = (
    {"moment": "mending", "typed": "Hm", "ready": True, "left": False},
    {"moment": "", "typed": "", "ready": False, "left": True},
    {"left": 7},
    "half a line",
)


@settings(max_examples=60, deadline=None)
@given(data())
def test_whatever_a_log_says_of_roads_the_conversation_can_be_shown(drawn: DataObject) -> None:
    within = finished(session(), *BAD)
    for _ in range(drawn.draw(integers(1, 6))):
        way = Way(occasion="road", attempt=1, turn=drawn.draw(integers(1, 4)))
        match drawn.draw(sampled_from(["turn", "again", "draft", "answer", "hint"])):
            case "turn":
                within.turn(BROKEN_MUG.id, drawn.draw(sampled_from(CHOICES)), "x", way=way)
            case "again":
                within.again(BROKEN_MUG.id, way=way)
            case "draft":
                within.draft(BROKEN_MUG.id, drawn.draw(sampled_from(DRAFTS)), way=way)
            case "answer":
                within.answer(BROKEN_MUG.id, ["own-it", "new-mug"], way=way)
            case "hint":
                within.hint(BROKEN_MUG.id, 3, way=way)
    made = widget(BROKEN_MUG, within)
    assert made.view["ended"] == "She buys a mug elsewhere"
    assert (made.view["asks"] is None) == (made.view["road"] is None)
    for place in range(len(made.view["taken"])):
        assert made.view["taken"][place]["outcomes"]
    assert take_back(made, 1)["saved"]
    assert made.view["road"]["turn"] == 1
    assert [one.answer for one in within.history(BROKEN_MUG.id).attempts] == [list(BAD)]


@pytest.mark.browser
def test_a_road_that_was_over_says_so_once(stage: Any) -> None:
    made = widget(BROKEN_MUG, finished(session(), *BAD))
    take_back(made, 1)
    say(made, "ask-courier", 0, road=1)
    [both] = made.view["taken"]
    longer = [*both["rows"], {**both["rows"][1], "turn": 3}]
    made.view = {**made.view, "taken": [{**both, "rows": longer}]}
    box = stage().mount(made)
    rows = box.locator(".cc-row")
    rows.nth(2).wait_for()
    assert [rows.nth(at).locator(".cc-side-now").count() for at in range(4)] == [1, 1, 0, 1]
    assert box.get_by_text("It was over by then.").count() == 1
