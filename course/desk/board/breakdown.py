"""The same number for every channel, region, team or topic."""

from typing import Any

from course.desk.board.desk import Desk, words_of
from course.desk.board.lengths import sized
from course.desk.board.measures import Found, Measure, work_out
from course.desk.board.said import base, interval, with_unit
from course.desk.board.tiles import verdict
from course.metrics import Score
from course.metrics.score import FEW

View = dict[str, Any]
QUOTES = 2
LONGEST = 180


def breakdown(
    measure: Measure, desk: Desk, rows: Any, by: str, zeros: bool, then: Any = None, name: str = ""
) -> View:
    """A row a group, the highest first; groups too small to rank stand apart with quotes.

    `then` is the mask of rows to compare with, group by group.
    """
    frame = desk.contacts
    ranked: list[tuple[Score, View]] = []
    small: list[View] = []
    none: list[View] = []
    for group in desk.groups[by]:
        here = rows & (frame[by] == group)
        contacts = int(here.sum())
        if not contacts:
            continue
        found = work_out(measure, desk, here, zeros=zeros)
        if found.score is None:
            none.append({"name": group, "contacts": f"{contacts:,}", "why": found.problem})
        elif found.score.n < FEW:
            small.append(_small(measure, desk, here, group, found.score, contacts))
        else:
            other = then & (frame[by] == group) if then is not None else None
            ranked.append((found.score, _row(measure, desk, group, found, contacts, other,
                                             zeros, name)))  # fmt: skip
    ranked.sort(key=lambda one: -one[0].value)
    scores = [score for score, _ in ranked]
    ends = measure.axis or (0.0, max((one.high for one in scores), default=1.0))
    return {
        "by": by,
        "rows": [row for _, row in ranked],
        "small": small,
        "none": none,
        "from": ends[0],
        "to": ends[1],
        "compared": then is not None,
        "finding": _finding(measure, ranked),
    }


def _row(
    measure: Measure, desk: Desk, group: str, found: Found, contacts: int, other: Any,
    zeros: bool, name: str,
) -> View:  # fmt: skip
    score = found.score
    assert score is not None
    shown = sized(score)
    row: View = {
        "name": group,
        "contacts": f"{contacts:,}",
        "value": with_unit(shown),
        "range": interval(shown),
        "base": base(score),
        "mark": None if score.low == score.high
        else {"value": score.value, "low": score.low, "high": score.high},
        "verdict": None,
    }  # fmt: skip
    if other is not None:
        then = work_out(measure, desk, other, zeros=zeros)
        row["verdict"] = verdict(measure, score, then, name)
    return row


def _small(
    measure: Measure, desk: Desk, here: Any, group: str, score: Score, contacts: int
) -> View:
    return {
        "name": group,
        "contacts": f"{contacts:,}",
        "base": base(score),
        "counts": counts(measure, desk, here),
        "quotes": quotes(desk, here),
    }


COLUMNS = {"csat": "satisfaction", "nps": "recommend", "ces": "ease"}


def counts(measure: Measure, desk: Desk, here: Any) -> str:
    """A handful of answers as they are: how many gave which."""
    column = COLUMNS.get(measure.id)
    if column is None:
        return ""
    answers = desk.contacts.loc[here & desk.contacts["invited"], column].dropna()
    return ", ".join(
        f"{count} gave {rating}" for rating, count in answers.value_counts().sort_index(
            ascending=False
        ).items()
    )  # fmt: skip


def quotes(desk: Desk, here: Any) -> list[str]:
    """What a few of these customers wrote, those who answered the survey first."""
    words = words_of(desk.folder)
    rows = desk.contacts.loc[here, ["contact_id", "survey_answered"]]
    rows = rows[rows["contact_id"].isin(words.index)]
    answered = rows["survey_answered"].notna()
    order = [*rows.loc[answered, "contact_id"], *rows.loc[~answered, "contact_id"]]
    return [_short(str(words[one])) for one in order[:QUOTES]]


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",.;: ") + " …"


def _finding(measure: Measure, ranked: list[tuple[Score, View]]) -> str:
    """Highest and lowest in a sentence, and whether their ranges overlap."""
    if len(ranked) < 2 or measure.id == "volume":
        return ""
    (high, top), (low, bottom) = ranked[0], ranked[-1]
    meet = low.high >= high.low
    tail = "Their ranges overlap." if meet else "Their ranges lie apart."
    return (
        f"Highest: {top['name']} with {top['value']}. Lowest: {bottom['name']} with "
        f"{bottom['value']}. {tail}"
    )
