"""All that was handed in, graded."""

import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from course.grading import review
from course.grading.assigned import assigned
from course.grading.collect import HandedIn, Joined, RefusedFile, by_trainee, collect, find
from course.grading.gaps import Gap, GapTally
from course.grading.items import ItemReport, ItemTally
from course.grading.mark import Reviews, mark
from course.grading.marks import Remark, Standing, TraineeMarks, standing
from course.grading.opinions import LessonOpinion, OpinionTally, WrongHere
from course.grading.returns import ReturnReport, ReturnTally
from course.lessons import Course


class Summary(Struct, frozen=True, kw_only=True):
    """How everyone stands, the exercises as the cohort found them, and what was refused."""

    standings: tuple[Standing, ...]
    """By name."""
    items: tuple[ItemReport, ...]
    returns: tuple[ReturnReport, ...]
    refused: tuple[RefusedFile, ...]
    lessons: tuple[str, ...] = ()
    """Ids of the lessons that were assigned: the marks are made over the core of these."""
    remarks: tuple[str, ...] = ()
    """What is to be said about the reviews that were read in."""
    opinions: tuple[LessonOpinion, ...] = ()
    """What trainees said of each lesson of which anybody said something."""
    wrong: tuple[WrongHere, ...] = ()
    """What was said to be wrong, by exercise."""
    gaps: tuple[Gap, ...] = ()
    """What trainees wrote that no line says, by exercise and moment."""

    @property
    def something_refused(self) -> bool:
        """Whether a file, or something inside one, could not be graded."""
        inside = (remark.refused for one in self.standings for remark in one.remarks)
        return bool(self.refused) or any(inside)

    @property
    def marks(self) -> list[float]:
        """Every trainee's mark, 0 to 100, where there is one."""
        return [one.mark for one in self.standings if one.mark is not None]

    @property
    def mean(self) -> float | None:
        """The mean mark."""
        return statistics.fmean(self.marks) if self.marks else None

    @property
    def median(self) -> float | None:
        """The middle mark."""
        return statistics.median(self.marks) if self.marks else None

    @property
    def distribution(self) -> list[tuple[str, int]]:
        """How many marks lie in each ten; 100 belongs to the last."""
        counts = [0] * 10
        for one in self.marks:
            counts[min(int(one // 10), 9)] += 1
        return [(f"{10 * n} to {10 * n + 10}", count) for n, count in enumerate(counts)]


class Cohort(Summary, frozen=True, kw_only=True):
    """The same with all that was found out about everyone."""

    trainees: tuple[TraineeMarks, ...]


class Grading:
    """Grades every submission under `paths`, one trainee after another, by name.

    Iterating gives the marks of each and lets go of them; `summary` then has what is left of all.
    What cannot be read is named, the rest is graded.

    Args:
        course: The content with its keys.
        paths: Submissions, or folders of them.
        reviews: The bytes of a `review.csv` that an instructor has filled in.
        leave_out: Files and folders not to look at: where the results go.
        lessons: Ids of the lessons that were assigned; None for all.

    Raises:
        BadReviews: where the reviews cannot be used.
        ContentError: where the course itself cannot be read.
        UnknownLesson: where a lesson is named that is not in the course.
    """

    def __init__(
        self,
        course: Course,
        paths: Iterable[Path],
        *,
        reviews: bytes | None = None,
        leave_out: Iterable[Path] = (),
        lessons: Iterable[str] | None = None,
    ) -> None:
        self.course, self.lessons = course, assigned(course, lessons)
        found = find(paths, leave_out)
        self._place = {shown: place for place, (shown, _) in enumerate(found)}
        self._handed_in, self._refused = by_trainee(found)
        self._standings: list[Standing] = []
        self._said: dict[Remark, Remark] = {}
        self._items, self._returns = ItemTally(), ReturnTally()
        self._opinions, self._gaps = OpinionTally(), GapTally()
        self._given: Reviews = {}
        self._remarks: list[str] = []
        if reviews is not None:
            named = review.trainees(reviews)
            asked = (one for one in self._handed_in if one.trainee in named)
            marked = (one for files in asked for one in self._marked(files, []))
            self._given, self._remarks = review.read_reviews(reviews, marked)

    def __iter__(self) -> Iterator[TraineeMarks]:
        for files in self._handed_in:
            for one in self._marked(files, self._refused):
                # What is said of thousands is kept once.
                said = tuple(self._said.setdefault(remark, remark) for remark in one.remarks)
                self._standings.append(msgspec.structs.replace(standing(one), remarks=said))
                self._items.add(one)
                self._returns.add(one)
                self._opinions.add(one)
                self._gaps.add(one)
                yield one

    def _marked(self, files: HandedIn, refused: list[RefusedFile]) -> Iterator[TraineeMarks]:
        joined, unread = collect(files.files)
        refused += unread
        for one in joined:
            yield _one(self.course, one, self._given, self.lessons)

    def summary(self) -> Summary:
        """What is left of all that were given out so far."""
        return Summary(
            standings=tuple(self._standings),
            items=tuple(self._items.reports()),
            returns=tuple(self._returns.reports()),
            refused=tuple(sorted(self._refused, key=lambda one: self._place[one.file])),
            lessons=self.lessons,
            remarks=tuple(self._remarks),
            opinions=tuple(self._opinions.lessons()),
            wrong=tuple(self._opinions.exercises()),
            gaps=tuple(self._gaps.gaps()),
        )


def cohort(
    course: Course,
    paths: Iterable[Path],
    *,
    reviews: bytes | None = None,
    leave_out: Iterable[Path] = (),
    lessons: Iterable[str] | None = None,
) -> Cohort:
    """Everything that `Grading` finds out, kept. For cohorts of a size that can be held.

    Raises:
        BadReviews, ContentError, UnknownLesson: as there.
    """
    grading = Grading(course, paths, reviews=reviews, leave_out=leave_out, lessons=lessons)
    trainees = tuple(grading)
    return Cohort(trainees=trainees, **msgspec.structs.asdict(grading.summary()))


def _one(
    course: Course, joined: Joined, reviews: Reviews, lessons: tuple[str, ...]
) -> TraineeMarks:
    marked = mark(course, joined.submission, reviews, lessons)
    return msgspec.structs.replace(
        marked, files=joined.files, remarks=(*_about_files(joined), *marked.remarks)
    )


def _about_files(joined: Joined) -> list[Remark]:
    said: list[Remark] = []
    if len(joined.files) > 1:
        listed = ", ".join(joined.files)
        said.append(
            Remark(text=f"Handed in {len(joined.files)} times and joined into one: {listed}.")
        )
    if len(joined.names) > 1:
        said.append(
            Remark(
                text=f"One trainee id under different names: {', '.join(joined.names)}. If two "
                "people have shared a folder, ask each for a file from a folder of their own."
            )
        )
    return said
