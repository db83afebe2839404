"""datapackage.json and the data dictionary, both made from tables.yaml."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from course.company.calendar import MONTHS
from course.company.files.dictionary import ColumnTold, TableTold, dictionary
from course.company.settings import parsed, truths

BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"
"""The lines of README.md between which the generated tables stand."""
_TYPES = {"pounds": "number", "clock": "time"}
_WORDS = {
    "string": "text",
    "integer": "integer",
    "number": "number",
    "pounds": "pounds",
    "date": "date",
    "datetime": "date and time",
    "clock": "time of day",
}


def datapackage(kept: str = "", suffix: str = "csv") -> str:
    """The text of datapackage.json.

    Args:
        kept: The text of a datapackage.json whose other tables stay in it as they are.
        suffix: ``"csv"`` or ``"parquet"``.
    """
    before: dict[str, Any] = json.loads(kept) if kept else {}
    others = [one for one in before.get("resources", ()) if one["name"] not in dictionary()]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "marlow-and-finch",
        "title": "Records of Marlow & Finch, an invented company",
        "description": "Tables that the lessons of the customer-care course work with. Nobody in "
        "them exists; see README.md.",
        "licenses": [
            {
                "name": "CC-BY-4.0",
                "title": "Creative Commons Attribution 4.0",
                "path": "https://creativecommons.org/licenses/by/4.0/",
            }
        ],
        "resources": [
            *others,
            *(_resource(name, told, suffix) for name, told in dictionary().items()),
        ],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"


def _resource(name: str, told: TableTold, suffix: str) -> dict[str, Any]:
    file: dict[str, Any] = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8"}
    file["dialect"] = {"delimiter": ",", "header": True}
    if suffix == "parquet":
        file = {"format": "parquet", "mediatype": "application/vnd.apache.parquet"}
    schema: dict[str, Any] = {
        "fields": [_field(column, one, told) for column, one in told.columns.items()],
        "missingValues": [""],
        "primaryKey": list(told.key),
    }
    links = [_link(column, one.to) for column, one in told.columns.items() if one.to]
    if links:
        schema["foreignKeys"] = links
    return {
        "name": name,
        "type": "table",
        "path": f"{name}.{suffix}",
        "title": told.title,
        "description": told.about,
        **file,
        "schema": schema,
    }


def _field(name: str, one: ColumnTold, told: TableTold) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": _TYPES.get(one.type, one.type)}
    if one.type == "datetime":
        field["format"] = "any"
    elif one.type == "clock":
        field["format"] = "%H:%M"
    field["description"] = one.about
    limits: dict[str, Any] = {"required": True} if one.required else {}
    if told.key == (name,):
        limits["unique"] = True
    limits |= {"enum": list(one.values)} if one.values else {}
    for limit in ("minimum", "maximum"):
        if getattr(one, limit) is not None:
            limits[limit] = getattr(one, limit)
    return field | ({"constraints": limits} if limits else {})


def _link(column: str, to: str) -> dict[str, Any]:
    table, _, other = to.partition(".")
    return {"fields": [column], "reference": {"resource": table, "fields": [other]}}


def readme(kept: str = "", suffix: str = "csv") -> str:
    """The text of README.md: what is in a text already written stays, but for the tables.

    >>> readme("# Ours" + chr(10) + BEGIN + chr(10) + END + chr(10)).splitlines()[0]
    '# Ours'
    """
    tables = "\n".join([BEGIN, "", *_tables(suffix), END])
    if BEGIN in kept and END in kept:
        before, rest = kept.split(BEGIN, 1)
        return before + tables + rest.split(END, 1)[1]
    told = parsed("tables.yaml")
    about = kept or f"# {told['title']}\n\n{told['invented']}\n"
    return f"{about.rstrip()}\n\n{tables}\n"


def _tables(suffix: str) -> list[str]:
    told = truths()
    lines = [
        f"## The tables from {_spoken(told.first)} to {_spoken(told.last)}",
        "",
        *parsed("tables.yaml")["about"].splitlines(),
        "",
    ]
    for name, table in dictionary().items():
        lines += [f"### {name}.{suffix}", "", table.about, ""]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        for column, one in table.columns.items():
            lines.append(f"| `{column}` | {_WORDS[one.type]} | {_meaning(column, one, table)} |")
        lines.append("")
    return lines


def _spoken(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _meaning(column: str, one: ColumnTold, told: TableTold) -> str:
    parts = [one.about]
    if one.values:
        parts.append("One of: " + ", ".join(f"`{value}`" for value in one.values) + ".")
    if one.to:
        parts.append(f"Refers to `{one.to}`.")
    if column in told.key and len(told.key) > 1:
        parts.append(f"Unique together with `{next(k for k in told.key if k != column)}`.")
    return " ".join(parts)
