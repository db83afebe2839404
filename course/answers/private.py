"""What a course folder keeps for itself is for its owner alone.

On Windows the modes do nothing: there a folder inside the user's own profile is closed to other
accounts by the system, and `course/docs/security.md` says so.
"""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

FOLDER, FILE = 0o700, 0o600


def make_private(folder: Path) -> None:
    """Makes a folder that nobody else may enter, with whatever is above it as usual."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=FOLDER)
    if not folder.is_dir():
        folder.mkdir()  # says what stands in its place


def lent(folder: Path) -> Iterator[Path]:
    """What in `folder`, itself first, another account could look into. Links are not followed."""
    if os.name == "nt" or not folder.is_dir():
        return
    for here, _folders, files in os.walk(folder):
        for path, mode in ((Path(here), FOLDER), *((Path(here, name), FILE) for name in files)):
            with contextlib.suppress(FileNotFoundError):  # a server may just be tidying up
                if not path.is_symlink() and path.stat().st_mode & 0o777 & ~mode:
                    yield path


def tighten(folder: Path) -> list[Path]:
    """Takes from everybody but the owner what is in `folder`; says what could not be taken.

    Somebody else's files in there are none of ours to change, and no reason to stop.
    """
    left: list[Path] = []
    for path in lent(folder):
        try:
            path.chmod(path.stat().st_mode & (FOLDER if path.is_dir() else FILE))
        except OSError:
            left.append(path)
    return left


def opener(path: str, flags: int) -> int:
    """For `open(..., opener=opener)`: a file that is made is for its owner alone."""
    return os.open(path, flags, FILE)
