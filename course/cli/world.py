"""`course world`: the lessons of another trade, written as a content folder of their own."""

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.sorry import DONE, REFUSED, WRONG_USE, Sorry

if TYPE_CHECKING:
    from course.worlds import Made
    from course.worlds.making import How

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

TOLD: dict["How", str] = {
    "same": "as they are",
    "words": "by words",
    "rows": "by rows",
    "own": "written anew",
}
"""What became of exercises, as it is printed."""


def arguments(verbs: "Verbs") -> None:
    """Says what `course world` understands."""
    one = verbs.add_parser("world", help="write the lessons for a bank, or another trade")
    one.add_argument(
        "world", nargs="?", metavar="WORLD",
        help="its name, or the folder of one of your own; without it, names are listed",
    )  # fmt: skip
    one.add_argument("--out", type=Path, metavar="DIR", help="the content folder to write")
    one.set_defaults(verb=world)


def world(given: argparse.Namespace) -> int:
    """Writes the content folder of a world, and says what became of the exercises."""
    from course.worlds import shipped

    if given.world is None:
        print("\n".join(shipped()))
        return DONE
    folder = folder_of(given.world)
    if given.out is None:
        raise Sorry("Say with --out where the lessons go.", WRONG_USE)
    told(written(folder, given.out))
    print(f"Check them: course lint {given.out}")
    print(f"See them:   course start try-it --content {given.out}")
    return DONE


def folder_of(named: str) -> Path:
    """The folder of a world, by its name or its path."""
    from course.worlds import find, shipped

    folder = find(named)
    if folder is None:
        names = ", ".join(shipped())
        raise Sorry(
            f"There is no world called '{named:.60}'. There are: {names}. Or name a folder "
            "with a world.yaml in it.",
            WRONG_USE,
        )
    return folder


def written(folder: Path, out: Path) -> "Made":
    """Writes a world's content, or says why it cannot be written."""
    from course.lessons import ContentError
    from course.worlds import NotMade, make

    try:
        return make(folder, out)
    except (ContentError, NotMade) as error:
        raise Sorry(str(error), REFUSED) from None


def told(made: "Made") -> None:
    """Prints how many exercises a world has, and what became of them."""
    for lesson, how in made.how.items():
        counts = Counter(how.values())
        said = ", ".join(f"{counts[one]} {words}" for one, words in TOLD.items())
        left = len(made.left_out[lesson])
        print(f"{lesson}: {len(how)} of {len(how) + left} exercises ({said}), {left} left out")
