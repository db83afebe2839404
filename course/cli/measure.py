"""`course measure FILE`: shows what was understood, measures, and writes two files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from course.cli.waiting import Waiting

if TYPE_CHECKING:
    from course.exports import Ask, Question

DONE, REFUSED, WRONG_USE = 0, 1, 2


def measure(
    path: Path,
    *,
    out: Path | None = None,
    mapping: Path | None = None,
    ask: Ask | None = None,
    zone: str | None = None,
    day_first: bool | None = None,
    compare: Path | None = None,
) -> int:
    """Measure an export of a help desk and return an exit code.

    What was understood is printed first, then the figures; a page (HTML) and a record (JSON)
    are written. Nothing that is there already is overwritten.

    Args:
        path: The export: CSV or other text, Excel or Parquet, also packed; or a folder of them.
        out: The folder for the two files, made if it is not there; by default the working folder.
        mapping: A YAML file that says what the columns are.
        ask: Answers questions; `asker()` gives one that asks on the terminal. Without it, a doubt
            that matters ends with code 2 and names the option that settles it.
        zone: As for `course.exports.understand`.
        day_first: As for `course.exports.understand`.
        compare: The record (JSON) of an export that was measured before: what changed since then
            by more than chance does is said first.
    """
    from course.exports import (
        Doubt,
        ExportError,
        Question,
        changes,
        measure_cases,
        read_record,
        understand,
    )
    from course.exports import tables as told
    from course.reports.measured import write_measured

    waiting = Waiting()
    try:
        last = read_record(compare) if compare else None
        try:
            export = understand(
                path, mapping=mapping, ask=ask, zone=zone, day_first=day_first, watch=waiting
            )
        finally:
            waiting.done()
        print(told.understood(export))
        if ask is not None:
            go_on = Question("Measure it like this?", (("y", "yes"), ("n", "no")), "")
            if ask(go_on) != "y":
                print("Nothing was measured. A mapping file (--mapping) says what columns are.")
                return REFUSED
        found = measure_cases(export)
    except Doubt as doubt:
        print(doubt, file=sys.stderr)
        return WRONG_USE
    except ExportError as error:
        print(error, file=sys.stderr)
        return REFUSED
    changed = changes(last, found) if last else None
    print()
    if changed:
        print(told.changed(changed), end="\n\n")
    print(told.measured(found))
    print()
    for written in write_measured(out or Path(), export, found, changed):
        print(written)
    return DONE


def asker() -> Ask | None:
    """Somebody to ask, if a person sits at the terminal."""
    return ask_on_terminal if sys.stdin.isatty() and sys.stdout.isatty() else None


def ask_on_terminal(question: Question) -> str:
    """Put a question on the terminal until one of its answers comes back."""
    print(question.text)
    for heading, cells in question.cells.items():
        print(f"  {heading}: {', '.join(cells)}")
    for key, meaning in question.answers:
        print(f"  {key}  {meaning}" if key != meaning else f"  {key}")
    while True:
        try:
            answer = input("> ").strip()
        except EOFError:
            return ""
        keys = [key for key, _ in question.answers]
        if not keys or answer in keys:
            return answer
        print(f"Please answer with one of: {', '.join(keys)}.")
