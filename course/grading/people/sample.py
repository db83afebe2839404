"""Which replies are marked a second time."""

from collections.abc import Collection
from math import ceil
from random import Random

from course.grading.people.records import ReplyId


def sample(replies: Collection[ReplyId], share: float, seed: int) -> tuple[ReplyId, ...]:
    """A share of some replies, rounded up, drawn by chance: the same seed draws the same ones.

    Args:
        replies: Those that have a first mark.
        share: From just above 0 to 1.
        seed: Draws another sample.

    >>> some = [ReplyId(f"t{n}", "own-it", "") for n in range(10)]
    >>> [one.trainee for one in sample(some, 0.25, seed=1)]
    ['t1', 't2', 't4']
    """
    many = min(len(replies), ceil(share * len(replies) - 1e-9))
    return tuple(sorted(Random(seed).sample(sorted(replies), many)))
