"""Finding the trainee's folder, and whether answers can be in it."""

import os
from pathlib import Path

from course.answers.told import Unusable

MARK = ".course"


def find_folder(start: Path | None = None) -> Path | None:
    """COURSE_FOLDER, else the nearest parent that holds ``.course/``; None where there is none.

    A kernel runs in its notebook's own folder, so `start` defaults to the working one.
    """
    named = os.environ.get("COURSE_FOLDER")
    if named:
        return Path(named)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / MARK).is_dir():
            return folder
    return None


def answers_folder(folder: Path) -> Path:
    """Where the answer files of a course folder are."""
    return folder / MARK / "answers"


def inspect(folder: Path) -> None:
    """Looks whether a course folder is one, or may become one.

    Raises:
        Unusable: where something else is in its place, or nobody may look inside, or it is no path.
    """
    if not _is_path(folder):
        raise Unusable(
            f"{folder!r} is no folder's path. Give a pathlib.Path, such as Path('my-course'), or "
            "None to keep answers in memory only."
        )
    for path in (folder, folder / MARK, answers_folder(folder)):
        try:
            path.stat()
        except FileNotFoundError:
            if not path.is_symlink():
                return
            raise Unusable(
                f"{path} is a link to something that is not there. Bring back what it leads to, "
                "or remove the link; then start the course again."
            ) from None
        except OSError as error:
            raise refusal(path, error) from None
        if not path.is_dir():
            raise Unusable(
                f"{path} is a file, and the course needs a folder. Move the file away, or choose "
                "another folder; then start the course again."
            )
        if not os.access(path, os.R_OK | os.X_OK):
            raise refusal(path, PermissionError(13, "Permission denied"))


def refusal(path: Path | str, error: OSError) -> Unusable:
    """What to say where the system does not let us at a path."""
    return Unusable(
        f"The course cannot use {path} ({error.strerror or error}). Choose a folder of your own, "
        "or ask whoever looks after this computer."
    )


def _is_path(folder: object) -> bool:
    """Whether it is what it should be; asked of an object, as what is handed in may be anything."""
    return isinstance(folder, Path)
