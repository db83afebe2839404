"""How the bench is set: table, calculator, choices and filter; and working it out."""

from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from course.desk.bench import ratings, staying, waiting, worth
from course.desk.bench.fields import Column, Number, Select, Tick, begin
from course.desk.bench.outcome import Outcome
from course.desk.bench.tables import TABLES, TIMES, Table, read_bench
from course.desk.bench.task import Given, Task
from course.desk.board.months import month_key, month_name, read_month, span
from course.metrics import MetricsError

TASKS = {one.id: one for one in (*ratings.TASKS, *waiting.TASKS, *staying.TASKS, *worth.TASKS)}
View = dict[str, Any]


class Setting(Struct, frozen=True, kw_only=True):
    """Everything that was chosen on the bench."""

    table: str
    metric: str
    values: dict[str, str | bool] = {}
    where: str = ""
    """A column to narrow the table down by."""
    value: str = ""
    """What that column is to hold."""
    start: str = ""
    """First month, such as ``2025-11``; empty for the first there is."""
    end: str = ""


def read_setting(value: Any, folder: Path, now: Setting) -> Setting:
    """What the page sent; what does not fit the table or the calculator goes back to the start.

    Another calculator brings its own table and its own choices; another table its own columns.
    """
    try:
        given = msgspec.convert(value, Setting)
    except msgspec.ValidationError:
        return now
    if given.table not in TABLES or given.metric not in TASKS:
        return now
    if given.metric != now.metric:
        table = TASKS[given.metric].table if given.table == now.table else given.table
        given = msgspec.structs.replace(given, table=table, values={})
    elif given.table != now.table:
        given = msgspec.structs.replace(given, values={})
    return settled(given, read_bench(folder, given.table))


def settled(given: Setting, table: Table) -> Setting:
    """The same with a value for every field of its calculator and nothing else."""
    task = TASKS[given.metric]
    values: dict[str, str | bool] = {}
    for field in task.fields:
        kept = given.values.get(field.id)
        usual = begin(field, table.columns)
        match field:
            case Column():
                fits = kept in table.columns or (kept == "" and bool(field.optional))
            case Select():
                fits = kept in [one for one, _ in field.of]
            case Number():
                fits = isinstance(kept, str)
            case Tick():
                fits = isinstance(kept, bool)
        values[field.id] = kept if fits and kept is not None else usual
    where = given.where if given.where in table.values else ""
    inside = table.values.get(where, ())
    value = given.value if given.value in inside else (inside[0] if inside else "")
    start, end = given.start, given.end
    if table.months is None:
        start = end = ""
    elif start and end and end < start:
        start = end
    return msgspec.structs.replace(
        given, values=values, where=where, value=value, start=start, end=end
    )


def narrowed(setting: Setting, table: Table) -> tuple[Any, str]:
    """A mask of the rows that the filter leaves, and the filter in words; empty without one."""
    frame = table.frame
    rows = frame[table.columns[0]].notna() | True
    words = []
    if table.months and (setting.start or setting.end):
        first = read_month(setting.start) or table.months[0]
        last = read_month(setting.end) or table.months[1]
        rows &= frame["month"].between(first, last)
        words.append(span(first, last))
    if setting.where:
        rows &= frame[setting.where] == setting.value
        words.append(f"{setting.where} is {setting.value}")
    return rows, ", ".join(words)


def work(setting: Setting, table: Table) -> tuple[Outcome | None, str]:
    """The number, or the sentence that says why there is none."""
    task = TASKS[setting.metric]
    chosen, words = narrowed(setting, table)
    given = Given(
        rows=table.frame[chosen], whole=table.frame, chosen=chosen, narrowed=bool(words),
        values=setting.values, fields=task.fields,
    )  # fmt: skip
    try:
        return task.work(given), ""
    except MetricsError as error:
        return None, str(error)


def in_words(setting: Setting, table: Table) -> str:
    """What was worked on, and every choice that is not a column, as one line."""
    task = TASKS[setting.metric]
    _, filtered = narrowed(setting, table)
    said = [f"{setting.table}{f', only {filtered}' if filtered else ''}"]
    for field in task.fields:
        value = setting.values[field.id]
        match field:
            case Column():
                said.append(f"{_lower(field.label)} {value or field.optional or 'nothing'}")
            case Select() if field.id == "boxes" and setting.values.get("measure") == "mean":
                continue
            case Select():
                said.append(f"{_lower(field.label)} {dict(field.of)[str(value)]}")
            case Number() if str(value).strip():
                said.append(f"{_lower(field.label)}: {value}")
            case Tick() if value:
                said.append(_lower(field.label))
    return "; ".join(said)


def _lower(label: str) -> str:
    return label[0].lower() + label[1:]


def form(setting: Setting, table: Table) -> View:
    """The form as the page draws it."""
    task: Task = TASKS[setting.metric]
    months: list[View] = []
    if table.months:
        months = [
            {"id": month_key(one), "name": month_name(one, short=True)}
            for one in range(table.months[0], table.months[1] + 1)
        ]
    return {
        "tables": [{"id": one, "name": name} for one, name in TABLES.items()],
        "metrics": [{"id": one.id, "name": one.name} for one in TASKS.values()],
        "fields": [_field(one, setting, table) for one in task.fields],
        "where": [{"id": "", "name": "no filter"}]
        + [{"id": one, "name": one} for one in table.values],
        "value": [{"id": one, "name": one} for one in table.values.get(setting.where, ())],
        "months": months,
        "time": TIMES.get(table.name, ""),
        "setting": {name: getattr(setting, name) for name in setting.__struct_fields__},
    }


def _field(field: Any, setting: Setting, table: Table) -> View:
    made: View = {"id": field.id, "label": field.label, "value": setting.values[field.id]}
    match field:
        case Column():
            none = field.optional or "choose a column"
            columns = [{"id": one, "name": one} for one in table.columns]
            return made | {"kind": "choice", "of": [{"id": "", "name": none}, *columns]}
        case Select():
            return made | {"kind": "choice", "of": [{"id": a, "name": b} for a, b in field.of]}
        case Number():
            return made | {"kind": "number"}
        case _:
            return made | {"kind": "tick"}
