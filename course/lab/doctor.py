"""What is wrong with an installation or a course folder, in sentences, and what to do about it.

Nothing here changes anything: the trial answer is written beside the trainee's own, and taken away.
"""

import os
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from course.answers import FolderLog, answers_folder, open_session
from course.answers.private import lent
from course.exercises import best
from course.lab import extensions
from course.lab.places import Places
from course.lab.server import find
from course.lessons import ContentError, Course, load_course

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

PACKAGE = "customer-care-course"
PARTS = ("anywidget", "fsrs", "ipywidgets", "jupyterlab", "matplotlib", "msgspec", "narwhals",
         "pandas", "pyarrow", "pyyaml", "scipy")  # fmt: skip
LEAST_SPACE = 50_000_000
"""Bytes that should be free: a course takes two, and a full disk keeps no answer."""


class Checked(Struct, frozen=True):
    """One thing that was looked at."""

    said: str
    mend: str = ""
    """What to do; empty where nothing is wrong."""

    def __str__(self) -> str:
        return f"WRONG: {self.said} {self.mend}" if self.mend else self.said


def examine(folder: Path, content: Path | None = None) -> list[Checked]:
    """Looks at everything that has kept a course from opening or an answer from being kept."""
    places = Places(folder.resolve())
    return [
        *_versions(), *_extensions(), *_folder(places), *_modes(places), *_trial(places, content),
        *_answers(places), *_shadows(places), _privacy(),
    ]  # fmt: skip


def _versions() -> Iterator[Checked]:
    system = f"Python {platform.python_version()} on {platform.system()} {platform.release()}"
    yield Checked(f"{system}, run by {sys.executable}.")
    wanted = _required()
    for name in (PACKAGE, *PARTS):
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            if name == PACKAGE:
                yield Checked(f"{name} is run from its own folder, and is not installed.")
            else:
                yield Checked(f"{name} is not installed.", "Install the course again.")
            continue
        if name in wanted and not wanted[name].contains(version, prereleases=True):
            yield Checked(f"{name} {version} is too old or too new.", "Install the course again.")
        else:
            yield Checked(f"{name} {version}")


def _required() -> "dict[str, SpecifierSet]":
    """By name: the versions that the course works with."""
    from packaging.requirements import Requirement

    try:
        listed = [Requirement(one) for one in metadata.requires(PACKAGE) or ()]
    except metadata.PackageNotFoundError:
        return {}
    return {one.name: one.specifier for one in listed if one.marker is None}


def _extensions() -> Iterator[Checked]:
    found = extensions.installed(extensions.searched())
    for name in extensions.NEEDED:
        if name not in found:
            yield Checked(f"The part {name} of JupyterLab is missing.", "Install the course again.")
    others = sorted(set(found) - {*extensions.NEEDED, extensions.OURS})
    if others:
        yield Checked(f"Also in JupyterLab, and kept out of the course: {', '.join(others)}.")


def _folder(places: Places) -> Iterator[Checked]:
    folder = places.folder
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "is not there yet"
        yield Checked(f"{folder} {what}.", f'Run: course start "{folder}"')
        return
    for place in (folder, places.hidden, places.answers, places.run):
        if place.exists() and not _writable(place):
            yield Checked(f"Nothing can be written to {place}.", "Choose a folder of your own.")
    free = shutil.disk_usage(folder).free
    if free < LEAST_SPACE:
        yield Checked(f"Only {free / 1e6:.0f} MB are free on its disk.", "Make room.")
    running = find(places) is not None
    yield Checked(
        f"The folder is {folder}; the course is {'' if running else 'not '}running in it."
    )


def _writable(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"x")
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        return False
    return True


def _modes(places: Places) -> Iterator[Checked]:
    if os.name == "nt":
        yield Checked("Windows itself decides who may look into the folder; see the security page.")
        return
    open_ones = list(lent(places.hidden))
    # Behind a closed door the mode of a file lets nobody in; Jupyter's own copies have that of
    # their notebook, and are closed at the next start.
    if places.hidden in open_ones:
        shown = open_ones[0].relative_to(places.folder)
        yield Checked(
            f"Other accounts could look into {len(open_ones)} of the course's own files, "
            f"{shown} among them.", f'Run: course start "{places.folder}"',
        )  # fmt: skip
    elif places.hidden.is_dir():
        yield Checked("What the course keeps is for your account alone.")


def _trial(places: Places, content: Path | None) -> Iterator[Checked]:
    """An answer written where the trainee's would be, and read back."""
    where = places.folder if places.folder.is_dir() else None
    try:
        course = load_course(content)
        with tempfile.TemporaryDirectory(prefix=".course-trial-", dir=where) as made:
            wrong = _try(course, Path(made))
    except (OSError, ContentError, LookupError, ValueError) as error:
        wrong = str(error)
    if wrong:
        yield Checked(f"A trial answer was not kept: {wrong}", "Show this to your instructor.")
    else:
        yield Checked("A trial answer was written and read back.")


def _try(course: Course, folder: Path) -> str:
    item = next(one for one in course.items() if one.kind.scenario is None and one.key is not None)
    given = best(item)
    open_session(course, folder).answer(item.id, given)
    kept = [one.answer for one in open_session(course, folder).history(item.id).attempts]
    return "" if len(kept) == 1 else f"{len(kept)} came back instead of one."


def _answers(places: Places) -> Iterator[Checked]:
    if not places.answers.is_dir():
        return
    try:
        read = FolderLog(answers_folder(places.folder), "").read()
    except OSError as error:
        yield Checked(f"The answers cannot be read: {error}.", "Ask who looks after this computer.")
        return
    newer = sum(one.newer for _, one in read.spoilt)
    if newer:
        yield Checked(f"A newer course wrote {newer} of the records.", "Update the course.")
    lost = [f"{name}, line {one.line}: {one.reason}" for name, one in read.spoilt if not one.newer]
    yield Checked(f"{len(read.records):,} records of your work can be read.")
    yield from (Checked(f"A record that cannot be used was passed over: {one}.") for one in lost)


def _shadows(places: Places) -> Iterator[Checked]:
    names = {"course", *PARTS, *sys.stdlib_module_names}
    there = sorted(places.folder.glob("*")) if places.folder.is_dir() else []
    found = [
        one.name for one in there
        if one.stem in names and (one.suffix == ".py" or (one / "__init__.py").is_file())
    ]  # fmt: skip
    if found:
        yield Checked(
            f"Called like parts of Python: {', '.join(found)}. The course passes them over; your "
            "own notebooks may not, so other names are better."
        )


def _privacy() -> Checked:
    told = Path(__file__).resolve().parents[1] / "docs" / "privacy.md"
    return Checked(f"What is kept of you, and how to erase it: {told}")


def page(findings: list[Checked], when: str) -> str:
    """What was found as one page of text, without answers, names or keys."""
    wrong = [one for one in findings if one.mend]
    said = "\n".join(f"- {_hidden(str(one))}" for one in findings)
    return (
        f"# Customer care: how the course is doing on one computer\n\n{when}\n\n"
        f"{len(wrong)} wrong. No answers are in this page.\n\n{said}\n"
    )


def _hidden(text: str) -> str:
    """Whoever reads the page need not know what the account is called."""
    return re.sub(rf"{re.escape(str(Path.home()))}(?=[/\\\s]|$)", "~", text)
