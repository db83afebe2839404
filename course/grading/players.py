"""How simulated learners answer: knowing the key, tossing coins, or half attending."""

import random
from collections.abc import Callable
from typing import Any

from course.exercises import Item, Scored, best, check, guess

Player = Callable[[Item, random.Random], Any]


def half_attending(item: Item, dice: random.Random) -> Any:
    """Right half the time, else the better of two guesses."""
    if dice.random() < 0.5:
        return best(item)
    one, other = guess(item, dice), guess(item, dice)
    return max((one, other), key=lambda answer: _share(item, answer))


def _share(item: Item, answer: Any) -> float:
    result = check(item, answer)
    return result.share if isinstance(result, Scored) else 0.0


PLAYERS: dict[str, Player] = {
    "perfect": lambda item, dice: best(item),
    "random": guess,
    "careless": half_attending,
}
"""In turn: the first learner is perfect, the second random, the third careless, and so on."""
