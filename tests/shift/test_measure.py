"""The day measured: the table of the company, and each figure beside the same by hand."""

from math import sqrt

import pytest

from course.company import parsed_table
from course.company.files.dictionary import dictionary
from course.metrics import Score, Times
from course.scenarios import handling, play, survey
from course.shift import Action, Day, advance
from course.shift.measure import measured
from course.shift.table import contacts_text, surveys_text
from course.shift.worth import worth

from .made import BEST, MUG, after, desk, served, somebody


@pytest.fixture(scope="module")
def day() -> Day:
    """One is served well and rung back, one sent away, one leaves, one letter stays unread."""
    people = (somebody(0), somebody(0), somebody(2), somebody(5, "e-mail"))
    here = desk(*people, minutes=60)
    now = after(here, *served("c1"), *served("c2", "ask-courier"), "follow_up c1 ring-friday")
    while not now.over:
        now = advance(now, Action("wait"))
    return now


def test_the_tables_are_those_of_the_company(day: Day) -> None:
    contacts = parsed_table("contacts", contacts_text(day))
    assert list(contacts.columns) == list(dictionary()["contacts"].columns)
    rows = contacts.set_index("contact_id")
    assert rows["outcome"].fillna("open").to_dict() == {
        "c1": "solved", "c2": "unsolved", "c3": "unsolved", "c4": "open",
    }  # fmt: skip
    clock = {name: rows[name].dt.strftime("%H:%M")["c1"] for name in ("first_response", "resolved")}
    assert clock == {"first_response": "09:04", "resolved": "09:08"}
    assert rows["handling_minutes"].tolist() == [4 + 4 + 3, 4, 0, 0]
    for name, table in (
        ("contacts", contacts),
        ("surveys", parsed_table("surveys", surveys_text(day))),
    ):
        for column, told in dictionary()[name].columns.items():
            cells = table[column].dropna()
            assert not told.required or len(cells) == len(table), column
            assert not told.values or set(cells) <= set(told.values), column


def test_every_figure_is_what_the_hand_comes_to(day: Day) -> None:
    said = {one.name: one for one in measured(day)}

    def score(name: str) -> Score:
        found = said[name].score
        assert isinstance(found, Score)
        return found

    best, sent = play(MUG, BEST), play(MUG, ["ask-courier"])
    first, second = survey(MUG, best), survey(MUG, sent)
    # c2 had waited eight minutes by the first line, and c3 left: both are a 1 whatever the mood.
    answers = [first.satisfaction, 1, 1]
    assert second.satisfaction == 1
    assert score("CSAT").value == pytest.approx(100 * sum(one >= 4 for one in answers if one) / 3)
    assert score("NPS").value == pytest.approx(100 * (1 - 2) / 3)
    assert (score("NPS").n, score("CES").n) == (3, 3)
    assert (score("FCR").value, score("FCR").n) == (25.0, 4)
    assert (score("Left").value, score("Promises kept").value) == (25.0, 100.0)
    waits, spans = said["First response"].score, said["Resolution time"].score
    assert isinstance(waits, Times)
    assert isinstance(spans, Times)
    assert waits.median == pytest.approx((4 + 12) / 2)
    assert (waits.n, waits.open) == (2, 2)
    assert spans.mean == pytest.approx((8 + 12 + 52) / 3)
    assert spans.open == 1

    costs = [22 + 0.5 * 11, 0.5 * 4, 0, 0]
    mean = sum(costs) / 4
    half = 3.18245 * sqrt(sum((one - mean) ** 2 for one in costs) / 3 / 4)
    found = score("Cost of a contact")
    assert found.value == pytest.approx(mean)
    assert found.low == 0.0
    assert found.high == pytest.approx(mean + half, rel=1e-4)
    marks = [handling(MUG, best).mark, handling(MUG, sent).mark, 0, 0]
    assert score("Handling mark").value == pytest.approx(sum(marks) / 4, abs=0.05)
    assert worth(day) == pytest.approx(score("Handling mark").value)


def test_what_stands_on_few_says_so_and_what_on_nothing_says_why(day: Day) -> None:
    assert all("too few" in one.warning for one in measured(day) if one.score)
    idle = desk(somebody(0), somebody(1), minutes=20)
    now = after(idle, "wait")
    while not now.over:
        now = advance(now, Action("wait"))
    said = {one.name: one for one in measured(now)}
    assert said["Promises kept"].score is None
    assert said["Promises kept"].said == "Nothing was promised."
    assert said["CSAT"].score is None
    assert said["First response"].score is None
