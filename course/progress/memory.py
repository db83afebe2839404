"""How well an objective is kept in mind: the one module that knows `fsrs`.

A card is an objective. Its state is never stored: every first try is replayed from the log. No
fuzz, so that the same log gives the same days, and no learning steps, so that the shortest interval
is a day. The parameters are those that fsrs ships, estimated from other people's flashcards: the
order of what comes back is theirs, and no promise about this trainee's memory.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from fsrs import Scheduler


class Recall(NamedTuple):
    """What a card comes to after its reviews."""

    due: datetime
    """When it should come back, in UTC."""
    chance: float
    """How likely it is kept in mind now, from 0 to 1, by the model."""


def recall(tries: Iterable[tuple[datetime, bool]], now: datetime) -> Recall:
    """The state of a card after tries in order: right is Good, wrong is Again.

    Args:
        tries: When, in UTC, and whether it was right; at least one.
        now: The moment for which the chance is worked out.

    Raises:
        ValueError: where there is no try.

    >>> day = datetime(2026, 11, 23, 9, tzinfo=UTC)
    >>> (recall([(day, False)], day).due - day).days, (recall([(day, True)], day).due - day).days
    (1, 2)
    """
    from fsrs import Card, Rating

    scheduler = _scheduler()
    # A card without an id would make one of the time, and wait a millisecond for the next.
    card, last = Card(card_id=1), None
    for at, right in tries:
        # A clock that was put back does not make a memory younger.
        last = at if last is None else max(last, at)
        rating = Rating.Good if right else Rating.Again
        card, _ = scheduler.review_card(card, rating, last.astimezone(UTC))
    if last is None:
        raise ValueError("a card without a try has no state")
    now = now.astimezone(UTC)
    return Recall(card.due, float(scheduler.get_card_retrievability(card, now)))


@cache
def _scheduler() -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
