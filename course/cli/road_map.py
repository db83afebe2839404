"""`course map`: a conversation drawn as a map, and told in words."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.sorry import DONE, Sorry

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

SUFFIX = "-map.svg"


def arguments(verbs: "Verbs") -> None:
    """Says what `course map` understands."""
    one = verbs.add_parser("map", help="draw a conversation, and tell where each line leads")
    one.add_argument("scenario", metavar="SCENARIO", help="its name, or its file")
    one.add_argument("--content", type=Path, metavar="DIR", help="lessons of your own")
    one.add_argument("--out", type=Path, metavar="DIR", help="where the picture goes; else here")
    one.add_argument(
        "--pairs", action="store_true",
        help="print every two lines that can follow each other, to read aloud; draw nothing",
    )  # fmt: skip
    one.set_defaults(verb=draw)


def draw(given: argparse.Namespace) -> int:
    """Prints the map of a conversation in words, and writes its picture."""
    from course.authors.conversation import content_of, find, read
    from course.lab.files import write_bytes
    from course.lessons import ContentError, load_course
    from course.lessons.alone import NoExercise
    from course.reports.road_map_picture import picture
    from course.reports.road_map_words import text
    from course.scenarios.exploration.pairs import printed
    from course.scenarios.exploration.road_map import road_map

    try:
        course = load_course(content_of(given.scenario, given.content))
        scenario = read(course, find(course, given.scenario))
    except (NoExercise, ContentError) as error:
        raise Sorry(str(error)) from None
    print("Walking through every conversation; a long one takes some seconds.", file=sys.stderr)
    if given.pairs:
        print(f"# {scenario.id}", *printed(scenario), sep="\n")
        return DONE
    made = road_map(scenario)
    path = (given.out or Path()) / f"{scenario.id}{SUFFIX}"
    if path.exists() and not _is_ours(path):
        raise Sorry(f"{path} is there already, and is no map. Move it away, or use --out.")
    print(text(made))
    write_bytes(path, picture(made).encode())
    print(f"The picture, to open in a browser: {path}")
    return DONE


def _is_ours(path: Path) -> bool:
    """Whether a file is a map that was drawn earlier; such a one is drawn anew."""
    return path.is_file() and b'id="map-title"' in path.read_bytes()[:500]
