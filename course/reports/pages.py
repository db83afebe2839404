"""Every page of a graded cohort."""

from collections.abc import Callable, Iterator

from course.grading import Cohort, Grading, Piece, Sheets, TraineeMarks
from course.lessons import Course
from course.reports.feedback import feedback
from course.reports.overview import feedback_name, overview


def results(grading: Grading) -> Iterator[Piece]:
    """Every file of the results in pieces: each trainee's as soon as they are graded."""
    sheets, page = Sheets(grading.lessons), _feedback(grading.course)
    for one in grading:
        yield page(one)
        yield from sheets.of(one)
    summary = grading.summary()
    yield from sheets.end(summary)
    yield "report.html", overview(summary, _titles(grading.course))


def pages(course: Course, cohort: Cohort) -> dict[str, bytes]:
    """The report and a page of feedback for each trainee, by path in the results folder."""
    made = dict(map(_feedback(course), cohort.trainees))
    return {"report.html": overview(cohort, _titles(course)), **made}


def _feedback(course: Course) -> Callable[[TraineeMarks], Piece]:
    """What makes the page of one trainee."""
    titles = _titles(course)
    found = {item.id: item for item in course.items()}
    return lambda one: (feedback_name(one), feedback(one, titles, found))


def _titles(course: Course) -> dict[str, str]:
    return {lesson.id: lesson.title for lesson in course.lessons.values()}
