"""Every page of a graded cohort.

Lessons and grading are imported when a cohort is at hand: other pages are made without them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.grading import Cohort, Grading, Piece, TraineeMarks
    from course.lessons import Course


def results(grading: Grading) -> Iterator[Piece]:
    """Every file of the results in pieces: each trainee's as soon as they are graded."""
    from course.grading import Sheets
    from course.reports.overview import overview

    sheets, page = Sheets(grading.lessons), _feedback(grading.course)
    for one in grading:
        yield page(one)
        yield from sheets.of(one)
    summary = grading.summary()
    yield from sheets.end(summary, grading.roster)
    yield "report.html", overview(summary, _titles(grading.course))


def pages(course: Course, cohort: Cohort) -> dict[str, bytes]:
    """The report and a page of feedback for each trainee, by path in the results folder."""
    from course.reports.overview import overview

    made = dict(map(_feedback(course), cohort.trainees))
    return {"report.html": overview(cohort, _titles(course)), **made}


def _feedback(course: Course) -> Callable[[TraineeMarks], Piece]:
    """What makes the page of one trainee."""
    from course.progress.abilities import grouped
    from course.reports.feedback import feedback
    from course.reports.standings import feedback_name

    titles = _titles(course)
    found = {item.id: item for item in course.items()}
    objectives = {one.id: one for _, several in grouped(course) for one in several}
    return lambda one: (feedback_name(one), feedback(one, titles, found, objectives))


def _titles(course: Course) -> dict[str, str]:
    return {lesson.id: lesson.title for lesson in course.lessons.values()}
