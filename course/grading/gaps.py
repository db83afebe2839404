"""The gap report: what trainees wrote that no line of a scenario says. For its authors."""

from collections.abc import Iterator

from msgspec import Struct

from course.grading.alike import Alike
from course.grading.marks import TraineeMarks

MOST_SHOWN = 5
"""Texts of a group that are shown."""


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
        self.alike = Alike()
        self.more = 0


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
    number = place.alike.place(text)
    if number is None:
        place.more += 1
        return
    if number == len(place.groups):
        place.groups.append(_Group(text))
    place.groups[number].add(text, trainee)
