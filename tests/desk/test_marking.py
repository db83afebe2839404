"""Replies are marked one after the other, by keyboard, and what is called saved is on disk."""

import re
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from course.answers import FolderLog
from course.desk import Marking
from course.desk.marking.desk import Desk, desk_for
from course.desk.marking.shown import LONGEST
from course.grading.marks import ReviewedLine
from course.grading.people.log import in_memory, marks_in
from course.grading.people.replies import Said, ToMark, as_lines
from course.grading.people.where import remember, remembered
from course.lessons import Course
from tests.trainees import REPLY

COURSE = Path(__file__).parents[1] / "fixtures" / "course"
RULES = {"rules": {name: {"enabled": False} for name in ("region", "landmark-one-main",
         "page-has-heading-one", "heading-order")}}  # fmt: skip
NASTY = '=HYPERLINK("x") <script>document.title="ran"</script> <img src=x onerror=alert(1)> mug'
WORDS = [
    REPLY,
    "I'm sorry your mug came without its handle. I'll send you a whole one today, I promise.",
    "Please send the broken thing back to our warehouse first.",
    NASTY,
]


@pytest.fixture(scope="module")
def course() -> Course:
    return Course(COURSE, COURSE)


@pytest.fixture
def results(tmp_path: Path) -> Path:
    folder = tmp_path / "results"
    folder.mkdir()
    made = [
        ToMark(trainee=f"t{number}", exercise="in-your-words", answered="", text=words)
        for number, words in enumerate(WORDS)
    ]
    (folder / "replies.jsonl").write_bytes(as_lines(made))
    return folder


@pytest.fixture
def marking(course: Course, results: Path) -> Marking:
    return Marking(desk_for(course, results), lambda: datetime(2026, 12, 1, 14, 2))


def tell(widget: Marking, doing: str, value: object = None) -> dict[str, Any]:
    sent: list[dict[str, Any]] = []
    widget.send = lambda message, buffers=None: sent.append(message)
    widget._heard(None, {"re": 1, "do": doing, "value": value})
    return sent[0]


def begin(widget: Marking, marker: str = "Asha", what: str = "all") -> dict[str, Any]:
    return tell(widget, "begin", {"marker": marker, "what": what})


def give(widget: Marking, *points: float | None, comment: str = "") -> dict[str, Any]:
    reply = widget.view["reply"]
    lines = [
        {"criterion": line["id"], "points": given, "comment": comment}
        for line, given in zip(reply["rubric"], points, strict=False)
    ]
    return tell(widget, "give", {"at": reply["at"], "lines": lines})


def through(widget: Marking, *points: float) -> None:
    while widget.view["reply"]:
        give(widget, *points)
        tell(widget, "next", widget.view["reply"]["at"])


def text(widget: Marking) -> str:
    return "".join(one["text"] for one in widget.view["reply"]["pieces"])


def test_one_after_the_other_until_nothing_waits(marking, results):
    assert repr(marking) == "<Marking: 4 of 4 replies wait>"
    assert marking.view["said"] == "4 replies of 4 trainees, without names, from results."
    begin(marking)
    seen = []
    for left in (4, 3, 2, 1):
        assert marking.view["left"] == left
        seen.append(text(marking))
        assert give(marking, 2, 1)["saved"] == "14:02"
        tell(marking, "next", marking.view["reply"]["at"])
    assert sorted(seen) == sorted(WORDS)
    assert abs(seen.index(WORDS[0]) - seen.index(WORDS[1])) == 1, "what is alike lies together"
    assert marking.view["reply"] is None
    assert marking.view["tasks"][0]["said"] == "0 of 4 left"
    assert all(marks_in(results).standings.given(one) for one in marking.desk.whole())


def test_nobody_is_named_and_the_order_tells_nothing(marking):
    begin(marking)
    assert not re.search(r'"t\d"', str(marking.view).replace("'", '"'))


def test_a_mark_of_some_lines_is_there_on_coming_back(marking, course, results):
    begin(marking)
    first = text(marking)
    assert give(marking, 2, None, comment="Say it back.")["saved"] == "14:02"
    again = Marking(desk_for(course, results))
    begin(again)
    assert text(again) == first
    heard, tone = again.view["reply"]["rubric"]
    assert (heard["points"], heard["comment"], tone["points"]) == (2.0, "Say it back.", None)
    tell(again, "next", 0)
    heard, _ = again.view["reply"]["rubric"]
    assert heard["again"] == ["Say it back."], "a comment can be used again"


