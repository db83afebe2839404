"""How a customer feels, as a word and a step from 1 to 5."""

from course.page.messages import Message
from course.scenarios import MOODS, mood_word


class Gauge(Message, frozen=True):
    """A mood to draw."""

    word: str
    step: int
    """1 furious to 5 glad."""
    points: int


def gauge(points: float) -> Gauge:
    """The word for a mood of 0 to 100 points and its step, 1 furious to 5 glad.

    >>> gauge(38)
    Gauge(word='upset', step=2, points=38)
    """
    word = mood_word(points)
    return Gauge(word, MOODS.index(word) + 1, round(points))
