"""Everything that was understood and measured, as plain data for other programs."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import DecodeError, Struct, ValidationError, to_builtins
from msgspec.json import decode

from course.exports.errors import ExportError
from course.exports.figures.changes import Changes, Last, Then
from course.exports.figures.results import Measured
from course.exports.understood import Understood

VERSION = 1


def record(export: Understood, found: Measured, changed: Changes | None = None) -> dict[str, Any]:
    """What was understood and measured; it names and quotes no customer and no agent.

    `version` goes up when a field changes its meaning or goes away. A number that could not
    be worked out is null.
    """
    return {
        "version": VERSION,
        "file": export.name,
        "product": export.product or None,
        "read": list(export.told),
        "rows": export.rows,
        "cases": len(export.frame),
        "left_out": {why: to_builtins(one) for why, one in export.left_out.items()},
        "columns": [
            {"heading": one.heading, "role": one.role or None, "because": one.because}
            for one in export.readings
        ],
        "figures": [to_builtins(one) for one in found.figures],
        "answers": [
            {**to_builtins(one), "counts": {str(k): v for k, v in one.counts.items()}}
            for one in found.answers
        ],
        "weeks": _weeks(found),
        "causes": _causes(found),
        "groups": [to_builtins(one) for one in found.groups],
        "score_by_week": _trend(found),
        "changed": _changed(changed),
        "not_measured": [{"what": what, "why": why} for what, why in found.skipped],
    }


def as_json(export: Understood, found: Measured, changed: Changes | None = None) -> bytes:
    """The record as JSON, in UTF-8."""
    text = json.dumps(_finite(record(export, found, changed)), ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8", "replace")


class _Week(Struct):
    start: date
    cases: int


class _Weeks(Struct):
    weeks: tuple[_Week, ...]


class _Record(Struct):
    version: int
    file: str
    figures: tuple[Then, ...]
    weeks: _Weeks | None = None


def read_record(path: Path) -> Last:
    """The record of an export that was measured before.

    Raises:
        ExportError: If it is not there, or is no record that `course measure` wrote.
    """
    told = "Give the file that ends in -measured.json, which course measure wrote beside the page"
    try:
        found = decode(path.read_bytes(), type=_Record)
    except OSError as error:
        raise ExportError(f"{path} cannot be read ({error.strerror}). {told}.") from None
    except (ValidationError, DecodeError, UnicodeDecodeError):
        raise ExportError(f"{path.name} is no record of measured cases. {told}.") from None
    if found.version != VERSION:
        raise ExportError(
            f"{path.name} is a record of version {found.version}, and this course reads version "
            f"{VERSION}: measure that export again."
        )
    weeks = found.weeks.weeks if found.weeks else ()
    return Last(found.file, found.figures, tuple(one.start for one in weeks if one.cases))


def _changed(changed: Changes | None) -> dict[str, Any] | None:
    if changed is None:
        return None
    return {
        "since": changed.file,
        "convention": changed.convention,
        "changes": [to_builtins(one) for one in changed.changes],
        "not_compared": [{"what": what, "why": why} for what, why in changed.apart],
        "notes": list(changed.notes),
    }


def _weeks(found: Measured) -> dict[str, Any] | None:
    if found.volume is None:
        return None
    return {**to_builtins(found.volume), "convention": found.volume.convention}


def _causes(found: Measured) -> dict[str, Any] | None:
    if found.causes is None:
        return None
    return {
        "column": found.cause,
        "n": found.causes.n,
        "missing": found.causes.missing,
        "few": len(found.causes.few),
        "causes": [
            {"name": str(one.name), "count": one.count, "share": one.share, "low": one.low,
             "high": one.high, "cumulative": one.cumulative}
            for one in found.causes.causes
        ],
    }  # fmt: skip


def _trend(found: Measured) -> dict[str, Any] | None:
    line = found.score_by_week
    if line is None:
        return None
    return {
        "metric": line.metric,
        "centre": line.centre,
        "levels": [to_builtins(one) for one in line.levels],
        "weeks": [to_builtins(one) for one in line.points],
        "limits": line.limits,
    }


def _finite(data: Any) -> Any:
    """Without numbers that JSON has no word for."""
    if isinstance(data, dict):
        return {str(key): _finite(one) for key, one in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(one) for one in data]
    if isinstance(data, float) and not -1e308 < data < 1e308:
        return None
    return data
