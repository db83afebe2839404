"""YAML as content uses it: plain data, and the line of everything in it.

Words stay words: `yes`, `no`, `on` and dates are text, as in YAML 1.2 and as authors mean them.
What could make a small file cost much is refused with its line: deep nesting, aliases that grow,
endless numbers. The text is read event by event with the C parser, so nothing here recurses.
"""

import re
from typing import Any, NamedTuple

import yaml

LARGEST = 2_000_000
"""Characters a content file may have."""
DEEPEST = 40
"""Levels of lists and pairs; the deepest content has nine."""
MOST = 200_000
"""Values a file may hold, those that aliases repeat counted each time."""
LONGEST_NUMBER = 25
"""Characters of a number; longer ones are text that was not put in quotes."""

# Wheels of PyYAML hold the C parser; one built without it reads the same, only slowly.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TOO_DEEP = (
    f"it is nested more than {DEEPEST} levels deep", "check the brackets and the indentation"
)  # fmt: skip
_INT = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Any] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_ENDLESS = (float("inf"), float("-inf"))
_NO_NUMBERS = {".inf", "-.inf", "+.inf", ".nan"}


class YamlProblem(ValueError):
    """A text that cannot be used as content: where, what, and what to do."""

    def __init__(self, line: int, problem: str, mend: str) -> None:
        super().__init__(problem)
        self.line, self.problem, self.mend = line, problem, mend


class Marks(NamedTuple):
    """The lines of a value, counted from 1, with those of what it holds."""

    line: int
    inside: "dict[Any, Marks] | list[Marks] | None" = None
    """By key for pairs, where the line is that of the key; in order for a list."""


class Span(NamedTuple):
    """Where a value that is no list and no pairs stands in a text."""

    field: str
    """The key that it stands under, however deep in lists; empty where there is none."""
    start: int
    end: int
    """Characters, its quotes included."""


def spans(text: str) -> list[Span]:
    """Where every single value of a YAML text stands; keys are not among them.

    Raises:
        yaml.YAMLError: where it is no YAML; `parse` says what is wrong with it.

    >>> text = "id: a\\nhints: [one, 'two']"
    >>> [(one.field, text[one.start : one.end]) for one in spans(text)]
    [('id', 'a'), ('hints', 'one'), ('hints', "'two'")]
    """
    found: list[Span] = []
    above: list[list[Any]] = [[False, "", False]]  # pairs?, the key in force, a value comes next
    for event in yaml.parse(text, Loader=_LOADER):
        here = above[-1]
        if isinstance(event, yaml.CollectionEndEvent):
            above.pop()
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        is_key = here[0] and not here[2]
        if here[0]:
            here[2] = is_key
        if is_key:
            here[1] = getattr(event, "value", "")
        elif isinstance(event, yaml.CollectionStartEvent):
            above.append([isinstance(event, yaml.MappingStartEvent), here[1], False])
        elif isinstance(event, yaml.ScalarEvent):
            start: Any = event.start_mark
            end: Any = event.end_mark
            found.append(Span(here[1], start.index, end.index))
    return found


class _Open:
    """A list or a set of pairs that is being read."""

    __slots__ = ("anchor", "data", "key", "key_line", "line", "marks", "size", "waits")

    def __init__(self, data: Any, marks: Any, line: int, anchor: str | None) -> None:
        self.data, self.marks, self.line, self.anchor = data, marks, line, anchor
        self.size, self.key, self.key_line, self.waits = 1, None, 0, False


def parse(text: str) -> tuple[Any, Marks]:
    """The data of a YAML text, and the lines of it.

    Raises:
        YamlProblem: where it cannot be used.

    >>> data, marks = parse("id: a\\nopen: on\\nday: 2026-02-31\\ncounts: [1, 2.5]")
    >>> data
    {'id': 'a', 'open': 'on', 'day': '2026-02-31', 'counts': [1, 2.5]}
    >>> marks.inside["counts"].line
    4
    """
    if len(text) > LARGEST:
        raise YamlProblem(1, f"it has {len(text):,} characters, and a content file has at most "
                          f"{LARGEST:,}", "make several files of it")  # fmt: skip
    try:
        return _Reader().read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = max(1, len(text.rstrip().splitlines()))
        if mark and error.context_mark and mark.line >= last:
            # The end of the text helps nobody: what was left open does.
            mark = error.context_mark
        line = min(mark.line + 1, last) if mark else 1
        problem = str(error.problem or "this is not YAML").strip()
        if "nesting depth" in problem:
            problem, mend = _TOO_DEEP
            raise YamlProblem(line, problem, mend) from None
        raise YamlProblem(line, problem, _mend(problem)) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        # The C parser gives a number, the other one a letter.
        odd = error.character if isinstance(error.character, int) else ord(error.character)
        problem = f"a character that is no text, U+{odd:04X}"
        raise YamlProblem(line, problem, "take it out, or save the file as UTF-8") from None


