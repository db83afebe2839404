"""What trainees said about the course itself: of each lesson, and of each exercise."""

from collections.abc import Iterator

from msgspec import Struct

from course.grading.marks import TraineeMarks


class LessonOpinion(Struct, frozen=True, kw_only=True):
    """One lesson, as those who took it found it. Nobody is named."""

    lesson: str
    ratings: tuple[int, ...]
    """The last rating of each trainee who gave one, from 1 to 5."""
    blank: int
    """Trainees who answered something in the lesson and gave no rating."""
    helped: tuple[str, ...]
    wrong: tuple[str, ...]


class WrongHere(Struct, frozen=True, kw_only=True):
    """What was said to be wrong in one exercise."""

    exercise: str
    title: str
    lesson: str
    texts: tuple[str, ...]


class OpinionTally:
    """What was said, gathered one trainee at a time."""

    def __init__(self) -> None:
        self._ratings: dict[str, list[int]] = {}
        self._blank: dict[str, int] = {}
        self._helped: dict[str, list[str]] = {}
        self._wrong: dict[str, list[str]] = {}
        self._there: dict[str, list[str]] = {}
        self._titles: dict[str, tuple[str, str]] = {}

    def add(self, trainee: TraineeMarks) -> None:
        """Takes in one trainee; of each lesson, what they said last counts."""
        if not self._titles:
            self._titles = {one.id: (one.title, one.lesson) for one in trainee.exercises}
        rated: dict[str, tuple[int, str]] = {}
        wrong: dict[str, str] = {}
        for one in trainee.said:
            if one.exercise:
                self._note(self._there, one.exercise, one.text)
            elif one.question == "what-is-wrong":
                wrong[one.lesson] = one.text
            elif one.rating is not None:
                rated[one.lesson] = (one.rating, one.text)
        for lesson, (rating, helped) in rated.items():
            self._ratings.setdefault(lesson, []).append(rating)
            self._note(self._helped, lesson, helped)
        for lesson, text in wrong.items():
            self._note(self._wrong, lesson, text)
        for lesson in {one.lesson for one in trainee.exercises if one.attempts} - rated.keys():
            self._blank[lesson] = self._blank.get(lesson, 0) + 1

    def lessons(self) -> Iterator[LessonOpinion]:
        """Each lesson of which something was said, in the order of the course."""
        said = self._ratings.keys() | self._wrong.keys()
        for lesson in dict.fromkeys(lesson for _, lesson in self._titles.values()):
            if lesson in said:
                yield LessonOpinion(
                    lesson=lesson,
                    ratings=tuple(self._ratings.get(lesson, ())),
                    blank=self._blank.get(lesson, 0),
                    helped=tuple(self._helped.get(lesson, ())),
                    wrong=tuple(self._wrong.get(lesson, ())),
                )

    def exercises(self) -> Iterator[WrongHere]:
        """Each exercise in which something was said to be wrong, in the order of the course."""
        for name, (title, lesson) in self._titles.items():
            if name in self._there:
                texts = tuple(self._there[name])
                yield WrongHere(exercise=name, title=title, lesson=lesson, texts=texts)

    @staticmethod
    def _note(where: dict[str, list[str]], name: str, text: str) -> None:
        if text.strip() and text not in where.setdefault(name, []):
            where[name].append(text)
