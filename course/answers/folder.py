"""Finding the trainee's folder."""

import os
from pathlib import Path

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
