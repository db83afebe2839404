"""Figures that are shares of all cases: resolved at first contact, reopened, kept in time."""

from __future__ import annotations

from typing import Any

from course.exports.figures.results import Figure, from_score
from course.exports.understood import Understood


def first_contact(export: Understood) -> Figure:
    """The share of cases that no further contact followed within the window."""
    from course.metrics import MetricsError, fcr
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
    score = fcr(frame, customer="customer", opened="opened", topic=topic, window=window)
    return from_score("fcr", "Resolved at first contact", score)


def reopened(frame: Any) -> Figure:
    """The share of cases that were opened again."""
    told = _told(frame, "reopens", "Reopened")
    return _rate("reopened", "Reopened", int((told > 0).sum()), len(told), len(frame),
                 "cases opened again at least once / all cases")  # fmt: skip


def in_time(frame: Any) -> Figure:
    """The share of cases that the help desk itself marked as in time."""
    told = _told(frame, "in_time", "Kept in time")
    return _rate("in_time", "Kept in time", int(told.sum()), len(told), len(frame),
                 "cases marked as in time / cases marked")  # fmt: skip


def _told(frame: Any, role: str, name: str) -> Any:
    from course.metrics import MetricsError

    told = frame[role].dropna()
    if not len(told):
        raise MetricsError(f"{name}: blank in every case.", column=role)
    return told


def _rate(figure_id: str, name: str, hits: int, n: int, rows: int, convention: str) -> Figure:
    from course.metrics.rates import rate

    score = rate(name, hits, n, rows - n, convention, 0.95, each=("case", "cases"))
    return from_score(figure_id, name, score)
