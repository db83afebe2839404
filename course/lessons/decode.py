"""Reading content files strictly: an error names the file, the place and the mend."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from course.lessons.misfits import misfits
from course.yaml_text import LARGEST, YamlProblem, parse

T = TypeVar("T")

_STEP = re.compile(r"([^.\[\]$]+)|\[(\d+)\]")
"""One step of a place: a name, or the number of one in a list."""


class ContentError(ValueError):
    """A content file that cannot be used, with what is wrong, where, and what to do."""

    def __init__(self, file: str, line: int, place: str, problem: str, mend: str) -> None:
        self.file, self.line, self.place, self.problem, self.mend = file, line, place, problem, mend
        self.all: tuple[ContentError, ...] = (self,)
        """Itself, and every other mistake that was found with it."""
        where = f"{file}, line {line}" + (f", at {place}" if place else "")
        super().__init__(f"{where}: {problem}. To mend it: {mend}.")


def together(wrong: Sequence[ContentError]) -> ContentError:
    """The first of several mistakes, which knows of all the others, in the order of the file."""
    every = sorted((one for each in wrong for one in each.all), key=lambda one: one.line)
    every[0].all = tuple(every)
    return every[0]


class Source:
    """A parsed file: plain data, and the line every place in it stands on."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        try:
            self.data, self._marks = parse(text)
        except YamlProblem as error:
            every = [ContentError(file, one.line, "", one.problem, one.mend) for one in error.all]
            raise together(every) from None

    def line(self, place: str) -> int:
        """The line, counted from 1, of a place such as ``options[2].text``; 1 where unknown."""
        data, marks, line = self.data, self._marks, 1
        for name, index in _STEP.findall(place):
            key: Any = int(index) if index else name
            if isinstance(data, list) and not (isinstance(key, int) and key < len(data)):
                # An id names the one among a list that has it.
                key = next((n for n, one in enumerate(data) if _id(one) == key), None)
            if isinstance(data, dict) and key not in data:
                # A name that looks like a number was read as one.
                key = next((one for one in data if str(one) == key), None)
            if key is None or not isinstance(marks.inside, dict | list):
                return line
            data, marks = data[key], marks.inside[key]
            line = marks.line
        return line

    def part(self, place: str) -> Any:
        """The plain data at a place, such as ``options.say-back``; None where there is none."""
        data = self.data
        for name, index in _STEP.findall(place):
            key: Any = int(index) if index else name
            if isinstance(data, list) and not index:
                key = next((n for n, one in enumerate(data) if _id(one) == key), None)
            try:
                data = data[key]
            except (LookupError, TypeError):
                return None
        return data

    def error(self, place: str, problem: str, mend: str) -> ContentError:
        """A `ContentError` at a place in this file."""
        return ContentError(self.file, self.line(place), place, problem, mend)

    def convert(self, data: Any, shape: type[T], place: str = "") -> T:
        """`data` as a typed value.

        Raises:
            ContentError: where a field is missing, unknown or of the wrong type; it knows of
                every such mistake.
        """
        try:
            return msgspec.convert(data, shape, strict=True)
        except msgspec.ValidationError:
            wrong = [self.error(*one) for one in misfits(data, shape, place)]
            raise together(wrong) from None


def read_text(path: Path, shown: str) -> str:
    """The text of a content file.

    Raises:
        ContentError: where it is not there, is too large or is no UTF-8 text.
    """
    try:
        # A pipe or a device would never come to an end.
        if path.exists() and not path.is_file():
            raise ContentError(shown, 1, "", "it is not a file", "put a file there, or none")
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
        if len(raw) > LARGEST:
            problem = f"it has more than {LARGEST:,} bytes"
            raise ContentError(shown, 1, "", problem, "make several files of it")
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        raise ContentError(shown, 1, "", "this is not UTF-8 text", "save it as UTF-8") from None
    except OSError as error:
        problem = f"it cannot be read: {error.strerror}"
        raise ContentError(shown, 1, "", problem, "add the file, or take its name out") from None


def is_file(path: Path) -> bool:
    """Whether a file is there; a name that no file can have is none."""
    return os.path.isfile(path)


def in_scenario(place: str) -> str | None:
    """A place of an exercise, seen from its scenario's own file; None where it is not in there.

    >>> in_scenario("scenario.moments[0]"), in_scenario("key.rubric"), in_scenario("prompt")
    ('moments[0]', 'rubric', None)
    """
    room, _, inside = place.partition(".")
    if room == "scenario":
        return inside
    return inside if inside.startswith(("notes", "rubric", "plan")) and room == "key" else None


def _id(one: Any) -> Any:
    return one.get("id") if isinstance(one, dict) else one
