"""A kept day is played again as far as it goes, and a desk that changed shows."""

from dataclasses import replace

from course.shift import Action, begin
from course.shift.again import desk_hash, play_again

from .made import after, desk, served, somebody

LOG = (Action("pick", "c1"), Action("say", "c1", "own-it"), Action("wait"))


def test_a_day_is_played_again_step_by_step() -> None:
    here = desk(somebody())
    again = play_again(here, LOG)
    assert again.days[0] == begin(here)
    assert again.day == after(here, *served("c1", "own-it"), "wait")
    assert (len(again.days), again.log, again.stopped) == (4, LOG, None)


def test_what_cannot_be_done_any_more_stops_it_there() -> None:
    gone = Action("say", "c1", "a-line-that-was-taken-out")
    here = desk(somebody())
    again = play_again(here, (LOG[0], gone, *LOG[1:]))
    assert (again.log, again.stopped) == (LOG[:1], gone)
    assert again.day == after(here, "pick c1")


def test_the_hash_of_a_desk_tells_another_one() -> None:
    one = desk(somebody())
    assert desk_hash(one) == desk_hash(desk(somebody()))
    others = [desk(somebody(3)), desk(somebody(0, "chat")), desk(somebody(), refunds=20),
              desk(somebody(), somebody()), replace(one, seed=8)]  # fmt: skip
    assert len({desk_hash(each) for each in (one, *others)}) == 6
