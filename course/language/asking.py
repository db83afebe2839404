"""What the questions of a sentence show: that something was asked, and how."""

from collections.abc import Iterator
from typing import NamedTuple

from course.language.questions import Question, Way, questions


class Shown(NamedTuple):
    """One thing that was seen: what, why, how surely, and where in the sentence."""

    move: str
    why: str
    certainty: str
    start: int
    end: int
    way: int = 0
    """Which way of asking it was."""


_WHY: dict[Way, tuple[str, str, str]] = {
    "open": ("clarify", "It asks an open question.", "found"),
    "closed": ("clarify", "It asks a question that yes or no can answer.", "found"),
    "request": ("clarify", "It asks for something that is needed.", "found"),
    "offer": ("clarify", "It asks which of these the customer wants.", "maybe"),
    "courtesy": ("clarify", "It asks out of courtesy.", "maybe"),
    "leading": ("leading_question", "The question already holds its answer.", "maybe"),
    "accusing": ("blame", "It is put as a question, and may be heard as a charge.", "maybe"),
}
_MANY = ("no", "one", "two", "three", "four", "five", "six")


def asking(sentence: str) -> Iterator[Shown]:
    """What the questions of a sentence show.

    >>> [(one.move, one.why) for one in asking("So which door was it?")]
    [('clarify', 'It asks an open question.')]
    """
    asked = questions(sentence)
    for way in dict.fromkeys(one.way for one in asked):
        move, why, certainty = _WHY[way]
        first = next(one for one in asked if one.way == way)
        number = 10 + list(_WHY).index(way)
        yield Shown(move, why, certainty, first.start, first.end, number)
        if way == "leading":
            yield Shown("clarify", why, "maybe", first.start, first.end, number)
    yield from _stacked(asked)


def at_once(questions: int) -> str:
    """What is said of so many questions in a row.

    >>> at_once(2)
    'It asks two questions at once. People often answer only one.'
    """
    many = _MANY[questions] if questions < len(_MANY) else "many"
    return f"It asks {many} questions at once. People often answer only one."


def _stacked(asked: list[Question]) -> Iterator[Shown]:
    real = [one for one in asked if one.way in ("open", "closed", "request", "leading")]
    if len(real) > 1:
        yield Shown(
            "stacked_questions",
            at_once(len(real)),
            "maybe",
            real[0].start,
            real[-1].end,
        )
