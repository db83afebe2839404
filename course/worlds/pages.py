"""The page of a lesson without the exercises that a world leaves out."""

from collections.abc import Collection, Iterator, Mapping

from course.exercises import Item
from course.lessons.minutes import of_station
from course.lessons.page import Page, Prose, Station


def cut(text: str, page: Page, kept: Collection[str]) -> str:
    """A page with fewer exercises.

    What leads up to an exercise goes with it, and a station whose last exercise goes, goes whole.

    Args:
        text: The page.
        page: The same, read.
        kept: Ids of the exercises that stay.

    >>> from course.lessons.page import parse
    >>> text = "# T\\n\\n## A\\n\\nOne.\\n\\n@exercise a\\n\\nTwo.\\n\\n@exercise b\\n"
    >>> text += "\\n## B\\n\\n@exercise c\\n"
    >>> print(cut(text, parse(text)[0], ["b"]))
    # T
    <BLANKLINE>
    ## A
    <BLANKLINE>
    Two.
    <BLANKLINE>
    @exercise b
    <BLANKLINE>
    """
    lines = text.splitlines()
    begins = [one.line for one in page.stations[1:]] + [len(lines) + 1]
    gone: set[int] = set()
    for station, until in zip(page.stations, begins, strict=True):
        if station.exercises and not set(station.exercises) & set(kept):
            gone.update(range(station.line, until))
        else:
            gone.update(_gone(station, kept, lines))
    left = [line for number, line in enumerate(lines, 1) if number not in gone]
    # Two blank lines stand where something went from between them.
    whole = [one for one, before in zip(left, ["", *left], strict=False) if one or before]
    return "\n".join([*whole, ""]) if whole and whole[-1] else "\n".join(whole)


def _gone(station: Station, kept: Collection[str], lines: list[str]) -> Iterator[int]:
    before = None
    for part in station.parts:
        if not isinstance(part, Prose) and part.command == "exercise" and part.name not in kept:
            yield part.line
            if isinstance(before, Prose):
                yield from (one for one in before.lines if not lines[one - 1].startswith("#"))
        before = part


def timed(text: str, page: Page, items: Mapping[str, Item]) -> str:
    """A page with the minutes that each of its stations takes.

    Args:
        text: The page.
        page: The same, read.
        items: Its exercises, by id.
    """
    lines = text.splitlines()
    for station in page.stations:
        for at in range(station.line, len(lines)):
            if lines[at].startswith("## "):
                break
            if lines[at].startswith("@minutes "):
                lines[at] = f"@minutes {max(1, round(_minutes(station, items)))}"
                break
    return "\n".join([*lines, ""])


def _minutes(station: Station, items: Mapping[str, Item]) -> float:
    """What a station takes; what its page says where that cannot be measured."""
    try:
        return of_station(station, items)
    except Exception:  # what cannot be read is told of by the lint
        return station.minutes
