"""The same number for every channel, region, team or topic."""

from course.desk.board.desk import Desk, words_of
from course.desk.board.lengths import sized
from course.desk.board.measures import Found, Measure, work_out
from course.desk.board.said import base, interval, with_unit
from course.desk.board.tiles import Verdict, verdict
from course.desk.frames import Mask
from course.desk.messages import Mark
from course.metrics import Score
from course.metrics.score import FEW
from course.page.messages import Message

QUOTES = 2
LONGEST = 180


class BreakdownRow(Message, frozen=True):
    """One group that is large enough to be ranked."""

    name: str
    contacts: str
    value: str
    range: str
    base: str
    mark: Mark | None
    verdict: Verdict | None


class SmallGroup(Message, frozen=True):
    """One group that is not, with its answers as they are and what customers wrote."""

    name: str
    contacts: str
    base: str
    counts: str
    quotes: tuple[str, ...]


class NoNumber(Message, frozen=True):
    """One group without a number, and why."""

    name: str
    contacts: str
    why: str


class Breakdown(Message, frozen=True, rename={"low": "from", "high": "to"}):
    """The same number for every group, the highest first."""

    by: str
    rows: tuple[BreakdownRow, ...]
    small: tuple[SmallGroup, ...]
    none: tuple[NoNumber, ...]
    low: float
    high: float
    compared: bool
    finding: str


def breakdown(
    measure: Measure,
    desk: Desk,
    rows: Mask,
    by: str,
    zeros: bool,
    then: Mask = None,
    name: str = "",
) -> Breakdown:
    """A row a group, the highest first; groups too small to rank stand apart with quotes.

    `then` is the mask of rows to compare with, group by group.
    """
    frame = desk.contacts
    ranked: list[tuple[Score, BreakdownRow]] = []
    small: list[SmallGroup] = []
    none: list[NoNumber] = []
    for group in desk.groups[by]:
        here = rows & (frame[by] == group)
        contacts = int(here.sum())
        if not contacts:
            continue
        found = work_out(measure, desk, here, zeros=zeros)
        if found.score is None:
            none.append(NoNumber(group, f"{contacts:,}", found.problem))
        elif found.score.n < FEW:
            small.append(_small(measure, desk, here, group, found.score, contacts))
        else:
            other = then & (frame[by] == group) if then is not None else None
            ranked.append((found.score, _row(measure, desk, group, found, contacts, other,
                                             zeros, name)))  # fmt: skip
    ranked.sort(key=lambda one: -one[0].value)
    scores = [score for score, _ in ranked]
    ends = measure.axis or (0.0, max((one.high for one in scores), default=1.0))
    return Breakdown(
        by=by,
        rows=tuple(row for _, row in ranked),
        small=tuple(small),
        none=tuple(none),
        low=ends[0],
        high=ends[1],
        compared=then is not None,
        finding=_finding(measure, ranked),
    )


def _row(
    measure: Measure, desk: Desk, group: str, found: Found, contacts: int, other: Mask,
    zeros: bool, name: str,
) -> BreakdownRow:  # fmt: skip
    score = found.score
    assert score is not None
    shown = sized(score)
    then = None if other is None else work_out(measure, desk, other, zeros=zeros)
    return BreakdownRow(
        name=group,
        contacts=f"{contacts:,}",
        value=with_unit(shown),
        range=interval(shown),
        base=base(score),
        mark=None if score.low == score.high else Mark(score.value, score.low, score.high),
        verdict=None if then is None else verdict(measure, score, then, name),
    )


def _small(
    measure: Measure, desk: Desk, here: Mask, group: str, score: Score, contacts: int
) -> SmallGroup:
    return SmallGroup(
        name=group,
        contacts=f"{contacts:,}",
        base=base(score),
        counts=counts(measure, desk, here),
        quotes=quotes(desk, here),
    )


COLUMNS = {"csat": "satisfaction", "nps": "recommend", "ces": "ease"}


def counts(measure: Measure, desk: Desk, here: Mask) -> str:
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


def quotes(desk: Desk, here: Mask) -> tuple[str, ...]:
    """What a few of these customers wrote, those who answered the survey first."""
    words = words_of(desk.folder)
    rows = desk.contacts.loc[here, ["contact_id", "survey_answered"]]
    rows = rows[rows["contact_id"].isin(words.index)]
    answered = rows["survey_answered"].notna()
    order = [*rows.loc[answered, "contact_id"], *rows.loc[~answered, "contact_id"]]
    return tuple(_short(str(words[one])) for one in order[:QUOTES])


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[:LONGEST].rsplit(" ", 1)[0].rstrip(",.;: ") + " …"


def _finding(measure: Measure, ranked: list[tuple[Score, BreakdownRow]]) -> str:
    """Highest and lowest in a sentence, and whether their ranges overlap."""
    if len(ranked) < 2 or measure.id == "volume":
        return ""
    (high, top), (low, bottom) = ranked[0], ranked[-1]
    meet = low.high >= high.low
    tail = "Their ranges overlap." if meet else "Their ranges lie apart."
    return (
        f"Highest: {top.name} with {top.value}. Lowest: {bottom.name} with {bottom.value}. {tail}"
    )
