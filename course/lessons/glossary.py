"""All that customers may say in an exercise, for the glossary of their sayings."""

from collections.abc import Iterator

from course.exercises import Item


def said(item: Item) -> Iterator[str]:
    """All that customers may say in an exercise."""
    if item.kind.scenario is not None:
        scenario = item.exercise.scenario
        for moment in scenario.moments:
            yield from (line.text for line in (*moment.says, *moment.unplaced))
            yield from (line.text for choice in moment.choices for line in choice.reply)
        yield from (line.text for ending in scenario.endings for line in ending.says)
    yield getattr(item.exercise, "says", "")
