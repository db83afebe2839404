"""The gap report: what trainees wrote that no line of a scenario says. For its authors."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from course.grading.marks import TraineeMarks
from course.language.nearness import FAINT, unit
from course.language.words import LITTLE, stem, words

ALIKE = 0.5
"""Likeness, from 0 to 1, from which on two texts are counted as one."""
MOST_GROUPS = 100
"""Of one moment, so many groups are told apart; the rest is counted."""
MOST_SHOWN = 5
"""Texts of a group that are shown."""

Weights = Mapping[str, float]


class Gap(Struct, frozen=True, kw_only=True):
    """Texts that say much the same at one moment, where no line says it. Nobody is named."""

    exercise: str
    title: str
    moment: str
    said: str
    """What the customer had said."""
    texts: tuple[str, ...]
    """Some of them, the first one first; empty for all that was too much to tell apart."""
    times: int
    trainees: int
    """So many trainees wrote it; 0 where they were not told apart."""


class _Group:
    def __init__(self, text: str) -> None:
        self.texts = [text]
        self.times = self.trainees = 0
        self.last = ""

    def add(self, text: str, trainee: str) -> None:
        self.times += 1
        self.trainees += self.last != trainee
        self.last = trainee
        if text not in self.texts and len(self.texts) < MOST_SHOWN:
            self.texts.append(text)


class _Place:
    def __init__(self, said: str) -> None:
        self.said = said
        self.groups: list[_Group] = []
        self.by_word: dict[str, list[tuple[_Group, float]]] = {}
        """For each word, the groups whose first text has it, and its share there."""
        self.more = 0

    def nearest(self, mine: Weights) -> _Group | None:
        """The group whose first text is most like these words, if any is like enough."""
        alike: dict[_Group, float] = {}
        for word, weight in mine.items():
            for one, other in self.by_word.get(word, ()):
                alike[one] = alike.get(one, 0.0) + weight * other
        near = max(alike, key=lambda one: alike[one], default=None)
        return near if near and alike[near] >= ALIKE else None

    def begin(self, text: str, mine: Weights) -> _Group:
        """A group of its own, for the texts that are like this one."""
        one = _Group(text)
        self.groups.append(one)
        for word, weight in mine.items():
            self.by_word.setdefault(word, []).append((one, weight))
        return one


class GapTally:
    """What could not be placed, gathered one trainee at a time."""

    def __init__(self) -> None:
        self._places: dict[tuple[str, str], _Place] = {}
        self._titles: dict[str, str] = {}

    def add(self, trainee: TraineeMarks) -> None:
        """Takes in one trainee."""
        if not self._titles:
            self._titles = {one.id: one.title for one in trainee.exercises}
        for exercise in trainee.exercises:
            for one in exercise.unplaced:
                place = self._places.setdefault((exercise.id, one.moment), _Place(one.said))
                _put(place, one.words, trainee.trainee)

    def gaps(self) -> Iterator[Gap]:
        """Exercise by exercise in the order of the course, what was written oftenest first."""
        order = {name: at for at, name in enumerate(self._titles)}
        for (exercise, moment), place in sorted(
            self._places.items(), key=lambda pair: order.get(pair[0][0], -1)
        ):
            for one in sorted(place.groups, key=lambda one: (-one.trainees, -one.times)):
                yield Gap(
                    exercise=exercise,
                    title=self._titles.get(exercise, exercise),
                    moment=moment,
                    said=place.said,
                    texts=tuple(one.texts),
                    times=one.times,
                    trainees=one.trainees,
                )
            if place.more:
                yield Gap(exercise=exercise, title=self._titles.get(exercise, exercise),
                          moment=moment, said=place.said, texts=(), times=place.more,
                          trainees=0)  # fmt: skip


def _put(place: _Place, text: str, trainee: str) -> None:
    mine = unit(weights(text))
    near = place.nearest(mine)
    if near is None:
        if len(place.groups) >= MOST_GROUPS:
            place.more += 1
            return
        near = place.begin(text, mine)
    near.add(text, trainee)


def weights(text: str) -> dict[str, float]:
    """The words of a text by their stems; those that stand in any line weigh little.

    >>> from course.language.nearness import cosine
    >>> cosine(weights("Could you send me a photo?"), weights("Can you send photos?")) > ALIKE
    True
    >>> cosine(weights("Could you send me a photo?"), weights("I'm sorry.")) < ALIKE
    True
    """
    found: dict[str, float] = {}
    for one in words(text):
        weight = FAINT if one.text in LITTLE else 1.0
        found[stem(one.text)] = max(weight, found.get(stem(one.text), 0.0))
    # Marks without a word are like the same marks and nothing else.
    return found or {text.strip(): 1.0}
