"""Somebody who takes the small course over some days."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from course.answers import Session, open_session
from course.lessons import Course

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PAGES = {
    "first": """# Hear them: before you solve it

@summary One lesson of the small course.

## Hear her

@minutes 8

@exercise pick-one

@exercise pick-several

## Put it in order

@minutes 12

@exercise tag-lines

@exercise in-order

@exercise broken-mug

## Count it

@minutes 9

@more-practice

@exercise how-many

@exercise drawn-share
""",
    "second": """# A second lesson

@summary The other lesson of the small course.

## In your words

@minutes 10

@exercise in-your-words
""",
}


def small_course(content: Path) -> Course:
    """The exercises of the small course, over two lessons, in stations."""
    shutil.copytree(SMALL, content)
    shutil.copytree(content / "first", content / "second")
    for lesson, page in PAGES.items():
        (content / lesson / "page.md").write_text(page, encoding="utf-8")
    (content / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    return Course(content, content)


class Clock:
    """A second passes whenever somebody looks at it."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def goes_to(self, day: int) -> None:
        """So many days after Monday, at nine."""
        self.now = MONDAY + timedelta(days=day)


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