def test_a_comment_to_a_line_without_points_is_saved_as_well(marking, course, results):
    begin(marking)
    assert give(marking, None, None, comment="Hm.")["saved"] == "14:02"
    again = Marking(desk_for(course, results))
    begin(again)
    assert [line["comment"] for line in again.view["reply"]["rubric"]] == ["Hm.", "Hm."]
    assert again.view["left"] == 4


def test_back_leads_where_one_was_and_changes_are_kept(marking, results):
    begin(marking)
    give(marking, 2, 1)
    tell(marking, "next", 0)
    second = marking.view["reply"]["at"]
    tell(marking, "back", second)
    assert marking.view["reply"]["at"] == 0
    give(marking, 0, 1)
    standings = marks_in(results).standings
    assert standings.given(marking.desk.replies[0].reply.id)["Asha"].points["heard"] == 0
    assert standings.conflicts == ()


def test_what_the_reader_and_the_trainee_see_stands_in_the_text(course):
    said = (
        Said(move="acknowledge", there=False),
        Said(move="greet", there=True, quote="came without"),
    )
    reply = ToMark(trainee="t", exercise="in-your-words", answered="", text=REPLY, said=said,
                   own="Much the same")  # fmt: skip
    widget = Marking(Desk(course, [reply], in_memory(), ""))
    begin(widget)
    shown = widget.view["reply"]
    assert text(widget) == REPLY
    numbers = [one["number"] for one in shown["pieces"] if one["number"]]
    assert numbers == sorted(numbers) != []
    assert any(one["says"] == "the trainee says it is not there" for one in shown["seen"])
    [own] = [one for one in shown["seen"] if one["says"].startswith("only the trainee sees it")]
    assert [one["text"] for one in shown["pieces"] if one["number"] == own["number"]] == [
        "came without"
    ]
    assert shown["own"] == "Much the same"
    assert shown["model"]
    assert shown["prompt"]


def test_a_text_without_end_is_cut_on_the_page_and_says_so(course):
    reply = ToMark(trainee="t", exercise="in-your-words", answered="", text="mug " * 250_000)
    widget = Marking(Desk(course, [reply], in_memory(), ""))
    begin(widget)
    assert len(text(widget)) == LONGEST
    assert widget.view["reply"]["cut"] == "990,000 letters more are not shown."


def test_other_words_since_the_mark_wait_again_and_say_so(marking, course, results):
    begin(marking)
    through(marking, 2, 1)
    changed = ToMark(trainee="t0", exercise="in-your-words", answered="", text="A new one, sorry.")
    (results / "replies.jsonl").write_bytes(as_lines([changed]))
    again = Marking(desk_for(course, results))
    assert repr(again) == "<Marking: 1 of 1 replies wait>"
    begin(again)
    assert "other words since" in again.view["reply"]["notes"][0]


def test_a_second_marker_sees_no_first_mark_and_both_are_compared(marking, course, results):
    begin(marking)
    give(marking, 2, 1, comment="It is warm.")
    through(marking, 2, 1)
    tell(marking, "draw", 50)
    assert marking.view["drawn"] == "Drawn: 2 of 4 marked replies (50 in 100, seed 1)."
    begin(marking, "Asha", "second")
    assert marking.view["reply"] is None, "nobody marks a second time what they marked first"
    other = Marking(desk_for(course, results))
    begin(other, "Ben", "second")
    assert other.view["left"] == 2
    line = other.view["reply"]["rubric"][0]
    assert (line["points"], line["comment"], line["others"], line["again"]) == (None, "", [], [])
    give(other, 2, 0)
    tell(other, "next", other.view["reply"]["at"])
    give(other, 0, 1)
    tell(other, "next", other.view["reply"]["at"])
    [table] = other.view["agreement"]
    assert table["title"] == "Asha and Ben"
    assert table["rows"][0]["agreed"].startswith("2 of 4") is False
    assert table["rows"][0]["agreed"].startswith("2 (")
    assert "Cohen’s kappa" in table["said"]
    assert [one["id"] for one in other.view["tasks"]] == ["all", "second", "settle"]


def test_what_is_disputed_is_settled_with_both_marks_in_view(marking, course, results):
    begin(marking)
    through(marking, 2, 1)
    tell(marking, "draw", 100)
    begin(marking, "Ben", "second")
    through(marking, 2, 0)
    assert marking.view["tasks"][2]["said"] == "4 left"
    begin(marking, "Cleo", "settle")
    heard, tone = marking.view["reply"]["rubric"]
    assert (heard["points"], tone["points"]) == (2.0, None), "what both gave is there already"
    assert [(one["who"], one["gave"]) for one in tone["others"]] == [("Asha", "Yes"), ("Ben", "No")]
    assert give(marking, 2, None)["saved"] is None, "half of it settles nothing"
    assert give(marking, 2, 0.5)["saved"] == "14:02"
    through(marking, 2, 0.5)
    assert marks_in(results).standings.disputes == ()
    reply = marking.desk.replies[0].reply
    counts = marks_in(results).standings.reviewed(reply.id, marking.desk.rubrics["in-your-words"])
    assert [one.points for one in counts] == [2, 0.5]


