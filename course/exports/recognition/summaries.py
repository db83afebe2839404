"""Files in which a row is no case but a day, a team or a month: they are refused."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from course.exports.columns.headings import plain
from course.exports.recognition.profile import Profile
from course.exports.values.moments import read_moment

_FEWEST = 5
_STEPS = {(1, 1): "day", (7, 7): "week", (28, 31): "month", (89, 92): "quarter"}
_NUMBERS = frozenset(
    ["tickets", "cases", "calls", "contacts", "chats", "emails", "conversations", "incidents",
     "requests", "complaints", "surveys", "responses", "answers", "volume", "interactions",
     "ratings", "enquiries", "inquiries"]
)  # fmt: skip
_OF = frozenset(
    ["number", "no", "of", "total", "count", "new", "created", "received", "handled", "closed",
     "solved", "resolved", "opened", "open", "inbound", "incoming", "offered", "answered", "all",
     "support", "customer", "ticket", "case", "call", "contact", "survey", "response"]
)  # fmt: skip
_MEANS = ("avg", "average", "mean", "median")


def why_a_summary(profiles: list[Profile], headings: dict[str, str]) -> str:
    """Why a row is no case, as a sentence; empty where it may be one.

    A row that counts cases, or holds a mean of them, cannot be weighed against another: the
    mean of the means is no mean.
    """
    if "case" in headings or "customer" in headings:
        return ""
    counts = [one for one in profiles if _counts_cases(one)]
    means = [
        one
        for one in profiles
        if plain(one.heading).startswith(_MEANS) and max(one.numbers, one.lengths) >= 0.9
    ]
    opened = next((one for one in profiles if one.heading == headings.get("opened")), None)
    each = _each(opened) if opened is not None else ""
    about = [repr(one.heading) for one in (*counts, *means)]
    if not about and each:
        about = [repr(one.heading) for one in profiles if _is_mean(one)]
    if not about or not (each or counts or opened is None):
        return ""
    row = f"each row is a {each}" if each else "each row counts several cases"
    return (
        f"{row}, not a case: {about[0]} tells of many cases at once. Means of rows cannot be put "
        "together to a mean of cases. Export the cases themselves, one row each; or leave such "
        "columns out with 'ignore' in a mapping file, if each row is a case after all."
    )


def _counts_cases(one: Profile) -> bool:
    words = set(plain(one.heading).split())
    if not words & _NUMBERS and words != {"ticket", "count"} and words != {"case", "count"}:
        return False
    return words <= _NUMBERS | _OF and one.numbers >= 0.9 and one.lowest >= 0 and one.truths < 0.9


def _is_mean(one: Profile) -> bool:
    """Whether a column holds numbers with decimals that differ, as means do."""
    odd = [cell for cell in one.values if "." in cell and not cell.endswith((".0", ".00"))]
    return one.numbers >= 0.9 and one.times < 0.5 and not one.serial and (
        2 * len(odd) > len(one.values))  # fmt: skip


def _each(opened: Profile) -> str:
    """What lies between one row and the next, where it is always the same; else empty."""
    if opened.filled < _FEWEST or opened.distinct < opened.filled:
        return ""
    found = [read_moment(cell, "day") or read_moment(cell, "month") for cell in opened.values]
    walls = sorted(one.wall for one in found if one)
    if len(walls) < len(opened.values) or any((one.hour, one.minute) != (0, 0) for one in walls):
        return ""
    days = [_apart(one.date(), other.date()) for one, other in pairwise(walls)]
    for (least, most), name in _STEPS.items():
        if sum(least <= one <= most for one in days) >= 0.9 * len(days):
            return name
    return ""


def _apart(one: date, other: date) -> int:
    return (other - one).days
