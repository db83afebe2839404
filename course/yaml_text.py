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
_HASH = re.compile(r"[ \t]*(#[^\s#]\S*)")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*", re.MULTILINE)
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
        self.all: tuple[YamlProblem, ...] = (self,)
        """Itself, and whatever else is wrong as far as the text could be read: the parser goes on
        behind a key that stands twice, and stops where a quote or a bracket is missing."""


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


def comments(text: str) -> list[str]:
    """The comments of a YAML text in their order, each from its `#` on.

    Raises:
        yaml.YAMLError: where it is no YAML.

    >>> comments("# One.\\na: 'no # comment'  # two\\nb: c#d")
    ['# One.', '# two']
    """
    rest, read = "", 0
    for one in spans(text):
        # Lines stay lines, so that a comment behind a text of several is seen to begin one.
        rest += text[read : one.start] + re.sub(r".", ".", text[one.start : one.end])
        read = one.end
    return _COMMENT.findall(rest + text[read:])


class _Open:
    """A list or a set of pairs that is being read."""

    __slots__ = ("anchor", "data", "key", "key_line", "line", "marks", "size", "waits")

    def __init__(self, data: Any, marks: Any, line: int, anchor: str | None) -> None:
        self.data, self.marks, self.line, self.anchor = data, marks, line, anchor
        self.size, self.key, self.key_line, self.waits = 1, None, 0, False


def parse(text: str) -> tuple[Any, Marks]:
    """The data of a YAML text, and the lines of it.

    Raises:
        YamlProblem: where it cannot be used; it knows of all that was found.

    >>> data, marks = parse("id: a\\nopen: on\\nday: 2026-02-31\\ncounts: [1, 2.5]")
    >>> data
    {'id': 'a', 'open': 'on', 'day': '2026-02-31', 'counts': [1, 2.5]}
    >>> marks.inside["counts"].line
    4
    """
    if len(text) > LARGEST:
        raise YamlProblem(1, f"it has {len(text):,} characters, and a content file has at most "
                          f"{LARGEST:,}", "make several files of it")  # fmt: skip
    reader = _Reader()
    try:
        reader.read(text)
    except YamlProblem as error:
        reader.wrong.append(error)
    except yaml.MarkedYAMLError as error:
        reader.wrong.append(_no_yaml(error, text))
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        # The C parser gives a number, the other one a letter.
        odd = error.character if isinstance(error.character, int) else ord(error.character)
        problem = f"a character that is no text, U+{odd:04X}"
        reader.wrong.append(YamlProblem(line, problem, "take it out, or save the file as UTF-8"))
    if reader.wrong:
        first = reader.wrong[0]
        first.all = tuple(reader.wrong)
        raise first
    return reader.result


class _Stop(NamedTuple):
    """Where the parser stopped, and what it said."""

    said: str
    at: int
    """The line."""
    began: int
    """The line on which what it was reading begins."""
    before: str
    """What stands before it on its line, and the character there."""
    sign: str
    opening: str
    """The line on which that begins."""


def _no_yaml(error: yaml.MarkedYAMLError, text: str) -> YamlProblem:
    """What the parser stopped at, in the words of those who write content."""
    lines = text.rstrip().splitlines() or [""]
    mark = error.problem_mark or error.context_mark
    at = min(mark.line, len(lines) - 1) if mark else 0
    began = min(error.context_mark.line, len(lines) - 1) if error.context_mark else at
    column = mark.column if mark and mark.line == at else len(lines[at])
    return YamlProblem(*_in_words(_Stop(
        said=str(error.problem or "this is not YAML").strip(), at=at + 1, began=began + 1,
        before=lines[at][:column].rstrip(), sign=lines[at][column : column + 1],
        opening=lines[began].strip(),
    )))  # fmt: skip


_QUOTED = 'put the text in straight quotes: "…"'