def test_what_cannot_be_is_refused_in_a_sentence(marking):
    assert begin(marking, "  ")["error"].startswith("Write your name first")
    begin(marking)
    assert "cannot have 9 points" in give(marking, 9, 1)["error"]
    assert "cannot have" in give(marking, -1, 1)["error"]
    wrong = {"at": 0, "lines": [{"criterion": "none", "points": 1, "comment": ""}]}
    assert "cannot have" in tell(marking, "give", wrong)["error"]
    assert "not open" in tell(marking, "give", {"at": 99, "lines": []})["error"]
    assert "A share" in tell(marking, "draw", 7)["error"]
    assert "cannot read" in tell(marking, "give", "x")["error"]
    assert marking.desk.standings.replies == ()


def test_a_folder_that_nobody_may_write_to_is_told_and_nothing_is_called_saved(
    marking, monkeypatch
):
    begin(marking)

    def closed(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(FolderLog, "_put", closed)
    heard = give(marking, 2, 1)
    assert heard["error"].startswith("The disk refused it: Permission denied.")
    assert heard["saved"] is None
    assert marking.desk.whole() == []


def test_results_that_cannot_be_used_are_told_without_a_traceback(course, tmp_path):
    missing = Marking(desk_for(course, tmp_path))
    assert "holds no replies.jsonl" in missing.view["wrong"][0]
    (tmp_path / "replies.jsonl").write_bytes(b"PK\x03\x04\n")
    assert "line 1, is no reply" in Marking(desk_for(course, tmp_path)).view["wrong"][0]
    other = ToMark(trainee="t", exercise="not-here", answered="", text="x")
    (tmp_path / "replies.jsonl").write_bytes(as_lines([other]))
    assert "not in these lessons" in Marking(desk_for(course, tmp_path)).view["wrong"][0]


def test_without_results_there_is_a_sample_and_nothing_is_called_saved(course):
    widget = Marking(desk_for(course, None))
    assert "No results are open" in widget.view["said"]
    begin(widget)
    assert widget.view["left"] > 1
    assert give(widget, 2, 1)["saved"] is None


def test_a_folder_knows_its_results_and_anything_else_there_is_none(tmp_path):
    assert remembered(None) is remembered(tmp_path) is None
    remember(tmp_path, tmp_path / "results")
    assert remembered(tmp_path) == tmp_path / "results"
    kept = tmp_path / ".course" / "results.json"
    assert kept.stat().st_mode & 0o077 == 0
    kept.write_bytes(b"\xff")
    assert remembered(tmp_path) is None


def test_two_who_mark_at_once_lose_nothing(course, results):
    def sit(marker):
        widget = Marking(desk_for(course, results))
        begin(widget, marker)
        through(widget, 2, 1)

    both = [threading.Thread(target=sit, args=(who,)) for who in ("Asha", "Ben")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    standings = marks_in(results).standings
    assert len(standings.replies) == 4
    assert (standings.spoilt, standings.conflicts) == ((), ())


def axe(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []


def saved(box):
    """The line that says that the disk has it."""
    return box.locator(".cc-status", has_text=re.compile(r"^\s*Saved 14:02\s*$"))


def at_line(page, line="heard"):
    """Waits until a line of the rubric has the focus."""
    page.wait_for_function(
        "(line) => document.activeElement.closest('[data-line]')?.dataset.line === line",
        arg=line,
        timeout=20_000,
    )


@pytest.mark.browser
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_a_journey_by_keyboard(stage, marking, course, results, light, width):
    shown = stage(light=light, width=width)
    box = shown.mount(marking)
    page, keys = shown.page, shown.page.keyboard
    axe(page)
    box.get_by_label("Your name").focus()
    keys.type("Asha")
    keys.press("Enter")
    box.get_by_text("The rubric").wait_for()
    axe(page)
    assert page.title() == "Widgets", "nothing in a reply runs"
    at_line(page)

    keys.press("c")
    keys.type("Say the mug back.")
    keys.press("Enter")
    keys.press("y")
    keys.press("n")
    saved(box).wait_for()
    first = marking.desk.replies[0].reply.id
    lines = marks_in(results).standings.given(first)["Asha"].lines
    assert [(one.points, one.comment) for one in lines] == [(2, "Say the mug back."), (0, "")]
    keys.press("Enter")
    box.get_by_text("3 left").wait_for()
    at_line(page)
    keys.press("1")
    assert box.get_by_label("Comment").first.input_value() == "Say the mug back."
    keys.press("Enter")
    box.get_by_text("2 lines have no points yet.").wait_for()
    keys.press("p")
    keys.press("p")
    keys.press("b")
    page.wait_for_function(
        "document.querySelector('.cc-to-mark').innerText.includes('Reply 1 of 4')"
    )
    assert box.get_by_label("Comment").first.input_value() == "Say the mug back."
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    keys.press("Enter")
    box.get_by_text("Reply 3 of 4").wait_for()

    # Closed, and opened again: all is there, and the next that waits comes first.
    other = stage(light=light, width=width)
    again = Marking(desk_for(course, results))
    box = other.mount(again)
    keys = other.page.keyboard
    assert box.get_by_label("Your name").input_value() == "Asha"
    box.get_by_label("Your name").focus()
    keys.press("Enter")
    box.get_by_text("Reply 3 of 4").wait_for()
    for left in (2, 1):
        box.get_by_text(f"{left} left").wait_for()
        at_line(other.page)
        keys.press("y")
        keys.press("y")
        keys.press("Enter")
    box.get_by_role("button", name="Draw the sample").focus()
    keys.press("Enter")
    box.get_by_text("Drawn: 1 of 4").wait_for()
    box.get_by_label("Your name").fill("Ben")
    box.get_by_role("radio", name=re.compile("Second marking")).focus()
    keys.press("Space")
    keys.press("Enter")
    box.get_by_text("second marking").wait_for()
    at_line(other.page)
    keys.press("n")
    keys.press("y")
    keys.press("Enter")
    box.get_by_text("How far markers agree").wait_for()
    assert "Asha and Ben" in box.inner_text()
    axe(other.page)
    box.get_by_text("Line by line").click()
    assert box.get_by_role("columnheader", name="Kappa", exact=True).is_visible()
    assert other.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_keys_do_nothing_where_something_is_written(stage, marking, results):
    shown = stage()
    box = shown.mount(marking)
    box.get_by_label("Your name").fill("Asha")
    shown.page.keyboard.press("Enter")
    at_line(shown.page)
    comment = box.get_by_label("Comment").first
    comment.focus()
    shown.page.keyboard.type("yes, but not by 12")
    shown.page.keyboard.press("Escape")
    assert comment.input_value() == "yes, but not by 12"
    assert box.locator(".cc-rubric-line input:checked").count() == 0
    shown.page.keyboard.press("y")
    saved(box).wait_for()
    [mark] = marks_in(results).standings.all_heads(marking.desk.replies[0].reply.id)
    assert mark.lines == (
        ReviewedLine(criterion="heard", points=2.0, comment="yes, but not by 12"),
    )


@pytest.mark.browser
def test_whoever_types_on_before_the_next_reply_is_there_means_the_next_one(
    stage, marking, results
):
    shown = stage()
    box = shown.mount(marking)
    box.get_by_label("Your name").fill("Asha")
    shown.page.keyboard.press("Enter")
    at_line(shown.page)
    # All at once, as fast as a page can be told: four replies, each in its own way.
    shown.page.evaluate("""() => {
      for (const key of ["y", "y", "Enter", "n", "y", "Enter", "p", "n", "Enter", "y", "p"]) {
        document.activeElement.dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      }
    }""")
    box.get_by_text("Reply 4 of 4").wait_for()
    box.get_by_role("radio", name="In part").last.and_(box.locator(":checked")).wait_for()
    saved(box).wait_for()
    standings = marks_in(results).standings
    given = [standings.given(one.reply.id)["Asha"].points for one in marking.desk.replies]
    assert [(one["heard"], one.get("tone")) for one in given] == [(2, 1), (0, 1), (1, 0), (2, 0.5)]


@pytest.mark.browser
def test_what_the_disk_refuses_is_loud_and_can_be_tried_again(stage, marking, results, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    shown = stage()
    box = shown.mount(marking)
    box.get_by_label("Your name").fill("Asha")
    shown.page.keyboard.press("Enter")
    at_line(shown.page)
    with monkeypatch.context() as patch:
        patch.setattr(FolderLog, "_put", full)
        shown.page.keyboard.press("y")
        box.get_by_role("alert").get_by_text("No space left on device").wait_for()
        assert saved(box).count() == 0
        assert box.locator(".cc-rubric-line input:checked").count() == 1, "it is still on the page"
    box.get_by_role("button", name="Try again").click()
    saved(box).wait_for()
    assert box.get_by_role("alert").count() == 0
    [mark] = marks_in(results).standings.all_heads(marking.desk.replies[0].reply.id)
    assert mark.points == {"heard": 2.0}
