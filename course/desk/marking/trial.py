"""Replies to try the marking on, where there are no results."""

from collections.abc import Iterator
from random import Random

from course.exercises import Item, guess
from course.grading.people.replies import ToMark
from course.lessons import Course

SAID = (
    "No results are open, so here are replies of four simulated trainees to try it on; nothing of "
    "it is kept. To mark what was handed in to you, run: course start --instructor RESULTS"
)
EXERCISES = 3
"""So many exercises have replies to try."""


def trial(course: Course) -> list[ToMark]:
    """Four replies to each of the first exercises in which somebody is answered."""
    items = [one for one in course.items() if one.kind.reviewed and one.key is not None]
    answered = [one for one in items if one.kind.shows(one.exercise)] or items
    return [reply for item in answered[:EXERCISES] for reply in _replies(item)]


def _replies(item: Item) -> Iterator[ToMark]:
    """The model reply, its beginning, its end, and sentences that fit anywhere."""
    model = " ".join(item.key.model.split())
    parts = model.split(". ")
    half = (len(parts) + 1) // 2
    texts = (model, ". ".join(parts[:half]), ". ".join(parts[-half:]), guess(item, Random(item.id)))
    for number, text in enumerate(dict.fromkeys(texts), start=1):
        yield ToMark(trainee=f"sample-{number}", exercise=item.id, answered="", text=str(text))
