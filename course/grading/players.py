"""How simulated learners answer: knowing the key, tossing coins, or half attending."""

import random
from functools import lru_cache
from typing import Any

from course import scenarios
from course.exercises import Item, Scored, check, specimens
from course.exercises.choice import Choice
from course.exercises.dialogue import Dialogue, DialogueKey, keyed
from course.exercises.number import Number
from course.exercises.rank import Rank
from course.exercises.reply import Reply
from course.exercises.sort import Sort
from course.scenarios import Scenario
from course.scenarios.exploration.explore import explore

MOST_TURNS = 60
"""Lines after which a random walk through a conversation is given up and begun again."""

SENTENCES = [
    "Thank you for getting in touch with us about this today.",
    "I understand, and somebody will have a look at it quite soon.",
    "I am sorry about that, so please send us the number of your order.",
]


def right(item: Item) -> Any:
    """The best answer there is: the right specimen, or the best path of a conversation."""
    if isinstance(item.exercise, Dialogue):
        assert isinstance(item.key, DialogueKey)
        return list(_best_path(keyed(item.exercise, item.key)))
    return next(one.answer for one in specimens(item) if one.name == "right")


@lru_cache(maxsize=64)
def _best_path(scenario: Scenario) -> tuple[str, ...]:
    return explore(scenario).best_path


def anything(item: Item, dice: random.Random) -> Any:
    """A valid answer by chance."""
    exercise = item.exercise
    if isinstance(exercise, Choice):
        ids = [option.id for option in exercise.options]
        return dice.sample(ids, 1 if exercise.select == "one" else dice.randint(1, len(ids)))
    if isinstance(exercise, Sort):
        headings = [heading.id for heading in exercise.headings]
        return {one.id: dice.choice(headings) for one in exercise.items}
    if isinstance(exercise, Rank):
        return dice.sample([one.id for one in exercise.items], len(exercise.items))
    if isinstance(exercise, Number):
        low = exercise.low if exercise.low is not None else 0.0
        high = exercise.high if exercise.high is not None else max(low, 0.0) + 100.0
        return round(dice.uniform(low, high), exercise.decimals)
    if isinstance(exercise, Dialogue):
        return _walk(exercise, dice)
    assert isinstance(exercise, Reply)
    said = dice.sample(SENTENCES, len(SENTENCES))
    while len(" ".join(said).split()) < exercise.at_least:
        said += SENTENCES
    return " ".join(said)


def _walk(exercise: Dialogue, dice: random.Random) -> list[str]:
    for _ in range(100):
        chosen: list[str] = []
        while len(chosen) < MOST_TURNS:
            prompt = scenarios.play(exercise.scenario, chosen).prompt
            if prompt is None:
                return chosen
            chosen.append(dice.choice(prompt.options).id)
    raise ValueError(f"{exercise.id}: a hundred random conversations came to no end")


def half_attending(item: Item, dice: random.Random) -> Any:
    """Right half the time, else the better of two guesses."""
    if dice.random() < 0.5:
        return right(item)
    one, other = anything(item, dice), anything(item, dice)
    return max((one, other), key=lambda answer: _share(item, answer))


def _share(item: Item, answer: Any) -> float:
    result = check(item, answer)
    return result.share if isinstance(result, Scored) else 0.0
