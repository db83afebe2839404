"""The conversations of a course that can be had for practice, by the names of their exercises."""

from collections.abc import Mapping

from course.exercises import kind
from course.lessons.load import Course, Lesson
from course.scenarios import Scenario


class Conversations:
    """Says which there are, and reads one when it is asked for.

    What is assessed is left out: nobody should have met it before.
    """

    def __init__(self, course: Course) -> None:
        self._lessons: Mapping[str, Lesson] = {
            name: lesson
            for lesson in course.lessons.values()
            for name in lesson
            # Most exercises have none, so that they need not be parsed.
            if lesson.mentions(name, "scenario")
            and (seen := lesson.glance(name)).mode == "practice"
            and kind(seen.kind).scenario is not None
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Ids of the exercises, in the order of the course."""
        return tuple(self._lessons)

    def __call__(self, name: str) -> Scenario:
        """The conversation of an exercise, with the person who is written.

        Raises:
            ContentError: where it cannot be read.
        """
        item = self._lessons[name][name]
        assert item.kind.scenario is not None
        return item.kind.scenario(item.exercise, item.key)
