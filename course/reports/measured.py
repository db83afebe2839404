"""The page about one measured export: figures, charts with the table behind each, and limits."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

from course.charts.measured import pictures
from course.charts.picture import Picture
from course.exports.figures.changes import Changes
from course.exports.figures.groups import Groups
from course.exports.figures.meaning import headline, meaning
from course.exports.figures.results import Answered, Figure, Measured
from course.exports.record import as_json
from course.exports.tables import (
    CHANGE_COLUMNS,
    causes_said,
    change_rows,
    group_columns,
    group_rows,
    role_name,
    short,
    signal,
)
from course.exports.understood import Understood
from course.exports.words import counted, figure, named, spoken
from course.reports.html import Html, Node, join, tag
from course.reports.page import page, table

_WORDS_A_MINUTE = 200
_TIMES = ("hours", "days")


def measured_page(export: Understood, found: Measured, changed: Changes | None = None) -> bytes:
    """The whole page, self-contained; it names and quotes no customer and no agent."""
    drawn = dict(pictures(found))
    body = (
        _changed(changed),
        _understood(export),
        _left_out(export),
        _figures(found),
        *(_answers(one, drawn) for one in found.answers),
        _times(found, drawn),
        _weeks(found, drawn),
        _score_weeks(found, drawn),
        _causes(found, drawn),
        *(_groups(groups, drawn) for groups in found.groups),
        _skipped(found),
        tag(
            "p",
            "Intervals hold 95 % and tell chance alone. They say nothing about who was asked, who "
            "answered, or what was never written down. People are not compared here: the cases "
            "that they were given differ.",
            class_="quiet",
        ),
    )
    return page(f"Measured: {export.name}", _lead(export, found, body), *body)


def write_measured(
    folder: Path, export: Understood, found: Measured, changed: Changes | None = None
) -> list[Path]:
    """Write the page (HTML) and the record (JSON) into a folder, which is made if need be.

    Both get the first name that neither has yet, so nothing is overwritten.

    Returns:
        Where the two are.
    """
    files = {
        ".html": measured_page(export, found, changed),
        ".json": as_json(export, found, changed),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for number in count(1):
        name = f"{Path(export.name).stem}-measured{'' if number == 1 else f'-{number}'}"
        paths = [folder / f"{name}{suffix}" for suffix in files]
        if any(path.exists() for path in paths):
            continue
        for path, content in zip(paths, files.values(), strict=True):
            with path.open("xb") as file:
                file.write(content)
        return paths
    raise AssertionError("there is always another number")


def _lead(export: Understood, found: Measured, body: tuple[Html | None, ...]) -> Html:
    """Up to three figures with what they mean and what they do not; then what they rest on."""
    lost = sum(one.rows for one in export.left_out.values())
    whose = f" It looks like an export of {export.product}." if export.product else ""
    said = (
        f"{counted(export.rows, 'row')} read, {lost:,} left out, "
        f"{counted(len(export.frame), 'case')} measured.{whose} About "
        f"{counted(_minutes(body), 'minute')} to read."
    )
    return join(*(_headline(one) for one in headline(found)), tag("p", said, class_="quiet"))


def _headline(one: Figure) -> Html:
    means, means_not = meaning(one)
    warned = f" Counted: {one.n:,}; {one.warning}." if one.warning else ""
    return tag(
        "section",
        tag("h2", f"{one.name}: {short(one)}"),
        tag("p", means + warned),
        tag("p", means_not, class_="quiet"),
        class_="headline",
    )


def _minutes(body: tuple[Html | None, ...]) -> int:
    """How long the page takes to read, tables under a fold and drawings left out."""
    text = " ".join(str(part) for part in body if part is not None)
    seen = re.sub(r"<(details|svg|style)\b.*?</\1>|<[^>]+>", " ", text, flags=re.DOTALL)
    return max(1, round(len(seen.split()) / _WORDS_A_MINUTE))


def _changed(found: Changes | None) -> Html | None:
    """What changed since an earlier export: right below the headline, for it is what was asked."""
    if found is None:
        return None
    rows: list[list[Node]] = [[*row] for row in change_rows(found)]
    said = [found.convention + ".", *(f"{note[0].upper()}{note[1:]}." for note in found.notes)]
    said += [f"{what} is not compared: {why}." for what, why in found.apart]
    return join(
        tag("h2", "What changed"),
        tag("p", f"{found}."),
        table("Every figure, then and now", CHANGE_COLUMNS, rows, set()) if rows else None,
        tag("ul", *(tag("li", one[0].upper() + one[1:]) for one in said if rows or one != said[0])),
    )


def _figures(found: Measured) -> Html | None:
    if not found.figures:
        return None
    rows: list[list[Node]] = [
        [one.name, _result(one), f"{one.n:,}", f"{one.missing:,}"] for one in found.figures
    ]
    columns = ["Figure", "Result", "Counted", "Blank or left out"]
    return join(
        tag("h2", "In figures"),
        table("Every figure with its interval", columns, rows, {2, 3}),
        tag("h3", "How each was counted"),
        tag("ul", *(tag("li", tag("strong", f"{one.name}: "), _how(one)) for one in found.figures)),
    )


def _result(one: Figure) -> str:
    return short(one) if one.unit in _TIMES else one.text


def _how(one: Figure) -> str:
    said = [one.text] if one.unit in _TIMES else []
    return (
        "; ".join([*said, one.convention, *([one.warning] if one.warning else []), *one.notes])
        + "."
    )


def _answers(one: Answered, drawn: dict[str, Picture]) -> Html:
    n = sum(one.counts.values())
    rows: list[list[Node]] = [
        [answer, f"{one.counts.get(answer, 0):,}", f"{100 * one.counts.get(answer, 0) / n:.1f} %"]
        for answer in range(one.scale[0], one.scale[1] + 1)
    ]
    behind = table(f"{one.name}: answers", ["Answer", "Given", "Share"], rows, {1, 2})
    return _drawn(f"{one.name}: how people answered", f"answers-{one.id}", drawn, behind)


def _times(found: Measured, drawn: dict[str, Picture]) -> Html | None:
    if found.resolution is None:
        return None
    rows: list[list[Node]] = [
        [f"{per} %", figure(found.resolution.time_until(1 - per / 100))]
        for per in (10, 25, 50, 75, 90, 95)
    ]
    unit = found.resolution.unit
    behind = table(f"Resolved within so many {unit}, open cases counted in",
                   ["Share of cases", unit.capitalize()], rows, {1})  # fmt: skip
    return _drawn("Time to resolve", "resolution", drawn, behind)


def _weeks(found: Measured, drawn: dict[str, Picture]) -> Html | None:
    if found.volume is None:
        return None
    rows: list[list[Node]] = [
        [spoken(one.start), f"{one.cases:,}", signal(one.signal, one.whole)]
        for one in found.volume.weeks
    ]
    behind = table("Cases by week", ["Week from", "Cases", "Remarkable"], rows, {1})
    how = found.volume.convention
    note = f"{how[:1].upper()}{how[1:]}."
    return _drawn("Cases by week", "weeks", drawn, behind, f"{found.volume}.", note)


def _score_weeks(found: Measured, drawn: dict[str, Picture]) -> Html | None:
    line = found.score_by_week
    if line is None:
        return None
    rows: list[list[Node]] = [
        [spoken(one.start), figure(one.value, line.decimals), one.n,
         f"{figure(one.low)} to {figure(one.high)}" if one.low is not None else "too few answers",
         signal(one.signal, True)]
        for one in line.points
    ]  # fmt: skip
    columns = ["Week from", f"{line.metric}{line.unit}", "Answers", "Limits", "Remarkable"]
    how = line.limits
    behind = table(f"{line.metric} by week", columns, rows, {1, 2, 3})
    note = f"{how[:1].upper()}{how[1:]}."
    return _drawn(f"{line.metric} by week", "score-weeks", drawn, behind, f"{line}.", note)


def _causes(found: Measured, drawn: dict[str, Picture]) -> Html | None:
    if found.causes is None:
        return None
    rows: list[list[Node]] = [
        [named(one.name), f"{one.count:,}", f"{one.share:.1f} %",
         f"{one.low:.1f} to {one.high:.1f} %", f"{one.cumulative:.1f} %"]
        for one in found.causes.causes[:50]
    ]  # fmt: skip
    more = len(found.causes.causes) - len(rows)
    columns = ["Cause", "Cases", "Share", "Interval", "With those above"]
    behind = table(f"Causes, from the column {found.cause!r}", columns, rows, {1, 2, 3, 4})
    note = f"{counted(more, 'rarer cause')} not in the table." if more > 0 else ""
    return _drawn("What it was about", "causes", drawn, behind, f"{causes_said(found)}.", note)


def _groups(groups: Groups, drawn: dict[str, Picture]) -> Html:
    rows: list[list[Node]] = [list(row) for row in group_rows(groups)]
    columns = group_columns(groups)
    name = f"By {groups.by}"
    picture = drawn.get(f"groups-{groups.by}")
    return join(
        tag("h2", name),
        tag("p", f"The {groups.by} with the most cases comes first. This is no ranking."),
        _figure(f"groups-{groups.by}", picture) if picture else None,
        *(tag("p", f"{one}.") for one in groups.warnings),
        table(f"{name}, most cases first", columns, rows, set(range(1, len(columns)))),
        tag("p", f"Score: {groups.metric}.", class_="quiet") if groups.metric else None,
    )


def _understood(export: Understood) -> Html:
    rows: list[list[Node]] = [
        [one.heading, role_name(one.role), one.because]
        for one in sorted(export.readings, key=lambda one: not one.role)
    ]
    behind = table("What each column was taken for", ["Column", "Read as", "Why"], rows, set())
    return join(
        tag("h2", "How the file was understood"),
        tag("ul", *(tag("li", f"{one[:1].upper()}{one[1:]}.") for one in export.told)),
        _fold(behind, "What each column was taken for, and why"),
    )


def _left_out(export: Understood) -> Html:
    if not export.left_out:
        return join(tag("h2", "Rows left out"), tag("p", "None before measuring."))
    rows: list[list[Node]] = [
        [f"Rows {why}", f"{one.rows:,}", ", ".join(f"{row:,}" for row in one.first if row)]
        for why, one in export.left_out.items()
    ]
    columns = ["Which", "How many", "The first of them"]
    return join(tag("h2", "Rows left out"), table("Rows left out, by reason", columns, rows, {1}))


def _skipped(found: Measured) -> Html | None:
    if not found.skipped:
        return None
    rows: list[list[Node]] = [[what, f"{why[:1].upper()}{why[1:]}"] for what, why in found.skipped]
    return join(
        tag("h2", "Not measured"), table("Figures this file has no data for", ["Figure", "Why"],
                                         rows, set())
    )  # fmt: skip


def _drawn(
    title: str, name: str, drawn: dict[str, Picture], behind: Html, said: str = "", note: str = ""
) -> Html:
    """A heading, the finding, the drawing, and the table behind it under a fold."""
    picture = drawn.get(name)
    words = said or (picture.alt if picture else "")
    return join(
        tag("h2", title),
        tag("p", words) if words else None,
        _figure(name, picture) if picture else None,
        _fold(behind) if picture else behind,
        tag("p", note, class_="quiet") if note else None,
    )


def _figure(name: str, picture: Picture) -> Html:
    # The markup is the drawing room's own; the words in it are escaped there.
    return tag("div", Html(picture.svg(name)), class_="chart")


def _fold(behind: Html, name: str = "The table behind it") -> Html:
    return tag("details", tag("summary", name), behind)