def _in_words(stop: _Stop) -> tuple[int, str, str]:
    """The line to look at, what is wrong there, and what to do."""
    said, at, began = stop.said, stop.at, stop.began
    flow = re.search(r"expected ',' or '([\]}])'", said)
    told = at, said, "check quotes, colons and indentation on this line and the one above"
    if "nesting depth" in said:
        told = at, *_TOO_DEEP
    elif stop.sign == "\t":
        told = at, "a tab stands here", "indent with spaces"
    elif "cannot start any token" in said:
        told = at, f"a text without quotes cannot begin with '{stop.sign}'", _QUOTED
    elif "end of stream" in said:
        told = began, "the quote that begins here is not closed", "close it"
    elif "unknown escape" in said:
        told = at, 'a \\ inside "…" stands for no letter', "write two, or take it out"
    elif "expected ':'" in said:
        mend = "write 'name: value'; a text that goes on from above needs quotes"
        told = began, f"there is no colon in '{stop.opening:.40}'", mend
    elif "entries are not allowed" in said:
        mend = "write [one, two], or each '- ' on a line of its own below"
        told = at, "a list begins behind a colon on the same line", mend
    elif "values are not allowed" in said:
        told = at, *_of_colon(stop.before)
    elif stop.before[-1:] in ("'", '"'):
        mend = 'close the quote above that is open; a text with \' in it stands in "…"'
        told = at, "a quote ends here, and the text goes on", mend
    elif flow and began != at:
        told = began, "a bracket that is opened here is not closed", f"close it with '{flow[1]}'"
    elif flow:
        problem = "a comma is missing between the brackets, or quotes around a text there"
        told = at, problem, _QUOTED
    elif stop.sign in ("]", "}"):
        told = at, f"there is a '{stop.sign}' too many", "take it out"
    elif not stop.before:
        problem = f"this line begins in another column than its part, which begins on line {began}"
        told = at, problem, "let lines that belong together begin in the same column"
    return told


def _of_colon(before: str) -> tuple[str, str]:
    """What is said of a colon that may not stand there, by what is before it on its line."""
    if ": " not in before:
        problem = "this line stands further in than the one above, which has its value already"
        return problem, "let both begin in the same column; a text that goes on needs quotes"
    if re.search("[“”‘]", before):
        return "a second colon on one line; curly quotes do not hold a text together", _QUOTED
    return "a second colon on one line", _QUOTED


class _Reader:
    def __init__(self) -> None:
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Any, Any, int]] = {}
        self.result: tuple[Any, Marks] = (None, Marks(1))
        self.documents = 0
        self.wrong: list[YamlProblem] = []
        """What does not keep the rest from being read."""

    def read(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_LOADER):
            line = event.start_mark.line + 1 if event.start_mark else 1
            match event:
                case yaml.ScalarEvent():
                    plain = event.implicit[0]
                    value = self._scalar(event.value, line) if plain else event.value
                    if plain and event.end_mark:
                        self._cut_off(text, event.end_mark)
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

    def _cut_off(self, text: str, end: Any) -> None:
        """Nobody who writes 'bike #4' means a comment, and the parser would take it for one."""
        sign = _HASH.match(text, end.index)
        if sign:
            problem = f"the text ends before '{sign[1]:.20}', for a # with a space before it begins"
            mend = f"{_QUOTED}; in a comment write a space behind the #"
            self.wrong.append(YamlProblem(end.line + 1, f"{problem} a comment", mend))

    def _scalar(self, text: str, line: int) -> Any:
        try:
            return _scalar(text, line)
        except YamlProblem as error:
            self.wrong.append(error)
            return text

    def _begin(self, data: Any, marks: Any, line: int, anchor: str | None) -> None:
        if len(self.open) >= DEEPEST:
            raise YamlProblem(line, *_TOO_DEEP)
        if self.open and isinstance(self.open[-1].data, dict) and not self.open[-1].waits:
            raise YamlProblem(line, "a list or pairs stand where a name should be",
                              "write a word before the colon")  # fmt: skip
        self.open.append(_Open(data, marks, line, anchor))

    def _alias(self, name: str, line: int) -> None:
        if name not in self.anchors:
            problem = f"'*{name}' repeats something that stands nowhere before it"
            self.wrong.append(YamlProblem(line, problem, "write it out, or put it in quotes"))
        data, marks, size = self.anchors.get(name, (name, None, 1))
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
            problem = f"found duplicate key '{value}', first on line {here.marks[value].line}"
            self.wrong.append(YamlProblem(line, problem, "keep one of the two, or rename it"))
            value = object()  # the first keeps its value and its line
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
