"""How many minutes a station takes a careful reader: a simulation, and no clock.

The reader reads every sentence that the page shows at 150 words a minute, as somebody does who
reads English as a second language. They think over each answer, write each reply, and play each
conversation twice: once badly, once well.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from course.exercises import Item, specimens
from course.kept import kept
from course.lessons.page import Prose, Shown, Station
from course.scenarios import Scenario, debrief, play

WORDS_A_MINUTE = 150
WRITTEN_A_MINUTE = 20
"""Words of one's own."""
READ_AFTERWARDS = 0.8
"""The part of what a key explains that somebody reads who has answered."""
TOOLS = {"bench": 5.0, "dashboard": 5.0, "how-many-to-ask": 5.0, "shift": 40.0,
         "what-if": 5.0}  # fmt: skip
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


@kept
def of_exercise(item: Item) -> float:
    """What one exercise takes, in minutes, with what is read after the answers."""
    kind, exercise, key = item.kind, item.exercise, item.key
    if kind.scenario is not None:
        return _talks(item, kind.scenario(exercise, key))
    # Lines of the rights card are folded away, as house rules are: few open them.
    shown = replace(exercise, rights=())
    read = _words(_plain(shown)) + _words(_plain(key)) * READ_AFTERWARDS
    written = _words(getattr(key, "model", "")) if kind.reviewed else 0
    return read / WORDS_A_MINUTE + written / WRITTEN_A_MINUTE + kind.thinking(exercise) / 60


def _talks(item: Item, whole: Scenario) -> float:
    """A poor play and the best one: lines heard, lines to choose from, and both debriefs."""
    plays = [one.answer for one in specimens(item) if one.result == "scored"]
    read = _words([whole.brief, list(whole.agent_sees), item.exercise.prompt])
    lines = 0
    for answer in (plays[-1], plays[0]):
        for said in range(len(answer) + 1):
            now = play(whole, answer[:said])
            if now.prompt:
                read += _words([now.prompt.said, now.prompt.scene])
                read += sum(_words(one.text) for one in now.prompt.options)
                lines += 1
            else:
                back = debrief(whole, now)
                read += _words([now.closing, back.survey.comment, _plain(back.roads)])
                read += sum(_words(one.reason) for one in back.handling.criteria)
    return read / WORDS_A_MINUTE + lines * item.kind.thinking(item.exercise) / 60


def _words(thing: Any) -> int:
    """Words in everything that is text; one word alone is an id and counts nothing."""
    if isinstance(thing, str):
        return len(thing.split()) if " " in thing else 0
    if isinstance(thing, dict):
        return sum(map(_words, thing.values()))
    return sum(map(_words, thing)) if isinstance(thing, list | tuple) else 0


def _plain(thing: Any) -> Any:
    return msgspec.to_builtins(thing)
