"""The page that one trainee gets back: two screens to read, and the lessons folded below them."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from course.exercises import Item, variant
from course.grading import (
    ON_PAGE,
    ExerciseMarks,
    Outlook,
    TraineeMarks,
    outlook,
    quoted,
    weighted,
)
from course.lessons import Objective
from course.reports.answer import exercise, mistake
from course.reports.html import Html, join, tag
from course.reports.page import folded, page
from course.reports.words import count, listed, of_hundred


def feedback(
    marks: TraineeMarks,
    lessons: Mapping[str, str],
    found: Mapping[str, Item],
    objectives: Mapping[str, Objective],
) -> bytes:
    """What one trainee can do, what slips and what to practise; then what they did, in their words.

    Args:
        marks: What grading found out.
        lessons: Titles of lessons by their ids.
        found: The exercises by their ids, with keys.
        objectives: What the course teaches, by id; empty where it does not say.
    """
    seen = outlook(marks.exercises, found, objectives)
    return page(
        f"Feedback for {marks.name or 'you'}",
        _summary(marks),
        _can(seen),
        _slips(seen, found),
        _practise(seen, lessons),
        _remarks(marks),
        tag("h2", "What you did, lesson by lesson"),
        *(
            _lesson(marks, lessons.get(name, name), list(several), found)
            for name, several in groupby(marks.assigned, key=lambda one: one.lesson)
        ),
        _besides(marks, found),
    )


def _summary(marks: TraineeMarks) -> Html:
    first = ""
    if marks.first_tries is not None:
        first = f" First tries alone come to {of_hundred(marks.first_tries)}."
    waiting = ""
    if marks.awaiting:
        waiting = f" {count(marks.awaiting, 'reply waits', 'replies wait')} for a person to read."
    answered = f"You answered {marks.answered} of {len(marks.assigned)} exercises."
    return join(
        tag("p", f"{answered} Practice mark: {of_hundred(marks.mark)}.{first}{waiting}",
            class_="lead"),
        tag("p", "The mark counts your best try at each core exercise of the lessons you were "
            "assigned. More practice, reviews and other roads through a conversation never lower "
            "it.", class_="quiet"),
    )  # fmt: skip


def _can(seen: Outlook) -> Html:
    said = [tag("li", one.sentence) for one in seen.can]
    nothing = tag("p", "A few more exercises, and this part can say something.")
    return join(tag("h2", "What you can do"), tag("ul", *said) if said else nothing)


def _slips(seen: Outlook, found: Mapping[str, Item]) -> Html | None:
    if not seen.slips:
        return None
    said = []
    for one in seen.slips:
        example = None
        if one.example is not None:
            about = one.example.exercise
            link = join(_link(about), ": ")
            said_wrong = mistake(one.example.part, found[about.id].kind)
            example = tag("p", link, *said_wrong, class_="example")
        said.append(tag("li", one.ability.sentence, example))
    return join(tag("h2", "What slips"), tag("ul", *said))


def _practise(seen: Outlook, lessons: Mapping[str, str]) -> Html | None:
    if not seen.practise:
        return None
    said = [
        tag("li", _link(one), f", in ‘{lessons.get(one.lesson, one.lesson)}’")
        for one in seen.practise
    ]
    numbers = {1: "One thing", 2: "Two things", 3: "Three things"}
    return join(tag("h2", f"{numbers[len(said)]} to practise"), tag("ol", *said))


def _link(one: ExerciseMarks) -> Html:
    return (
        tag("a", one.title, href=f"#{one.id}") if one.assigned or one.attempts else join(one.title)
    )


def _remarks(marks: TraineeMarks) -> Html | None:
    if not marks.remarks:
        return None
    said = (tag("li", quoted(one.text, ON_PAGE)) for one in marks.remarks)
    return join(tag("h2", "About the file you handed in"), tag("ul", *said))


def _lesson(
    marks: TraineeMarks, title: str, several: Sequence[ExerciseMarks], found: Mapping[str, Item]
) -> Html:
    answered = sum(one.attempts > 0 for one in several)
    mark = of_hundred(weighted(tuple(several)))
    said = f"{answered} of {count(len(several), 'exercise', 'exercises')} answered, {mark}"
    return folded(title, said, *(_exercise(marks, one, found) for one in several))


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
    outside = f"{listed(said)}. None of it changes the mark."
    if not marks.more:
        return join(tag("h2", "What else you did"), tag("p", outside))
    inside = (_exercise(marks, one, found) for one in marks.more)
    return folded("What else you did", outside, *inside)
