"""How a day goes on: nothing is lost, no budget is overdrawn, and any day comes to an end."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.shift import Action, ActionError, Day, actions, advance, begin, mood_of, replay
from course.shift.day import OVER

from .made import after, desk, served, shipped_day, somebody


def kinds(day: Day) -> set[str]:
    return {f"{one.do} {one.contact}".strip() for one in actions(day)}


@given(st.integers(0, 2), st.lists(st.integers(0, 10_000), max_size=120))
def test_any_day_keeps_its_books_ends_and_can_be_played_again(seed: int, picks: list[int]) -> None:
    here = shipped_day(seed)
    day, log = begin(here), list[Action]()
    while not day.over:
        possible = actions(day)
        assert Action("wait") in possible
        action = (
            possible[picks[len(log)] % len(possible)] if len(log) < len(picks) else possible[-1]
        )
        before, day = day, advance(day, action)
        log.append(action)
        assert day.clock >= before.clock
        assert min(day.refunds, day.goodwill, day.lead) >= 0
        for was, now in zip(before.standings, day.standings, strict=True):
            assert now.said[: len(was.said)] == was.said
            assert was.status not in OVER or (now.status, now.ended) == (was.status, was.ended)
    assert len(log) < 1_000
    assert {one.status for one in day.standings} <= OVER | {"waiting", "coming"}
    assert all(task.done is not None for one in day.standings for task in one.tasks)
    kept = msgspec.json.decode(msgspec.json.encode(log), type=list[Action])
    assert replay(here, kept) == day


def test_what_cannot_be_done_is_refused_with_what_can() -> None:
    day = begin(desk(somebody()))
    with pytest.raises(ActionError, match=r"At 09:00 'say c1 own-it' cannot be done; .* pick c1"):
        advance(day, Action("say", "c1", "own-it"))
    over = after(desk(somebody(), minutes=5), "wait")
    assert (over.over, actions(over)) == (True, ())
    with pytest.raises(ActionError, match="nothing: the day is over"):
        advance(over, Action("wait"))


def test_two_chats_run_side_by_side_and_nobody_else_beside_anybody() -> None:
    chats = [somebody(0, "chat") for _ in range(3)]
    day = after(desk(*chats, somebody()), "pick c1")
    assert {"pick c2", "pick c3"} <= kinds(day)
    assert "pick c4" not in kinds(day), "a call beside a chat"
    day = advance(day, Action("pick", "c2"))
    assert "pick c3" not in kinds(day), "a third chat"
    calling = after(desk(*chats, somebody()), "pick c4")
    assert not {"pick c1", "pick c2"} & kinds(calling), "a chat beside a call"
    assert "pick c1" in kinds(advance(calling, Action("hold", "c4")))


def test_while_one_writes_the_other_can_be_answered() -> None:
    two = desk(somebody(0, "chat"), somebody(0, "chat"))
    day = after(two, "pick c1", "pick c2", "say c1 own-it")
    assert (day.clock, "say c1" in kinds(day), "say c2" in kinds(day)) == (2, False, True)
    day = advance(day, Action("say", "c2", "own-it"))
    assert "say c1" not in kinds(day), "c1's answer is there at 09:05"
    day = advance(day, Action("wait"))
    assert (day.clock, "say c1" in kinds(day)) == (5, True)


def test_waiting_costs_mood_after_a_while_and_then_the_customer() -> None:
    here = desk(somebody(), somebody(temper="angry"), somebody(0, "e-mail"))
    day = begin(here)
    first = [mood_of(day, one) for one in here.contacts]
    for _ in range(2):
        day = advance(day, Action("wait"))
    calm, angry, letter = (
        was - mood_of(day, one) for was, one in zip(first, here.contacts, strict=True)
    )
    assert calm == pytest.approx(0.7 * (10 - 3))
    assert angry == pytest.approx(calm * 1.4, abs=0.02), "as hard as any loss lands on them"
    assert letter == 0
    while day.clock < 60:
        day = advance(day, Action("wait"))
    assert [one.status for one in day.standings] == ["left", "left", "waiting"]
    assert [one.ended for one in day.standings] == [52, 32, None]


def test_a_call_back_holds_the_mood_and_a_missed_one_costs_most() -> None:
    here = desk(somebody(), somebody(0, "e-mail"))
    day = after(here, "call_back c1")
    for _ in range(8):
        day = advance(day, Action("wait"))
    kept = advance(day, Action("pick", "c1"))
    assert (kept.of("c1").call_kept, kept.of("c1").talk.points) == (True, 40.0)
    while day.of("c1").status == "promised":
        day = advance(day, Action("wait"))
    missed = day.of("c1")
    assert (day.clock, missed.status, missed.call_kept) == (61, "waiting", False)
    assert missed.talk.points == 10.0
    assert "call_back c1" not in kinds(day), "once is enough"
    assert "call_back c2" not in kinds(day), "a letter waits anyway"


def test_what_was_promised_in_a_conversation_is_kept_by_somebody_or_broken() -> None:
    other = somebody(200)
    day = after(desk(somebody(), other), *served("c1"))
    (task,) = day.of("c1").tasks
    assert (task.promise, task.due, task.done) == ("ring-friday", 8 + 75, None)
    kept = advance(day, Action("follow_up", "c1", "ring-friday"))
    assert kept.of("c1").tasks[0].done is True
    assert kept.of("c1").talk == day.of("c1").talk
    while not day.over:
        day = advance(day, Action("wait"))
    late = day.of("c1")
    assert (late.tasks[0].done, late.talk.kept, late.talk.broken) == (False, (), ("ring-friday",))
    assert kept.of("c1").talk.mood - late.talk.mood == 3_000


def test_budgets_close_lines_and_the_lead_opens_them() -> None:
    here = desk(somebody(), refunds=20)
    day = after(here, "pick c1", "say c1 own-it")
    assert "say c1 new-mug" not in map(str, actions(day)), "£22 of £20"
    asked = advance(day, Action("ask_lead", "c1"))
    assert (asked.lead, asked.clock) == (day.lead - 6, day.clock + 6)
    done = advance(asked, Action("say", "c1", "new-mug"))
    assert (done.refunds, done.of("c1").status) == (20, "done")
    poor = after(desk(somebody(), lead=5), "pick c1")
    assert "ask_lead c1" not in kinds(poor)
    assert after(desk(somebody()), *served("c1")).refunds == 150 - 22


def test_the_lead_makes_a_large_remedy_no_overreach() -> None:
    alone = after(desk(somebody()), "pick c1", "say c1 coupon").of("c1").talk
    asked = after(desk(somebody()), "pick c1", "ask_lead c1", "say c1 coupon").of("c1").talk
    assert (alone.overreached, asked.overreached) == (("whole-set",), ())


def test_a_day_ends_early_where_nothing_is_left_and_hands_over_what_is_open_at_closing() -> None:
    early = after(desk(somebody()), *served("c1"), "follow_up c1 ring-friday")
    assert (early.over, early.clock) == (True, 11)
    closing = after(desk(somebody(), minutes=6), *served("c1", "own-it"), "wait")
    assert (closing.over, closing.of("c1").status) == (True, "handed")


def test_colleagues_take_whoever_has_waited_longest() -> None:
    day = after(desk(somebody(0), somebody(0), somebody(1), colleagues=1), "wait")
    assert day.of("c1").status == "colleague"
    assert (day.of("c2").status, day.free) == ("waiting", (21,))


def test_being_put_aside_takes_time_and_patience() -> None:
    day = after(desk(somebody()), "pick c1", "hold c1")
    assert (day.clock, day.of("c1").status, day.of("c1").leaves) == (1, "held", 26)
    again = after(desk(somebody()), "pick c1", "hold c1", "pick c1", "hold c1")
    assert again.clock == 2, "nobody can go on so for ever"
