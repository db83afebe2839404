"""Days drawn from a seed: the same for everybody, and of one difficulty."""

import pytest

from course.shift import Rules, day_for
from course.shift.drawing import FEWEST, MOST, Drawn, Fewer, under, work_in
from course.shift.fair import WORK, NoDay
from course.shift.topics import TOPICS, topic_of
from tests.scenarios.loading import shipped_scenarios

from .made import MUG, shipped_day


def test_a_seed_gives_everybody_the_same_day_and_another_seed_another() -> None:
    known = {one.id: one for one in shipped_scenarios()}
    again = day_for(1, reversed(list(known)), known.__getitem__)
    assert again.contacts == shipped_day(1).contacts
    assert again.contacts != shipped_day(2).contacts


@pytest.mark.parametrize("seed", range(4))
def test_days_are_a_sitting_long_and_ask_for_as_much_work(seed: int) -> None:
    contacts = shipped_day(seed).contacts
    assert FEWEST <= len(contacts) <= MOST
    assert contacts[0].arrives == 0
    assert [one.arrives for one in contacts] == sorted(one.arrives for one in contacts)
    assert len({one.name for one in contacts}) == len(contacts), "no problem twice"
    work = work_in(Drawn(one.name, one.written, 0, 0) for one in contacts)
    assert WORK[0] <= work <= WORK[1]


def test_a_lead_changes_the_day_but_not_who_would_have_come() -> None:
    known = {one.id: one for one in shipped_scenarios()}
    usual = shipped_day(1)
    more = day_for(1, known, known.__getitem__, Rules(colleagues=2))
    assert more.contacts == usual.contacts
    topic = topic_of(usual.contacts[0].scenario)
    fewer = day_for(1, known, known.__getitem__, pages=[Fewer(topic, 100)])
    stay = [one for one in usual.contacts if topic_of(one.scenario) != topic]
    assert [one.name for one in fewer.contacts] == [one.name for one in stay]
    assert under(usual, known.__getitem__).contacts == usual.contacts


def test_conversations_that_make_no_day_are_refused_with_a_sentence() -> None:
    with pytest.raises(NoDay, match="no conversation"):
        day_for(1, [], lambda _: MUG)
    known = {one.id: one for one in shipped_scenarios()}
    pages = [Fewer(topic, 100) for topic in TOPICS]
    with pytest.raises(NoDay, match="leave nobody who gets in touch"):
        day_for(1, known, known.__getitem__, pages=pages)
    with pytest.raises(NoDay, match="With 1 conversation there is no day"):
        day_for(1, ["mug"], lambda _: MUG)
