"""Laying out a trainee's folder: fresh notebooks in, nothing of the trainee's ever lost.

For each shipped notebook there are three fingerprints: as it is shipped now, as it was when it
was last put here, and as it is in the folder. Only a notebook that reads as we left it is
replaced; one that somebody changed stays, and a fresh copy is put beside it once.
"""

from dataclasses import dataclass, field
from pathlib import Path

from course.lab import fingerprint
from course.lab.errors import CannotStart
from course.lab.files import read_json, write_bytes, write_json
from course.lab.places import Places

_FRESH = " (fresh copy"


@dataclass
class Layout:
    """What was done to a folder."""

    folder: Path
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    kept: dict[str, str | None] = field(default_factory=dict)

    @property
    def sentences(self) -> list[str]:
        """What the trainee is told: nothing where nothing of theirs was touched or kept."""
        said = []
        if self.updated:
            said.append(f"Brought up to date: {_and(self.updated)}.")
        for name, beside in self.kept.items():
            said.append(f"You have your own version of {name}, so it was kept as it is.")
            if beside:
                said.append(f"A fresh copy is beside it: {beside}.")
        return said


def lessons_in(folder: Path) -> list[str]:
    """Name the notebooks of a folder in course order; fresh copies are not part of the course."""
    return sorted(
        path.name
        for path in folder.glob("[0-9][0-9]-*.ipynb")
        if path.is_file() and _FRESH not in path.name
    )


def lay_out(folder: Path, notebooks: Path) -> Layout:
    """Put the shipped notebooks into ``folder`` and make room for answers.

    Raises ``CannotStart`` with a plain sentence where the folder cannot be used.
    """
    names = lessons_in(notebooks) if notebooks.is_dir() else []
    if not names:
        raise CannotStart(
            f"The course's own notebooks were not found in {notebooks}. "
            "Installing the course again should put them back."
        )
    if folder.exists() and not folder.is_dir():
        raise CannotStart(
            f"{folder} is a file, and the course needs a folder. Choose another name."
        )
    places = Places(folder)
    try:
        places.answers.mkdir(parents=True, exist_ok=True)
        places.run.mkdir(parents=True, exist_ok=True)
        return _place_all(places, notebooks, names)
    except OSError as error:
        where = error.filename or folder
        raise CannotStart(
            f"The course cannot write to {where} ({error.strerror or error}). "
            "Choose a folder of your own, or ask whoever looks after this computer."
        ) from error


def _place_all(places: Places, notebooks: Path, names: list[str]) -> Layout:
    done = Layout(places.folder)
    record = _read_record(places)
    for name in names:
        data = (notebooks / name).read_bytes()
        _place(done, record.setdefault(name, {}), places.folder / name, data)
        # Written after every notebook: an interruption must not make ours look like theirs.
        write_json(places.shipped, record)
    return done


def _place(done: Layout, entry: dict[str, str], target: Path, data: bytes) -> None:
    exact, words = fingerprint.of_bytes(data), fingerprint.of_words(data)
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
            done.updated.append(target.name)
    entry.update(exact=exact, words=words)


def _put_beside(entry: dict[str, str], target: Path, data: bytes, exact: str) -> str | None:
    """Put a fresh copy beside a changed notebook, once for each shipped version."""
    if entry.get("fresh") == exact:
        return None
    for number in range(1, 1000):
        suffix = ")" if number == 1 else f" {number})"
        beside = target.with_name(f"{target.stem}{_FRESH}{suffix}{target.suffix}")
        if not beside.exists() and not beside.is_symlink():
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
