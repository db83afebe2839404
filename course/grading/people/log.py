"""The log of marks in a folder of results: one file a sitting, read together, only added to.

It is kept as answers are (`course.answers.log`): each line is on disk before it is called saved,
and files of several markers, laid into one folder, are one log.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from course.answers import FolderLog, MemoryLog, Void, chain, encode, stamp, utc_now
from course.answers.clock import Clock
from course.answers.floor import name as line_name
from course.answers.order import in_order
from course.answers.reading import parse_with
from course.grading.marks import ReviewedLine
from course.grading.people.records import (
    VERSION,
    Drawn,
    Mark,
    MarkRecord,
    ReplyId,
    Settled,
    decode,
)
from course.grading.people.standing import Standings

FOLDER = "marks"
"""Where the marks are, in a folder of results."""
LONGEST = 2000
"""Letters of a comment that are kept."""
LONGEST_NAME = 60
"""Letters of a marker's name that are kept."""

M = TypeVar("M", bound=MarkRecord)


class MarkLog:
    """What people gave replies.

    Args:
        log: Where it is kept.
        clock: Gives the time; a test gives its own.
    """

    def __init__(self, log: FolderLog | MemoryLog, clock: Clock = utc_now) -> None:
        self._log, self._clock = log, clock
        self._count = 0
        self._kept: Standings | None = None

    @property
    def saved(self) -> bool:
        """Whether marks outlive this process."""
        return self._log.saved

    @property
    def standings(self) -> Standings:
        """All marks as they stand, read again where somebody else has added some."""
        if self._kept is None or self._log.changed():
            self._kept = self._read()
        return self._kept

    def _read(self) -> Standings:
        read = {file: parse_with(decode, lines) for file, lines in self._log.raw().items()}
        records = in_order([good for good, _ in read.values()], self._log.refused)
        self._count = max((one.n for one in records), default=0)
        spoilt = [
            f"{FOLDER}/{file}, line {one.line}: {one.reason}. All other marks are counted."
            for file, (_, bad) in read.items()
            for one in bad
        ]
        return Standings(records, spoilt)

    def mark(
        self,
        marker: str,
        reply: ReplyId,
        lines: Iterable[ReviewedLine],
        notes: Iterable[tuple[str, str]] = (),
    ) -> Mark:
        """Keeps what a marker gives a reply, in the place of what they gave before.

        Args:
            marker: Who gives it.
            reply: Which reply.
            lines: All that they give it so far.
            notes: Comments on lines that have no points yet, each with its line.

        Raises:
            OSError: where the disk says no; it does not count then.
        """
        marker = name(marker)
        return self._append(
            Mark, marker=marker, **reply._asdict(), lines=_clean(lines),
            notes=tuple((line, _comment(said)) for line, said in notes),
            over=tuple(map(line_name, self.standings.heads(reply, marker))),
        )  # fmt: skip

    def settle(self, marker: str, reply: ReplyId, lines: Iterable[ReviewedLine]) -> Settled:
        """Keeps what a reply gets after markers differed.

        Raises:
            OSError: where the disk says no.
        """
        return self._append(
            Settled, marker=name(marker), **reply._asdict(), lines=_clean(lines),
            over=tuple(map(line_name, self.standings.all_heads(reply))),
        )  # fmt: skip

    def draw(self, seed: int, share: float, of: int, replies: Iterable[ReplyId]) -> Drawn:
        """Keeps which replies were drawn for a second marking.

        Raises:
            OSError: where the disk says no.
        """
        return self._append(Drawn, seed=seed, share=share, of=of, replies=tuple(replies))

    def take_sheet(
        self, marker: str, given: Mapping[ReplyId, Sequence[ReviewedLine]]
    ) -> tuple[str, ...]:
        """Keeps what stands in a filled-in `review.csv`; what the log has already is passed over.

        It takes the place of what was read from such a file before. What the same marker gave on
        the page stays beside it: nobody knows which was meant, so the difference is named.

        Returns:
            Sentences on what had other points when it was read before.

        Raises:
            OSError: where the disk says no.
        """
        marker = name(marker)
        there = {(one.reply, one.lines) for one in self.standings.records if isinstance(one, Mark)}
        changed = 0
        for reply, raw in given.items():
            lines = _clean(raw)
            if (reply, lines) in there:
                continue
            before = [one for one in self.standings.heads(reply, marker) if one.how == "sheet"]
            changed += any(one.points != _points(lines) for one in before)
            self._append(
                Mark, marker=marker, **reply._asdict(), lines=lines, how="sheet",
                over=tuple(map(line_name, before)),
            )  # fmt: skip
        if not changed:
            return ()
        many = "1 reply has" if changed == 1 else f"{changed} replies have"
        return (
            f"{many} other points in this file than when one was read before; these count now. "
            "What stood there is kept.",
        )

    def _append(self, kind: type[M], **data: Any) -> M:
        before = self.standings
        while self._log.refused:
            self._write(Void, line=self._log.refused[0])
            del self._log.refused[0]
        made = self._write(kind, **data)
        before.take(made)
        return made

    def _write(self, kind: type[M], **data: Any) -> M:
        made = kind(v=VERSION, n=self._count + 1, at=stamp(self._clock()),
                    prev=chain(self._log.last()), **data)  # fmt: skip
        # Refused here and now rather than skipped at the next reading; and 1 is 1.0 in its line,
        # as it will be when it is read, or its hash would be another.
        record = decode(encode(made))
        assert isinstance(record, kind)
        self._log.append(record)
        self._count += 1
        return record


def marks_in(results: Path, clock: Clock = utc_now) -> MarkLog:
    """The log of marks of a folder of results. Nothing is made there before the first mark."""
    return MarkLog(FolderLog(results / FOLDER, stamp(clock())), clock)


def in_memory() -> MarkLog:
    """A log of marks that goes with its process."""
    return MarkLog(MemoryLog())


def name(marker: str) -> str:
    """A marker's name as it is kept.

    >>> name("  Asha   Vermaas ")
    'Asha Vermaas'
    """
    return " ".join(_text(marker).split())[:LONGEST_NAME]


def _clean(lines: Iterable[ReviewedLine]) -> tuple[ReviewedLine, ...]:
    return tuple(
        ReviewedLine(criterion=one.criterion, points=one.points, comment=_comment(one.comment))
        for one in lines
    )


def _comment(words: str) -> str:
    return " ".join(_text(words).split())[:LONGEST]


def _points(lines: Iterable[ReviewedLine]) -> dict[str, float]:
    return {one.criterion: one.points for one in lines}


def _text(words: str) -> str:
    # Half an emoji, as some keyboards send it, is no text that a file can hold.
    return words.encode("utf-8", "replace").decode()
