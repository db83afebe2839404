"""`course progress`: who is stuck, and where, while a course is still going on."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.sorry import DONE, REFUSED, WRONG_USE, Sorry

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


def arguments(verbs: "Verbs") -> None:
    """Says what `course progress` understands."""
    one = verbs.add_parser("progress", help="see who is stuck, by station: no mark, no text")
    one.add_argument(
        "files", type=Path, nargs="+",
        help="files handed in half-way, folders or zips of them, or course folders of your own",
    )  # fmt: skip
    one.add_argument("--csv", type=Path, metavar="FILE", help="also write it as a table")
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.set_defaults(verb=progress)


def progress(given: argparse.Namespace) -> int:
    """Prints how far people are with each station, and who is stuck."""
    from course.answers.submission import write_new
    from course.grading.halfway import halfway
    from course.lessons import ContentError, load_course

    missing = [path for path in given.files if not path.exists()]
    if missing:
        raise Sorry(f"There is nothing called {missing[0]}.", WRONG_USE)
    if given.content is not None and not given.content.is_dir():
        raise Sorry(f"There is no content folder called {given.content}.", WRONG_USE)
    try:
        course = load_course(given.content.resolve() if given.content else None)
        if not course.lessons:
            raise Sorry(f"{course.folder} holds no lesson.")
        found = halfway(course, given.files, [given.csv] if given.csv else [])
    except ContentError as error:
        raise Sorry(str(error)) from None
    for refused in found.refused:
        print(f"Not counted: {refused.file}: {refused.reason}.", file=sys.stderr)
    for line in found.lines():
        print(line)
    if given.csv is not None:
        print(write_new(given.csv, found.sheet()))
    return REFUSED if found.refused else DONE
