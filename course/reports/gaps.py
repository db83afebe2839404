"""The gap report in the instructor's page: what trainees wrote that no line of a scenario says."""

from collections.abc import Sequence

from course.grading import IN_LIST, Gap, Summary, quoted
from course.reports.html import Html, Node, join, tag
from course.reports.page import folded, table
from course.reports.words import count

MOST = 200
"""Rows that the page has; the others are in the file."""


def unplaced(cohort: Summary) -> Html | None:
    """A table of what could not be placed; nothing where all could."""
    if not cohort.gaps:
        return None
    left = len(cohort.gaps) - MOST
    said = f"{count(len(cohort.gaps), 'row', 'rows')}: words that trainees could not place"
    return folded(
        "What no line said",
        said,
        tag("p", "Trainees wrote these words in a conversation and found no line that says the "
            "same. Words that are much alike are counted together. Each is a line that the next "
            "version of the scenario could have."),
        table(
            "Words without a line, by conversation and moment",
            ["Conversation", "Moment", "The customer had said", "Words", "Trainees", "Times"],
            _rows(cohort.gaps[:MOST]),
            {4, 5},
        ),
        tag("p", f"{count(left, 'more row stands', 'more rows stand')} in gaps.csv.")
        if left > 0
        else None,
    )  # fmt: skip


def _rows(gaps: Sequence[Gap]) -> list[list[Node]]:
    return [
        [one.title, one.moment, one.said, _texts(one), one.trainees or "–", one.times]
        for one in gaps
    ]


def _texts(one: Gap) -> Html:
    if not one.texts:
        return tag("em", "Too many kinds of texts to tell apart.")
    first, *others = (quoted(text, IN_LIST) for text in one.texts)
    like = f"Also: {'; '.join(f'‘{text}’' for text in others)}"
    return join(f"‘{first}’", tag("p", like, class_="quiet") if others else None)
