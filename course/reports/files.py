"""What came of the files: who handed in, what was refused, and what is worth knowing of them."""

from course.grading import ON_PAGE, Summary, quoted
from course.reports.html import Html, Node, join, tag
from course.reports.page import folded, table
from course.reports.words import count

MOST_REMARKS = 2000
"""Remarks that the page lists: nobody reads more, and thousands of trainees may have some each."""
AT_ONCE = 6
"""Remarks that are listed at once; more are folded."""
MOST_SAID = 600
"""Letters on who handed in that are seen at once; more are folded."""
MOST_NAMES = 3
"""Trainees named beside one remark; the others are counted."""


def files(cohort: Summary) -> Html:
    """The part of the report on what was handed in, and in what state."""
    found = [one for one in (_roll(cohort), _refused(cohort), _remarks(cohort)) if one is not None]
    fine = "All were read, and there is nothing to say of them."
    said = fine if cohort.standings else "There was nothing to grade in what was given."
    return join(tag("h2", "Files", id="files"), *(found or [tag("p", said)]))


def _roll(cohort: Summary) -> Html | None:
    """Who of the roster handed in."""
    if cohort.roll is None:
        return None
    first, *more = cohort.roll.sentences()
    listed = tag("ul", *(tag("li", one) for one in more)) if more else None
    if sum(map(len, more)) <= MOST_SAID:
        return join(tag("p", first), listed)
    said = (
        f"{count(len(more), 'sentence', 'sentences')} on who is missing, and whose files are unsure"
    )
    return join(tag("p", first), folded("Who did and did not hand in", said, listed))


def _refused(cohort: Summary) -> Html | None:
    if not cohort.refused:
        return None
    rows: list[list[Node]] = [
        [tag("span", quoted(one.file, ON_PAGE), class_="breaks"), f"{one.reason}."]
        for one in cohort.refused
    ]
    found = table("Files that were not graded", ["File", "Why"], rows, set(), prose=True)
    return _at_once_or_folded("Refused", "file", rows, found)


def _remarks(cohort: Summary) -> Html | None:
    """What is odd, each said once with whose files it is about."""
    whose: dict[str, list[str]] = {}
    for one in cohort.standings:
        for remark in one.remarks:
            whose.setdefault(remark.text, []).append(one.name or one.trainee)
    rows: list[list[Node]] = [
        [_named(names), quoted(text, ON_PAGE)] for text, names in whose.items()
    ]
    rows += [["Reviews", text] for text in cohort.remarks]
    if not rows:
        return None
    found = table(
        "What was odd about files", ["Whose", "What"], rows[:MOST_REMARKS], set(), prose=True
    )
    left = len(rows) - MOST_REMARKS
    more = tag("p", f"{left:,} more stand in grades.csv, in the column of remarks.")
    shown = join(found, more) if left > 0 else found
    return _at_once_or_folded("Worth knowing", "remark", rows, shown)


def _named(names: list[str]) -> str:
    left = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {left} more" if left > 0 else "")


def _at_once_or_folded(title: str, noun: str, rows: list[list[Node]], found: Html) -> Html:
    if len(rows) <= AT_ONCE:
        return found
    return folded(title, count(len(rows), noun, f"{noun}s"), found)
