"""What the lesson Communication says of its own tables and sliders, worked out again."""

from __future__ import annotations

from course.metrics import difference
from course.metrics.comparison.trial import trial
from course.metrics.rates import rate
from tests.lessons.test_figures import says
from tests.shipped import load_course


def gap(name: str, part: str) -> tuple[float, float, float]:
    """The difference of the two rows of an exercise, with its range, in percentage points."""
    table = load_course().lessons["communication"][name].exercise.table
    at = list(table.columns).index
    shares = [
        rate("share", int(row[at(part)]), int(row[at("people")]), 0, part, 0.95)
        for row in table.rows
    ]
    found = difference(*shares)
    return found.value, found.low, found.high


def test_what_fits_is_said_to_add_what_the_table_shows() -> None:
    value, low, high = gap("goes-with-it", "bought")
    assert (f"{value:.1f}", f"{low:.1f} to {high:.1f}") == ("1.5", "0.4 to 2.7")
    because = round(2400 * value / 100)
    assert (because, 120 - because) == (36, 84)
    says("goes-with-it", "1.5 points", "0.4 to 2.7", "36 of the 120", "About 84")


def test_the_few_who_gave_up_disappear_in_the_total() -> None:
    value, low, high = gap("past-the-picture", "gave up")
    assert (f"{value:.1f}", f"{low:.0f} to {high:.0f}") == ("32.0", "24 to 40")
    assert f"{100 * (520 + 72) / (4000 + 160):.1f}" == "14.2"
    says("past-the-picture", "32.0 points", "24 to 40", "592 of 4,160", "14.2 per cent")


def test_sixteen_groups_have_the_size_that_is_said() -> None:
    says("sixteen-lists", f"With {4800 // 16} in each")
    assert trial(150, 150, 0.05, 0.03).power < 0.2 < trial(800, 800, 0.05, 0.03).power


def test_what_she_pays_for_not_asking() -> None:
    says("two-prices", "£34", "£24", f"£{12 * (34 - 24)} a year")
