"""The report measures the course by the course's own calculator, and lists what was wrong."""

import json
import re
from collections.abc import Callable

from course.grading import cohort
from course.grading.export import exports
from course.lessons import Course
from course.metrics import csat
from course.reports import pages
from tests.trainees import Trainee

Enrol = Callable[[str], Trainee]
RATINGS = (5, 4, 4, 2)


def report(course: Course, *trainees: Trainee) -> str:
    made = cohort(course, [one.hands_in() for one in trainees])
    return pages(course, made)["report.html"].decode()


def test_satisfaction_comes_with_its_interval_and_who_did_not_say(
    course: Course, enrol: Enrol
) -> None:
    people = [enrol(f"T{place}").answers({"pick-one": ["say-back"]}) for place in range(6)]
    for one, rating in zip(people, RATINGS, strict=False):
        one.session.how_was_it("first", 1)
        one.session.how_was_it("first", rating, "The calls" if rating == 5 else "")
    html = report(course, *people)
    row = re.findall(r"<t[dh][^>]*>([^<]*)</t[dh]>", html.partition("Satisfied with")[2])[5:10]
    oracle = csat(RATINGS)
    assert row == [
        course.lessons["first"].title, "75.0 %", f"{oracle.low:.1f} to {oracle.high:.1f}", "4", "2",
    ]  # fmt: skip
    assert 30.0 < oracle.low < 31.0, "Wilson's interval of 3 of 4"
    assert html.count("<li>The calls</li>") == 1


def test_what_is_said_to_be_wrong_stands_under_its_exercise_and_is_never_markup(
    course: Course, enrol: Enrol
) -> None:
    asha, tomasz = enrol("Asha"), enrol("Tomasz")
    for one in (asha, tomasz):
        one.answers({"pick-one": ["say-back"]})
        one.session.wrong_here("<b>Two</b> lines say the same.", exercise="pick-one")
    asha.session.wrong_here("A long text", lesson="first")
    tomasz.session.wrong_here("Gone", lesson="first")
    tomasz.session.wrong_here("", lesson="first")
    html = report(course, asha, tomasz)
    assert html.count("&lt;b&gt;Two&lt;/b&gt; lines say the same.") == 1
    assert "(pick-one)</h4>" in html
    assert "A long text" in html
    assert "Gone" not in html, "what was said last counts"
    assert "Satisfied with the lesson" not in html


def test_programs_read_the_same_and_nobody_is_named(course: Course, enrol: Enrol) -> None:
    asha = enrol("Asha").answers({"pick-one": ["say-back"]})
    asha.session.how_was_it("first", 4, "The calls")
    asha.session.wrong_here("Two lines say the same.", exercise="pick-one")
    made = json.loads(exports(cohort(course, [asha.hands_in()]))["report.json"])
    assert made["opinions"] == [
        {"lesson": "first", "ratings": [4], "blank": 0, "helped": ["The calls"], "wrong": []}
    ]
    (one,) = made["wrong"]
    assert (one["exercise"], one["texts"]) == ("pick-one", ["Two lines say the same."])


def test_where_nobody_said_anything_nothing_is_measured(course: Course, enrol: Enrol) -> None:
    html = report(course, enrol("Asha").answers({"pick-one": ["say-back"]}))
    assert "What trainees said" not in html
