"""A day at the desk answers every message, keeps what it says, and tells what went wrong."""

import time
from dataclasses import replace
from typing import Any

import pytest

from course.answers import days, end_of, open_session
from course.answers.submission import read_submission, submit
from course.desk import Shift
from course.desk.shift.beside import NAMES, beside
from course.desk.shift.widget import ELSEWHERE
from course.shift import ActionError, Desk, actions
from course.shift.again import play_again
from course.shift.policies import GOOD, Player, choose, oldest
from tests.desk.taken import Taken
from tests.shift.made import desk, shipped_day, somebody

MUGS = (somebody(), somebody(0, "chat"), somebody(1, "chat", "angry"), somebody(9, "e-mail"))
FIRST_COME = Player(oldest, GOOD)


@pytest.fixture
def shift(taken: Taken) -> Shift:
    return Shift(taken.session, 7, taken.clock, small())


def small(**rules: int) -> Desk:
    return replace(desk(*MUGS, **{"minutes": 240, **rules}), seed=7)


def tell(widget: Shift, doing: str, value: object = None) -> dict[str, Any]:
    sent: list[dict[str, Any]] = []
    widget.send = lambda message, buffers=None: sent.append(message)
    widget._heard(None, {"re": 1, "do": doing, "value": value})
    return sent[0]


def act(widget: Shift, words: str, **known: int) -> dict[str, Any]:
    do, contact, what = [*words.split(), "", ""][:3]
    here = {**widget.view["known"], **known}
    return tell(widget, "act", {"do": do, "contact": contact, "what": what, "known": here})


def begun(widget: Shift, *words: str) -> dict[str, Any]:
    tell(widget, "begin", widget.view["known"])
    for one in words:
        heard = act(widget, one)
        assert "error" not in heard, heard
    return dict(widget.view)


def names(view: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one["id"], one["state"]) for one in view["queue"]]


def again(taken: Taken, **rules: int) -> Shift:
    """The same day after the kernel was started again."""
    return Shift(open_session(taken.course, taken.folder, taken.clock), 7, taken.clock,
                 small(**rules))  # fmt: skip


def to_the_end(widget: Shift) -> None:
    while not (now := widget.sitting.stand()).day.over:
        widget.sitting.do(choose(now.day, FIRST_COME))
    widget._refresh()


def test_before_the_day_there_is_a_card_and_nothing_else(shift):
    view = shift.view
    assert (view["phase"], view["contacts"], view["opens"], view["closes"]) == (
        "card", 4, "09:00", "13:00",
    )  # fmt: skip
    assert (view["queue"], view["open"], view["strip"], view["end"]) == ([], [], None, None)
    assert repr(shift) == "<Shift 7: not begun, 4 contacts>"
    assert shift.possible == ()


def test_that_its_end_was_seen_is_kept_and_no_road_counts_for_it(shift):
    shift.begin()
    assert shift.session.left(end_of("shift-7")) is None
    to_the_end(shift)
    assert shift.view["phase"] == "end"
    shift._kept()
    assert shift.session.left(end_of("shift-7")) is True
    kept = len(shift.session.reading)
    shift._kept()
    assert len(shift.session.reading) == kept, "once is enough"


def test_what_is_begun_shows_who_waits_and_what_each_thing_takes(shift, taken):
    assert tell(shift, "begin", shift.view["known"])["saved"] == f"{taken.clock():%H:%M}"
    view = shift.view
    assert names(view) == [("c1", "waiting"), ("c2", "waiting")]
    first = view["queue"][0]
    assert (first["who"], first["channelName"], first["said"]) == (
        "Ines Okafor", "Phone", "Waiting since 09:00, just now",
    )  # fmt: skip
    assert [(one["label"], one["costs"]) for one in first["does"]] == [
        ("Serve", ""), ("Call back later", "2 min"),
    ]  # fmt: skip
    assert view["waits"]["costs"] == "5 min at most"
    assert view["strip"]["clock"] == "09:00"
    assert repr(shift) == "<Shift 7: 09:00, 2 waiting, 0 open>"


