"""Every figure that the lesson on what care is works out or compares, worked out again."""

import re
from typing import Any

import pytest

from course.exercises import best
from course.metrics.ratings.remembered import remembered
from course.metrics.times.talk import hours_of_talk
from tests.shipped import load_course


def item(name: str) -> Any:
    return load_course().lessons["care"][name]


def rows(name: str) -> dict[str, list[float]]:
    """The table in a prompt: the figures of each row, by its first cell."""
    lines = [one for one in item(name).exercise.prompt.splitlines() if one.startswith("|")]
    cells = [[cell.strip() for cell in one.strip("|").split("|")] for one in lines[2:]]
    return {first: [float(one) for one in rest] for first, *rest in cells}


def test_two_calls_have_one_average_and_two_peaks_and_ends() -> None:
    marks = rows("two-calls")
    hers, his = remembered(marks["Ms Adeyemi"]), remembered(marks["Mr Tran"])
    assert hers.average == his.average == pytest.approx(4.6)
    assert (hers.peak_end, his.peak_end) == (2.5, 4.5)
    for one in marks.values():
        strongest = max(one, key=lambda mark: abs(mark - 5))
        assert strongest == min(one), "the strongest moment of a scale from 1 to 9 is the worst one"
    said = {one.id: one.text for one in item("two-calls").exercise.options}
    assert "4.6" in said["same-average"]
    assert "4.5 against 2.5" in said["tran-better-a-guess"]


def test_shorter_calls_made_more_hours() -> None:
    told = rows("press-on-minutes")
    for month in (0, 1):
        first, again = (told[name][month] for name in
                        ("first calls", "calls again, on the same matter"))  # fmt: skip
        hours = hours_of_talk(first, again / (first + again), told["minutes a call"][month])
        assert hours == pytest.approx(told["hours on the phone"][month], abs=0.05)
    more = told["calls again, on the same matter"]
    right = next(one.text for one in item("press-on-minutes").exercise.options
                 if one.id == "hours-went-up")  # fmt: skip
    assert f"{more[1] - more[0]:.0f} more calls" in right


def test_contacts_per_hundred_orders() -> None:
    exercise = item("contacts-per-hundred")
    table = {row[0]: row[1:] for row in exercise.exercise.table.rows}
    assert float(best(exercise)) == pytest.approx(100 * table["May"][1] / table["May"][0], abs=0.05)
    assert 100 * table["April"][1] / table["April"][0] == pytest.approx(14)
    assert "In April it was 14" in exercise.key.because


def test_what_a_text_announces_and_what_it_gives() -> None:
    prompt = item("announced-and-given").exercise.prompt
    assert len(re.findall(r"\d\. [A-Z]", prompt)) == 4, "five are announced"
    assert sum(int(one) for one in re.findall(r"(\d+) in (?:spring|autumn)", prompt)) == 910
    assert "are 910" in item("announced-and-given").key.because["over-thousand"]
    says = item("three-or-four").exercise.says
    first, *reasons = re.findall(r"[^.]+\.", says)
    assert "three key reasons" in first
    assert len(reasons) == 4
