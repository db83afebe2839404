"""How everybody stands: how the marks lie, then a row for each trainee."""

import hashlib
import re
from collections.abc import Mapping

from course.grading import Standing, Summary, TraineeMarks
from course.reports.html import Html, Node, join, tag
from course.reports.page import folded, table
from course.reports.words import count, listed

AT_ONCE = 5
"""Trainees that are listed at once; more are folded, so that the page stays short."""


def marks(cohort: Summary, lessons: Mapping[str, str]) -> Html | None:
    """How the marks lie, who has what, and what a mark is; nothing where nobody is graded.

    Args:
        cohort: What grading found out.
        lessons: Titles of all lessons by their ids.
    """
    if not cohort.standings:
        return None
    return join(
        tag("h2", "Marks"), _distribution(cohort), _trainees(cohort), _rule(cohort, lessons)
    )


def _distribution(cohort: Summary) -> Html | None:
    # How two or three marks lie is seen in their rows.
    if len(cohort.marks) < 4:
        return None
    most = max(number for _, number in cohort.distribution)
    rows: list[list[Node]] = [
        [label, tag("span", tag("span", number, class_="count"), _bar(number / most),
                    class_="counted")]
        for label, number in cohort.distribution
    ]  # fmt: skip
    return tag("div", table("How the marks lie", ["Mark", "Trainees"], rows, set()), class_="tight")


def _bar(share: float) -> Html | None:
    return tag("span", class_="bar", style=f"width:{80 * share:.0f}%") if share else None


def _trainees(cohort: Summary) -> Html:
    rows: list[list[Node]] = [
        [_link(one), _mark(one.mark), _mark(one.first_tries),
         f"{one.answered} of {one.assigned}", one.awaiting or "", _besides(one)]
        for one in cohort.standings
    ]  # fmt: skip
    columns = ["Name", "Mark", "First tries", "Answered", "To be read", "Besides"]
    found = table("Marks out of 100, by name", columns, rows, {1, 2, 3, 4})
    if len(rows) <= AT_ONCE:
        return found
    return folded(
        "Everybody, by name", f"{len(rows)} trainees, each with a page of feedback", found
    )


def _mark(mark: float | None) -> str:
    return "–" if mark is None else f"{mark:.0f}"


def _besides(one: Standing) -> str:
    """What else was done, none of which is marked."""
    said = [
        count(number, single, several)
        for number, single, several in (
            (one.hints, "hint", "hints"),
            (one.more, "more exercise", "more exercises"),
            (one.in_review, "answer in a review", "answers in reviews"),
            (one.on_roads, "other road", "other roads"),
        )
        if number
    ]
    return listed(said) if said else ""


def _link(one: Standing) -> Html:
    return tag("a", one.name or one.trainee, href=feedback_name(one))


def feedback_name(one: TraineeMarks | Standing) -> str:
    """Where a trainee's page lies, seen from the results folder; safe on every file system."""
    name = one.trainee
    # Of two that claim one id, each has a page. And where an id is not one of ours: capitals and
    # names such as 'con' trouble some file systems.
    whole = f"{name} {one.name.casefold()}" if one.claimed else name
    if one.claimed or not re.fullmatch("t?[0-9a-f]{6,64}", name):
        name = f"{name.lower()}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"
    return f"feedback/{name}.html"


def _rule(cohort: Summary, lessons: Mapping[str, str]) -> Html:
    named = "; ".join(lessons[one] for one in cohort.lessons)
    over = "every lesson" if len(cohort.lessons) == len(lessons) else f"the lessons named: {named}"
    return tag(
        "p",
        f"A mark counts best tries over the core of {over}. First tries stand beside it. More "
        "practice, reviews and roads after a step back are counted, not marked. Practice marks are "
        "made with the key at hand and with retries: they say who has practised, and where people "
        "struggle. They are no test.",
        class_="quiet",
    )
