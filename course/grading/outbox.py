"""Writing results into a folder without ever touching what somebody else has put or changed."""

import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import msgspec

MARK = ".course-results.json"
"""Names the files that are ours, with the hashes of each as we wrote it."""
FILLED_IN = "review.csv"
"""The one file that an instructor is asked to change."""

Ours = dict[str, list[str]]


class Occupied(Exception):
    """The folder holds something of somebody else's under a name that is needed."""


def put(folder: Path, files: Mapping[str, bytes] | Iterable[tuple[str, bytes]]) -> list[str]:
    """Writes files into `folder` and takes away our own from an earlier time.

    A `review.csv` that was changed since stays as it is; the new one goes beside it.

    Args:
        folder: Where they go.
        files: Their bytes by path, or pieces of them in order: however many files there are, one
            piece is held at a time. All are made before the first takes its place.

    Returns:
        Sentences on what was kept.

    Raises:
        Occupied: where a file that is needed is not ours or was changed; nothing is written then.
        OSError: where the disk says no.
    """
    if folder.exists() and not folder.is_dir():
        raise Occupied(f"{folder} is a file. Give --out a folder.")
    pieces = files.items() if isinstance(files, Mapping) else files
    there = folder.is_dir()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".course-results-", dir=folder) as aside:
            return _take_place(folder, _made(Path(aside), pieces))
    finally:
        if not there and not any(folder.iterdir()):
            folder.rmdir()


class _Made(NamedTuple):
    """A file that waits to take its place."""

    path: Path
    hash: str


def _made(aside: Path, pieces: Iterable[tuple[str, bytes]]) -> dict[str, _Made]:
    """Writes the pieces into files beside each other, by the names they are to have."""
    hashes: dict[str, Any] = {}
    paths: dict[str, Path] = {}
    for name, data in pieces:
        if name not in paths:
            paths[name] = aside / str(len(paths))
            hashes[name] = hashlib.sha256()
        hashes[name].update(data)
        with paths[name].open("ab") as file:
            file.write(data)
    return {name: _Made(path, hashes[name].hexdigest()) for name, path in paths.items()}


def _take_place(folder: Path, made: Mapping[str, _Made]) -> list[str]:
    ours = _ours(folder)
    chosen: dict[str, _Made] = {}
    said: list[str] = []
    for name, one in made.items():
        place = name
        if not _free(folder, name, ours):
            if name != FILLED_IN:
                raise Occupied(
                    f"{folder / name} is not ours to overwrite: it was changed, or was there "
                    "before. Move it away, or give --out another folder."
                )
            place = _beside(folder, name, ours)
            said.append(
                f"Your {name} was kept as it is, and the new one is {place}. "
                f"To count its points, give it with --reviews."
            )
        chosen[place] = one
    # Listed before they are written, so that after an interruption they are still known as ours.
    hashes = {name: [one.hash] for name, one in chosen.items()}
    _note(
        folder, {name: [*ours.get(name, ()), *hashes.get(name, ())] for name in {**ours, **hashes}}
    )
    for name, one in chosen.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(one.path, path)
    for name in set(ours) - set(chosen):
        if _free(folder, name, ours):
            (folder / name).unlink(missing_ok=True)
    _note(folder, hashes)
    return said


def _free(folder: Path, name: str, ours: Ours) -> bool:
    """Whether a name may be written: nothing is there, or what we wrote and nobody changed."""
    path = folder / name
    # A link would carry the writing to a place that nobody named.
    if path.is_symlink() or (name.count("/") and path.parent.is_symlink()):
        return False
    if not path.exists():
        return True
    if not path.is_file():
        return False
    return _hash(path.read_bytes()) in ours.get(name, ())


def _beside(folder: Path, name: str, ours: Ours) -> str:
    path = PurePosixPath(name)
    number = 2
    while not _free(folder, f"{path.stem}-{number}{path.suffix}", ours):
        number += 1
    return f"{path.stem}-{number}{path.suffix}"


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    os.replace(part, path)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _ours(folder: Path) -> Ours:
    try:
        listed = msgspec.json.decode((folder / MARK).read_bytes(), type=Ours)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}
    # A list that names places outside the folder is not one that we wrote.
    return {name: hashes for name, hashes in listed.items() if _within(name)}


def _within(name: str) -> bool:
    path = PurePosixPath(name)
    return (
        not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name
    )


def _note(folder: Path, ours: Ours) -> None:
    _write(folder / MARK, msgspec.json.encode(ours, order="sorted") + b"\n")
