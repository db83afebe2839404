"""What an agent sees on the screen says nothing that the house rules beside it say."""

import re

from tests.shipped import load_course

RUN = 5
"""So many words in the same order are the same sentence again."""


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[\w£]+", text.lower())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def test_a_house_rule_is_said_once() -> None:
    talks = [
        item.exercise.scenario
        for lesson in load_course().lessons.values()
        for item in lesson.values()
        if item.kind.name == "dialogue"
    ]
    assert len(talks) > 4
    twice = []
    for one in talks:
        rules = [rule.text for rule in one.rules if rule.id in one.cites]
        said = [*one.agent_sees, *rules]
        known: set[tuple[str, ...]] = set()
        for text in said:
            if known & runs(text):
                twice.append((one.id, text))
            known |= runs(text)
    assert twice == []
