"""The page that one trainee gets back."""

from collections.abc import Mapping

from course.exercises import Item, variant
from course.grading import ExerciseMarks, TraineeMarks
from course.reports.answer import exercise
from course.reports.html import Html, join, tag
from course.reports.page import page
from course.reports.words import count, listed, of_hundred


def feedback(marks: TraineeMarks, lessons: Mapping[str, str], found: Mapping[str, Item]) -> bytes:
    """What one trainee did, in their own words, with the reasons.

    Args:
        marks: What grading found out.
        lessons: Titles of lessons by their ids.
        found: The exercises by their ids, with keys.
    """
    body: list[Html | None] = [_summary(marks)]
    lesson = ""
    for one in marks.assigned:
        if one.lesson != lesson:
            lesson = one.lesson
            body.append(tag("h2", lessons.get(lesson, lesson)))
        body.append(_exercise(marks, one, found))
    body.append(_besides(marks, found))
    return page(f"Feedback for {marks.name or 'you'}", *body)


def _exercise(marks: TraineeMarks, one: ExerciseMarks, found: Mapping[str, Item]) -> Html:
    return exercise(one, variant(found[one.id], marks.trainee, one.variant))


def _besides(marks: TraineeMarks, found: Mapping[str, Item]) -> Html | None:
    """What was done outside the mark; nothing where nothing was."""
    said = [
        count(number, one, many)
        for number, one, many in (
            (len(marks.more), "more exercise", "more exercises"),
            (marks.in_review, "answer in a review", "answers in reviews"),
            (marks.on_roads, "conversation played on another road",
             "conversations played on other roads"),
        )
        if number
    ]  # fmt: skip
    if not said:
        return None
    return join(
        tag("h2", "What else you did"),
        tag("p", f"{listed(said)}. None of it changes the mark."),
        *(_exercise(marks, one, found) for one in marks.more),
    )


def _summary(marks: TraineeMarks) -> Html:
    first = ""
    if marks.first_tries is not None:
        first = f" First tries alone come to {of_hundred(marks.first_tries)}."
    waiting = ""
    if marks.awaiting:
        waiting = f" {count(marks.awaiting, 'reply waits', 'replies wait')} for a person to read."
    answered = f"You answered {marks.answered} of {len(marks.assigned)} exercises."
    remarks = [tag("li", one.text) for one in marks.remarks]
    return join(
        tag("p", f"{answered} Practice mark: {of_hundred(marks.mark)}.{first}{waiting}",
            class_="lead"),
        tag("p", "The mark counts your best try at each core exercise of the lessons you were "
            "assigned. More practice, reviews and other roads through a conversation never lower "
            "it. What you wrote and why it was read as it was stands below; the marks come last.",
            class_="quiet"),
        join(tag("h2", "About the file you handed in"), tag("ul", *remarks)) if remarks else None,
    )  # fmt: skip
