"""Small desks made up for the tests of the rules of reading: one row a case, in plain steps."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

START = datetime(2026, 2, 2, 9)
Make = Callable[[int], Sequence[str]]


def at(case: int, hours: float = 0) -> str:
    """When a case came in, seven hours after the one before; or so many hours later."""
    return f"{START + timedelta(hours=7 * case + hours):%Y-%m-%d %H:%M}"


def desk(headings: Sequence[str], make: Make, cases: int = 40) -> list[list[str]]:
    """Headings, then a row for each case."""
    return [list(headings), *(list(make(case)) for case in range(cases))]


def mapped(folder: Path, text: str) -> Path:
    """A mapping file in a folder."""
    path = folder / "say.yaml"
    path.write_text(text, encoding="utf-8")
    return path
