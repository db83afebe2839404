"""`course new`: begins a lesson, an exercise or a conversation of one's own."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.cli.sorry import DONE, REFUSED, Sorry

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

DEFAULT = "my-lessons"
"""The content folder that is begun where none is named and we stand in none."""


def arguments(verbs: "Verbs") -> None:
    """Says what `course new` understands."""
    new = verbs.add_parser("new", help="begin a lesson, an exercise or a conversation")
    things = new.add_subparsers(required=True, metavar="lesson|exercise|scenario")

    one = _thing(things, "lesson", new_lesson, "a lesson; with none of your own yet, a folder too")
    one.add_argument("name", metavar="NAME", help="small letters, figures, hyphens: late-parcel")

    one = _thing(things, "exercise", new_exercise, "an exercise, in a lesson and on its page")
    one.add_argument("kind", metavar="KIND", help="choice, sort, rank, number, reply or dialogue")
    one.add_argument("name", metavar="NAME", help="small letters, figures, hyphens: first-words")
    _lesson_argument(one)

    one = _thing(things, "scenario", new_scenario, "a conversation, with its test plan")
    one.add_argument("name", metavar="NAME", help="small letters, figures, hyphens: late-parcel")
    _lesson_argument(one)


def new_lesson(given: argparse.Namespace) -> int:
    """Lays out a lesson."""
    from course.authors.begin import new_lesson as begin

    content = _content(given)
    return _told(content, lambda: begin(content, given.name))


def new_exercise(given: argparse.Namespace) -> int:
    """Adds an exercise to a lesson."""
    from course.authors.begin import new_exercise as begin

    content = _content(given)
    return _told(content, lambda: begin(content, given.kind, given.name, given.lesson))


def new_scenario(given: argparse.Namespace) -> int:
    """Adds a conversation to a lesson: the exercise that plays it, and its scenario."""
    given.kind = "dialogue"
    return new_exercise(given)


def _told(content: Path, begin: Callable[[], list[Path]]) -> int:
    """Begins something, and says which files it is and what to do with them."""
    from course.authors.begin import NotBegun
    from course.docs import AUTHORS
    from course.lessons import ContentError

    before = {*content.glob("*.yaml"), *content.glob("*/page.md")}
    try:
        files = begin()
    except (NotBegun, ContentError) as error:
        raise Sorry(str(error), REFUSED) from None
    for path in files:
        print(f"{'Changed' if path in before else 'Made'} {path}")
    print(f"Open them in an editor. What to do with them: {AUTHORS}")
    print(f"Check them: course lint {content}")
    shown = [path for path in files if path.parent.name == "exercises"]
    print(f"See one:    course start --preview {shown[0]}")
    print(f"See all:    course start try-it --content {content}")
    return DONE


def _content(given: argparse.Namespace) -> Path:
    """The folder named, else the content folder we stand in, else `my-lessons` here."""
    from course.lessons.load import ORDER
    from course.lessons.part import root_of

    named: Path | None = given.content
    if named is not None:
        if named.exists() and not named.is_dir():
            raise Sorry(f"{named} is a file. Name a folder with --content.")
        return named
    here = root_of(Path.cwd())
    return here if (here / ORDER).is_file() else Path(DEFAULT)


def _thing(
    things: "Verbs", name: str, verb: Callable[[argparse.Namespace], Any], told: str
) -> argparse.ArgumentParser:
    one = things.add_parser(name, help=told)
    one.add_argument(
        "--content", type=Path, metavar="DIR",
        help=f"your content folder; without it, the one you are in, else ./{DEFAULT}",
    )  # fmt: skip
    one.set_defaults(verb=verb)
    return one


def _lesson_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--in", dest="lesson", required=True, metavar="LESSON", help="the lesson it stands in"
    )
