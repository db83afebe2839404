"""Writing files so that a power cut leaves the old one or the new one, never half of one."""

import json
import os
from pathlib import Path
from typing import Any

from course.answers.folder import MARK
from course.answers.private import opener


def write_bytes(path: Path, data: bytes) -> None:
    """Write beside the target, then swap: readers never meet a torn file.

    What lies in `.course` is for its owner alone; it holds the key of a running server.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with open(beside, "wb", opener=opener if MARK in path.parts else None) as file:
            file.write(data)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def write_json(path: Path, value: Any) -> None:
    """Write JSON that a person can read too."""
    text = json.dumps(value, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    write_bytes(path, text.encode("utf-8"))


def read_json(path: Path) -> Any:
    """Read JSON; a missing or damaged file reads as ``None``, for all we keep can be made again."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
