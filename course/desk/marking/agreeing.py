"""How markers agree, as the page says it."""

from collections.abc import Iterator

from course.desk.marking.desk import Desk
from course.desk.marking.messages import AgreementRow, AgreementTable
from course.grading.people.compared import FEWEST, Compared, LineAgreement, compare
from course.metrics.words import counted

MOST = 6
"""Pairs of markers that are shown."""
FEW = 30
"""With fewer marks than this the interval of kappa is not to be trusted."""


def agreement(desk: Desk) -> tuple[AgreementTable, ...]:
    """A table for each pair of markers who marked the same replies."""
    titles = {name: item.exercise.title for name, item in desk.items.items()}
    compared = compare(desk.standings, desk.rubrics)[:MOST]
    return tuple(_table(one, titles) for one in compared)


def _table(one: Compared, titles: dict[str, str]) -> AgreementTable:
    first, second = one.markers
    whole = one.whole
    said = (
        f"{counted(one.replies, 'reply', 'replies')} marked by both. They gave equal points to "
        f"{whole.agreed} of {counted(whole.n, 'line')}. {_kappa_said(whole)}"
    )
    rows = [_row(whole, "All lines"), *_lines(one, titles)]
    return AgreementTable(f"{first} and {second}", said, tuple(rows))


def _kappa_said(one: LineAgreement) -> str:
    if one.kappa is None:
        return "Every line got the same points from both, so kappa is not defined."
    reach = (
        f" (95 per cent interval {one.low:.2f} to {one.high:.2f})" if one.low is not None else ""
    )
    few = " With so few marks the interval is rough." if one.n < FEW else ""
    return (
        f"Cohen’s kappa, the agreement beyond chance, is {one.kappa:.2f}{reach}: 1 is full "
        f"agreement, 0 is no more than luck.{few}"
    )


def _lines(one: Compared, titles: dict[str, str]) -> Iterator[AgreementRow]:
    for line in one.lines:
        yield _row(line, f"{titles[line.exercise]}: {line.text}")


def _row(line: LineAgreement, text: str) -> AgreementRow:
    low, high = line.share
    return AgreementRow(
        text=text,
        n=line.n,
        agreed=f"{line.agreed} ({100 * low:.0f} to {100 * high:.0f} in 100)",
        kappa="not defined" if line.kappa is None else f"{line.kappa:.2f}".replace("-", "−"),
        interval=_interval(line),
    )


def _interval(line: LineAgreement) -> str:
    if line.low is None:
        return "too few marks" if line.n < FEWEST and line.kappa is not None else "none"
    return f"{line.low:.2f} to {line.high:.2f}".replace("-", "−")
