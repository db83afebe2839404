"""One's own conversations, measured like the company's and never ranked while they are few."""

import msgspec
import pytest

from course.desk.board.own import contacts
from course.desk.board.own import own as own_of
from course.exercises import Item
from course.metrics import Score
from course.page.messages import plain
from tests.page.samples import BROKEN_MUG, Steady, session

COMPANY = {"csat": Score(71.7, 69.8, 73.5, 2205, 10, "", unit=" %", each=("answer", "answers"))}
GOOD, BAD = ("own-it", "new-mug"), ("sorry-only", "form")


def own(*given):
    """What the page is sent."""
    return plain(own_of(*given))


def played(*plays, items=(BROKEN_MUG,)):
    within = session(Steady(), items)
    for choices in plays:
        within.answer(BROKEN_MUG.id, list(choices))
    return within


def test_nothing_played_is_nothing_shown():
    made, kept = contacts(session())
    assert (made, kept) == ([], 0)
    assert own(made, kept, {})["summary"] == ""


def test_every_finished_conversation_counts_also_the_second_of_one_customer():
    made, _ = contacts(played(BAD, GOOD))
    view = own(made, 0, COMPANY)
    assert view["count"] == 2
    assert view["summary"].startswith("2 conversations, ")
    assert "counts" in view["summary"]
    assert len(view["contacts"]) == 2


def test_under_thirty_there_are_counts_and_no_score_of_ones_own():
    view = own(*contacts(played(GOOD)), COMPANY)
    assert all("%" not in one["yours"] for one in view["rows"])
    satisfied = view["rows"][0]
    assert satisfied["yours"] == "1 of 1"
    assert satisfied["company"] == "71.7 % (69.8 to 73.5), 2,205 answers"


def test_from_thirty_on_the_calculators_speak():
    view = own(*contacts(played(*[GOOD] * 30)), COMPANY)
    assert view["rows"][0]["yours"].startswith("100.0 % (88.")
    assert "CSAT 100.0 %" in view["summary"]


def test_a_comment_is_quoted_once():
    view = own(*contacts(played(GOOD, GOOD)), COMPANY)
    assert len(view["quotes"]) == len({one["said"] for one in view["quotes"]})


@pytest.mark.parametrize("change", [{"key": None}, {"mode": "assessed"}])
def test_what_the_instructor_marks_is_counted_and_not_shown(change):
    exercise, key = BROKEN_MUG.exercise, BROKEN_MUG.key
    if "mode" in change:
        exercise = msgspec.structs.replace(exercise, mode="assessed")
    item = Item(kind=BROKEN_MUG.kind, exercise=exercise, key=change.get("key", key))
    made, kept = contacts(played(GOOD, items=(item,)))
    assert (made, kept) == ([], 1)
