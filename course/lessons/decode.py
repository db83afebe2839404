"""Reading content files strictly: an error names the file, the place and the mend."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

T = TypeVar("T")


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
        yaml = YAML(typ="rt")
        yaml.preserve_quotes = False
        try:
            self._marked = yaml.load(text)
        except MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            problem = str(error.problem or "this is not YAML").strip()
            raise ContentError(
                file, mark.line + 1 if mark else 1, "", problem, _yaml_mend(problem)
            ) from None
        except YAMLError as error:
            problem = " ".join(str(error).split())
            raise ContentError(file, 1, "", problem, "save the file as UTF-8 text") from None
        self.data = _plain(self._marked)

    def line(self, place: str) -> int:
        """The line, counted from 1, of a place such as ``options[2].text``; 1 where unknown."""
        node, line = self._marked, 1
        for name, index in re.findall(r"([^.\[\]$]+)|\[(\d+)\]", place):
            key: Any = int(index) if index else name
            if isinstance(node, CommentedMap) and key in node:
                line = node.lc.key(key)[0] + 1
            elif isinstance(node, CommentedSeq) and isinstance(key, int) and key < len(node):
                line = node.lc.item(key)[0] + 1
            elif isinstance(node, CommentedSeq):
                named = [n for n, one in enumerate(node) if _id(one) == key]
                if not named:
                    return line
                key = named[0]
                line = node.lc.item(key)[0] + 1
            else:
                return line
            node = node[key]
        return line

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
            raise self.error(where, problem, _type_mend(problem)) from None


def parse_file(path: Path, shown: str | None = None) -> Source:
    """Parses one content file; `shown` is how errors name it."""
    name = shown or path.name
    return Source(name, read_text(path, name))


def read_text(path: Path, shown: str) -> str:
    """The text of a content file.

    Raises:
        ContentError: where it is not there or is no UTF-8 text.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError(shown, 1, "", "this is not UTF-8 text", "save it as UTF-8") from None
    except OSError as error:
        problem = f"it cannot be read: {error.strerror}"
        raise ContentError(shown, 1, "", problem, "add the file, or take its name out") from None


def _id(one: Any) -> Any:
    return one.get("id") if isinstance(one, CommentedMap) else one


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {_plain(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if isinstance(node, bool) or node is None:
        return node
    # ruamel marks scalars with subclasses that carry their spelling; only the value matters here.
    for base in (int, float, str):
        if isinstance(node, base):
            return base(node)
    return node


def _yaml_mend(problem: str) -> str:
    if "duplicate key" in problem:
        return "keep one of the two, or rename it"
    if "mapping values are not allowed" in problem:
        return "put the text after the colon in quotes"
    if "could not find expected ':'" in problem or "expected <block end>" in problem:
        return "check the indentation and the colons just above"
    return "check quotes, colons and indentation on this line and the one above"


def _type_mend(problem: str) -> str:
    if "missing required field" in problem:
        return "add the field"
    if "contains unknown field" in problem:
        return "check its spelling, or take it out"
    if problem.startswith("there is no '"):
        return "use one of these, or correct the spelling"
    if "Invalid enum value" in problem or "Invalid value" in problem:
        return "use one of the allowed words"
    if problem.startswith("Expected"):
        return "write a value of the type that is expected"
    return "compare it with a neighbouring file"
