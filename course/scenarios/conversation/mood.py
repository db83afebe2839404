"""Words for a mood, and the order they stand in."""

from typing import get_args

from course.scenarios.definition import MoodWord

MOODS: tuple[MoodWord, ...] = get_args(MoodWord)
"""From worst to best."""


def mood_word(points: float) -> MoodWord:
    """The word for a mood of 0 to 100 points: a new one begins at 20, 40, 60 and 80.

    >>> [mood_word(points) for points in (0, 19.99, 20, 59, 60, 100)]
    ['furious', 'furious', 'upset', 'unsure', 'settling', 'glad']
    """
    return MOODS[min(max(int(points // 20), 0), 4)]


def at_worst(points: float, word: MoodWord) -> bool:
    """Is the mood this one or a worse one?

    >>> at_worst(35, "upset"), at_worst(45, "upset")
    (True, False)
    """
    return MOODS.index(mood_word(points)) <= MOODS.index(word)
