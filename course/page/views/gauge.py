"""How a customer feels, as a word and a step from 1 to 5."""

from course.page.views.base import View
from course.scenarios import MOODS, mood_word


def gauge(points: float) -> View:
    """The word for a mood of 0 to 100 points and its step, 1 furious to 5 glad.

    >>> gauge(38)
    {'word': 'upset', 'step': 2, 'points': 38}
    """
    word = mood_word(points)
    return {"word": word, "step": MOODS.index(word) + 1, "points": round(points)}
