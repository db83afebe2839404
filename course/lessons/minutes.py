"""How many minutes a station takes a careful reader: a simulation, and no clock.

The reader reads every sentence that the page shows at 150 words a minute, as somebody does who
reads English as a second language. They think over each answer, write each reply, and play each
conversation twice: once badly, once well.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from course import scenarios
from course.exercises import Item, specimens
from course.exercises.dialogue import keyed
from course.lessons.page import Prose, Shown, Station

WORDS_A_MINUTE = 150
THINKING = {"choice": 20, "sort": 7, "rank": 7, "number": 150, "reply": 30, "dialogue": 12}
"""Seconds: for an answer, for each item of a sort or a rank, for each line of a conversation."""
OTHERWISE = 30
"""Seconds for an answer of a kind that is not listed."""
WRITTEN_A_MINUTE = 20
"""Words of one's own."""
READ_AFTERWARDS = 0.8
"""The part of what a key explains that somebody reads who has answered."""
TOOLS = {"bench": 5.0, "dashboard": 5.0, "how-many-to-ask": 5.0}
"""Minutes with each."""


def of_station(station: Station, items: Mapping[str, Item]) -> float:
    """What one station takes, in minutes.

    Args:
        station: The station.
        items: Exercises by their ids; a lesson is such a mapping.

    Raises:
        KeyError: where an exercise of the station is not among them.

    >>> from course.lessons.page import parse
    >>> page, _ = parse("# Hear\\n\\n## Say\\n\\n" + "A word. " * 150 + "\\n\\n@bench")
    >>> round(of_station(page.stations[1], {}), 1)
    7.0
    """
    return sum(_part(one, items) for one in station.parts)


def _part(part: Prose | Shown, items: Mapping[str, Item]) -> float:
    if isinstance(part, Prose):
        return _words(part.text) / WORDS_A_MINUTE
    if part.command == "exercise":
        return of_exercise(items[part.name])
    return TOOLS.get(part.command, 0.0) + _words(part.listed) / WORDS_A_MINUTE


def of_exercise(item: Item) -> float:
    """What one exercise takes, in minutes, with what is read after the answers."""
    exercise, name = item.exercise, item.kind.name
    if name == "dialogue":
        return _talks(item)
    shown = _words(_plain(exercise)) + _words(_plain(item.key)) * READ_AFTERWARDS
    thought: float = THINKING.get(name, OTHERWISE)
    if name in ("sort", "rank"):
        thought *= len(exercise.items)
    if name == "reply":
        thought += 60 * _words(item.key.model) / WRITTEN_A_MINUTE
    return shown / WORDS_A_MINUTE + thought / 60


def _talks(item: Item) -> float:
    """A poor play and the best one: lines heard, lines to choose from, and both debriefs."""
    whole = keyed(item.exercise, item.key)
    plays = [one.answer for one in specimens(item) if one.result == "scored"]
    total = _words([whole.brief, list(whole.agent_sees), item.exercise.prompt])
    lines = 0
    for answer in (plays[-1], plays[0]):
        for said in range(len(answer) + 1):
            now = scenarios.play(whole, answer[:said])
            if now.prompt:
                total += _words([now.prompt.said, now.prompt.scene])
                total += sum(_words(one.text) for one in now.prompt.options)
                lines += 1
            else:
                back = scenarios.debrief(whole, now)
                total += _words(now.closing) + _words(_plain(back.roads))
                total += _words(back.survey.comment)
                total += sum(_words(one.reason) for one in back.handling.criteria)
    return total / WORDS_A_MINUTE + THINKING["dialogue"] * lines / 60


def _words(thing: Any) -> int:
    """Words in everything that is text; one word alone is an id and counts nothing."""
    if isinstance(thing, str):
        return len(thing.split()) if " " in thing else 0
    if isinstance(thing, dict):
        return sum(map(_words, thing.values()))
    return sum(map(_words, thing)) if isinstance(thing, list | tuple) else 0


def _plain(thing: Any) -> Any:
    return msgspec.to_builtins(thing)
