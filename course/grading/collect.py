"""Gathering what was handed in: files found, read, and joined where a trainee sent several."""

import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from course.answers.order import in_order
from course.answers.submission import Refused, Submission, read_header, read_submission

ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
JUNK = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
"""What operating systems leave in folders; neither read nor reported."""


class RefusedFile(Struct, frozen=True, kw_only=True):
    """A file that could not be graded."""

    file: str
    reason: str


class Joined(Struct, frozen=True, kw_only=True):
    """All that one trainee handed in, as one submission."""

    submission: Submission
    files: tuple[str, ...]
    names: tuple[str, ...]
    """The different names the files carry, the newest last."""


def find(paths: Iterable[Path], leave_out: Iterable[Path] = ()) -> list[tuple[str, Path]]:
    """Every file under `paths` with the name to show for it; folders with nothing in them too.

    Args:
        paths: Files, or folders that are searched to the bottom.
        leave_out: Files and folders not to look at: where the results go.
    """
    out = {path.resolve() for path in leave_out}
    found: dict[Path, str] = {}
    for path in paths:
        if not path.is_dir():
            found.setdefault(path, printable(path.name))
            continue
        for place in _inside(path, out):
            found.setdefault(place, printable(place.relative_to(path).as_posix()))
    return sorted((shown, path) for path, shown in found.items())


def _inside(folder: Path, leave_out: set[Path]) -> Iterable[Path]:
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = [
            one for one in sorted(folders)
            if not _junk(one) and (here / one).resolve() not in leave_out
        ]  # fmt: skip
        kept = [here / one for one in files if not _junk(one)]
        yield from (one for one in kept if one.resolve() not in leave_out)
        if not kept and not folders and here != folder:
            yield here


def _junk(name: str) -> bool:
    return name.startswith(".") or name.lower() in JUNK


def collect(found: Sequence[tuple[str, Path]]) -> tuple[list[Joined], list[RefusedFile]]:
    """One submission for each trainee, and the files that are none."""
    read_ones: dict[str, list[Submission]] = {}
    refused: list[RefusedFile] = []
    for shown, path in found:
        try:
            one = read_submission(path)
            if not ID.fullmatch(one.trainee):
                raise Refused("it is not signed with an id that the course makes")
        except Refused as error:
            refused.append(RefusedFile(file=shown, reason=str(error)))
            continue
        one = msgspec.structs.replace(one, file=shown, name=_name(one.name))
        read_ones.setdefault(one.trainee, []).append(one)
    return [join(several) for several in read_ones.values()], refused


class HandedIn(Struct, frozen=True, kw_only=True):
    """The files of one trainee, as far as their headings say."""

    trainee: str
    name: str
    files: tuple[tuple[str, Path], ...]


def by_trainee(
    found: Sequence[tuple[str, Path]],
) -> tuple[list[HandedIn], list[RefusedFile]]:
    """Whose the files are, by name, and those whose heading cannot be used.

    Only headings are kept, so that any number of submissions can be read one after another.
    """
    whose: dict[str, list[tuple[str, Path]]] = {}
    names: dict[str, str] = {}
    refused: list[RefusedFile] = []
    for shown, path in found:
        try:
            header = read_header(path)
        except Refused as error:
            refused.append(RefusedFile(file=shown, reason=str(error)))
            continue
        if not ID.fullmatch(header.trainee):
            refused += collect([(shown, path)])[1]
            continue
        whose.setdefault(header.trainee, []).append((shown, path))
        names[header.trainee] = _name(header.name)
    for trainee, files in whose.items():
        if len(files) > 1:
            # The newest that can be read says what the trainee is called.
            joined, _ = collect(files)
            names[trainee] = joined[0].submission.name if joined else ""
    listed = [
        HandedIn(trainee=trainee, name=names[trainee], files=tuple(files))
        for trainee, files in whose.items()
    ]
    return sorted(listed, key=lambda one: (one.name.casefold(), one.trainee)), refused


def _name(name: str) -> str:
    return printable(name)[:80]


def join(several: Sequence[Submission]) -> Joined:
    """What one trainee handed in at different times, as one: every record once, in order.

    The newest file says what the trainee is called.
    """
    ordered = sorted(several, key=lambda one: one.made)
    newest = ordered[-1]
    names = dict.fromkeys(one.name for one in ordered if one.name)
    back = {line: record for one in ordered for line, record in one.taken_back.items()}
    whole = msgspec.structs.replace(
        newest,
        records=tuple(in_order((one.records for one in ordered), back)),
        taken_back=back,
        spoilt=tuple(dict.fromkeys(spoilt for one in ordered for spoilt in one.spoilt)),
        cut_short=any(one.cut_short for one in ordered),
    )
    return Joined(submission=whole, files=tuple(one.file for one in ordered), names=tuple(names))


def printable(text: str) -> str:
    r"""A name on one line, without control characters or broken letters.

    >>> printable("Asha\n  Verma\x07")
    'Asha Verma'
    """
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(one if one.isprintable() else " " for one in whole).split())
