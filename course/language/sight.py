"""What of a text is read, and where each letter of it stands in the text as it was written."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from msgspec import Struct

_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\S))+[.!?]*")
_SPACE = re.compile(r"\s*")


class Edit(NamedTuple):
    """Words that are read as if something else, or nothing, stood there."""

    start: int
    end: int
    instead: str


class Sight(Struct, frozen=True):
    """A text as the rules read it, over the text as it was written."""

    written: str
    text: str
    starts: tuple[int, ...]
    """Where each letter of `text` begins in `written`."""
    ends: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """The written words behind a stretch of the text that was read."""
        return self.written[self.starts[start] : self.ends[end - 1]] if end > start else ""

    def read_as(self, edits: Iterable[Edit]) -> "Sight":
        """The same with these edits of `text`; of two that overlap the earlier one is made.

        >>> seen = sight("i am sory.").read_as([Edit(5, 9, "sorry")])
        >>> seen.text, seen.quote(5, 10)
        ('i am sorry.', 'sory')
        """
        ordered = sorted(edits)
        if not ordered:
            return self
        text: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for edit in ordered:
            if edit.start < done or edit.end <= edit.start:
                continue
            text += self.text[done : edit.start], edit.instead
            starts += self.starts[done : edit.start]
            ends += self.ends[done : edit.start]
            starts += [self.starts[edit.start]] * len(edit.instead)
            ends += [self.ends[edit.end - 1]] * len(edit.instead)
            done = edit.end
        return Sight(
            self.written,
            "".join((*text, self.text[done:])),
            (*starts, *self.starts[done:]),
            (*ends, *self.ends[done:]),
        )

    def part(self, start: int, end: int) -> "Sight":
        """One stretch of it."""
        part = slice(start, end)
        return Sight(self.written, self.text[part], self.starts[part], self.ends[part])

    def sentences(self) -> list["Sight"]:
        """Its sentences, without the space around them."""
        found = []
        for one in _SENTENCE.finditer(self.text):
            inside = one.group().strip()
            if inside:
                space = _SPACE.match(one.group())
                start = one.start() + (space.end() if space else 0)
                found.append(self.part(start, start + len(inside)))
        return found


def sight(text: str) -> Sight:
    """All of a text, read as it stands."""
    return Sight(text, text, tuple(range(len(text))), tuple(range(1, len(text) + 1)))
