"""What came before, in one line, for a conversation that is played again."""

from course import scenarios
from course.answers import Attempt, History
from course.exercises import Item, Scored
from course.page.views.base import figure


def last_time(item: Item, history: History) -> str:
    """How the last one ended, its mark, and the best mark so far; empty before the first."""
    if not history.attempts:
        return ""
    said = f"Last time: ‘{_ending(item, history.attempts[-1])}’"
    marks = [one.result.earned for one in history.attempts if isinstance(one.result, Scored)]
    last = history.attempts[-1].result
    if not marks or not isinstance(last, Scored):
        return f"{said}."
    return f"{said}, {figure(last.earned)} of 100. Best so far: {figure(max(marks))}."


def _ending(item: Item, attempt: Attempt) -> str:
    """Its title; a plain word where the file has changed and it can't be played any more."""
    try:
        ending = scenarios.play(item.exercise.scenario, attempt.answer).ending
    except ValueError:
        ending = None
    return ending.title if ending else "It ended"
