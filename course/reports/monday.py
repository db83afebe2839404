"""What to talk about when all meet again: the objectives missed most, with what tempted people."""

from collections.abc import Mapping

from course.grading import Missed, Summary, Tempting, Wrote
from course.reports.html import Html, join, tag
from course.reports.prose import inline

TITLE = "What to talk about on Monday"
HOW = {"left out": "left this out", "went wrong with": "went wrong with this"}
"""What is said of those who did not choose or say it."""


def monday(cohort: Summary, lessons: Mapping[str, str]) -> Html | None:
    """Three things at most to talk about; a sentence where nobody missed anything.

    Args:
        cohort: What grading found out.
        lessons: Titles of all lessons by their ids.
    """
    if cohort.missed:
        return join(tag("h2", TITLE), *(_topic(one, lessons) for one in cohort.missed))
    firsts = [one.first for one in cohort.items if one.first is not None]
    if firsts and min(firsts) == 1:
        return join(tag("h2", TITLE), tag("p", "Nobody missed anything at a first try."))
    # Nothing that a rule marks was answered, or the course does not list what it teaches.
    return None


def _topic(one: Missed, lessons: Mapping[str, str]) -> Html:
    where = f"‘{one.title}’ ({lessons.get(one.lesson, one.lesson)})"
    return tag(
        "section",
        tag("h3", one.text),
        tag("p", f"Right on {one.tries}. Hardest was {where}: {one.missed} of {one.answered} "
            "missed it at first.", class_="quiet"),
        _tempting(one, one.tempting) if one.tempting else None,
        _wrote(one) if one.wrote else None,
        class_="topic",
    )  # fmt: skip


def _tempting(one: Missed, found: Tempting) -> Html:
    how = HOW.get(found.how, found.how)
    return join(
        tag("p", f"{found.times} of {one.answered} {how}:"),
        tag("blockquote", inline(found.text), class_="theirs"),
        tag("p", inline(found.reason)) if found.reason not in ("", found.text) else None,
    )


def _wrote(one: Missed) -> Html:
    where = "" if one.wrote_in == one.title else f" in ‘{one.wrote_in}’"
    said = (tag("li", f"‘{text.text}’", _times(text)) for text in one.wrote)
    return join(tag("p", f"In people's own words{where}:"), tag("ul", *said))


def _times(one: Wrote) -> str:
    return f" ({one.times} times)" if one.times > 1 else ""
