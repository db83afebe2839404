"""The exercises in the instructor's page: what first tries say of them, in words and intervals."""

from collections.abc import Iterator, Mapping

from course.grading import Study, Summary
from course.grading.items import ENOUGH, ItemReport, ItemStudy
from course.reports.html import Html, Node, join, tag
from course.reports.page import folded, table
from course.reports.words import count, per_cent
from course.scenarios.quote import short

MOST = 15
"""Findings of a kind that the page has; the others are in the files."""
MOST_ODD = 3
"""Exercises named as needing a second look; the tables have the others."""
WORDS = 16
"""Words of a line that the page quotes; the files have it whole."""


def exercises(cohort: Summary, lessons: Mapping[str, str]) -> Html | None:
    """The exercises: which to look at, where conversations left the best road, how each did.

    Args:
        cohort: What grading found out; nothing is said where nobody handed in.
        lessons: Titles of all lessons by their ids.
    """
    if not cohort.items:
        return None
    made = cohort.study
    return join(
        tag("h2", "Exercises"),
        _second_look(cohort),
        *((_worth(made), _roads(made), _besides(made)) if made else ()),
        folded(
            "Every exercise",
            f"{count(len(cohort.items), 'exercise', 'exercises')} on first tries",
            tag("p", made.together) if made else None,
            tag(
                "p",
                "Behind each figure stands the interval in which it would lie for most cohorts "
                "like this one. 'Tells apart' is the correlation, from -1 to 1, between the first "
                "try at an exercise and the trainee's other first tries; it needs ten trainees.",
                class_="quiet",
            ),
            *_tables(cohort, lessons),
        ),
    )


def _second_look(cohort: Summary) -> Html:
    odd = [one for one in cohort.items if one.remarks]
    if odd:
        listed = (
            tag("li", tag("strong", f"{one.title}: "), " ".join(one.remarks))
            for one in odd[:MOST_ODD]
        )
        left = len(odd) - MOST_ODD
        more = tag("p", f"{left} more are marked so in items.csv.", class_="quiet")
        return join(tag("p", "These need a second look:"), tag("ul", *listed),
                    more if left > 0 else None)  # fmt: skip
    if len(cohort.standings) < ENOUGH:
        return tag("p", "With ten or more trainees, exercises that do not work are named here.")
    return tag("p", "No exercise stands out as not working.")


def _worth(made: Study) -> Html | None:
    """Lines that nobody takes, or that the best take."""
    said = [
        (one.asked.title, line.sentence)
        for tempting in (True, False)
        for one in made.items
        for line in one.lines
        if line.sentence and line.tempts_best is tempting
    ]
    if not said:
        return None
    left = len(said) - MOST
    return folded(
        "Lines worth a second look",
        f"{count(len(said), 'line', 'lines')} that nobody takes, or that the best take",
        tag("ul", *(tag("li", tag("strong", title), f" {text}") for title, text in said[:MOST])),
        tag("p", f"{count(left, 'more stands', 'more stand')} in lines.csv.") if left > 0 else None,
    )


def _roads(made: Study) -> Html | None:
    """Where conversations leave the best road, the commonest first."""
    found = sorted(
        ((one, left, one.roads.n) for one in made.items if one.roads for left in one.roads.left),
        key=lambda each: -each[1].n,
    )
    if not found:
        return None
    said = [
        tag(
            "li",
            tag("strong", one.asked.title),
            f" {left.n} of {n} said ‘{short(left.line, WORDS)}’, where the best road says "
            f"‘{short(left.best_line, WORDS)}’.",
        )
        for one, left, n in found[:MOST]
    ]
    more = len(found) - MOST
    return folded(
        "Where conversations leave the best road",
        f"{count(len(found), 'place', 'places')}, the commonest first",
        tag("ul", *said),
        tag("p", f"{count(more, 'more stands', 'more stand')} in roads.csv.") if more > 0 else None,
    )


def _tables(cohort: Summary, lessons: Mapping[str, str]) -> Iterator[Html]:
    """A table for each lesson, folded."""
    closer = {one.asked.id: one for one in cohort.study.items} if cohort.study else {}
    columns = ["Exercise", "Right at first", "First tries", "Missed, then right", "Tells apart"]
    for lesson in dict.fromkeys(one.lesson for one in cohort.items):
        there = [one for one in cohort.items if one.lesson == lesson]
        title = lessons.get(lesson, lesson)
        rows: list[list[Node]] = [
            [_title(one), *_figures(closer.get(one.id)), _told(one.discrimination)] for one in there
        ]
        yield tag(
            "details",
            tag("summary", f"{title} ({count(len(there), 'exercise', 'exercises')})"),
            table(f"Exercises of {title} on first tries", columns, rows, {1, 2, 3, 4}),
        )


def _title(one: ItemReport) -> Html:
    """The title, and below it what cost marks most often."""
    slip = f"Most slipped on: {short(one.slip, WORDS)} ({one.slips})" if one.slip else None
    return join(one.title, tag("p", slip, class_="quiet") if slip else None)


def _figures(one: ItemStudy | None) -> list[Node]:
    if one is None:
        return ["–", "–", "–"]
    gain = one.gain
    mended = f"{gain.mended} of {gain.missed}" if gain and gain.missed else "–"
    return [_right(one), per_cent(one.mean), mended]


def _right(one: ItemStudy) -> str:
    ends = one.right_interval
    if ends is None:
        return "–"
    few = "" if one.n < ENOUGH else f" ({100 * ends[0]:.0f} to {100 * ends[1]:.0f} %)"
    return f"{one.right} of {one.n}{few}"


def _told(apart: float | None) -> str:
    return "–" if apart is None else f"{apart:.2f}"


def _besides(made: Study) -> Html:
    """What goes with time and with groups, a sentence each."""
    return folded(
        "Times and groups",
        "What goes with the hour, the order and the group",
        tag("ul", *(tag("li", text) for text in besides(made))),
    )


def besides(made: Study) -> Iterator[str]:
    """What goes with time and with groups, a sentence each."""
    yield from (one.sentence for one in made.effects)
    for one in made.groups:
        yield one.sentence
        yield from (apart.sentence for apart in one.apart)
