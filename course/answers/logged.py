"""What a log holds, looked through at once and read in full only where somebody asks."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property

from course.answers.floor import left_out, name
from course.answers.glance import glance
from course.answers.order import in_order
from course.answers.reading import Spoilt, decode, parse
from course.answers.record import Profile, Record, Void, Work


class Logged:
    """All that a log holds, oldest first, and what could not be used.

    Args:
        files: The raw lines of each file, by its name.
        refused: Hashes of lines that do not count, besides those that the lines themselves tell of.

    >>> line = b'{"kind":"profile","v":3,"n":1,"at":"","prev":"","name":"Ada"}'
    >>> log = Logged({"a.jsonl": [line]})
    >>> log.profiles[0].name, log.count, log.of("late-parcel")
    ('Ada', 1, ())
    """

    def __init__(
        self, files: Mapping[str, Sequence[bytes]] | None = None, refused: Collection[str] = ()
    ) -> None:
        self._files, self._refused = dict(files or {}), tuple(refused)
        self._added: list[Record] = []
        seen = None if refused else glance(self._files.values())
        self._unread: dict[str, list[bytes]] = seen.lines if seen else {}
        self._read: dict[str, list[Record]] = {}
        self.count = seen.count if seen else 0
        """The greatest count so far, from which the next record counts on."""
        if not seen or any(isinstance(one, Void) for one in self._about("")):
            self._unread, self._read, self.count = {}, {}, 0
            for record in self._full[0]:
                self._sort_in(record)

    def __len__(self) -> int:
        """How much there is: more as soon as anything is added."""
        return sum(map(len, self._files.values())) + len(self._added)

    def add(self, record: Record) -> None:
        """Takes in what has been written since."""
        self._sort_in(record)
        self._added.append(record)

    def of(self, exercise: str) -> tuple[Work, ...]:
        """The work on one exercise."""
        return tuple(one for one in self._about(exercise) if isinstance(one, Work))

    @property
    def profiles(self) -> list[Profile]:
        """Who the trainee is said to be."""
        return [one for one in self._about("") if isinstance(one, Profile)]

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything that counts."""
        return (*self._full[0], *self._added)

    @property
    def spoilt(self) -> tuple[tuple[str, Spoilt], ...]:
        """What could not be used, by file."""
        return self._full[1]

    @cached_property
    def _full(self) -> tuple[list[Record], tuple[tuple[str, Spoilt], ...]]:
        read = {file: parse(lines) for file, lines in self._files.items()}
        spoilt = tuple((file, one) for file, (_, bad) in read.items() for one in bad)
        return in_order((good for good, _ in read.values()), self._refused), spoilt

    def _sort_in(self, record: Record) -> None:
        self.count = max(self.count, record.n)
        self._about(getattr(record, "exercise", "")).append(record)

    def _about(self, exercise: str) -> list[Record]:
        if exercise not in self._read:
            unread = _usable(self._unread.pop(exercise, []))
            found = sorted(unread, key=lambda record: record.n)
            out = left_out(found, ())
            self._read[exercise] = [one for one in found if name(one) not in out] if out else found
        return self._read[exercise]


def _usable(lines: Iterable[bytes]) -> Iterable[Record]:
    for raw in lines:
        with suppress(ValueError):
            yield decode(raw)
