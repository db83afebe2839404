"""What the page needs to draw the dashboard. Pure data."""

from typing import NamedTuple

from course.desk.board.against import Against, against
from course.desk.board.breakdown import Breakdown, breakdown
from course.desk.board.desk import GROUPS, Desk
from course.desk.board.filters import (
    ALL,
    PLACES,
    Filters,
    chosen,
    in_words,
    mended,
    without_copies,
)
from course.desk.board.lengths import sized
from course.desk.board.measures import MEASURES, Found, work_out
from course.desk.board.months import month_key, month_name
from course.desk.board.own import OwnContacts
from course.desk.board.said import interval, with_unit
from course.desk.board.tiles import Detail, Tile, detail, tile
from course.desk.frames import Mask
from course.desk.messages import Named
from course.metrics import Score
from course.metrics.words import counted
from course.page.messages import Message

METRICS = tuple(MEASURES)
EMPTY = (
    "Nothing here yet. Finish a conversation with a customer in any lesson, and what that customer "
    "answers stands here, measured as the company's surveys are."
)
PLURALS = {"channel": "channels", "region": "regions", "team": "teams", "topic": "topics"}


class Place(Message, frozen=True):
    """Something to filter by, and its groups."""

    id: str
    name: str
    all: str
    of: tuple[str, ...]


class Choices(Message, frozen=True):
    """What can be chosen; it never changes while the records do not."""

    months: tuple[Named, ...]
    places: tuple[Place, ...]
    against: tuple[Named, ...]
    by: tuple[Named, ...]
    empty: str
    """What the second tab says while there is nothing of one's own."""


class Company(Message, frozen=True):
    """The first tab: the filters as they were understood, and the numbers."""

    filters: Filters
    summary: str
    against: str
    """Why there is nothing to compare with; empty where there is."""
    tiles: tuple[Tile, ...]
    detail: Detail


class DashboardView(Message, frozen=True):
    """Both tabs; the first before anything was asked is empty."""

    choices: Choices
    company: Company | None
    own: OwnContacts


class Numbers(NamedTuple):
    """The numbers of one selection and of what it is compared with."""

    desk: Desk
    """The records, mended as the filters say."""
    rows: Mask
    other: Against
    now: dict[str, Found]
    then: dict[str, Found]


def numbers(filters: Filters, desk: Desk) -> Numbers:
    """Works out all tiles."""
    desk = without_copies(filters, desk)
    rows, other = chosen(filters, desk), against(filters, desk)
    measures = MEASURES.values()
    return Numbers(
        desk=desk,
        rows=rows,
        other=other,
        now={one.id: work_out(one, desk, rows, zeros=filters.zeros) for one in measures},
        then={}
        if other.rows is None
        else {one.id: work_out(one, desk, other.rows, zeros=filters.zeros) for one in measures},
    )


def choices(desk: Desk) -> Choices:
    """What can be chosen."""
    return Choices(
        months=tuple(
            Named(month_key(month), month_name(month, short=True))
            for month in range(desk.first, desk.last + 1)
        ),
        places=tuple(
            Place(name, name.capitalize(), ALL[name].capitalize(), desk.groups[name])
            for name in PLACES
        ),
        against=(
            Named("", "Nothing"),
            Named("before", "Period before"),
            Named("year", "Same months a year before"),
            Named("rest", "All others"),
        ),
        by=tuple(Named(name, PLURALS[name]) for name in GROUPS),
        empty=EMPTY,
    )


def company(filters: Filters, made: Numbers) -> Company:
    """The first tab."""
    measure = MEASURES[filters.metric]
    other = made.other
    tiles = {
        one.id: tile(one, made.now[one.id], made.then.get(one.id), other.name)
        for one in MEASURES.values()
    }
    return Company(
        filters=filters,
        summary=summary(filters, made),
        against=other.problem,
        tiles=tuple(tiles.values()),
        detail=detail(measure, made.now[measure.id], tiles[measure.id]),
    )


def side_by_side(filters: Filters, made: Numbers) -> Breakdown:
    """The number chosen, for every group."""
    return breakdown(
        MEASURES[filters.metric], made.desk, made.rows, filters.by, filters.zeros, made.other.rows,
        made.other.name,
    )  # fmt: skip


def summary(filters: Filters, made: Numbers) -> str:
    """The selection in one line, to be read out."""
    count = int(made.rows.sum())
    answered = made.now["response_rate"].score
    surveys = round(answered.value * answered.n / 100) if answered else 0
    said = f"{counted(count, 'contact')}, {counted(surveys, 'survey')}"
    said += _chosen(filters, made)
    changed = mended(filters)
    tail = f" Mended: {', '.join(changed)}." if changed else ""
    return f"{said}. {in_words(filters)}.{tail}"


def _chosen(filters: Filters, made: Numbers) -> str:
    """The number that is looked into, with its range; nothing where contacts themselves are."""
    measure = MEASURES[filters.metric]
    score = made.now[measure.id].score
    if measure.id == "volume" or not made.rows.any():
        return ""
    if score is None:
        return f": {measure.name}, no number"
    shown = sized(score)
    few = ", too few to say much" if score.warning else ""
    ends = interval(shown)
    return f": {measure.name} {with_unit(shown)}{f' ({ends})' if ends else ''}{few}"


def whole_company(desk: Desk) -> dict[str, Score]:
    """The company's scores to lay one's own beside: the last twelve months of its records."""
    rows = desk.contacts["month"] > desk.last - 12
    found = {name: work_out(MEASURES[name], desk, rows) for name in ("csat", "nps", "ces")}
    return {name: one.score for name, one in found.items() if one.score is not None}
