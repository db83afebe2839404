"""What was handed in, found: files, folders searched to the bottom, and zips opened."""

import os
import shutil
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path

from course.grading.names import is_junk, printable
from course.grading.zipped import RefusedFile, Unpacking, companions, is_zip


class Found:
    """The files under some paths, each with the name to show for it.

    What lay in a zip stays unpacked, in a folder for its owner alone, for as long as this lives.

    Args:
        paths: Files, zips, or folders.
        leave_out: Files and folders not to look at: where the results go.
    """

    def __init__(self, paths: Iterable[Path], leave_out: Iterable[Path] = ()) -> None:
        files = find(paths, leave_out)
        besides = companions([shown for shown, _ in files])
        self.files = [one for one in files if one[0] not in besides]
        self.refused: list[RefusedFile] = []
        if any(is_zip(path.name) for _, path in self.files):
            self._unpack()

    def _unpack(self) -> None:
        into = Path(tempfile.mkdtemp(prefix="course-"))
        weakref.finalize(self, shutil.rmtree, into, ignore_errors=True)
        unpacking = Unpacking(into)
        files: list[tuple[str, Path]] = []
        for shown, path in self.files:
            opened = is_zip(path.name) and path.is_file()
            files += unpacking.files(shown, path) if opened else [(shown, path)]
        self.files, self.refused = sorted(files), unpacking.refused


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
            if not is_junk(one) and (here / one).resolve() not in leave_out
        ]  # fmt: skip
        kept = [here / one for one in files if not is_junk(one)]
        yield from (one for one in kept if one.resolve() not in leave_out)
        if not kept and not folders and here != folder:
            yield here
