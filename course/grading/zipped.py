"""Hand-ins in a zip, as Moodle, Canvas, Blackboard and a colleague's mail give them.

What is inside is never unpacked under a name of its own, so no name can lead out of the folder. It
is counted while it is read: what a zip says about its sizes is not believed.
"""

import os
import re
import stat
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import count
from pathlib import Path, PurePosixPath

from msgspec import Struct

from course.answers.submission import LARGEST
from course.grading.names import is_junk, printable

DEEPEST = 2
"""Zips inside each other: what the system gives, and one that a trainee made."""
MOST_FOLDERS = 12
"""Folders inside each other."""
MOST = 20_000
"""Files in all zips of one run."""
ALL = 4 * 1024**3
"""Bytes in all zips of one run, unpacked: 20,000 hand-ins of the whole course have 1 GB."""
CHUNK = 1024 * 1024


class RefusedFile(Struct, frozen=True, kw_only=True):
    """A file that could not be graded."""

    file: str
    reason: str


class _No(ValueError):
    """Why a file in a zip is not taken, in a sentence."""


class Unpacking:
    """Takes hand-ins out of zips into one folder, within limits that hold for all of them.

    Args:
        into: A folder of its own, for its owner alone.
    """

    def __init__(self, into: Path) -> None:
        self._into, self._names = into, count()
        self._files, self._bytes = 0, 0
        self.refused: list[RefusedFile] = []

    def files(self, shown: str, path: Path, depth: int = 1) -> Iterator[tuple[str, Path]]:
        """What is in a zip: the name to show for each file, and where it lies now."""
        try:
            with zipfile.ZipFile(path) as packed:
                every = packed.infolist()
                besides = companions([one.filename for one in every])
                inside = [one for one in every if not one.is_dir() and one.filename not in besides]
                if not inside:
                    self._refuse(shown, "there is nothing in it to grade")
                for one in inside:
                    yield from self._one(packed, one, shown, depth)
        except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
            self._refuse(shown, "it is named .zip and cannot be opened; download it again")

    def _one(
        self, packed: zipfile.ZipFile, one: zipfile.ZipInfo, zip_shown: str, depth: int
    ) -> Iterator[tuple[str, Path]]:
        shown = f"{zip_shown}/{printable(one.filename)[:200]}"
        try:
            _allowed(one)
            path = self._taken(packed, one)
        except _No as error:
            self._refuse(shown, str(error))
            return
        if not is_zip(one.filename):
            yield shown, path
        elif depth < DEEPEST:
            yield from self.files(shown, path, depth + 1)
        else:
            self._refuse(shown, "it is a zip inside a zip inside a zip; unpack it first")

    def _taken(self, packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> Path:
        self._files += 1
        if self._files > MOST:
            raise _No(f"there are more than {MOST:,} files in what was given; grade it in parts")
        path = self._into / f"{next(self._names):06}"
        most = LARGEST * (5 if is_zip(one.filename) else 1)
        size = 0
        try:
            with packed.open(one) as source, path.open("xb") as file:
                while some := source.read(CHUNK):
                    size += len(some)
                    self._bytes += len(some)
                    if size > most:
                        raise _No(f"it unpacks to more than {most // 1024**2} MB; no hand-in does")
                    if self._bytes > ALL:
                        raise _No(f"all that was given unpacks to more than {ALL // 1024**3} GB; "
                                  "grade it in parts")  # fmt: skip
                    file.write(some)
        except _No:
            path.unlink()
            raise
        except Exception:
            # Each way of packing has errors of its own, such as zlib.error and lzma.LZMAError.
            path.unlink(missing_ok=True)
            raise _No("it is damaged inside the zip; download the zip again") from None
        _dated(path, one)
        return path

    def _refuse(self, file: str, reason: str) -> None:
        self.refused.append(RefusedFile(file=file, reason=reason))


def _dated(path: Path, one: zipfile.ZipInfo) -> None:
    """Gives a file the date that it has in the zip; dates there have no zone."""
    try:
        when = datetime(*one.date_time).timestamp()
    except (ValueError, OverflowError, OSError):
        when = 0.0
    os.utime(path, (when, when))


def is_zip(name: str) -> bool:
    """Whether a name is that of a zip."""
    return name.lower().endswith(".zip")


def _allowed(one: zipfile.ZipInfo) -> None:
    parts = PurePosixPath(one.filename.replace("\\", "/")).parts
    if ".." in parts or one.filename.startswith(("/", "\\")) or re.match("[A-Za-z]:", parts[0]):
        raise _No("its name leads out of the zip")
    if len(parts) > MOST_FOLDERS:
        raise _No(f"it lies more than {MOST_FOLDERS} folders deep")
    kind = stat.S_IFMT(one.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise _No("it is a link or no file; only files can be handed in")
    if one.flag_bits & 1:
        raise _No("it is locked with a password; ask for it without one")


def companions(names: Sequence[str]) -> set[str]:
    """What a learning system or a computer puts beside the hand-ins, by itself.

    Blackboard gives a text for each attempt, Moodle the text typed into its page, nbgrader a time.

    >>> attempt = "HW_asha_attempt_2026-01-05-09-00-00"
    >>> companions([f"{attempt}.txt", f"{attempt}_a.jsonl", "notes.txt"])
    {'HW_asha_attempt_2026-01-05-09-00-00.txt'}
    """
    return {one for one in names if _made_by_itself(one, names)}


def _made_by_itself(name: str, names: Sequence[str]) -> bool:
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if any(is_junk(part) for part in parts if part != ".."):
        return True
    if "assignsubmission_onlinetext" in name or parts[-1:] == ("timestamp.txt",):
        return True
    stem = name.removesuffix(".txt")
    return bool(_ATTEMPT.search(name)) and any(one.startswith(f"{stem}_") for one in names)


_ATTEMPT = re.compile(r"_attempt_\d{4}(-\d\d){5}\.txt$")
