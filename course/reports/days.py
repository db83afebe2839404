"""Days at the desk in the instructor's page: one day side by side, for a team to talk about."""

from itertools import groupby

from course.grading import DayMarks, Summary
from course.reports.html import Html, Node, join, tag
from course.reports.page import folded, table
from course.reports.words import count, listed

COLUMNS = {
    "CSAT": ("CSAT", "{:.0f} %"),
    "First response": ("Answer", "{:.0f} min"),
    "Resolution time": ("Ended", "{:.0f} min"),
    "Left": ("Left", "{:.0f} %"),
    "Promises kept": ("Kept", "{:.0f} %"),
    "Cost of a contact": ("Cost", "£{:.0f}"),
}
"""Figures that the page has room for, with their headings; all of them stand in days.csv."""


def at_the_desk(cohort: Summary) -> Html | None:
    """A table for each day that anybody worked; nothing where nobody did."""
    if not cohort.days:
        return None
    several = [list(group) for _, group in groupby(cohort.days, key=lambda one: one.seed)]
    return join(
        tag("h2", "Days at the desk"),
        tag(
            "p",
            "The same number is the same day for everybody. The handling mark is made by rule from "
            "what was said and done, as the mean of all who got in touch; somebody who was never "
            "answered counts 0. It is the first try that was played to its end, and stands apart "
            "from the marks above. What was played on after a step back is not looked at.",
        ),
        *(_day(cohort, days) for days in several),
        tag(
            "p",
            "Answer, Ended: half of all had a first answer, or an end, within so many minutes. "
            "Left: they went while they waited. Kept: promises. Cost: of a contact, with the "
            "minutes of work. All but the mark is shown and not marked. A dozen contacts are too "
            "few to tell two people apart by it: talk about decisions, not decimals. More figures, "
            "and what is to be said of each try, stand in days.csv.",
            class_="quiet",
        ),
    )


def _day(cohort: Summary, days: list[DayMarks]) -> Html:
    seed, whole = days[0].seed, [one for one in days if one.mark is not None]
    unfinished = [one.name or one.trainee for one in days if one.mark is None]
    older = [one.name or one.trainee for one in whole if one.remark]
    others = [one for one in cohort.days_beside if one.seed == seed]
    rows = [[_called(one), *_cells(one)] for one in whole]
    rows += [[tag("em", one.name), *_cells(one)] for one in others]
    said = f"{count(len(days), 'trainee', 'trainees')}, {len(whole)} to the end"
    numbers = set(range(1, 2 + len(COLUMNS)))
    columns = ["Who", "Mark", *(heading for heading, _ in COLUMNS.values())]
    return folded(
        f"Day {seed}",
        said,
        table(f"Day {seed}, side by side", columns, rows, numbers),
        tag("p", "In slanted letters: how simulated colleagues worked the same day.")
        if others
        else None,
        tag("p", f"Not played to the end: {listed(unfinished)}.") if unfinished else None,
        tag("p", f"Begun before the course was changed, and played as it is now: {listed(older)}.")
        if older
        else None,
    )


def _called(one: DayMarks) -> Node:
    """Who it is, and which try it was where that is not the first."""
    name = one.name or one.trainee
    return f"{name} (try {one.attempt})" if one.attempt > 1 else name


def _cells(one: DayMarks) -> list[Node]:
    mark = "–" if one.mark is None else f"{one.mark:.0f}"
    figures = ((one.figures.get(name), said) for name, (_, said) in COLUMNS.items())
    return [mark, *("–" if value is None else said.format(value) for value, said in figures)]
