"""Reading content files strictly: an error names the file, the place and the mend."""

import os
import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from course.yaml_text import LARGEST, YamlProblem, parse

T = TypeVar("T")

_STEP = re.compile(r"([^.\[\]$]+)|\[(\d+)\]")
"""One step of a place: a name, or the number of one in a list."""


class ContentError(ValueError):
    """A content file that cannot be used, with what is wrong, where, and what to do."""

    def __init__(self, file: str, line: int, place: str, problem: str, mend: str) -> None:
        self.file, self.line, self.place, self.problem, self.mend = file, line, place, problem, mend
        where = f"{file}, line {line}" + (f", at {place}" if place else "")
        super().__init__(f"{where}: {problem}. To mend it: {mend}.")


class Source:
    """A parsed file: plain data, and the line every place in it stands on."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        try:
            self.data, self._marks = parse(text)
        except YamlProblem as error:
            raise ContentError(file, error.line, "", error.problem, error.mend) from None

    def line(self, place: str) -> int:
        """The line, counted from 1, of a place such as ``options[2].text``; 1 where unknown."""
        data, marks, line = self.data, self._marks, 1
        for name, index in _STEP.findall(place):
            key: Any = int(index) if index else name
            if isinstance(data, list) and not (isinstance(key, int) and key < len(data)):
                # An id names the one among a list that has it.
                key = next((n for n, one in enumerate(data) if _id(one) == key), None)
            if isinstance(data, dict) and key not in data:
                return line
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
            ContentError: where a field is missing, unknown or of the wrong type.
        """
        try:
            return msgspec.convert(data, shape, strict=True)
        except msgspec.ValidationError as error:
            problem, _, path = str(error).partition(" - at `$")
            # A part that refuses its own words knows which of them it was.
            inside = getattr(error.__cause__, "place", "")
            where = ".".join(filter(None, ((place + path.rstrip("`")).lstrip("."), inside)))
            problem = _in_words(problem)
            mend = getattr(error.__cause__, "mend", "") or _type_mend(problem)
            known = _fields(shape)
            if known and not path and "unknown field" in problem:
                mend = f"check its spelling, or take it out; there can be {known}"
            raise self.error(where, problem, mend) from None


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


def _fields(shape: Any) -> str:
    """The fields of a type, for an author to choose from; empty where it has none."""
    if not (isinstance(shape, type) and issubclass(shape, msgspec.Struct)):
        return ""
    return ", ".join(one.encode_name for one in msgspec.structs.fields(shape))


_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`(?P<bound>[^,]*)(?:, got `(?P<came>\w+)`)?$")
_KINDS = {
    "array": "a list",
    "object": "names with values",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}
"""What an author calls the types of values."""
_WRITE = {
    "array": "write a list: [one, two], or a line that begins with '- ' for each",
    "object": "write a line 'name: value' for each, indented under it",
    "str": "write text; put it in quotes where it looks like a number",
    "int": "write a whole number, without quotes",
    "float": "write a number, without quotes",
    "bool": "write true or false, without quotes",
}


def _in_words(problem: str) -> str:
    """What is wrong with a value, without the words of programs.

    >>> _in_words("Expected `array`, got `str`")
    'this should be a list, and it is text'
    >>> _in_words("Expected `int | null` >= 0")
    'this should be a whole number or nothing, >= 0'
    """
    found = _EXPECTED.match(problem)
    if found is None:
        return problem
    wanted = " or ".join(_KINDS.get(one, one) for one in found["wanted"].split(" | "))
    bound = f", {found['bound'].strip()}" if found["bound"].strip() else ""
    came = f", and it is {_KINDS.get(found['came'], found['came'])}" if found["came"] else ""
    return f"this should be {wanted}{bound}{came}"


def _type_mend(problem: str) -> str:
    if "missing required field" in problem:
        return "add the field"
    if "contains unknown field" in problem:
        return "check its spelling, or take it out"
    if problem.startswith("there is no '"):
        return "use one of these, or correct the spelling"
    if "Invalid enum value" in problem or "Invalid value" in problem:
        return "use one of the allowed words"
    if "of length <=" in problem:
        return "have fewer of them"
    wanted = _EXPECTED.match(problem)
    if wanted:
        return _WRITE.get(wanted["wanted"].split(" | ")[0], "write what is asked for")
    return "compare it with a neighbouring file"
