"""`course xapi`: what was handed in, as statements for a record store."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.cli.sorry import DONE, REFUSED, WRONG_USE, Sorry

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]

LOGIN = "COURSE_XAPI_LOGIN"
"""Where `name:password` stands: an argument could be read by whoever lists what runs here."""


def arguments(verbs: "Verbs") -> None:
    """Says what `course xapi` understands."""
    one = verbs.add_parser("xapi", help="write or send what was handed in, as xAPI statements")
    one.add_argument("submissions", type=Path, nargs="+", help="files, folders or zips of them")
    where = one.add_mutually_exclusive_group(required=True)
    where.add_argument(
        "--out", type=Path, metavar="FILE",
        help="a new file: one JSON array, or a statement a line where it ends in .jsonl",
    )  # fmt: skip
    where.add_argument(
        "--to", metavar="URL",
        help="a record store on this machine, such as http://127.0.0.1:8100/xapi; or https://",
    )  # fmt: skip
    one.add_argument("--names", action="store_true", help="put names beside the trainees' ids")
    one.add_argument(
        "--home", metavar="URL", help="what names of activities and accounts begin with"
    )
    one.add_argument("--key", type=Path, metavar="KEY", help="a content folder with the keys")
    one.set_defaults(verb=tell)


def tell(given: argparse.Namespace) -> int:
    """Writes or sends a statement for each try, conversation ended and station met."""
    from course.grading.xapi import HOME, BadStore, Told, send, statements, store_at
    from course.lessons import ContentError, load_course

    missing = [path for path in (*given.submissions, given.key) if path and not path.exists()]
    if missing:
        raise Sorry(f"There is nothing called {missing[0]}.", WRONG_USE)
    if given.out and given.out.exists():
        raise Sorry(f"{given.out} is there already. Choose another name or move it away.")
    home = given.home or HOME
    if not home.startswith(("https://", "http://")):
        raise Sorry("--home is an address that begins with https:// or http://.", WRONG_USE)
    told = Told()
    try:
        store = store_at(given.to) if given.to else None
        course = load_course(given.key) if given.key else load_course()
        made = statements(course, given.submissions, told, home=home, names=given.names)
        many = send(made, store, os.environ.get(LOGIN, "")) if store else _write(made, given.out)
    except (BadStore, ContentError) as error:
        raise Sorry(str(error)) from None
    for one in told.refused:
        print(f"Refused: {one.file}: {one.reason}.", file=sys.stderr)
    trainees = f"{told.trainees} {'trainee' if told.trainees == 1 else 'trainees'}"
    print(f"{many:,} statements about {trainees}: {given.to or given.out}")
    return REFUSED if told.refused else DONE


def _write(made: Iterable[dict[str, Any]], path: Path) -> int:
    """Writes a new file of statements, one after the other; returns how many."""
    import json

    lines = path.suffix == ".jsonl"
    many = 0

    def each() -> Iterator[str]:
        nonlocal many
        for many, one in enumerate(made, start=1):
            before = "" if lines else "[\n" if many == 1 else ",\n"
            yield before + json.dumps(one, ensure_ascii=False) + ("\n" if lines else "")
        if not lines:
            yield "\n]\n" if many else "[]\n"

    # Under its name only when it is whole.
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="\n") as file:
            file.writelines(each())
        beside.rename(path)
    finally:
        beside.unlink(missing_ok=True)
    return many
