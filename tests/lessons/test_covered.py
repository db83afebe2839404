"""All that the course sets out to teach is practised: each objective, somewhere, by an exercise."""

from collections import defaultdict

import pytest

from tests.shipped import load_course

SET_OUT = {
    "OPEN": 6, "DEF": 10, "WHY": 16, "STAT": 4, "SCI": 3, "NEED": 14, "QUAL": 11, "COMM": 9,
    "PERS": 8, "FEED": 12, "RES": 14, "XTRA": 7, "OUT": 10, "RETN": 7, "APP": 4, "MEAS": 16,
    "EMP": 6, "CULT": 9, "CHAL": 6, "TECH": 10, "TRND": 11, "CASE": 5, "FAQ": 10,
    # Where sources contradict each other, and what all of them leave out. The tenth clash, two
    # spellings of English, is a rule for authors.
    "CLASH": 9, "GAP": 6,
}  # fmt: skip
"""How many things of each group there are to teach."""


def test_each_thing_to_teach_is_an_objective_and_is_practised() -> None:
    course = load_course()
    wanted = {f"{group}-{n}" for group, many in SET_OUT.items() for n in range(1, many + 1)}
    assert wanted - course.objectives.keys() == set()
    practised = {name for item in course.items() for name in item.exercise.covers}
    assert sorted(wanted - practised) == [], "nobody practises these"


@pytest.mark.parametrize("lesson", ["care", "worth", "communication", "channels", "people"])
def test_no_exercise_of_the_lessons_with_most_to_teach_claims_more_than_three(lesson: str) -> None:
    found = [
        one.id for one in load_course().lessons[lesson].values() if len(one.exercise.covers) > 3
    ]
    assert found == []


def test_most_are_met_by_something_that_is_marked_at_once() -> None:
    """A reply waits for a person, so an objective that has only replies could not be met."""
    course = load_course()
    marked: defaultdict[str, int] = defaultdict(int)
    for lesson in course.lessons.values():
        for name in lesson.core:
            item = lesson[name]
            if not item.kind.reviewed:
                for one in item.exercise.covers:
                    marked[one] += 1
    assert sorted(course.objectives.keys() - marked.keys()) == []
