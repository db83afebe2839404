"""What the page needs to draw the dashboard. Pure data."""

from typing import Any, NamedTuple

from course.desk.board.against import Against, against
from course.desk.board.breakdown import breakdown
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
from course.desk.board.measures import MEASURES, Found, work_out
from course.desk.board.months import month_key, month_name
from course.desk.board.said import interval, with_unit
from course.desk.board.tiles import detail, tile
from course.metrics import Score
from course.metrics.words import counted

View = dict[str, Any]
METRICS = tuple(MEASURES)
EMPTY = (
    "Nothing here yet. Finish a conversation with a customer in any lesson, and what that customer "
    "answers stands here, measured as the company's surveys are."
)
PLURALS = {"channel": "channels", "region": "regions", "team": "teams", "topic": "topics"}


class Numbers(NamedTuple):
    """The numbers of one selection and of what it is compared with."""

    desk: Desk
    """The records, mended as the filters say."""
    rows: Any
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


def choices(desk: Desk) -> View:
    """What can be chosen; it never changes while the records do not."""
    months = [
        {"id": month_key(month), "name": month_name(month, short=True)}
        for month in range(desk.first, desk.last + 1)
    ]
    return {
        "months": months,
        "places": [
            {
                "id": name,
                "name": name.capitalize(),
                "all": ALL[name].capitalize(),
                "of": list(desk.groups[name]),
            }
            for name in PLACES
        ],
        "against": [
            {"id": "", "name": "Nothing"},
            {"id": "before", "name": "Period before"},
            {"id": "year", "name": "Same months a year before"},
            {"id": "rest", "name": "All others"},
        ],
        "by": [{"id": name, "name": PLURALS[name]} for name in GROUPS],
        "empty": EMPTY,
    }


def company(filters: Filters, made: Numbers) -> View:
    """The first tab."""
    measure = MEASURES[filters.metric]
    other = made.other
    tiles = [
        tile(one, made.now[one.id], made.then.get(one.id), other.name) for one in MEASURES.values()
    ]
    shown = next(one for one in tiles if one["id"] == filters.metric)
    return {
        "filters": {name: getattr(filters, name) for name in filters.__struct_fields__},
        "summary": summary(filters, made),
        "against": other.problem,
        "tiles": tiles,
        "detail": detail(measure, made.now[measure.id], shown),
    }


def side_by_side(filters: Filters, made: Numbers) -> View:
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
    score = made.now["csat"].score
    if score:
        said += f": CSAT {with_unit(score)} ({interval(score)})"
        if score.warning:
            said += ", too few to say much"
    changed = mended(filters)
    tail = f" Mended: {', '.join(changed)}." if changed else ""
    return f"{said}. {in_words(filters)}.{tail}"


def whole_company(desk: Desk) -> dict[str, Score]:
    """The company's scores to lay one's own beside: the last twelve months of its records."""
    rows = desk.contacts["month"] > desk.last - 12
    found = {name: work_out(MEASURES[name], desk, rows) for name in ("csat", "nps", "ces")}
    return {name: one.score for name, one in found.items() if one.score is not None}
