"""The exercises of a cohort on the page."""

from pathlib import Path
from typing import ClassVar

import msgspec

from course.desk.items.shown import CohortView, ItemFilters, view
from course.desk.source import styles, tool
from course.grading import Answered
from course.grading.items import ANSWERED, decode, made_up
from course.lessons import Course
from course.page.answering import Answering
from course.page.messages import Done, Hears

MADE_UP = (
    "These are {many} simulated learners, so that you can see what you will get. For your own: "
    "course start --instructor RESULTS."
)
YOURS = "What {many} trainees handed in, from {name}. Nobody is named here."


class NoResults(ValueError):
    """A folder that holds no results of grading; the message says what to do."""


class CohortItems(Answering):
    """The exercises of a cohort: which to look at, and what stands behind each figure.

    Args:
        course: The content with its keys.
        results: A folder that `course grade` wrote; None for a simulated cohort.

    Raises:
        NoResults: where the folder holds none.
    """

    hears: ClassVar[Hears] = {"ping": None, "show": ItemFilters}

    def __init__(self, course: Course, results: Path | None = None) -> None:
        self._made_up = results is None
        self._titles = {one.id: one.title for one in course.lessons.values()}
        self.answered = made_up(course) if results is None else answered_in(results)
        many = self.answered.trainees
        self._source = (
            MADE_UP.format(many=many)
            if results is None
            else YOURS.format(many=many, name=results.name)
        )
        super().__init__(tool("items"), self._look(ItemFilters()), css=styles())

    def __repr__(self) -> str:
        whose = "simulated " if self._made_up else ""
        return f"<CohortItems: {self.answered.trainees} {whose}trainees>"

    def _look(self, filters: ItemFilters) -> CohortView:
        return view(self.answered, self._source, self._titles, filters)

    def _on_show(self, filters: ItemFilters) -> Done:
        return self._show(self._look(filters))


def answered_in(results: Path) -> Answered:
    """What a folder of results says was answered.

    Raises:
        NoResults: where it holds no such file, or one of another version of the course.
    """
    path = results / ANSWERED
    try:
        return decode(path.read_bytes())
    except FileNotFoundError:
        raise NoResults(
            f"There is no {ANSWERED} in {results}. Make it: course grade SUBMISSIONS --out "
            f"{results}"
        ) from None
    except msgspec.MsgspecError as error:
        raise NoResults(
            f"{path} cannot be used ({error}). Grade again with this version of the course."
        ) from None
