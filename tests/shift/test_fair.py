"""Days drawn from a seed: the same for everybody, and of one difficulty."""

import pytest
from msgspec.structs import replace

from course.company.files.dictionary import dictionary
from course.scenarios.definition import TOPICS
from course.shift import Rules, day_for
from course.shift.drawing import FEWEST, MOST, Drawn, Fewer, draw, under, work_in
from course.shift.fair import WORK, NoDay
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


def test_no_day_brings_two_warnings_or_what_nobody_should_meet_unprepared() -> None:
    known = {one.id: one for one in shipped_scenarios()}
    kept_out = {name for name, one in known.items() if not one.by_chance}
    nobody_comes = {"two-of-ten", "the-good-number", "thirty-by-noon", "out-of-the-wall",
                    "pool-is-closed", "why-not-half"}  # fmt: skip
    assert kept_out - nobody_comes == {"not-wanting", "send-it-to-my-sister", "after-that-call"}
    days = [draw(seed, known, known.__getitem__, Rules()) for seed in range(200)]
    warned = [sum(bool(one.scenario.warning) for one in day) for day in days]
    assert max(warned) == 1
    assert all(one.scenario.by_chance for day in days for one in day)


def test_conversations_come_again_where_there_are_few_and_warnings_do_not() -> None:
    swearing = replace(MUG, id="swearing", warning="Somebody swears.")
    known = {"mug": MUG, "swearing": swearing}
    for seed in range(5):
        names = [one.name for one in draw(seed, known, known.__getitem__, Rules())]
        assert len(names) >= FEWEST
        assert names.count("swearing") == 1
    alone = {"mug": replace(MUG, by_chance=False)}
    assert draw(1, alone, alone.__getitem__, Rules()) == []


def test_topics_are_those_of_the_company_and_a_day_files_by_them() -> None:
    assert list(TOPICS) == list(dictionary()["contacts"].columns["topic"].values)
    topics = [one.scenario.topic for seed in range(4) for one in shipped_day(seed).contacts]
    assert len(set(topics)) > 5


def test_a_lead_changes_the_day_but_not_who_would_have_come() -> None:
    known = {one.id: one for one in shipped_scenarios()}
    usual = shipped_day(1)
    more = day_for(1, known, known.__getitem__, Rules(colleagues=2))
    assert more.contacts == usual.contacts
    topic = usual.contacts[0].scenario.topic
    fewer = day_for(1, known, known.__getitem__, pages=[Fewer(topic, 100)])
    stay = [one for one in usual.contacts if one.scenario.topic != topic]
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