def test_a_line_is_said_and_the_clock_goes_on(shift):
    view = begun(shift, "pick c1")
    [here] = view["open"]
    assert here["costs"] == "4 min"
    assert {one["id"] for one in here["says"]} == {"own-it", "sorry-only", "coupon", "ask-courier"}
    assert "brief" not in here
    assert here["sees"] == ["One mug, £18, delivered Wednesday."]
    assert "error" not in act(shift, "say c1 own-it")
    assert shift.view["strip"]["clock"] == "09:04"
    talk = [one["who"] for one in shift.view["open"][0]["talk"]]
    assert talk[:2] == ["them", "me"]


def test_lines_stand_in_an_order_that_tells_nothing(shift):
    """Not always that of the file, and the same for everybody."""
    view = begun(shift, "pick c1")
    mine = [one["id"] for one in view["open"][0]["says"]]
    orders = {tuple(mine)}
    for seed in range(8):
        other = Shift(shift.session, 20 + seed, desk=replace(small(), seed=20 + seed))
        orders.add(tuple(one["id"] for one in begun(other, "pick c1")["open"][0]["says"]))
    assert len(orders) > 3


def test_two_chats_run_side_by_side_and_one_writes_meanwhile(shift):
    view = begun(shift, "pick c2", "say c2 own-it", "pick c3")
    left, right = view["open"]
    assert left["writes"] == "Ines is writing. The answer comes at 09:05."
    assert left["talk"][-1]["who"] == "me"
    assert left["says"] == []
    assert right["says"]
    act(shift, "say c3 own-it")
    act(shift, "wait")
    assert shift.view["open"][0]["writes"] == ""
    assert "Ines has answered." in [one["text"] for one in shift.view["happened"]]


def test_a_day_is_there_again_as_it_was_left(shift, taken):
    before = begun(shift, "pick c1", "say c1 own-it", "hold c1", "pick c2")
    assert again(taken).view == before


def test_a_whole_day_ends_with_figures_decisions_and_every_contact(shift):
    begun(shift)
    to_the_end(shift)
    end = shift.view["end"]
    assert shift.view["phase"] == "end"
    assert [one["name"] for one in end["headlines"]] == ["Handling mark", "Answered", "Satisfied"]
    assert end["days"] == list(NAMES)
    assert all(one["few"].endswith("too few to say") for one in end["figures"] if one["interval"])
    assert len(end["contacts"]) == 4
    assert all(one["criteria"] for one in end["contacts"] if one["mark"] != "0")
    assert end["looking"] == "Looking for the best day …"
    assert repr(shift).startswith("<Shift 7: over at ")


def test_other_days_come_in_while_the_page_is_up(shift):
    begun(shift)
    to_the_end(shift)
    assert "error" not in tell(shift, "look")
    around = beside(shift.sitting.content, shift.sitting.desk)
    around.finish()
    tell(shift, "look")
    end = shift.view["end"]
    assert (end["looking"], around.failed) == ("", False)
    marks = dict(zip(end["days"], end["figures"][0]["others"], strict=True))
    assert float(marks["Best day found"]) >= max(map(float, marks.values()))
    assert end["gap"].startswith("The best day found comes to")


def test_what_mattered_is_taken_back_and_played_on(shift, taken):
    begun(shift, "pick c1", "say c1 own-it", "hand_over c1", *["wait"] * 3)
    to_the_end(shift)
    whole = shift.view
    assert "error" not in tell(shift, "back", {"attempt": 1, "turn": 3})
    view = shift.view
    assert view["phase"] == "day"
    assert view["road"] == {"at": "09:04", "did": "hand Ines Okafor over"}
    assert view["strip"]["clock"] == "09:04"
    act(shift, "say c1 new-mug")
    assert again(taken).view == shift.view, "it opens on the road that it was left on"
    tell(shift, "leave_road")
    assert shift.view["end"]["contacts"] == whole["end"]["contacts"]
    history = taken.session.day("shift-7")
    assert [len(one.acts) for one in history.attempts] == [len(history.attempts[0].acts)]
    assert len(history.roads) == 1


