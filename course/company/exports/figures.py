"""Every figure that the columns of an export allow, and why the others are missing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from course.company.exports.groups import Groups, grouped
from course.company.exports.understood import Understood
from course.company.exports.weeks import Volume, volume
from course.company.exports.words import counted, figure

if TYPE_CHECKING:
    from course.metrics import Histogram, Pareto, Score, Survival, Times, Trend


class Figure(Struct, frozen=True):
    """One number with all that is needed to judge it."""

    id: str
    name: str
    text: str
    """The number with its interval, for people."""
    value: float
    low: float | None
    high: float | None
    n: int
    missing: int
    unit: str
    convention: str
    warning: str = ""
    notes: tuple[str, ...] = ()
    more: dict[str, float | int | None] = {}
    """Further numbers, such as the mean beside a median."""


class Answered(Struct, frozen=True):
    """How often each answer to one question was given."""

    id: str
    name: str
    scale: tuple[int, int]
    counts: dict[int, int]
    missing: int


class Measured(Struct, frozen=True):
    """What was measured in one export."""

    figures: tuple[Figure, ...]
    answers: tuple[Answered, ...]
    volume: Volume | None
    causes: Pareto | None
    cause: str
    """The heading of the column with the causes."""
    groups: tuple[Groups, ...]
    score_by_week: Trend | None
    resolution: Survival | None
    """How many cases are still open after so many hours."""
    skipped: tuple[tuple[str, str], ...]
    """What could not be measured, and why."""

    def __getitem__(self, figure_id: str) -> Figure:
        """One figure by its id."""
        return next(one for one in self.figures if one.id == figure_id)

    def __contains__(self, figure_id: object) -> bool:
        return any(one.id == figure_id for one in self.figures)

    def __repr__(self) -> str:
        lines = [f"{one.name}: {one.text}" for one in self.figures]
        return "\n".join([f"<Measured {counted(len(self.figures), 'figure')}>", *lines])


def measure_cases(export: Understood) -> Measured:
    """Compute whatever the columns allow, with the metrics of the course.

    Parameters
    ----------
    export
        An export as `understand` returns it.
    """
    from course.metrics import MetricsError

    frame = export.frame
    found: list[Figure] = []
    skipped: list[tuple[str, str]] = []

    def attempt(what: str, make: Callable[[], Figure | None], why_not: str = "") -> None:
        if why_not:
            skipped.append((what, why_not))
            return
        try:
            one = make()
        except MetricsError as error:
            skipped.append((what, str(error)))
            return
        if one is not None:
            found.append(one)

    metrics = _rating_metrics(export)
    for role, (name, metric) in metrics.items():
        attempt(name, partial(_score, role, name, frame, metric))
        if role == "satisfaction" and _scale(export, role) != (0, 1):
            attempt(f"{name}, mean", partial(_mean, frame, _scale(export, role)))
    for role, name in (("satisfaction", "CSAT"), ("recommend", "NPS"), ("effort", "CES")):
        if role not in metrics:
            attempt(name, lambda: None, _no_rating(export, role))
    done = _done(frame)
    attempt("Resolution time", partial(_resolution, export, done), _no_resolution(frame, done))
    attempt("First response time", partial(_response, export), _no_response(frame))
    attempt("Resolved at first contact", partial(_fcr, export), _lacks(frame, "customer", "opened"))
    attempt("Reopened", partial(_reopened, frame), _lacks(frame, "reopens"))
    attempt("Kept in time", partial(_in_time, frame), _lacks(frame, "in_time"))
    causes = _causes(frame, skipped)
    volumes = _volume(frame, skipped)
    first = next(iter(metrics), None)
    groups = tuple(
        grouped(
            frame, by, first, metrics[first][1] if first else None,
            done if "opened" in frame else "",
        )  # fmt: skip
        for by in ("channel", "team")
        if by in frame and frame[by].nunique() > 1
    )
    if not groups:
        skipped.append(("Channels and teams", "no column tells two of them apart"))
    return Measured(
        figures=tuple(found),
        answers=tuple(_answers(export, role, name) for role, (name, _) in metrics.items()),
        volume=volumes,
        causes=causes,
        cause=export.headings.get("cause", ""),
        groups=groups,
        score_by_week=_by_week(frame, first, metrics[first][1]) if first else None,
        resolution=_curve(export, done),
        skipped=tuple(skipped),
    )


def _rating_metrics(
    export: Understood,
) -> dict[str, tuple[str, Callable[[Histogram], Score]]]:
    from course.metrics import ces, csat, nps

    found: dict[str, tuple[str, Callable[[Histogram], Score]]] = {}
    for role, one in export.cases.surveys.items():
        if one.scale is None or not export.frame[role].notna().any():
            continue
        if role == "satisfaction":
            boxes = 1 if one.scale[1] - one.scale[0] <= 2 else 2
            found[role] = ("CSAT", partial(csat, scale=one.scale, boxes=boxes))
        elif role == "recommend":
            found[role] = ("NPS", nps)
        elif one.high in ("easy", "effort"):
            found[role] = ("CES", partial(ces, high=one.high, scale=one.scale))
    return found


def _score(role: str, name: str, frame: Any, metric: Callable[[Histogram], Score]) -> Figure:
    from msgspec.structs import replace

    from course.metrics import Histogram

    answers = Histogram.of(frame, column=role)
    one = _from_score({"recommend": "nps", "satisfaction": "csat", "effort": "ces"}[role], name,
                      metric(answers))  # fmt: skip
    if role != "recommend":
        return one
    parts = {"promoters": (9, 10), "passives": (7, 8), "detractors": (0, 6)}
    counts = {part: answers.between(*ends) for part, ends in parts.items()}
    said = ", ".join(f"{number:,} {part}" for part, number in counts.items())
    return replace(one, more=dict(counts), notes=(*one.notes, said))


def _mean(frame: Any, scale: tuple[int, int]) -> Figure:
    from course.metrics import Histogram, csat

    answers = Histogram.of(frame, column="satisfaction")
    return _from_score("csat_mean", "CSAT, mean", csat(answers, scale=scale, measure="mean"))


def _from_score(figure_id: str, name: str, score: Score) -> Figure:
    value, low, high = (figure(one, score.decimals) for one in (score.value, score.low, score.high))
    return Figure(
        id=figure_id, name=name, text=f"{value}{score.unit} ({low} to {high})", value=score.value,
        low=score.low, high=score.high, n=score.n, missing=score.missing, unit=score.unit.strip(),
        convention=score.convention, warning=score.warning, notes=score.notes,
    )  # fmt: skip


def _from_times(figure_id: str, name: str, times: Times) -> Figure:
    half = figure(times.median_with_open)
    if times.median_with_open is None:
        half = "more than can be seen"
    return Figure(
        id=figure_id,
        name=name,
        text=(
            f"half of those done within {figure(times.median)} {times.unit}, 9 in 10 within "
            f"{figure(times.p90)}, mean {figure(times.mean)}; with {times.open:,} open counted in, "
            f"half within {half}"
        ),
        value=times.median,
        low=times.low,
        high=times.high,
        n=times.n,
        missing=times.missing,
        unit=times.unit,
        convention=times.convention,
        warning=times.warning,
        notes=times.notes,
        more={
            "mean": times.mean, "p90": times.p90, "open": times.open,
            "median_with_open": times.median_with_open, "p90_with_open": times.p90_with_open,
        },
    )  # fmt: skip


def _resolution(export: Understood, done: str) -> Figure:
    from course.metrics import resolution_time

    frame = export.frame
    times = resolution_time(
        frame, opened="opened", resolved=done, zone=_zone(export), unit=_unit(frame, done)
    )
    one = _from_times("resolution_time", "Resolution time", times)
    notes = [*one.notes]
    if done == "resolved" and "closed" in frame:
        closed = int((frame["resolved"].isna() & frame["closed"].notna()).sum())
        if closed:
            notes.append(
                f"{counted(closed, 'case')} without {export.headings['resolved']!r} but with "
                f"{export.headings['closed']!r}: counted as open"
            )
    return _with(one, notes)


def _response(export: Understood) -> Figure:
    from course.metrics import first_response_time

    frame, headings = export.frame, export.headings
    heading = headings.get("responded") or headings["response_time"]
    times = first_response_time(
        frame, opened="opened", responded="responded", zone=_zone(export),
        unit=_unit(frame, "responded"),
    )  # fmt: skip
    one = _from_times("first_response_time", "First response time", times)
    return _with(one, [*one.notes, f"from {heading!r}; cases without it count as still waiting"])


def _with(one: Figure, notes: list[str]) -> Figure:
    from msgspec.structs import replace

    return replace(one, notes=tuple(notes))


def _fcr(export: Understood) -> Figure:
    from course.metrics import fcr

    from course.metrics import MetricsError
    from course.metrics.windows import read_window, window_text

    frame = export.frame
    window = read_window(export.mapping.window)
    young = (frame["opened"] > frame["opened"].max() - window).mean()
    if young > 0.5:
        raise MetricsError(
            f"{100 * young:.0f} % of the cases came in less than {window_text(window)} before the "
            "export ends, so hardly anybody had time to come back; export a longer period, or give "
            "a shorter window in a mapping file ('window: 2d')"
        )
    topic = "cause" if "cause" in frame and frame["cause"].notna().any() else None
    score = fcr(
        frame, customer="customer", opened="opened", topic=topic, window=export.mapping.window
    )
    return _from_score("fcr", "Resolved at first contact", score)


def _reopened(frame: Any) -> Figure:
    from course.metrics.rates import rate

    told = frame["reopens"].dropna()
    if not len(told):
        return _blank("Reopened", "reopens")
    score = rate(
        "Reopened", int((told > 0).sum()), len(told), len(frame) - len(told),
        "cases opened again at least once / all cases", 0.95, each=("case", "cases"),
    )  # fmt: skip
    return _from_score("reopened", "Reopened", score)


def _in_time(frame: Any) -> Figure:
    from course.metrics.rates import rate

    told = frame["in_time"].dropna()
    if not len(told):
        return _blank("Kept in time", "in_time")
    score = rate(
        "Kept in time", int(told.sum()), len(told), len(frame) - len(told),
        "cases marked as in time / cases marked", 0.95, each=("case", "cases"),
    )  # fmt: skip
    return _from_score("in_time", "Kept in time", score)


def _blank(name: str, column: str) -> Figure:
    from course.metrics import MetricsError

    raise MetricsError(f"{name}: column {column!r} is blank in every case.", column=column)


def _causes(frame: Any, skipped: list[tuple[str, str]]) -> Pareto | None:
    from course.metrics import pareto

    if "cause" not in frame or not frame["cause"].notna().any():
        skipped.append(("Causes", "no column says what a case was about"))
        return None
    return pareto(frame["cause"])


def _volume(frame: Any, skipped: list[tuple[str, str]]) -> Volume | None:
    if "day" not in frame or not frame["day"].notna().any():
        skipped.append(("Cases by week", "no column says when a case came in"))
        return None
    found = volume(frame["day"].dropna().dt.date)
    if found is None:
        skipped.append(("Cases by week", "the dates span more than ten years; check the earliest"))
    return found


def _by_week(frame: Any, rating: str, metric: Callable[[Histogram], Score]) -> Trend | None:
    import pandas as pd

    from course.metrics import MetricsError, histograms, trend

    if "day" not in frame:
        return None
    known = frame[frame["day"].notna()]
    mondays = (known["day"] - pd.to_timedelta(known["day"].dt.weekday, unit="D")).dt.strftime(
        "%Y-%m-%d"
    )
    weeks = histograms(known.assign(monday=mondays), rating, by="monday")
    try:
        scores = {week: metric(found) for week, found in weeks.items() if found.n}
        return trend(scores) if len(scores) >= 8 else None
    except MetricsError:
        return None


def _curve(export: Understood, done: str) -> Survival | None:
    import numpy as np

    from course.metrics import kaplan_meier

    frame = export.frame
    if _no_resolution(frame, done):
        return None
    until = frame[["opened", done]].max().max()
    ended = frame[done].notna().to_numpy()
    last = frame[done].fillna(until)
    hours = ((last - frame["opened"]).dt.total_seconds() / 3600).to_numpy()
    fine = ~np.isnan(hours) & (hours >= 0)
    if not ended[fine].any():
        return None
    return kaplan_meier(hours[fine], ended[fine], unit="hours")


def _answers(export: Understood, role: str, name: str) -> Answered:
    from course.metrics import Histogram

    answers = Histogram.of(export.frame, column=role)
    return Answered(role, name, _scale(export, role), dict(answers.counts), answers.missing)


def _scale(export: Understood, role: str) -> tuple[int, int]:
    return export.cases.surveys[role].scale or (0, 0)


def _done(frame: Any) -> str:
    """The column with the end of a case: resolved, else closed; empty where there is none."""
    there = (role for role in ("resolved", "closed") if role in frame)
    return next((role for role in there if frame[role].notna().any()), "")


def _zone(export: Understood) -> str | None:
    # Times with a zone are instants already.
    return None if export.cases.clock.zoned else export.cases.clock.zone


def _unit(frame: Any, done: str) -> Any:
    # Dates without hours cannot give hours.
    parts = (frame[role].dropna() for role in ("opened", done))
    return "days" if all(bool((one == one.dt.normalize()).all()) for one in parts) else "hours"


def _lacks(frame: Any, *roles: str) -> str:
    from course.company.exports.fields import fields

    missing = [fields()[role].means for role in roles if role not in frame]
    return f"no column says {' or '.join(missing)}" if missing else ""


def _no_resolution(frame: Any, done: str) -> str:
    return _lacks(frame, "opened") or (
        "" if done else "no column says when a case was resolved or closed"
    )


def _no_response(frame: Any) -> str:
    if "responded" in frame and frame["responded"].notna().any():
        return _lacks(frame, "opened")
    return "no column says when a person first answered"


def _no_rating(export: Understood, role: str) -> str:
    if role not in export.headings:
        from course.company.exports.fields import fields

        return f"no column holds {fields()[role].means}"
    one = export.cases.surveys[role]
    if one.scale is None or role == "effort":
        return "; ".join(one.told) or "the scale or the direction is not certain"
    return "nobody answered"
