"""The files are what datapackage.json says, and what the generator writes today."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from course.company import write
from course.company.files.describe import datapackage, readme
from course.company.files.dictionary import dictionary
from course.company.settings import baseline

from .conftest import RECORDS

PACKAGE = json.loads((RECORDS / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {one["name"]: one for one in PACKAGE["resources"]}
PARSERS: dict[str, Any] = {
    "string": str,
    "integer": int,
    "number": float,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "time": time.fromisoformat,
}


def rows_of(name: str) -> list[dict[str, str]]:
    with (RECORDS / RESOURCES[name]["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", RESOURCES)
def test_every_cell_is_as_described(name: str):
    schema, rows = RESOURCES[name]["schema"], rows_of(name)
    assert list(rows[0]) == [field["name"] for field in schema["fields"]]
    for field in schema["fields"]:
        column = [row[field["name"]] for row in rows]
        limits = field.get("constraints", {})
        filled = [cell for cell in column if cell != ""]
        assert not limits.get("required") or len(filled) == len(column), field["name"]
        assert not limits.get("unique") or len(set(filled)) == len(filled), field["name"]
        values = [PARSERS[field["type"]](cell) for cell in set(filled)]
        if field["type"] == "datetime":
            assert all(value.tzinfo is not None for value in values)
        if "enum" in limits:
            assert set(filled) <= set(limits["enum"]), field["name"]
        if "pattern" in limits:
            assert all(re.fullmatch(limits["pattern"], cell) for cell in filled)
        if "minimum" in limits:
            assert min(values) >= limits["minimum"], field["name"]
        if "maximum" in limits:
            assert max(values) <= limits["maximum"], field["name"]
    keys = [tuple(row[part] for part in schema["primaryKey"]) for row in rows]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", RESOURCES)
def test_every_reference_leads_somewhere(name: str):
    for link in RESOURCES[name]["schema"].get("foreignKeys", ()):
        there = link["reference"].get("resource") or name
        known = {row[link["reference"]["fields"][0]] for row in rows_of(there)}
        used = {row[link["fields"][0]] for row in rows_of(name)} - {""}
        assert used <= known, link


def test_description_and_dictionary_are_made_from_tables_yaml():
    for name, make in (("datapackage.json", datapackage), ("README.md", readme)):
        text = (RECORDS / name).read_text(encoding="utf-8")
        assert make(text) == text


def test_values_of_the_description_are_those_of_the_generator():
    told, life = dictionary(), baseline()
    teams = [team.id for team in life.teams]
    columns = told["contacts"].columns
    assert set(columns["topic"].values) == set(life.topics)
    assert columns["team"].values == (*teams, "bot")
    assert told["agents"].columns["team"].values == tuple(teams)
    assert set(told["customers"].columns["region"].values) == set(life.regions)
    assert {*told["customers"].columns["needs"].values, ""} == set(life.needs)


def test_records_are_what_the_generator_writes(tmp_path: Path):
    write(tmp_path)
    for name in dictionary():
        file = f"{name}.csv"
        assert (tmp_path / file).read_bytes() == (RECORDS / file).read_bytes(), file


def test_records_are_plain_and_small():
    files = [RECORDS / f"{name}.csv" for name in dictionary()]
    assert sum(file.stat().st_size for file in files) < 8_000_000
    for file in files:
        content = file.read_bytes()
        assert b"\r" not in content
        assert content.endswith(b"\n")
        assert not content.startswith(b"\xef\xbb\xbf")