def test_a_road_that_is_over_is_told_as_one(shift):
    begun(shift)
    to_the_end(shift)
    tell(shift, "back", {"attempt": 1, "turn": 1})
    to_the_end(shift)
    assert shift.view["road"]
    assert shift.view["end"]["before"].startswith("Handling marks of your other days")


def test_a_day_is_begun_anew_and_the_first_one_stays(shift, taken):
    begun(shift)
    to_the_end(shift)
    tell(shift, "begin", shift.view["known"])
    assert (shift.view["phase"], shift.view["strip"]["clock"]) == ("day", "09:00")
    assert len(taken.session.day("shift-7").attempts) == 2


@pytest.mark.parametrize(
    ("doing", "value"),
    [
        ("act", {"do": "fly", "contact": "c1", "what": "", "known": {"done": 1}}),
        ("act", {"do": "pick", "contact": "c1", "what": ""}),
        ("act", {"do": "pick", "contact": "c1", "what": "", "known": {"done": "1"}}),
        ("act", "pick c1"),
        ("begin", None),
        ("back", {"attempt": 1}),
        ("back", {"attempt": "1", "turn": 1}),
        ("no-such-thing", None),
    ],
)
def test_a_damaged_message_gets_a_sentence_and_does_nothing(shift, taken, doing, value):
    begun(shift)
    before = shift.view
    heard = tell(shift, doing, value)
    assert heard["error"].startswith("The course made a mistake: it cannot read")
    assert shift.view == before
    assert taken.session.day("shift-7").attempts[0].acts == ()


@pytest.mark.parametrize(
    "words",
    ["pick c4", "pick c99", "say c1 own-it", "say c1 no-line", "follow_up c1 ring", "hold c1"],
)
def test_what_cannot_be_done_gets_a_sentence_and_is_not_kept(shift, taken, words):
    begun(shift)
    assert act(shift, words)["error"].startswith("That cannot be done now.")
    assert taken.session.day("shift-7").attempts[0].acts == ()


@pytest.mark.parametrize("known", [{"done": 0}, {"done": 9}, {"attempt": 1, "turn": 1}])
def test_a_page_that_is_behind_is_told(shift, known):
    begun(shift, "pick c1", "say c1 own-it")
    heard = act(shift, "say c1 new-mug", **known)
    assert (heard["error"], heard["elsewhere"]) == (ELSEWHERE, True)


def test_half_a_road_is_refused(shift):
    begun(shift)
    assert "error" in act(shift, "wait", attempt=1)


@pytest.mark.parametrize("back", [(0, 1), (2, 1), (1, 0), (1, 99), (-1, -1)])
def test_what_was_never_done_cannot_be_taken_back(shift, back):
    begun(shift, "pick c1")
    heard = tell(shift, "back", {"attempt": back[0], "turn": back[1]})
    assert heard["elsewhere"]
    assert shift.view["road"] is None


def test_two_tabs_and_the_stale_one_is_told_and_then_goes_on(shift, taken):
    begun(shift)
    other = again(taken)
    act(other, "pick c1")
    assert act(shift, "pick c2")["error"] == ELSEWHERE
    assert [one["id"] for one in shift.view["open"]] == ["c1"]
    assert "error" not in act(shift, "say c1 own-it")


def test_a_message_sent_twice_is_done_once(shift, taken):
    view = begun(shift, "pick c1")
    done = view["known"]["done"]
    act(shift, "say c1 own-it", done=done)
    assert "error" not in act(shift, "say c1 own-it", done=done)
    assert len(taken.session.day("shift-7").attempts[0].acts) == 2
    assert "error" not in tell(Shift(taken.session, 8, desk=small()), "begin", {"done": 0})


