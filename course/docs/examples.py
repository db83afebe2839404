"""What each code of the lint looks like in a file: one example that has it and one that has not."""

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from course.yaml_text import parse

FOLDER = Path(__file__).parent / "lint" / "examples"


class Besides(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What else must be so for an example to mean anything."""

    file: str
    text: str
    passage: str = ""
    """What the text replaces; empty where it is the whole file."""
    only: str = ""
    """``bad`` or ``good`` where it goes with one of the two; empty for both."""


class Example(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A passage of a sound course, put wrongly and put rightly."""

    found: str
    """Where the lint finds it: ``first/page.md:7``."""
    file: str
    """The file that the passage stands in."""
    passage: str | None = None
    """The words that either side replaces; None where a side is the whole file."""
    bad: str | None
    """None where the file is not there."""
    good: str | None = None
    """None for the passage as it stands; without a passage, that the file is not there."""
    besides: tuple[Besides, ...] = ()
    limit: int | None = None
    """Fewer states than the lint walks through by itself, so that an example can be small."""

    def side(self, name: str) -> str | None:
        """The text of ``bad`` or ``good``; None where the file is not there."""
        if name == "bad":
            return self.bad
        return self.passage if self.good is None else self.good


@cache
def example(code: str) -> Example:
    """The example of a code.

    Raises:
        FileNotFoundError: where it has none.

    >>> example("CC012").found
    'first/page.md:11'
    """
    data, _ = parse((FOLDER / f"{code}.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(data, Example)
