"""Answers that belong together, or stand for more people than one: honest intervals for them.

The score is a ratio of totals, ``sum(w * y) / sum(w)``. Its variance is linearised over the
clusters (Kish 1965; Wolter 2007, chapter 6): with ``z = sum(w * (y - ratio))`` of each of ``G``
clusters it is ``G / (G - 1) * sum(z ** 2) / sum(w) ** 2``, the same as the cluster-robust
variance of a regression on a constant. A rate or a net score gets the interval that it would
have at the number of independent answers that are as certain, made smaller for few clusters
(Korn and Graubard 1998); a mean gets Student's t on ``G - 1``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import sqrt
from typing import TYPE_CHECKING, Any

from course.metrics.errors import MetricsError
from course.metrics.frames import blank_rows, how_many, one_row, plain, take, whole
from course.metrics.intervals import net_share, normal_quantile, student_quantile, wilson
from course.metrics.score import Score
from course.metrics.words import counted

if TYPE_CHECKING:
    import narwhals.stable.v2 as nw

    from course.metrics.ratings.answer import Answer


@dataclass
class Sums:
    """Sums over the clusters of a group: of weights ``w``, of weighted values ``y``."""

    answers: int = 0
    clusters: int = 0
    w: float = 0.0
    wy: float = 0.0
    wyy: float = 0.0
    w_w: float = 0.0
    w_wy: float = 0.0
    wy_wy: float = 0.0


def sums_of(
    frame: Any,
    rating: str,
    groups: Mapping[str, Any],
    cluster: str | None,
    weight: str | None,
    answer: Answer,
) -> dict[tuple[Any, ...], Sums]:
    """Add up what each group's score and its variance are made of, on the frame's own engine."""
    import narwhals.stable.v2 as nw

    names = {"rating": rating} | ({"cluster": cluster} if cluster is not None else {})
    names |= {"weight": weight} if weight is not None else {}
    rows = take(frame, names | dict(groups))
    if weight is not None:
        _check_weights(rows, weight)
    for role in names:
        rows = rows.filter(~blank_rows(rows, role))
    cell = nw.col("rating").cast(nw.Float64)
    value = cell if answer.kind == "mean" else _within(cell, answer.up) - _within(cell, answer.down)
    w = nw.col("weight").cast(nw.Float64) if weight is not None else nw.lit(1.0)
    by = list(groups)
    kept = [*by, "cluster"] if cluster is not None else by
    parts = rows.select(*kept, w=w, y=value)
    parts = parts.with_columns(wy=nw.col("w") * nw.col("y"), answers=nw.lit(1))
    parts = parts.with_columns(wyy=nw.col("wy") * nw.col("y"))
    names_of_sums = ["answers", "w", "wy", "wyy"]
    if cluster is not None:
        parts = parts.group_by(*kept).agg(*(nw.col(name).sum() for name in names_of_sums))
    w, wy = nw.col("w"), nw.col("wy")
    parts = parts.with_columns(clusters=nw.lit(1), w_w=w * w, w_wy=w * wy, wy_wy=wy * wy)
    order = [*names_of_sums, "clusters", "w_w", "w_wy", "wy_wy"]
    sums = [nw.col(name).sum() for name in order]
    table = parts.group_by(*by).agg(*sums) if by else parts.select(*sums)
    found: dict[tuple[Any, ...], Sums] = {}
    for row in table.collect().select(*by, *order).iter_rows():
        one = found.setdefault(tuple(map(plain, row[: len(by)])), Sums())
        for name, number in zip(order, row[len(by) :], strict=True):
            setattr(one, name, getattr(one, name) + (plain(number) or 0))
    return found


def clustered(
    alike: Score,
    answer: Answer,
    sums: Sums | None,
    cluster: str | None,
    weight: str | None,
    confidence: float,
) -> Score:
    """The score of answers in clusters or with weights; ``alike`` is that without either."""
    what = f"clusters in {cluster!r}" if cluster else "answers"
    if sums is None or sums.clusters < 2 or not sums.w > 0:
        found = 0 if sums is None else int(sums.clusters)
        raise MetricsError(
            f"An interval needs at least two {what} with a weight above 0, and there "
            f"{'is' if found == 1 else 'are'} {found}. Check the columns.",
            column=cluster or weight,
        )
    n, size = int(sums.answers), int(sums.clusters)
    value, squares = sums.wy / sums.w, sums.wyy / sums.w
    spread = max(0.0, squares - value * value)
    residual = sums.wy_wy - 2 * value * sums.w_wy + value * value * sums.w_w
    variance = max(0.0, size / (size - 1) * residual / sums.w**2)
    quantile = student_quantile(confidence, size - 1)
    # Where all are alike the variance says nothing; then only the weights do.
    certain = spread / variance if variance > 1e-15 else sums.w**2 / sums.w_w
    # A confidence of next to nothing has no width, by either distribution.
    fewer = certain * ((normal_quantile(confidence) / quantile) ** 2 if quantile else 1.0)
    factor = 1.0 if answer.kind == "mean" else 100.0
    if answer.kind == "rate":
        low, high = wilson(value * fewer, fewer, confidence)
    elif answer.kind == "net":
        up, down = (squares + value) / 2 * fewer, (squares - value) / 2 * fewer
        low, high = net_share(up, down, fewer, confidence)
    elif variance > 1e-15:
        half = quantile * sqrt(variance)
        low, high = max(answer.scale[0], value - half), min(answer.scale[1], value + half)
    else:
        low, high = map(float, answer.scale)
    lost = alike.n - n
    notes = list(alike.notes)
    if lost:
        where = " or ".join(repr(name) for name in (cluster, weight) if name)
        notes.append(f"{counted(lost, 'answer')} without {where} left out")
    if cluster:
        notes.append(
            f"{n:,} answers in {size:,} clusters: as certain as {certain:,.0f} independent answers"
        )
    else:
        notes.append(f"weighted: as certain as {certain:,.0f} answers of equal weight")
    marks = [f"weighted by {weight!r}"] if weight else []
    marks += [f"clustered by {cluster!r}"] if cluster else []
    return replace(
        alike,
        value=factor * value,
        low=factor * min(low, value),
        high=factor * max(high, value),
        n=n,
        missing=alike.missing + lost,
        convention=", ".join([alike.convention, *marks]),
        spread=factor * sqrt(spread),
        notes=tuple(notes),
        independent=certain,
    )


def _within(cell: nw.Expr, ends: tuple[int, int]) -> nw.Expr:
    import narwhals.stable.v2 as nw

    return ((cell >= ends[0]) & (cell <= ends[1])).cast(nw.Float64)


def _check_weights(rows: nw.LazyFrame[Any], weight: str) -> None:
    import narwhals.stable.v2 as nw

    dtype = rows.collect_schema()["weight"]
    wrong = 0
    if dtype.is_numeric():
        cell = nw.col("weight")
        bad = (cell < 0) | (cell.cast(nw.Float64) == float("inf"))
        wrong = whole(one_row(rows, wrong=how_many(bad))["wrong"])
    if wrong or not dtype.is_numeric():
        raise MetricsError(
            f"Column {weight!r}: weights are numbers of at least 0, that many people an answer "
            + (
                f"stands for; that of {counted(wrong, 'row')} is not."
                if wrong
                else f"stands for; not {dtype}."
            ),
            column=weight,
            rows=wrong or None,
        )
