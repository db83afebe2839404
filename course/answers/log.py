"""The answer log: append-only files, one per kernel session, merged when read. No locks."""

import contextlib
import errno
import os
import secrets
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from course.answers.reading import Spoilt, parse
from course.answers.record import Record, encode


class Logged(Struct, frozen=True, kw_only=True):
    """All that a log holds, oldest first, and what could not be used, by file."""

    records: tuple[Record, ...] = ()
    spoilt: tuple[tuple[str, Spoilt], ...] = ()


class Log(Protocol):
    """Somewhere to keep records."""

    saved: bool
    """Whether what is appended survives this process."""

    def append(self, record: Record) -> None:
        """Keeps a record; returns once it is safe."""

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
        self._records: list[Record] = []
        self._last = b""

    def append(self, record: Record) -> None:
        """Keeps a record in memory."""
        self._records.append(record)
        self._last = encode(record)

    def read(self) -> Logged:
        """The records of this process."""
        return Logged(records=tuple(self._records))

    def changed(self) -> bool:
        """Never: nobody else can write here."""
        return False

    def last(self) -> bytes:
        """The last line, as it would be on disk."""
        return self._last


class FolderLog:
    """Keeps records in a folder, in a file of this session's own.

    Args:
        folder: Where the files are, usually ``.course/answers``.
        started: UTC start of the session, which names the file.
    """

    saved = True

    def __init__(self, folder: Path, started: str) -> None:
        self.folder = folder
        stamp = "".join(letter for letter in started if letter.isdigit())[:14]
        self.path = folder / f"{stamp}-{os.getpid()}-{secrets.token_hex(3)}.jsonl"
        self._seen: dict[str, int] = {}

    def append(self, record: Record) -> None:
        """Writes one line and waits until the disk has it.

        Raises:
            OSError: where the disk says no; nothing of the line counts then.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        before = self._written()
        # A line that failed half-way must not run into the next one.
        torn = bool(before) and not before.endswith(b"\n")
        self._put((b"\n" if torn else b"") + encode(record) + b"\n", len(before))
        self._seen[self.path.name] = self.path.stat().st_size

    def _put(self, data: bytes, length: int) -> None:
        """All of `data` on disk, or the file as long as it was and an OSError."""
        with self.path.open("ab", buffering=0) as file:
            try:
                if file.write(data) != len(data):
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
                os.fsync(file.fileno())
            except OSError:
                # What the trainee is told is not saved must not turn up at the next reading.
                with contextlib.suppress(OSError):
                    file.truncate(length)
                raise

    def read(self) -> Logged:
        """The records of every file in the folder, merged by time."""
        records: list[Record] = []
        spoilt: list[tuple[str, Spoilt]] = []
        for path in self._files():
            good, bad = parse(lines(path.read_bytes()))
            records += good
            spoilt += [(path.name, one) for one in bad]
            self._seen[path.name] = path.stat().st_size
        # Sorting is stable, so lines of one file keep their order even within one microsecond.
        records.sort(key=lambda record: record.at)
        return Logged(records=tuple(records), spoilt=tuple(spoilt))

    def changed(self) -> bool:
        """Whether a file has appeared or grown since `read`."""
        return {path.name: path.stat().st_size for path in self._files()} != self._seen

    def last(self) -> bytes:
        """The last line this session wrote, torn or whole."""
        return (lines(self._written()) or [b""])[-1]

    def _written(self) -> bytes:
        return self.path.read_bytes() if self.path.exists() else b""

    def _files(self) -> list[Path]:
        return sorted(self.folder.glob("*.jsonl")) if self.folder.is_dir() else []


def lines(raw: bytes) -> list[bytes]:
    """Raw lines of a file; the end of the last one may be missing.

    >>> lines(b"one\\ntwo")
    [b'one', b'two']
    """
    return raw.removesuffix(b"\n").split(b"\n") if raw else []
