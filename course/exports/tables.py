"""Tables for the terminal: plain text that a screen reader reads line by line."""

from __future__ import annotations

from textwrap import fill

from course.exports.columns.fields import fields
from course.exports.figures.changes import Changes
from course.exports.figures.groups import Groups
from course.exports.figures.results import Figure, Measured
from course.exports.understood import Understood
from course.exports.words import counted, figure, length, named, spoken

_WIDTH = 100


def table(columns: list[str], rows: list[list[str]], widest: tuple[int, ...] = (44,)) -> str:
    """Cells in columns, each cut to a width of its own; the last width holds for the rest.

    >>> print(table(["Channel", "Cases"], [["phone", "12"]]))
    Channel  Cases
    -------  -----
    phone    12
    """
    limits = [*widest, *[widest[-1]] * len(columns)]
    cells = [[_cut(cell, limits[place]) for place, cell in enumerate(row)]
             for row in [columns, *rows]]  # fmt: skip
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
             for row in cells]  # fmt: skip
    rule = "  ".join("-" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def understood(export: Understood) -> str:
    """What was understood: the file, every column, and the rows that were left out."""
    whose = f", looks like {export.product}" if export.product else ""
    parts = [f"{export.name}: {counted(export.rows, 'row')}{whose}"]
    parts += [_item(one) for one in export.told]
    rows = [
        [one.heading, role_name(one.role), one.because, ", ".join(one.examples)]
        for one in export.readings
        if one.role
    ]
    parts += ["", table(["Column", "Read as", "Why", "For example"], rows, (26, 34, 36, 26))]
    unused = [[one.heading, one.because] for one in export.readings if not one.role]
    if unused:
        parts += ["", table(["Not used", "Why"], unused, (36, 80))]
    parts += ["", left_out(export)]
    return "\n".join(parts)


def role_name(role: str) -> str:
    """What a column was taken for, in words.

    >>> role_name("opened"), role_name("")
    ('when it came in', 'not used')
    """
    return fields()[role].means if role else "not used"


def left_out(export: Understood) -> str:
    """The rows left out, by reason; each with the first of them."""
    if not export.left_out:
        return "No row was left out before measuring."
    lines = ["Rows left out:"]
    for why, one in export.left_out.items():
        rows = ", ".join(f"{row:,}" for row in one.first)
        more = " and on" if one.rows > len(one.first) else ""
        lines.append(_item(f"{counted(one.rows, 'row')} {why} (row {rows}{more})"))
    return "\n".join(lines)


def measured(found: Measured) -> str:
    """All figures as text."""
    parts: list[str] = []
    if found.figures:
        columns = ["Figure", "Result", "Counted", "Blank or left out"]
        parts.append(table(columns, [_row(one) for one in found.figures], (36, 30)))
    for one in found.figures:
        said = [one.convention, *([one.warning] if one.warning else []), *one.notes]
        parts.append(_item(f"{one.name}: {one.text}. {'; '.join(said)}"))
    if found.volume:
        parts += ["", "Cases by week", _item(f"{found.volume}. {found.volume.convention}")]
        recent = found.volume.weeks[-8:]
        rows = [[spoken(one.start), f"{one.cases:,}", signal(one.signal, one.whole)]
                for one in recent]  # fmt: skip
        parts.append(table(["Week from", "Cases", ""], rows))
    if found.causes:
        few = found.causes.few
        parts += ["", f"Causes, from {found.cause!r}", _item(causes_said(found))]
        rows = [
            [named(one.name), f"{one.count:,}", f"{one.share:.1f} %", f"{one.cumulative:.1f} %"]
            for one in found.causes.causes[: max(5, min(len(few), 12))]
        ]
        parts.append(table(["Cause", "Cases", "Share", "With those above"], rows))
    for groups in found.groups:
        parts += ["", f"By {groups.by}, most cases first", _groups(groups)]
        parts += [_item(one) for one in groups.warnings]
    if found.score_by_week:
        parts += ["", _item(str(found.score_by_week))]
    if found.skipped:
        parts += ["", "Not measured:"]
        parts += [_item(f"{what}: {why}") for what, why in found.skipped]
    return "\n".join(parts).strip("\n")


def changed(found: Changes) -> str:
    """What changed since an earlier export, as text."""
    parts = [_item(str(found))]
    if found.changes:
        parts.append(table(CHANGE_COLUMNS, change_rows(found), (36, 16, 16, 40)))
        parts.append(_item(found.convention))
    parts += [_item(note) for note in found.notes]
    parts += [_item(f"{what}, not compared: {why}") for what, why in found.apart]
    return "\n".join(parts)


CHANGE_COLUMNS = ["Figure", "Then", "Now", "Change", "Chance or not"]
"""The headings of a table of changes."""


def change_rows(found: Changes) -> list[list[str]]:
    """The cells of a table of changes."""
    return [
        [one.name, one.before, one.now, one.by, _VERDICTS[one.verdict]] for one in found.changes
    ]


_VERDICTS = {"higher": "higher, beyond chance", "lower": "lower, beyond chance",
             "chance": "could be chance", "few": "too few to tell"}  # fmt: skip


def signal(word: str, whole: bool) -> str:
    """What is remarkable about a week, in words.

    >>> signal("above", True), signal("", False)
    ('above the limits', 'part of a week')
    """
    if not whole:
        return "part of a week"
    return {"above": "above the limits", "below": "below the limits",
            "run": "in a run on one side", "shift": "on a new level"}.get(word, "")  # fmt: skip


def causes_said(found: Measured) -> str:
    """How few causes make most of the cases, as a sentence."""
    assert found.causes is not None
    few, every = found.causes.few, len(found.causes.causes)
    names = ", ".join(named(one.name) for one in few[:3])
    more = f" and {len(few) - 3} more" if len(few) > 3 else ""
    without = ""
    if found.causes.missing:
        without = f"; {counted(found.causes.missing, 'case')} without one"
    if len(few) == every > 1:
        return f"It takes all {every} causes to make 80 % of {counted(found.causes.n, 'case')}"
    make = "makes" if len(few) == 1 else "make"
    return (
        f"{len(few)} of {counted(every, 'cause')} {make} {few[-1].cumulative:.0f} % of "
        f"{counted(found.causes.n, 'case')}: {names}{more}{without}"
    )


def group_columns(groups: Groups) -> list[str]:
    """The headings of a table of groups."""
    columns = [groups.by.capitalize(), "Cases"]
    if groups.metric:
        columns += ["Surveys", groups.metric.split(",")[0], "Interval"]
    return [*columns, *(["Half resolved within, hours"] if groups.timed else [])]


def group_rows(groups: Groups) -> list[list[str]]:
    """The cells of a table of groups; too few surveys leave the score blank."""
    rows = []
    for one in groups.groups:
        row = [named(one.name), f"{one.cases:,}"]
        if groups.metric:
            interval = "too few"
            if one.score is not None:
                interval = f"{figure(one.low)} to {figure(one.high)}"
            row += [f"{one.surveys:,}", figure(one.score), interval]
        rows.append([*row, *([figure(one.half_within)] if groups.timed else [])])
    return rows


def _groups(groups: Groups) -> str:
    return table(group_columns(groups), group_rows(groups))


def _row(one: Figure) -> list[str]:
    return [one.name, short(one), f"{one.n:,}", f"{one.missing:,}"]


def short(one: Figure) -> str:
    """The number of a figure alone, with its unit."""
    if one.unit in ("hours", "days"):
        return f"half within {length(one.value, one.unit)}"
    unit = f" {one.unit}" if one.unit else ""
    digits = 0 if one.id == "nps" else 2 if one.id in ("csat_mean", "ces") else 1
    return f"{figure(one.value, digits)}{unit}"


def _item(text: str) -> str:
    return fill(text, _WIDTH, initial_indent="- ", subsequent_indent="  ")


def _cut(text: str, widest: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= widest else flat[: widest - 1] + "…"
