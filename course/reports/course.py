"""The course itself in the instructor's report, measured as it teaches to measure."""

from collections import Counter
from collections.abc import Mapping, Sequence

from course.grading import ON_PAGE, LessonOpinion, Summary, quoted
from course.metrics import csat
from course.metrics.ratings.histogram import Histogram
from course.reports.html import Html, Node, join, tag
from course.reports.page import folded, table
from course.reports.words import count

MOST_TEXTS = 200
"""Texts that the page lists under one heading: nobody reads more."""


def of_the_course(cohort: Summary, lessons: Mapping[str, str]) -> Html | None:
    """How satisfied trainees were with each lesson, and what they said; nothing where nobody did.

    Args:
        cohort: What grading found out.
        lessons: Titles of all lessons by their ids.
    """
    if not cohort.opinions and not cohort.wrong:
        return None
    helped = [(lessons[one.lesson], one.helped) for one in cohort.opinions]
    wrong = [
        *((lessons[one.lesson], one.wrong) for one in cohort.opinions),
        *((f"{one.title} ({one.exercise})", one.texts) for one in cohort.wrong),
    ]
    return join(
        tag("h2", "What trainees said of the course"),
        _satisfied(cohort.opinions, lessons),
        _texts("What helped most", helped),
        _texts("Said to be wrong, or hard to understand", wrong),
    )


def _satisfied(opinions: Sequence[LessonOpinion], lessons: Mapping[str, str]) -> Html | None:
    rows = [_row(lessons[one.lesson], one) for one in opinions if one.ratings]
    if not rows:
        return None
    return folded(
        "How satisfied they were",
        f"{count(len(rows), 'lesson', 'lessons')}, each with its interval",
        table(
            "Satisfied with the lesson: 4 or 5 of 5",
            ["Lesson", "Satisfied", "95 % interval", "Answers", "Took it, no answer"],
            rows,
            {1, 2, 3, 4},
        ),
        tag("p", "Each trainee's last rating counts. Those who answered may differ from those who "
            "did not, and under 30 answers say little.", class_="quiet"),
    )  # fmt: skip


def _row(title: str, one: LessonOpinion) -> list[Node]:
    found = csat(Histogram(Counter(one.ratings), missing=one.blank))
    interval = f"{found.low:.1f} to {found.high:.1f}"
    return [title, f"{found.value:.1f} %", interval, found.n, found.missing]


def _texts(title: str, found: Sequence[tuple[str, Sequence[str]]]) -> Html | None:
    said = [(place, texts) for place, texts in found if texts]
    if not said:
        return None
    texts = count(sum(len(texts) for _, texts in said), "text", "texts")
    return folded(title, texts, *(_place(place, texts) for place, texts in said))


def _place(place: str, texts: Sequence[str]) -> Html:
    left = len(texts) - MOST_TEXTS
    more = f"{count(left, 'more text', 'more texts')} like these are in the files handed in."
    return join(
        tag("h4", place),
        tag("ul", *(tag("li", quoted(text, ON_PAGE)) for text in texts[:MOST_TEXTS])),
        tag("p", more) if left > 0 else None,
    )
