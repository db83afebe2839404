"""The page that an instructor reads first: marks, what to talk about, files, exercises."""

from collections.abc import Mapping

from course.grading import Summary
from course.reports.course import of_the_course
from course.reports.days import at_the_desk
from course.reports.files import files
from course.reports.gaps import unplaced
from course.reports.html import Html, Node, join, tag
from course.reports.items import exercises
from course.reports.monday import monday
from course.reports.page import folded, page, table
from course.reports.standings import marks
from course.reports.words import count, of_hundred, per_cent


def overview(cohort: Summary, lessons: Mapping[str, str]) -> bytes:
    """The cohort, short to read: what is long is folded.

    Args:
        cohort: What grading found out.
        lessons: Titles of all lessons by their ids.
    """
    return page(
        "Grading report",
        _summary(cohort),
        marks(cohort, lessons),
        monday(cohort, lessons),
        at_the_desk(cohort),
        files(cohort),
        exercises(cohort, lessons),
        _returns(cohort),
        unplaced(cohort),
        of_the_course(cohort, lessons),
    )


def _summary(cohort: Summary) -> Html:
    waiting = sum(one.awaiting for one in cohort.standings)
    said = [f"{count(len(cohort.standings), 'trainee', 'trainees')} graded."]
    if len(cohort.marks) > 1:
        said.append(f"Mean {of_hundred(cohort.mean)}, median {of_hundred(cohort.median)}.")
    besides: list[Node] = []
    if waiting:
        besides += [
            f"{count(waiting, 'reply waits', 'replies wait')} for a reader. Mark them on a page: ",
            tag("code", "course start FOLDER --instructor RESULTS"),
            ". Or fill in the points in review.csv. Then grade again; after the file with ",
            tag("span", "--reviews", class_="whole"),
            ". ",
        ]
    if cohort.refused:
        refused = f"{count(len(cohort.refused), 'file was', 'files were')} refused"
        besides += [tag("a", refused, href="#files"), "."]
    return join(tag("p", " ".join(said), class_="lead"), tag("p", *besides) if besides else None)


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
    return folded(
        "What came back",
        f"{count(len(rows), 'exercise', 'exercises')} that come back to an earlier one",
        table("First tries of the same trainees, then and now", columns, rows, {2, 3, 4}),
        tag(
            "p",
            "The later exercise has other people and facts, and gives no hints. It may also be "
            "harder or easier than the first, so compare trainees with it rather than lessons.",
            class_="quiet",
        ),
    )
