"""How the bench is set: table, calculator, choices and filter; and working it out."""

from pathlib import Path

import msgspec

from course.desk.bench import ratings, staying, waiting, worth
from course.desk.bench.fields import Column, Field, Number, Select, Tick, begin
from course.desk.bench.outcome import Outcome
from course.desk.bench.tables import TABLES, Table, read_bench
from course.desk.bench.task import Given
from course.desk.board.months import month_key, month_name, read_month, span
from course.desk.frames import Mask
from course.desk.messages import Named, each
from course.metrics import MetricsError
from course.page.messages import Message

TASKS = {one.id: one for one in (*ratings.TASKS, *waiting.TASKS, *staying.TASKS, *worth.TASKS)}


class Setting(Message, frozen=True, kw_only=True):
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


class ChoiceField(Message, frozen=True, tag_field="kind", tag="choice"):
    """A column or a convention to choose."""

    id: str
    label: str
    value: str
    of: tuple[Named, ...]


class NumberField(Message, frozen=True, tag_field="kind", tag="number"):
    """A number to write."""

    id: str
    label: str
    value: str


class TickField(Message, frozen=True, tag_field="kind", tag="tick"):
    """Something that is done or not."""

    id: str
    label: str
    value: bool


FormField = ChoiceField | NumberField | TickField


class Form(Message, frozen=True):
    """The form as the page draws it."""

    tables: tuple[Named, ...]
    metrics: tuple[Named, ...]
    fields: tuple[FormField, ...]
    where: tuple[Named, ...]
    value: tuple[Named, ...]
    months: tuple[Named, ...]
    setting: Setting


def read_setting(given: Setting, folder: Path, now: Setting) -> Setting:
    """What the page sent; what does not fit the table or the calculator goes back to the start.

    Another calculator brings its own table and its own choices; another table its own columns.
    """
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


def narrowed(setting: Setting, table: Table) -> tuple[Mask, str]:
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
        rows &= frame[setting.where].astype("str") == setting.value
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


def form(setting: Setting, table: Table) -> Form:
    """The form of a setting."""
    first, last = table.months or (0, -1)
    return Form(
        tables=tuple(Named(one, name) for one, name in TABLES.items()),
        metrics=tuple(Named(one.id, one.name) for one in TASKS.values()),
        fields=tuple(_field(one, setting, table) for one in TASKS[setting.metric].fields),
        where=(Named("", "no filter"), *each(tuple(table.values))),
        value=each(tuple(table.values.get(setting.where, ()))),
        months=tuple(
            Named(month_key(one), month_name(one, short=True)) for one in range(first, last + 1)
        ),
        setting=setting,
    )


def _field(field: Field, setting: Setting, table: Table) -> FormField:
    value = setting.values[field.id]
    match field:
        case Column():
            none = Named("", field.optional or "choose a column")
            return ChoiceField(field.id, field.label, str(value), (none, *each(table.columns)))
        case Select():
            of = tuple(Named(one, words) for one, words in field.of)
            return ChoiceField(field.id, field.label, str(value), of)
        case Number():
            return NumberField(field.id, field.label, str(value))
        case Tick():
            return TickField(field.id, field.label, bool(value))
