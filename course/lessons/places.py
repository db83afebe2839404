"""Where notebooks, records and lessons are: in a checkout, or in an installed wheel."""

import os
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shared_folder(name: str) -> Path:
    """The folder `notebooks` or `datasets`: beside the package in a checkout, else inside it.

    The checkout comes first, because an editable install can leave a stale copy behind.
    """
    checkout = _PACKAGE.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    return _PACKAGE / "_share" / name


def is_inside(folder: Path, path: Path) -> bool:
    """Whether a path leads to something in `folder`, links included.

    What the package carries is ours, however an installer has laid it out: some make each file
    a link into a store of theirs. Names from content must have no `..` in them before they come
    here.
    """
    if _PACKAGE in path.parents and ".." not in path.parts:
        return True
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a name that is none, or links in a circle
        return False


def notebooks_folder() -> Path:
    """Where the notebooks as shipped are."""
    return shared_folder("notebooks")


def records_folder() -> Path:
    """Where the company's records are."""
    return shared_folder("datasets")


def content_folder() -> Path:
    """Where the lessons are: the folder named by COURSE_CONTENT, else the package's own."""
    named = os.environ.get("COURSE_CONTENT")
    return Path(named) if named else shipped_folder()


def shipped_folder() -> Path:
    """Where the lessons are that the package carries, whatever is taught with it."""
    return _PACKAGE / "lessons"
