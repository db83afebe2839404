"""All that was handed in, graded."""

import statistics
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from course.grading import review
from course.grading.assigned import assigned
from course.grading.collect import HandedIn, Joined, by_trainee, claims, collect
from course.grading.days import DayBook, DayMarks
from course.grading.due import lateness
from course.grading.finding import Found
from course.grading.gaps import Gap, GapTally
from course.grading.items import (
    Answered,
    AnsweredTally,
    ItemReport,
    ItemTally,
    Study,
    study,
)
from course.grading.mark import Reviewed, mark
from course.grading.marks import Remark, Standing, TraineeMarks, standing
from course.grading.missed import Missed, MissedTally
from course.grading.opinions import LessonOpinion, OpinionTally, WrongHere
from course.grading.people.log import MarkLog, in_memory
from course.grading.returns import ReturnReport, ReturnTally
from course.grading.roster import Roll, Roster, called, groups_of
from course.grading.zipped import RefusedFile
from course.lessons import Course
from course.progress.abilities import grouped


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
    roll: Roll | None = None
    """Who of the roster handed in; None where there is no roster."""
    gaps: tuple[Gap, ...] = ()
    """What trainees wrote that no line says, by exercise and moment."""
    missed: tuple[Missed, ...] = ()
    """What was missed most on first tries, the weakest first; three objectives at most."""
    answered: Answered = Answered(trainees=0, taken=())
    """What was answered, without names, for item analysis."""
    days: tuple[DayMarks, ...] = ()
    """Everybody's days at the desk, by seed and then by name."""
    days_beside: tuple[DayMarks, ...] = ()
    """The same days as others would have worked them."""
    study: Study | None = None
    """What that says of the exercises; None where nobody handed in."""

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
        paths: Submissions, or folders and zips of them.
        reviews: The bytes of a `review.csv` that an instructor has filled in. It goes into
            the log of marks.
        marks: What people gave replies so far; without it there is only what `reviews` says.
        marker: Whose `reviews` they are.
        leave_out: Files and folders not to look at: where the results go.
        lessons: Ids of the lessons that were assigned; None for all.
        roster: Who should have handed in.
        due: Until when, with its zone.
        together: Whether files that carry one id under different names are one person's.

    Raises:
        BadReviews: where the reviews cannot be used.
        OSError: where the log of marks cannot be written.
        ContentError: where the course itself cannot be read.
        UnknownLesson: where a lesson is named that is not in the course.
    """

    def __init__(
        self,
        course: Course,
        paths: Iterable[Path],
        *,
        reviews: bytes | None = None,
        marks: MarkLog | None = None,
        marker: str = "review.csv",
        leave_out: Iterable[Path] = (),
        lessons: Iterable[str] | None = None,
        roster: Roster | None = None,
        due: datetime | None = None,
        together: bool = False,
    ) -> None:
        self.course, self.lessons = course, assigned(course, lessons)
        self.roster, self._due, self._together = roster, due, together
        # Held, since what lay in a zip is there only as long as this is.
        self._found = Found(paths, leave_out)
        self._handed_in, unread = by_trainee(self._found.files)
        self._refused = [*self._found.refused, *unread]
        self._standings: list[Standing] = []
        self._said: dict[Remark, Remark] = {}
        self._items, self._returns = ItemTally(), ReturnTally()
        self._opinions, self._gaps = OpinionTally(), GapTally()
        objectives = {one.id: one for _, several in grouped(course) for one in several}
        self._missed = MissedTally({one.id: one for one in course.items()}, objectives)
        self._marks = marks or in_memory()
        self._days, self._book = list[DayMarks](), DayBook(course)
        self._answered = AnsweredTally(course, self.lessons)
        self._studied: tuple[int, Study] | None = None
        self._remarks: list[str] = []
        if reviews is not None:
            known = {one.trainee for one in self._handed_in}
            named = review.trainees(reviews, known)
            asked = (one for one in self._handed_in if one.trainee in named)
            marked = (one for files in asked for one in self._marked(files, []))
            given, self._remarks = review.read_reviews(reviews, marked, known)
            self._remarks += self._marks.take_sheet(marker, given)
        self._remarks += self._marks.standings.said

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
                self._missed.add(one)
                self._answered.add(one)
                self._days += one.days
                yield one

    def _marked(self, files: HandedIn, refused: list[RefusedFile]) -> Iterator[TraineeMarks]:
        joined, unread = collect(files.files, together=self._together)
        refused += unread
        for one in sorted(joined, key=lambda one: one.submission.name.casefold()):
            marked = _one(self.course, one, self._marks.standings.reviewed, self.lessons)
            sent = one.submission
            at_desk = tuple(self._book.of(sent.trainee, sent.name, sent.records))
            marked = msgspec.structs.replace(marked, days=at_desk)
            if len(joined) > 1:
                remarks = (Remark(text=claims(joined)), *marked.remarks)
                marked = msgspec.structs.replace(marked, remarks=remarks, claimed=True)
            yield self._timed(marked, one, dict(files.files)) if self._due else marked

    def _timed(self, marked: TraineeMarks, one: Joined, paths: dict[str, Path]) -> TraineeMarks:
        """With a remark where the last of the files came late."""
        assert self._due is not None
        last = one.submission.file
        said = lateness(self._due, last, paths[last], one.submission.made)
        remarks = (*marked.remarks, *([Remark(text=said)] if said else []))
        return msgspec.structs.replace(marked, remarks=remarks)

    def summary(self) -> Summary:
        """What is left of all that were given out so far."""
        roll = called(self.roster, self._standings) if self.roster else None
        answered = self._answered.whole(groups_of(roll) if roll else None)
        return Summary(
            standings=tuple(self._standings),
            items=tuple(self._items.reports()),
            returns=tuple(self._returns.reports()),
            refused=tuple(sorted(self._refused, key=lambda one: one.file)),
            lessons=self.lessons,
            remarks=tuple(self._remarks),
            opinions=tuple(self._opinions.lessons()),
            wrong=tuple(self._opinions.exercises()),
            roll=roll,
            gaps=tuple(self._gaps.gaps()),
            missed=self._missed.most(),
            answered=answered,
            days=tuple(sorted(self._days, key=lambda one: one.seed)),
            days_beside=self._beside(),
            study=self._study(answered) if answered.trainees else None,
        )

    def _beside(self) -> tuple[DayMarks, ...]:
        seeds = sorted({one.seed for one in self._days})
        return tuple(other for seed in seeds for other in self._book.beside(seed))

    def _study(self, answered: Answered) -> Study:
        """What was answered, studied once for as many as there are."""
        if self._studied is None or self._studied[0] != answered.trainees:
            self._studied = answered.trainees, study(answered, zone=None)
        return self._studied[1]


def cohort(
    course: Course,
    paths: Iterable[Path],
    *,
    reviews: bytes | None = None,
    leave_out: Iterable[Path] = (),
    lessons: Iterable[str] | None = None,
    together: bool = False,
) -> Cohort:
    """Everything that `Grading` finds out, kept. For cohorts of a size that can be held.

    Raises:
        BadReviews, ContentError, UnknownLesson: as there.
    """
    grading = Grading(
        course, paths, reviews=reviews, leave_out=leave_out, lessons=lessons, together=together
    )
    trainees = tuple(grading)
    return Cohort(trainees=trainees, **msgspec.structs.asdict(grading.summary()))


def _one(
    course: Course, joined: Joined, reviewed: Reviewed, lessons: tuple[str, ...]
) -> TraineeMarks:
    marked = mark(course, joined.submission, reviewed, lessons)
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
                text=f"One trainee id under different names: {', '.join(joined.names)}. They were "
                "joined into one because you said so."
            )
        )
    return said
