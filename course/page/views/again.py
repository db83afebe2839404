"""A conversation that is played again: what came before in one line, and with whom it may be."""

from course import scenarios
from course.answers import Attempt, History
from course.exercises import Item, Scored
from course.page.messages import Message
from course.page.views.base import figure


class Another(Message, frozen=True):
    """The same problem is to be somebody else's."""

    play: int
    """After this conversation: the first, the second, and so on."""
    person: int
    """The one whom it was with."""


def last_time(item: Item, history: History) -> str:
    """How the last one ended, its mark, and the best mark so far; empty before the first.

    Args:
        item: The conversation as it was played last.
        history: What was done, and with whom it goes on.
    """
    if not history.attempts:
        return ""
    met = {one.variant for one in history.attempts} | {history.variant}
    whom = f", with {item.exercise.scenario.customer.name}" if len(met) > 1 else ""
    said = f"Last time{whom}: ‘{_ending(item, history.attempts[-1])}’"
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
