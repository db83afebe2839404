"""Every page of a graded cohort."""

from course.grading import Cohort
from course.lessons import Course
from course.reports.feedback import feedback
from course.reports.overview import feedback_name, overview


def pages(course: Course, cohort: Cohort) -> dict[str, bytes]:
    """The report and a page of feedback for each trainee, by path in the results folder."""
    lessons = {lesson.id: lesson.title for lesson in course.lessons.values()}
    found = {item.id: item for item in course.items()}
    made = {feedback_name(one): feedback(one, lessons, found) for one in cohort.trainees}
    return {"report.html": overview(cohort, lessons), **made}
