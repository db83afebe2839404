"""The answer log: append-only files, one per kernel session, merged when read. No locks."""

import codecs
import errno
import os
import secrets
from io import FileIO
from pathlib import Path
from typing import Protocol

from course.answers.folder import refusal
from course.answers.logged import Logged
from course.answers.private import FILE, make_private
from course.answers.record import Entry, chain, encode


class Log(Protocol):
    """Somewhere to keep records."""

    saved: bool
    """Whether what is appended survives this process."""
    refused: list[str]
    """Hashes of lines that could not be taken back, to be declared void when the disk works."""

    def append(self, record: Entry) -> None:
        """Keeps a record; returns once it is safe."""

    def raw(self) -> dict[str, list[bytes]]:
        """The lines so far, from this session and others, by the name of their file."""

    def read(self) -> Logged:
        """All records so far, from this session and others."""

    def changed(self) -> bool:
        """Whether another session has added something since `read`."""

    def last(self) -> bytes:
        """The raw line before the next one in this session's file."""


class MemoryLog:
    """Keeps records for as long as the process lives; used outside a course folder."""

    saved = False

    def __init__(self) -> None:
        self.refused: list[str] = []
        self._lines: list[bytes] = []

    def append(self, record: Entry) -> None:
        """Keeps a record in memory."""
        self._lines.append(encode(record))

    def raw(self) -> dict[str, list[bytes]]:
        """The lines of this process."""
        return {"": list(self._lines)}

    def read(self) -> Logged:
        """The records of this process."""
        return Logged(self.raw())

    def changed(self) -> bool:
        """Never: nobody else can write here."""
        return False

    def last(self) -> bytes:
        """The last line, as it would be on disk."""
        return self._lines[-1] if self._lines else b""


class FolderLog:
    """Keeps records in a folder, in a file of this session's own.

    Args:
        folder: Where the files are, usually ``.course/answers``.
        started: UTC start of the session, which names the file.
    """

    saved = True

    def __init__(self, folder: Path, started: str) -> None:
        self.folder, self._started = folder, started
        self.refused: list[str] = []
        self._seen: dict[str, int] = {}
        self._there = folder.is_dir()
        self._begin()

    def _begin(self) -> None:
        stamp = "".join(letter for letter in self._started if letter.isdigit())[:14]
        self.path = self.folder / f"{stamp}-{os.getpid()}-{secrets.token_hex(3)}.jsonl"
        self._last, self._whole, self._size = b"", True, 0

    def append(self, record: Entry) -> None:
        """Writes one line and waits until the disk has it. It takes as long however much is there.

        Raises:
            OSError: where the disk says no; nothing of the line counts then.
        """
        self._make_room()
        self._look()
        # A line that failed half-way must not run into the next one.
        torn = bool(self._last) and not self._whole
        line = encode(record)
        data = (b"\n" if torn else b"") + line + b"\n"
        try:
            self._put(data)
        except _Stuck as error:
            self.refused.append(chain(line))
            self._begin()
            raise error.cause from None
        self._last, self._whole, self._size = line, True, self._size + len(data)
        self._seen[self.path.name] = self._size

    def _make_room(self) -> None:
        """Makes the folder once. One that is gone since was moved, and must not come back empty."""
        if self._there and not self.folder.is_dir():
            problem = "the course folder was moved or renamed; start the course again"
            raise FileNotFoundError(errno.ENOENT, problem, str(self.folder))
        make_private(self.folder.parent)
        make_private(self.folder)
        self._there = True

    def _look(self) -> None:
        """How this session's file ends, read again only where somebody else has changed it."""
        if self._size == (self.path.stat().st_size if self.path.exists() else 0):
            return
        raw = self.path.read_bytes() if self.path.exists() else b""
        self._last, self._size = (lines(raw) or [b""])[-1], len(raw)
        self._whole = raw.endswith(b"\n")

    def _put(self, data: bytes) -> None:
        """All of `data` on disk, or the file as long as it was and an OSError."""
        if not self._size:
            self.path.touch(FILE)
        with self.path.open("ab", buffering=0) as file:
            try:
                if file.write(data) != len(data):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
                os.fsync(file.fileno())
            except OSError as error:
                # What the trainee is told is not saved must not turn up at the next reading.
                try:
                    take_back(file, self._size)
                except OSError:
                    raise _Stuck(error) from None
                raise

    def raw(self) -> dict[str, list[bytes]]:
        """The lines of every file in the folder, by its name."""
        files: dict[str, list[bytes]] = {}
        for path in log_files(self.folder):
            try:
                raw = path.read_bytes()
            except OSError as error:
                raise refusal(path, error) from None
            files[path.name] = lines(raw)
            self._seen[path.name] = len(raw)
        return files

    def read(self) -> Logged:
        """The records of every file in the folder, in the order in which they happened."""
        return Logged(self.raw(), self.refused)

    def changed(self) -> bool:
        """Whether a file has appeared or grown since `read`."""
        return {one.name: one.stat().st_size for one in _entries(self.folder)} != self._seen

    def last(self) -> bytes:
        """The last line of this session's file, torn or whole."""
        self._look()
        return self._last


class _Stuck(Exception):
    """The disk refused a line, and would not take back what it had of it."""

    def __init__(self, cause: OSError) -> None:
        self.cause = cause


def log_files(folder: Path) -> list[Path]:
    """The files of a log, by name; what is no file is passed over."""
    return [folder / one.name for one in _entries(folder)]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    # A look at the folder tells what is a file; a trainee of a year has hundreds to ask about.
    try:
        with os.scandir(folder) as found:
            files = [one for one in found if one.name.endswith(".jsonl") and one.is_file()]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(files, key=lambda one: one.name)


def take_back(file: FileIO, length: int) -> None:
    """Cuts off what was written of a refused line."""
    file.truncate(length)


def lines(raw: bytes) -> list[bytes]:
    """Raw lines of a file; the end of the last one may be missing.

    Mail, version control and editors on Windows change the ends of lines and put a mark before
    the first. No line that the course writes begins or ends so, and nothing is lost with them.

    >>> lines(b"one\\ntwo"), lines(b"\\xef\\xbb\\xbfone\\r\\ntwo\\r\\n")
    ([b'one', b'two'], [b'one', b'two'])
    """
    found = raw.split(b"\n")
    found[0] = found[0].removeprefix(codecs.BOM_UTF8)
    if not raw or raw.endswith(b"\n"):
        found.pop()
    return [line.removesuffix(b"\r") for line in found] if b"\r" in raw else found
