"""The page that an instructor reads first."""

import hashlib
import re
from collections.abc import Mapping

from course.grading import Standing, Summary, TraineeMarks
from course.grading.items import ENOUGH
from course.reports.course import of_the_course
from course.reports.gaps import unplaced
from course.reports.html import Html, Node, join, tag
from course.reports.page import page, table
from course.reports.words import count, of_hundred, per_cent

MOST_REMARKS = 2000
"""Remarks that the page lists: nobody reads more, and thousands of trainees may have some each."""


def overview(cohort: Summary, lessons: Mapping[str, str]) -> bytes:
    """The cohort: what was refused, how marks lie, who has what, and which exercises to look at.

    Args:
        cohort: What grading found out.
        lessons: Titles of all lessons by their ids.
    """
    return page(
        "Grading report",
        _summary(cohort),
        _rule(cohort, lessons),
        _refused(cohort),
        _remarks(cohort),
        _distribution(cohort),
        _trainees(cohort),
        _items(cohort),
        _returns(cohort),
        unplaced(cohort),
        of_the_course(cohort, lessons),
        tag(
            "p",
            "Practice marks are made with the key at hand and with retries. They say who has "
            "practised, and where people struggle. They are no test.",
            class_="quiet",
        ),
    )


def _summary(cohort: Summary) -> Html:
    waiting = sum(one.awaiting for one in cohort.standings)
    said = [f"{count(len(cohort.standings), 'trainee', 'trainees')} graded."]
    if cohort.marks:
        said.append(f"Mean {of_hundred(cohort.mean)}, median {of_hundred(cohort.median)}.")
    if waiting:
        said.append(
            f"{count(waiting, 'reply waits', 'replies wait')} for a reader: fill in the points in "
            "review.csv and grade again with --reviews."
        )
    if cohort.refused:
        said.append(f"{count(len(cohort.refused), 'file was', 'files were')} refused.")
    return tag("p", " ".join(said), class_="lead")


def _rule(cohort: Summary, lessons: Mapping[str, str]) -> Html:
    named = "; ".join(lessons[one] for one in cohort.lessons)
    over = "every lesson" if len(cohort.lessons) == len(lessons) else f"the lessons named: {named}"
    return tag(
        "p",
        f"A mark counts best tries over the core of {over}. First tries stand beside it. More "
        "practice, reviews and roads after a step back are counted, not marked.",
    )


def _refused(cohort: Summary) -> Html | None:
    if not cohort.refused:
        return None
    rows: list[list[Node]] = [[one.file, f"{one.reason}."] for one in cohort.refused]
    return join(
        tag("h2", "Refused"), table("Files that were not graded", ["File", "Why"], rows, set())
    )


def _remarks(cohort: Summary) -> Html | None:
    rows: list[list[Node]] = [
        [one.name or one.trainee, remark.text] for one in cohort.standings for remark in one.remarks
    ]
    rows += [["Reviews", text] for text in cohort.remarks]
    if not rows:
        return None
    found = table("What was odd about files", ["Whose", "What"], rows[:MOST_REMARKS], set())
    left = len(rows) - MOST_REMARKS
    more = tag("p", f"{left:,} more stand in grades.csv, in the column of remarks.")
    return join(tag("h2", "Worth knowing"), found, more if left > 0 else None)


def _distribution(cohort: Summary) -> Html | None:
    if not cohort.marks:
        return None
    most = max(number for _, number in cohort.distribution)
    rows: list[list[Node]] = [
        [label, join(tag("span", number, class_="count"), _bar(number / most))]
        for label, number in cohort.distribution
    ]
    return join(
        tag("h2", "How the marks lie"),
        table("Trainees by practice mark", ["Mark", "Trainees"], rows, set()),
    )


def _bar(share: float) -> Html | None:
    return tag("span", class_="bar", style=f"width:{80 * share:.0f}%") if share else None


def _trainees(cohort: Summary) -> Html | None:
    if not cohort.standings:
        return None
    rows: list[list[Node]] = [
        [_link(one), f"{one.answered} of {one.assigned}", _mark(one.mark),
         _mark(one.first_tries), one.awaiting or "", one.hints or "", one.more or "",
         one.in_review or "", one.on_roads or ""]
        for one in cohort.standings
    ]  # fmt: skip
    columns = ["Name", "Answered", "Mark", "First tries", "To be read", "Hints", "More exercises",
               "In reviews", "Other roads"]  # fmt: skip
    found = table("Marks out of 100, and what else was done", columns, rows, set(range(1, 9)))
    return join(tag("h2", "Trainees"), found)


def _mark(mark: float | None) -> str:
    return "–" if mark is None else f"{mark:.0f}"


def _link(one: Standing) -> Html:
    return tag("a", one.name or one.trainee, href=feedback_name(one))


def feedback_name(one: TraineeMarks | Standing) -> str:
    """Where a trainee's page lies, seen from the results folder; safe on every file system."""
    name = one.trainee
    if not re.fullmatch("[0-9a-f]{6,64}", name):
        # Not one of ours: capitals and names such as 'con' trouble some file systems.
        name = f"{name.lower()}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return f"feedback/{name}.html"


def _items(cohort: Summary) -> Html | None:
    if not cohort.items:
        return None
    rows: list[list[Node]] = [
        [
            one.title,
            one.n,
            per_cent(one.first),
            "–" if one.discrimination is None else f"{one.discrimination:.2f}",
            f"{one.slip} ({one.slips})" if one.slip else "",
        ]
        for one in cohort.items
    ]
    columns = ["Exercise", "Answered", "First tries", "Tells apart", "Commonest slip"]
    return join(
        tag("h2", "Exercises"),
        _second_look(cohort),
        table("How the exercises did on first tries", columns, rows, {1, 2, 3}),
        tag(
            "p",
            "'Tells apart' is the correlation, from -1 to 1, between the first try at an exercise "
            "and the trainee's other first tries; it needs ten trainees.",
            class_="quiet",
        ),
    )


def _returns(cohort: Summary) -> Html | None:
    if not cohort.returns:
        return None
    rows: list[list[Node]] = [
        [
            one.title,
            one.earlier_title,
            one.n,
            per_cent(one.then),
            per_cent(one.now),
            f"{one.better} better, {one.worse} worse" if one.n else "",
        ]
        for one in cohort.returns
    ]
    columns = ["Exercise", "Comes back to", "Answered both", "First tries then", "Now", "Of them"]
    return join(
        tag("h2", "What came back"),
        table("First tries of the same trainees, then and now", columns, rows, {2, 3, 4}),
        tag(
            "p",
            "The later exercise has other people and facts, and gives no hints. It may also be "
            "harder or easier than the first, so compare trainees with it rather than lessons.",
            class_="quiet",
        ),
    )


def _second_look(cohort: Summary) -> Html:
    odd = [one for one in cohort.items if one.remarks]
    if odd:
        listed = (tag("li", tag("strong", f"{one.title}: "), " ".join(one.remarks)) for one in odd)
        return join(tag("p", "These need a second look:"), tag("ul", *listed))
    if len(cohort.standings) < ENOUGH:
        return tag("p", "With ten or more trainees, exercises that do not work are named here.")
    return tag("p", "No exercise stands out as not working.")
