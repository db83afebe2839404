"""One number month by month, with the limits within which chance alone moves it."""

from course.charts.months import MonthPoint, MonthStory, runs
from course.desk.board.desk import Desk
from course.desk.board.filters import Filters, chosen, in_words, period, without_copies
from course.desk.board.lengths import alike
from course.desk.board.measures import MEASURES, Measure, work_out
from course.desk.board.months import month_name, span
from course.desk.board.said import base, interval, number, with_unit
from course.metrics import MetricsError, Point, Score, Trend, trend
from course.metrics.score import FEW
from course.page.messages import Message

SIGNALS = {
    "above": "above the limits",
    "below": "below the limits",
    "shift": "eighth or later in a row on one side",
}


class MonthRow(Message, frozen=True):
    """One month."""

    month: str
    value: str
    range: str
    base: str
    limits: str
    sign: str


class MonthsView(Message, frozen=True):
    """The months in a table and a sentence; the picture comes with them."""

    alt: str
    rows: tuple[MonthRow, ...]
    gaps: tuple[str, ...]
    """Months without a number, and why."""
    limits: bool
    """Whether chance has limits to show."""
    chart: str = ""


def months(filters: Filters, desk: Desk) -> tuple[dict[int, Score], dict[int, str]]:
    """The score of each month chosen, all in one unit; for months without one, why."""
    desk = without_copies(filters, desk)
    measure, rows = MEASURES[filters.metric], chosen(filters, desk)
    first, last = period(filters)
    scores: dict[int, Score] = {}
    without: dict[int, str] = {}
    for month in range(first, last + 1):
        found = work_out(measure, desk, rows & (desk.contacts["month"] == month),
                         zeros=filters.zeros)  # fmt: skip
        if found.score is None:
            without[month] = found.problem
        else:
            scores[month] = found.score
    return alike(scores), without


def over_time(filters: Filters, desk: Desk) -> tuple[MonthStory, MonthsView]:
    """The picture to draw, and what the page says beside it."""
    measure = MEASURES[filters.metric]
    scores, without = months(filters, desk)
    found: Trend | None = None
    if measure.trends and len(scores) > 1:
        try:
            found = trend(scores)
        except MetricsError:
            found = None
    limits = {point.period: point for point in found.points} if found else {}
    points = tuple(
        MonthPoint(
            month=month,
            name=month_name(month, short=True),
            value=score.value,
            low=score.low,
            high=score.high,
            label=number(score),
            limit_low=_clipped(measure, limits[month].low) if month in limits else None,
            limit_high=_clipped(measure, limits[month].high) if month in limits else None,
            signal=limits[month].signal if month in limits else "",
            few=bool(score.warning) and measure.id != "volume",
        )
        for month, score in scores.items()
    )
    finding = _finding(measure.name, filters, scores, without, found)
    if without and scores:
        none = " and ".join(span(run[0], run[-1]) for run in runs(tuple(without)))
        finding += f" No score in {none}."
    story = MonthStory(
        name=measure.long,
        unit=next((one.unit.strip() for one in scores.values()), ""),
        points=points,
        centre=found.centre if found else None,
        from_zero=measure.axis is None,
        scale=measure.axis,
        gaps=tuple(without),
    )
    rows = tuple(
        MonthRow(
            month=month_name(month),
            value=with_unit(score),
            range=interval(score) or "counted",
            base=base(score),
            limits=_limits(measure, score, limits[month]) if month in limits else "",
            sign=SIGNALS.get(limits[month].signal, "") if month in limits else "",
        )
        for month, score in scores.items()
    )
    gaps = tuple(f"{month_name(month)}: {why}" for month, why in without.items())
    return story, MonthsView(alt=finding, rows=rows, gaps=gaps, limits=bool(limits))


def _clipped(measure: Measure, limit: float) -> float:
    """A limit of chance, no further out than the scale goes."""
    return limit if measure.axis is None else min(max(limit, measure.axis[0]), measure.axis[1])


def _limits(measure: Measure, score: Score, point: Point) -> str:
    low, high = (number(score, _clipped(measure, one)) for one in (point.low, point.high))
    return f"{low} to {high}"


def _finding(
    name: str, filters: Filters, scores: dict[int, Score], without: dict[int, str],
    found: Trend | None,
) -> str:  # fmt: skip
    """What the picture shows, in a sentence or two."""
    if not scores:
        why = next(iter(without.values()))
        if len(set(without.values())) > 1:
            why = f"{month_name(next(iter(without)))}: {why}"
        return f"{name} by month: no month has a score ({in_words(filters)}). {why}"
    enough = [month for month, score in scores.items() if not score.warning]
    if len(scores) > 1 and not enough:
        return (
            f"{name} by month: no month has {FEW} {next(iter(scores.values())).each[1]}, so none "
            "is called high or low. Choose a longer look, or more of the desk."
        )
    months, values = enough or list(scores), list(scores.values())
    lowest = min(months, key=lambda month: scores[month].value)
    highest = max(months, key=lambda month: scores[month].value)
    said = (
        f"{name} by month, {span(*period(filters))}: lowest {with_unit(scores[lowest])} in "
        f"{month_name(lowest)}, highest {with_unit(scores[highest])} in {month_name(highest)}."
    )
    if len(values) > 1 and len(months) == 1:
        only = scores[months[0]]
        said = (
            f"{name} by month, {span(*period(filters))}: only {month_name(months[0])} has {FEW} "
            f"{only.each[1]}, and it stands at {with_unit(only)}."
        )
    if len(values) == 1:
        said = f"{name} in {month_name(months[0])}: {with_unit(values[0])}. One month is no trend."
    if len(enough) < len(scores):
        said += f" Hollow months have under {FEW} and are not ranked."
    if found is None:
        return said
    out = [point for point in found.points if point.signal in ("above", "below")]
    shifts = [point for point in found.points if point.signal == "shift"]
    if out:
        told = ", ".join(f"{month_name(point.period)} ({point.signal})" for point in out)
        said += f" Outside the limits: {told}."
    if shifts:
        said += f" {month_name(shifts[0].period)} is the eighth in a row on one side."
    if not out and not shifts:
        said += " Every month is within the limits: nothing that chance would not do."
    return said