class _Reader:
    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Any, Any, int]] = {}
        self.result: tuple[Any, Marks] = (None, Marks(1))
        self.documents = 0

    def read(self, text: str) -> tuple[Any, Marks]:
        for event in yaml.parse(text, Loader=_LOADER):
            line = event.start_mark.line + 1 if event.start_mark else 1
            match event:
                case yaml.ScalarEvent():
                    plain = event.implicit[0]
                    value = _scalar(event.value, line) if plain else event.value
                    self._anchored(event.anchor, value, None, 1)
                    self._put(value, None, line, 1)
                case yaml.MappingStartEvent():
                    self._begin({}, {}, line, event.anchor)
                case yaml.SequenceStartEvent():
                    self._begin([], [], line, event.anchor)
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    done = self.open.pop()
                    self._anchored(done.anchor, done.data, done.marks, done.size)
                    self._put(done.data, done.marks, done.line, done.size)
                case yaml.AliasEvent():
                    self._alias(str(event.anchor), line)
                case yaml.DocumentStartEvent():
                    self.documents += 1
                    if self.documents > 1:
                        raise YamlProblem(line, "a second document begins here",
                                          "take the line '---' out")  # fmt: skip
        return self.result

    def _begin(self, data: Any, marks: Any, line: int, anchor: str | None) -> None:
        if len(self.open) >= DEEPEST:
            raise YamlProblem(line, *_TOO_DEEP)
        if self.open and isinstance(self.open[-1].data, dict) and not self.open[-1].waits:
            raise YamlProblem(line, "a list or pairs stand where a name should be",
                              "write a word before the colon")  # fmt: skip
        self.open.append(_Open(data, marks, line, anchor))

    def _alias(self, name: str, line: int) -> None:
        if name not in self.anchors:
            raise YamlProblem(line, f"'*{name}' repeats something that stands nowhere before it",
                              "write it out, or put it in quotes")  # fmt: skip
        data, marks, size = self.anchors[name]
        self._put(data, marks, line, size)

    def _anchored(self, name: str | None, data: Any, marks: Any, size: int) -> None:
        if name:
            self.anchors[name] = (data, marks, size)

    def _put(self, value: Any, inside: Any, line: int, size: int) -> None:
        """Puts a finished value where it belongs: under its key, in its list, or at the top."""
        if not self.open:
            self.result = (value, Marks(line, inside))
            return
        here = self.open[-1]
        here.size += size
        if here.size > MOST:
            raise YamlProblem(line, f"it comes to more than {MOST:,} values",
                              "write it out without '&' and '*', or make it smaller")  # fmt: skip
        if isinstance(here.data, list):
            here.data.append(value)
            here.marks.append(Marks(line, inside))
        elif here.waits:
            here.data[here.key] = value
            here.marks[here.key] = Marks(here.key_line, inside)
            here.waits = False
        else:
            self._key(here, value, line)

    def _key(self, here: _Open, value: Any, line: int) -> None:
        if isinstance(value, dict | list):
            raise YamlProblem(line, "a list or pairs stand where a name should be",
                              "write a word before the colon")  # fmt: skip
        if value in here.data:
            first = here.marks[value].line
            raise YamlProblem(line, f"found duplicate key '{value}', first on line {first}",
                              "keep one of the two, or rename it")  # fmt: skip
        here.key, here.key_line, here.waits = value, line, True


def _scalar(text: str, line: int) -> Any:
    """A value that was written without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if text.lower() in _NO_NUMBERS:
        raise YamlProblem(line, f"'{text}' is no number to reckon with",
                          "write a number, or put it in quotes")  # fmt: skip
    if _INT.fullmatch(text):
        kind: type[int] | type[float] = int
    elif _FLOAT.fullmatch(text):
        kind = float
    else:
        return text
    if len(text) > LONGEST_NUMBER:
        raise YamlProblem(line, f"a number of {len(text):,} characters",
                          "shorten it, or put it in quotes")  # fmt: skip
    number = kind(text)
    if number in _ENDLESS:
        raise YamlProblem(line, f"'{text}' is no number to reckon with",
                          "write a number, or put it in quotes")  # fmt: skip
    return number


def _mend(problem: str) -> str:
    if "mapping values are not allowed" in problem:
        return "put the text after the colon in quotes"
    if "could not find expected ':'" in problem or "expected <block end>" in problem:
        return "check the indentation and the colons just above"
    return "check quotes, colons and indentation on this line and the one above"
