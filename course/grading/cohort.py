"""All that was handed in, graded."""

import statistics
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct

from course.grading import review
from course.grading.assigned import assigned
from course.grading.collect import Joined, RefusedFile, collect, find
from course.grading.items import ItemReport, items
from course.grading.mark import Reviews, mark
from course.grading.marks import Remark, TraineeMarks
from course.grading.returns import ReturnReport, returns
from course.lessons import Course


class Cohort(Struct, frozen=True, kw_only=True):
    """The marks of everyone, the exercises as the cohort found them, and what was refused."""

    trainees: tuple[TraineeMarks, ...]
    items: tuple[ItemReport, ...]
    returns: tuple[ReturnReport, ...]
    refused: tuple[RefusedFile, ...]
    lessons: tuple[str, ...] = ()
    """Ids of the lessons that were assigned: the marks are made over the core of these."""
    remarks: tuple[str, ...] = ()
    """What is to be said about the reviews that were read in."""

    @property
    def something_refused(self) -> bool:
        """Whether a file, or something inside one, could not be graded."""
        inside = (remark.refused for one in self.trainees for remark in one.remarks)
        return bool(self.refused) or any(inside)

    @property
    def marks(self) -> list[float]:
        """Every trainee's mark, 0 to 100, where there is one."""
        return [one.mark for one in self.trainees if one.mark is not None]

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


def cohort(
    course: Course,
    paths: Iterable[Path],
    *,
    reviews: bytes | None = None,
    leave_out: Iterable[Path] = (),
    lessons: Iterable[str] | None = None,
) -> Cohort:
    """Grades every submission under `paths`; what cannot be read is named, the rest is graded.

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
    made_over = assigned(course, lessons)
    joined, refused = collect(find(paths, leave_out))
    trainees = [_one(course, one, {}, made_over) for one in joined]
    said: list[str] = []
    if reviews is not None:
        given, said = review.read_reviews(reviews, trainees)
        done = {trainee for trainee, _, _ in given}
        trainees = [
            _one(course, one, given, made_over) if before.trainee in done else before
            for one, before in zip(joined, trainees, strict=True)
        ]
    trainees.sort(key=lambda one: (one.name.casefold(), one.trainee))
    return Cohort(
        trainees=tuple(trainees),
        items=tuple(items(trainees)),
        returns=tuple(returns(trainees)),
        refused=tuple(refused),
        lessons=made_over,
        remarks=tuple(said),
    )


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
