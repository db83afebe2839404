"""What the first figures of a page mean, and what they do not, in one sentence each."""

from __future__ import annotations

from course.exports.figures.results import Figure, Measured
from course.exports.words import counted, figure, length

_ORDER = (
    ("csat", "nps", "ces"),
    ("resolution_time", "first_response_time", "resolution_time_business"),
    ("fcr", "fcr_marked", "in_time", "reopened", "first_response_time", "nps", "ces"),
)
MOST = 3


def headline(found: Measured) -> tuple[Figure, ...]:
    """Up to three figures to begin with: how people felt, how long it took, whether it held."""
    chosen: list[Figure] = []
    for wanted in (*_ORDER, tuple(one.id for one in found.figures)):
        there = [found[one] for one in wanted if one in found]
        one = next((one for one in there if one not in chosen), None)
        if one is not None and len(chosen) < MOST:
            chosen.append(one)
    return tuple(chosen)


def meaning(one: Figure) -> tuple[str, str]:
    """What a figure means, and what it does not.

    >>> from course.exports.figures.results import Figure
    >>> meaning(Figure("csat", "CSAT", "", 80.0, 70.0, 90.0, 50, 150, "%", "top-2-box of 1-5"))[1]
    'It does not say what the 150 who gave no answer think, nor why anybody was content.'
    """
    said = _SAID.get(one.id.removesuffix("_opening"))
    if said is None:
        return f"{one.name} is {one.text}.", f"It was counted like this: {one.convention}."
    return said(one)


def _csat(one: Figure) -> tuple[str, str]:
    silent = f"the {one.missing:,} who gave no answer think" if one.missing else "others would say"
    return (
        f"Of 100 who answered, {figure(one.value, 0)} were content; chance alone puts that between "
        f"{figure(one.low, 0)} and {figure(one.high, 0)}.",
        f"It does not say what {silent}, nor why anybody was content.",
    )


def _nps(one: Figure) -> tuple[str, str]:
    more = "more" if one.value >= 0 else "fewer"
    return (
        f"Of 100 who answered, {figure(abs(one.value), 0)} {more} gave 9 or 10 than gave 0 to 6.",
        "It is no share of content people, and it does not say that anybody recommended anything.",
    )


def _ces(one: Figure) -> tuple[str, str]:
    return (
        f"The mean answer is {figure(one.value, 2)}, counted as {one.convention}.",
        "It does not say which step was the hard one.",
    )


def _time(one: Figure) -> tuple[str, str]:
    nine = one.more.get("p90")
    waiting = int(one.more.get("open") or 0)
    tail = f"; one in ten took longer than {length(float(nine), one.unit)}" if nine else ""
    still = f" {counted(waiting, 'open case')} not in it may take longer." if waiting else ""
    what = "the answer helped" if "response" in one.id else "the matter was settled"
    return (
        f"Half of those that are done took at most {length(one.value, one.unit)}{tail}.",
        f"It does not say that {what}.{still}",
    )


def _fcr(one: Figure) -> tuple[str, str]:
    return (
        f"Of 100 cases, {figure(one.value, 0)} had no further contact soon after.",
        "It does not say that they were solved: whoever gave up looks the same.",
    )


def _marked(one: Figure) -> tuple[str, str]:
    return (
        f"Of 100 cases, {figure(one.value, 0)} were marked so by the help desk itself.",
        "It does not say that the customer would say the same.",
    )


_SAID = {
    "csat": _csat, "nps": _nps, "ces": _ces, "resolution_time": _time,
    "first_response_time": _time, "resolution_time_business": _time,
    "response_time_business": _time, "fcr": _fcr, "fcr_marked": _marked, "in_time": _marked,
    "reopened": _marked,
}  # fmt: skip
