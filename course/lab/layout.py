"""Laying out a trainee's folder: fresh pages in, nothing of the trainee's ever lost.

For each page there are three fingerprints: as it is built now, as it was when it was last put
here, and as it is in the folder. Only a notebook that reads as we left it is replaced, or taken
away where the course no longer has it; one that somebody changed stays, and a fresh copy is put
beside it once.
"""

from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from course.answers.private import make_private, tighten
from course.lab import fingerprint, instructors
from course.lab.errors import CannotStart
from course.lab.files import read_json, write_bytes, write_json
from course.lab.places import Places
from course.lessons.build import Built

_FRESH = " (fresh copy"


@dataclass
class Layout:
    """What was done to a folder."""

    folder: Path
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    kept: dict[str, str | None] = field(default_factory=dict)
    left_over: list[str] = field(default_factory=list)
    left_out: tuple[str, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """What the trainee is told: nothing where nothing of theirs was touched or kept."""
        said = list(self.left_out)
        if self.updated:
            said.append(f"Brought up to date: {_and(self.updated)}.")
        for name, beside in self.kept.items():
            said.append(f"You have your own version of {name}, so it was kept as it is.")
            if beside:
                said.append(f"A fresh copy is beside it: {beside}.")
        said += [
            f"{name} is no longer a page of the course. You had changed it, so it was kept."
            for name in self.left_over
        ]
        return said


def lessons_in(places: Places) -> list[str]:
    """Name the notebooks of the lessons in a folder, in the order of the course."""
    return list(_listed(places, "lessons").values())


def pages_in(places: Places) -> dict[str, str]:
    """The notebooks of the pages that are no lessons, by what they are called, such as ``home``."""
    return _listed(places, "pages")


def _listed(places: Places, what: str) -> dict[str, str]:
    kept = read_json(places.pages)
    listed = kept.get(what) if isinstance(kept, dict) else None
    found = {
        str(one.get("id")): str(one.get("file"))
        for one in (listed if isinstance(listed, list) else ())
        if isinstance(one, dict)
    }
    return {name: file for name, file in found.items() if (places.folder / file).is_file()}


def lay_out(folder: Path, built: Built, *, instructor: bool = False) -> Layout:
    """Put the pages of a course into ``folder`` and make room for answers.

    For an ``instructor`` the notebooks for instructors are put there too, and stay.

    Raises ``CannotStart`` with a plain sentence where the folder cannot be used.
    """
    if not built.notebooks:
        why = " ".join(built.left_out) or "The content lists no lesson."
        raise CannotStart(f"There is no lesson that can be opened. {why}")
    if folder.exists() and not folder.is_dir():
        raise CannotStart(
            f"{folder} is a file, and the course needs a folder. Choose another name."
        )
    places = Places(folder)
    try:
        for made in (places.hidden, places.answers, places.run):
            make_private(made)
        tighten(places.hidden)
        done = _place_all(places, built, instructor)
        ours = _read_record(places)
        more = (one for one in instructors.PAGES if one.file in ours)
        listed = {"lessons": built.lessons, "pages": (*built.pages, *more)}
        write_json(places.pages, msgspec.to_builtins(listed))
        return done
    except OSError as error:
        where = error.filename or folder
        raise CannotStart(
            f"The course cannot write to {where} ({error.strerror or error}). "
            "Choose a folder of your own, or ask whoever looks after this computer."
        ) from error


def _place_all(places: Places, built: Built, instructor: bool) -> Layout:
    done = Layout(places.folder, left_out=built.left_out)
    record = _read_record(places)
    notebooks = {**built.notebooks, **instructors.notebooks_for(record, instructor=instructor)}
    for name, data in notebooks.items():
        _place(done, record.setdefault(name, {}), places.folder / name, data)
        # Written after every notebook: an interruption must not make ours look like theirs.
        write_json(places.shipped, record)
    for name in sorted(set(record) - set(notebooks)):
        # The record lies in the trainee's folder, and a name in it must lead nowhere else.
        if Path(name).name == name and _take_away(done, record[name], places.folder / name):
            del record[name]
    write_json(places.shipped, record)
    return done


def _place(done: Layout, entry: dict[str, str], target: Path, data: bytes) -> None:
    exact, words = fingerprint.of_bytes(data), fingerprint.of_words(data)
    entry.pop("told", None)
    # lexists in spirit: a folder or a dangling link of that name is somebody's, too.
    if not target.exists() and not target.is_symlink():
        write_bytes(target, data)
        done.added.append(target.name)
    else:
        here = fingerprint.of_words(target.read_bytes()) if target.is_file() else ""
        if here not in (words, entry.get("words")):
            done.kept[target.name] = _put_beside(entry, target, data, exact)
            return
        if entry.get("exact") not in (None, exact):
            write_bytes(target, data)
            if here != words:
                done.updated.append(target.name)
    entry.update(exact=exact, words=words)


def _take_away(done: Layout, entry: dict[str, str], target: Path) -> bool:
    """Remove a page that the course no longer has, if it is as we left it or gone already."""
    if not target.is_file():
        return not target.exists()
    if fingerprint.of_words(target.read_bytes()) != entry.get("words"):
        if not entry.get("told"):
            done.left_over.append(target.name)
            entry["told"] = "yes"
        return False
    target.unlink()
    done.removed.append(target.name)
    return True


def _put_beside(entry: dict[str, str], target: Path, data: bytes, exact: str) -> str | None:
    """Put a fresh copy beside a changed notebook, once for each version of the page."""
    if entry.get("fresh") == exact:
        return None
    words = fingerprint.of_words(data)
    for number in range(1, 1000):
        suffix = ")" if number == 1 else f" {number})"
        beside = target.with_name(f"{target.stem}{_FRESH}{suffix}{target.suffix}")
        there = beside.exists() or beside.is_symlink()
        # Going back and forth between two contents must not add a copy each time.
        same = beside.is_file() and fingerprint.of_words(beside.read_bytes()) == words
        if there and not same:
            continue
        if not there:
            write_bytes(beside, data)
        entry["fresh"] = exact
        return beside.name
    return None


def _read_record(places: Places) -> dict[str, dict[str, str]]:
    record = read_json(places.shipped)
    if not isinstance(record, dict):
        return {}
    return {str(name): dict(entry) for name, entry in record.items() if isinstance(entry, dict)}


def _and(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
