"""`course copy`: lessons of the course to change, and what has changed in the course since."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.sorry import DONE, WRONG_USE, Sorry

if TYPE_CHECKING:
    from course.authors.copying import Copy

    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def arguments(verbs: "Verbs") -> None:
    """Says what `course copy` understands."""
    one = verbs.add_parser("copy", help="copy lessons of the course, to change them")
    one.add_argument("folder", type=Path, metavar="DIR", help="your content folder")
    one.add_argument(
        "--lessons", metavar="NAMES", help="the lessons to copy, with commas; else all"
    )
    two = one.add_mutually_exclusive_group()
    two.add_argument(
        "--take", nargs="+", metavar="FILE",
        help="take these files over as they are in the course now, where you have not changed them",
    )  # fmt: skip
    two.add_argument(
        "--seen", nargs="*", metavar="FILE",
        help="say that you have seen what changed in the course in these files, or in all",
    )  # fmt: skip
    one.set_defaults(verb=copy)


def copy(given: argparse.Namespace) -> int:
    """Copies lessons, or says what is done about changes in the course."""
    from course.authors import copying
    from course.lessons import ContentError

    folder: Path = given.folder
    if folder.exists() and not folder.is_dir():
        raise Sorry(f"{folder} is a file. Name a folder.", WRONG_USE)
    if given.lessons is not None and (given.take or given.seen is not None):
        raise Sorry("Name lessons to copy, or files to take or to see; not both.", WRONG_USE)
    try:
        if given.take:
            for name, before in copying.take(folder, given.take):
                print(f"Took over {folder / name}")
                if before is not None:
                    print(f"Its comments were not all the course's: it is kept as {before}.")
        elif given.seen is not None:
            noted = copying.seen(folder, given.seen)
            for name in noted:
                print(f"Seen {folder / name}")
            if not noted:
                print("Nothing has changed in the course since you last looked.")
        else:
            _told(folder, copying.copy(folder, _names(given.lessons)))
    except (copying.NotCopied, ContentError) as error:
        raise Sorry(str(error)) from None
    return DONE


def _told(folder: Path, made: "Copy") -> None:
    for name in made.kept:
        print(f"{folder / name} is there already, and was left as it is.")
    print(f"Copied {made.files} files into {folder}. Lessons: {', '.join(made.lessons) or 'none'}.")
    print(f"Change them in an editor, then: course lint {folder}")


def _names(given: str | None) -> list[str] | None:
    return None if given is None else [one.strip() for one in given.split(",") if one.strip()]
