"""Which results an instructor's folder shows, and how it knows."""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from course.answers import MARK
from course.answers.private import make_private, opener

FILE = "results.json"


class _Named(Struct, frozen=True):
    results: str


def remember(folder: Path, results: Path) -> None:
    """Has the notebooks of a course folder show these results from now on.

    Raises:
        OSError: where the disk says no.
    """
    hidden = folder / MARK
    make_private(hidden)
    part = hidden / f".{FILE}.part"
    with open(part, "wb", opener=opener) as file:
        file.write(msgspec.json.encode(_Named(str(results.resolve()))))
    os.replace(part, hidden / FILE)


def remembered(folder: Path | None) -> Path | None:
    """The results that a course folder shows; None where nobody has named any."""
    if folder is None:
        return None
    try:
        named = msgspec.json.decode((folder / MARK / FILE).read_bytes(), type=_Named)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None
    return Path(named.results)
