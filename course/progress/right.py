"""When an answer is right, and when its exercise is met. Marks follow a rule of their own."""

from typing import Any

from course import scenarios
from course.exercises import Item, NeedsReview, Recorded, Result, Scored

WELL_HANDLED = 80.0
"""The handling mark, of 100, from which a conversation went well, whatever its ending."""


def is_right(item: Item, answer: Any, result: Result) -> bool | None:
    """Whether an answer is fully right; None where only a person can tell.

    A conversation is right where it came to one of the endings that its file calls best, or was
    handled well, and no rule was broken whose breach costs the whole mark. What the instructor
    marks looks the same where the key is and where it is not.
    """
    if not isinstance(result, Scored) or item.exercise.mode == "assessed":
        return None
    if item.kind.scenario is None:
        return result.full
    played = scenarios.handled(item.kind.scenario(item.exercise, item.key), tuple(answer))
    ending, handling = played.transcript.ending, played.handling
    best = ending is not None and ending.best
    return (best or handling.mark >= WELL_HANDLED) and not handling.fatal


def is_met(item: Item, answer: Any, result: Result) -> bool:
    """Whether this answer meets its exercise: it is right, or it waits for a person."""
    right = is_right(item, answer, result)
    return isinstance(result, NeedsReview | Recorded | Scored) if right is None else right
