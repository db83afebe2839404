"""The page that one trainee gets back."""

from collections.abc import Mapping

from course.exercises import Item, seed, vary
from course.grading import TraineeMarks
from course.reports.answer import exercise
from course.reports.html import Html, join, tag
from course.reports.page import page
from course.reports.words import count, of_hundred


def feedback(marks: TraineeMarks, lessons: Mapping[str, str], found: Mapping[str, Item]) -> bytes:
    """What one trainee did, in their own words, with the reasons.

    Args:
        marks: What grading found out.
        lessons: Titles of lessons by their ids.
        found: The exercises by their ids, with keys.
    """
    body: list[Html] = [_summary(marks)]
    lesson = ""
    for one in marks.exercises:
        if one.lesson != lesson:
            lesson = one.lesson
            body.append(tag("h2", lessons.get(lesson, lesson)))
        item = vary(found[one.id], seed(marks.trainee, one.id))
        body.append(exercise(one, item))
    return page(f"Feedback for {marks.name or 'you'}", *body)


def _summary(marks: TraineeMarks) -> Html:
    first = ""
    if marks.first_tries is not None:
        first = f" First tries alone come to {of_hundred(marks.first_tries)}."
    waiting = ""
    if marks.awaiting:
        waiting = f" {count(marks.awaiting, 'reply waits', 'replies wait')} for a person to read."
    answered = f"You answered {marks.answered} of {len(marks.exercises)} exercises."
    remarks = [tag("li", one.text) for one in marks.remarks]
    return join(
        tag("p", f"{answered} Practice mark: {of_hundred(marks.mark)}.{first}{waiting}",
            class_="lead"),
        tag("p", "The mark counts your best try at each exercise. What you wrote and why it was "
            "read as it was stands below; the marks come last.", class_="quiet"),
        join(tag("h2", "About the file you handed in"), tag("ul", *remarks)) if remarks else None,
    )  # fmt: skip
