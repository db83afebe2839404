"""The small course in stations, and the clock of somebody who takes it over some days."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from course.lessons import Course

SMALL = Path(__file__).parent / "fixtures" / "course"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SHELF = """## What the shelf says

@minutes 3

Nothing is asked here.

"""
"""A station that is met by whoever opens it."""
PAGES = {
    "first": """# Hear them: before you solve it

@summary One lesson of the small course.

It is nine in the morning.

## Hear her

@minutes 8

@exercise pick-one

@exercise pick-several

## What the shelf says

@minutes 3

Nothing is asked here.

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


def small_course(content: Path, *, shelf: bool = False) -> Course:
    """The exercises of the small course, over two lessons, in stations.

    Args:
        content: The folder to make it in.
        shelf: Whether there is also a station in which nothing is asked.
    """
    shutil.copytree(SMALL, content)
    shutil.copytree(content / "first", content / "second")
    for lesson, page in PAGES.items():
        text = page if shelf else page.replace(SHELF, "")
        (content / lesson / "page.md").write_text(text, encoding="utf-8")
    (content / "order.yaml").write_text("- first\n- second\n", encoding="utf-8")
    return Course(content, content)


class Clock:
    """A second passes whenever somebody looks at it; `now` can be set."""

    def __init__(self) -> None:
        self.now = MONDAY

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def goes_to(self, day: int, hour: int = 9, minute: int = 0) -> datetime:
        """So many days after Monday."""
        self.now = MONDAY.replace(hour=hour, minute=minute) + timedelta(days=day)
        return self.now
