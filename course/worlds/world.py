"""What the folder of a world says."""

from pathlib import Path
from typing import Any

from msgspec import Struct

from course.lessons.decode import Source, is_file, read_text
from course.worlds.wording import Row

WORLD = "world.yaml"
"""The file that says what a world is called and which words it has."""
ROWS = "words.yaml"
"""The file of a lesson of a world with rows for one exercise each."""
TRADE = "trade-words.yaml"
"""The file with the words of the trade that the lessons live in."""
HERE = Path(__file__).parent
"""The folder of the worlds that the course ships."""


class World(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A trade that the lessons can be told in."""

    company: str
    """The company that the lessons live in there."""
    trade: str
    """What it does, in one word: 'bank'."""
    lessons: dict[str, tuple[str, ...]]
    """Ids of the exercises that it has, by lesson; all others are left out."""
    words: tuple[Row, ...] = ()
    """What the lessons say, and what is said here. A singular row is one for the plural too."""
    rights_left_out: tuple[str, ...] = ()
    """Lines of the rights card that do not hold in this trade: nothing rests on them here."""
    keeps: dict[str, tuple[str, ...]] = {}
    """Words of the other trade that may stay, each with the exercises where they may; an empty
    list says that they may stay everywhere."""


class Worded(Struct, frozen=True, kw_only=True):
    """A world with its folder, read."""

    folder: Path
    world: World
    rows: dict[str, dict[str, tuple[Row, ...]]]
    """Rows for one exercise, by lesson and exercise; 'page' is the page of the lesson."""

    def own(self, lesson: str, room: str, name: str) -> str | None:
        """The text of a file that this world writes anew; None where it does not."""
        path = self.folder / lesson / room / name
        return read_text(path, f"{lesson}/{room}/{name}") if is_file(path) else None


def shipped() -> tuple[str, ...]:
    """Names of the worlds that the course ships.

    >>> shipped()
    ('bank', 'telecom')
    """
    return tuple(sorted(one.parent.name for one in HERE.glob(f"*/{WORLD}")))


def find(named: str) -> Path | None:
    """The folder of a shipped world of that name, else the folder named; None for neither."""
    for one in (HERE / named, Path(named)):
        if is_file(one / WORLD):
            return one
    return None


def read_world(folder: Path) -> Worded:
    """A world from its folder.

    Raises:
        ContentError: where a file of it cannot be used.
    """
    source = _source(folder, WORLD)
    world = source.convert(source.data, World)
    rows = {}
    for lesson in world.lessons:
        name = f"{lesson}/{ROWS}"
        if is_file(folder / name):
            one = _source(folder, name)
            rows[lesson] = one.convert(one.data, dict[str, tuple[Row, ...]])
    return Worded(folder=folder, world=world, rows=rows)


def trade_words() -> dict[str, tuple[str, ...]]:
    """Words of the trade that the lessons live in."""
    source = _source(HERE, TRADE)
    found: Any = source.convert(source.data, dict[str, tuple[str, ...]])
    return dict(found)


def _source(folder: Path, name: str) -> Source:
    shown = f"{folder.name}/{name}"
    return Source(shown, read_text(folder / name, shown))
