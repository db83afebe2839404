"""The report's order, and that it makes sense of nobody, one, a few, thirty and two hundred."""

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from course.grading import RefusedFile, Remark, Summary, cohort
from course.lessons import Course
from course.reports.files import MOST_NAMES
from course.reports.overview import overview
from course.reports.standings import AT_ONCE
from tests.reports.test_pages import outline, words
from tests.trainees import BEST, Trainee

Enrol = Callable[[str], Trainee]


def read(course: Course, made: Summary) -> str:
    raw = overview(made, {one.id: one.title for one in course.lessons.values()})
    outline(raw)
    return raw.decode()


def heads(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html)


@pytest.fixture
def one(course: Course, enrol: Enrol) -> Summary:
    trainee = enrol("Asha Verma").answers({**BEST, "pick-one": ["refund"]})
    return cohort(course, [trainee.hands_in()])


def many(one: Summary, number: int, *remarks: Remark) -> Summary:
    """As many trainees as that, with marks all over the scale."""
    standing = one.standings[0]
    everybody = tuple(
        replace(standing, trainee=f"t{n:012x}", name=f"Trainee {n}", mark=100 * n / number,
                remarks=remarks)
        for n in range(number)
    )  # fmt: skip
    return replace(one, standings=everybody)


def test_nobody_has_a_page_that_says_so(course: Course) -> None:
    html = read(course, cohort(course, []))
    assert "0 trainees graded." in html
    assert heads(html) == ["Files"]
    assert "There was nothing to grade in what was given." in html
    assert "<table" not in html


def test_one_trainee_has_a_row_and_no_mean(course: Course, one: Summary) -> None:
    html = read(course, one)
    assert "1 trainee graded." in html
    assert "Mean" not in html
    assert "How the marks lie" not in html
    assert heads(html)[:3] == ["Marks", "What to talk about on Monday", "Files"]
    before = html[: html.index("Monday")]
    assert ">Asha Verma</a>" in before
    assert "<details" not in before
    assert "1 of 1 chose:" in html


@pytest.mark.parametrize("number", [AT_ONCE, AT_ONCE + 1, 200])
def test_few_stand_there_at_once_and_more_are_folded(
    course: Course, one: Summary, number: int
) -> None:
    html = read(course, many(one, number))
    marks = html[html.index("<h2>Marks") : html.index("Monday")]
    assert marks.count('href="feedback/') == number
    assert ("<details" in marks) == (number > AT_ONCE)
    counted = re.findall(r'class="count">(\d+)<', marks)
    assert sum(map(int, counted)) == number


def test_the_same_said_of_many_is_one_row(course: Course, one: Summary) -> None:
    html = words(read(course, many(one, 200, Remark(text="Answered on another version."))))
    assert html.count("Answered on another version.") == 1
    assert f"and {200 - MOST_NAMES} more" in html


def test_many_refused_files_are_folded_and_the_top_leads_to_them(
    course: Course, one: Summary
) -> None:
    refused = tuple(RefusedFile(file=f"<{n}>.docx", reason="it is odd") for n in range(40))
    html = read(course, replace(one, refused=refused))
    assert '<a href="#files">40 files were refused</a>.' in html
    assert '<h2 id="files">' in html
    assert html.index("<summary><h3>Refused") < html.index("&lt;39&gt;.docx")


def test_there_is_nothing_to_say_where_all_is_well(course: Course, enrol: Enrol) -> None:
    html = read(course, cohort(course, [enrol("Asha").answers(BEST).hands_in()]))
    assert "All were read, and there is nothing to say of them." in html
    assert "Nobody missed anything at a first try." in html
