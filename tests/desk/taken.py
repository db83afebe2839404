"""Somebody who takes the small course over some days."""

from pathlib import Path

from course.answers import Session, open_session
from course.lessons import Course
from tests.stations import Clock


class Taken:
    """A trainee, the clock of their course, and their folder."""

    def __init__(self, course: Course, folder: Path) -> None:
        self.course, self.folder, self.clock = course, folder, Clock()
        self.session: Session = open_session(course, folder, self.clock)

    def answers(self, **answers: object) -> "Taken":
        """Answers exercises; `pick_one` is the exercise `pick-one`."""
        for name, answer in answers.items():
            self.session.answer(name.replace("_", "-"), answer)
        return self