def test_what_the_disk_refuses_is_not_shown_as_done(shift, taken, monkeypatch):
    before = begun(shift, "pick c1")

    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(taken.session._log, "append", full)
        heard = act(shift, "say c1 own-it")
    assert heard["error"].startswith("The disk refused it: No space left")
    assert heard["saved"] is None
    assert shift.view == before
    assert "error" not in act(shift, "say c1 own-it")
    assert shift.view["strip"]["clock"] == "09:04"


def test_a_changed_course_is_told_and_what_can_be_played_goes_on(shift, taken):
    begun(shift, "pick c1", "say c1 own-it", "say c1 new-mug", "follow_up c1 ring-friday")
    other = again(taken, refunds=20)
    assert other.view["changed"].startswith("The course has changed since you began this day. What")
    assert [one["id"] for one in other.view["open"]] == ["c1"]
    assert "error" not in act(other, "hold c1")
    assert [one.log[-1].do for one in taken.session.day("shift-7").attempts] == [
        "follow_up",
        "hold",
    ]
    assert other.view["changed"] == ""


def test_a_course_that_changed_elsewhere_is_told_too(shift, taken):
    begun(shift, "pick c1")
    assert again(taken, lead=30).view["changed"].startswith("The course has changed since")


def test_without_a_widget_the_same_is_done_and_told(taken):
    shift = Shift(taken.session, 7, taken.clock, small())
    assert shift.begin() == "<Shift 7: 09:00, 2 waiting, 0 open>"
    assert shift.do("pick", "c2") == ()
    assert "say c2 own-it" in shift.possible
    shift.do("say", "c2", "own-it")
    assert [one.text for one in shift.do("wait")] == ["Ines has answered."]
    with pytest.raises(ActionError, match="what can be done is"):
        shift.do("pick", "c99")


def test_a_warning_comes_before_anything_is_opened(taken):
    """And whoever would rather not can hand it over at once."""
    here, contact = next(
        (made, one)
        for made in map(shipped_day, range(1, 40))
        for one in made.contacts
        if one.scenario.warning
    )
    shift = Shift(taken.session, 7, taken.clock, here)
    begun(shift)
    while contact.id not in (waiting := {one["id"]: one for one in shift.view["queue"]}):
        act(shift, "wait")
    assert waiting[contact.id]["warning"] == contact.scenario.warning
    act(shift, f"pick {contact.id}")
    [here] = shift.view["open"]
    assert here["warning"] == contact.scenario.warning
    assert "hand_over" in {one["do"] for one in here["does"]}


def test_nothing_of_a_brief_is_on_the_page(taken):
    """It names its own dates and hours, and the desk has a clock of its own."""
    here = shipped_day(7)
    shift = Shift(taken.session, 7, taken.clock, here)
    begun(shift)
    to_the_end(shift)
    said = str(shift.view)
    assert all(one.scenario.brief[:60] not in said for one in here.contacts)


def test_what_is_handed_in_can_be_played_again(shift, taken, tmp_path):
    begun(shift)
    to_the_end(shift)
    read = days(read_submission(submit(taken.folder, tmp_path / "in.jsonl")).records)
    [played] = read["shift-7"].attempts
    assert play_again(shift.sitting.desk, played.log).day == shift.sitting.stand().day


def test_it_is_quick(taken, capsys):
    """Figures to read; a test that failed by the clock would prove little."""
    shift = Shift(taken.session, 7, taken.clock, shipped_day(7))
    begun(shift)
    took = []
    while not (now := shift.sitting.stand()).day.over:
        one = choose(now.day, FIRST_COME)
        began = time.process_time()
        heard = act(shift, " ".join((one.do, one.contact, one.what)))
        assert "error" not in heard
        took.append(time.process_time() - began)
    began = time.process_time()
    shift.sitting._played = None
    shift.sitting.stand()
    whole = time.process_time() - began
    with capsys.disabled():
        print(f"\na line: {1000 * sorted(took)[len(took) // 2]:.1f} ms; the log of {len(took)} "
              f"steps again: {1000 * whole:.0f} ms")  # fmt: skip
    assert actions(shift.sitting.stand().day) == ()
