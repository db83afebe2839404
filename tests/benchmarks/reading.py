"""How many minutes each lesson takes a careful reader: a simulation, printed beside `minutes`.

Run ``python tests/benchmarks/reading.py``. The reader reads every sentence that the page shows at
150 words a minute, as somebody does who reads English as a second language. They think over each
answer, write each reply, and play each conversation twice: once badly, once well.
"""

from __future__ import annotations

from typing import Any

from course import scenarios
from course.exercises import Item, specimens
from course.exercises.dialogue import keyed
from course.lessons import load_course
from course.lessons.load import Lesson
from course.lessons.page import Prose, shown

WORDS_A_MINUTE = 150
THINKING = {"choice": 20, "sort": 7, "rank": 7, "number": 150, "reply": 30, "dialogue": 12}
"""Seconds: for an answer, for each item of a sort or a rank, for each line of a conversation."""
WRITTEN_A_MINUTE = 20
"""Words of one's own."""
TOOL = 300
"""Seconds with a bench, a dashboard or a slider."""


def words(thing: Any) -> int:
    """Words in everything that is text, ids left out."""
    if isinstance(thing, str):
        return len(thing.split()) if " " in thing else 0
    if isinstance(thing, dict):
        return sum(map(words, thing.values()))
    return sum(map(words, thing)) if isinstance(thing, list | tuple) else 0


def seconds(item: Item) -> float:
    """How long one exercise takes, with what is read after the answers."""
    exercise, name = item.exercise, item.kind.name
    if name == "dialogue":
        return _talks(item)
    shown = words(_plain(exercise)) + words(_plain(item.key)) * 0.8
    thought: float = THINKING.get(name, 30)
    if name in ("sort", "rank"):
        thought *= len(exercise.items)
    if name == "reply":
        thought += 60 * words(item.key.model) / WRITTEN_A_MINUTE
    return 60 * shown / WORDS_A_MINUTE + thought


def _talks(item: Item) -> float:
    """A poor play and the best one: lines heard, lines to choose from, and both debriefs."""
    whole = keyed(item.exercise, item.key)
    plays = [one.answer for one in specimens(item) if one.result == "scored"]
    total = words([whole.brief, list(whole.agent_sees), item.exercise.prompt])
    lines = 0
    for answer in (plays[-1], plays[0]):
        for said in range(len(answer) + 1):
            now = scenarios.play(whole, answer[:said])
            if now.prompt:
                total += words([now.prompt.said, now.prompt.scene])
                total += sum(words(one.text) for one in now.prompt.options)
                lines += 1
            else:
                back = scenarios.debrief(whole, now)
                total += words(now.closing) + words(_plain(back.roads)) + words(back.survey.comment)
                total += sum(words(one.reason) for one in back.handling.criteria)
    return 60 * total / WORDS_A_MINUTE + THINKING["dialogue"] * lines


def _plain(thing: Any) -> Any:
    import msgspec

    return msgspec.to_builtins(thing)


def minutes(lesson: Lesson) -> dict[str, float]:
    """Minutes by what is done, for one lesson."""
    parts = lesson.page.parts
    text = sum(words(part.text) for part in parts if isinstance(part, Prose))
    tools = sum(one.command in ("bench", "dashboard", "how-many-to-ask") for one in shown(parts))
    made = {"page": text / WORDS_A_MINUTE, "tools": tools * TOOL / 60}
    for item in lesson.values():
        kind = item.kind.name
        made[kind] = made.get(kind, 0.0) + seconds(item) / 60
    return made


def main() -> None:
    course = load_course()
    for lesson in course.lessons.values():
        made = minutes(lesson)
        parts = ", ".join(f"{name} {value:.0f}" for name, value in made.items() if value >= 0.5)
        print(f"{lesson.id}: {sum(made.values()):.0f} minutes ({parts}); "
              f"the page says {lesson.page.minutes}")  # fmt: skip


if __name__ == "__main__":
    main()
