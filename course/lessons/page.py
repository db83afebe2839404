"""A lesson's page: prose in Markdown, stations as headings, one line for each thing to do.

    # Complaints: when something went wrong

    @summary Practise on people whose order went wrong.

    It is nine in the morning. The phone rings.

    @exercise first-words

    ## When it turns on you

    @minutes 12
    @more-practice

    Loud is not the same as abusive.

    @exercise swearing

A line that begins with ``@`` is something to show; every such line is described in `COMMANDS`.
A comment, from a line that begins with ``<!--`` to one that ends with ``-->``, is for authors.
What stands before the first ``##`` is the opening of the lesson, a station without a title.
"""

import re
import shlex
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

OPENING = "opening"
"""The id of the station before the first heading."""
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
"""The beginning of a fenced block; backticks with another one behind them are code in a line."""
_HEADING = re.compile(r" {0,3}##(?:[ \t]+(?P<title>.*?))?(?:[ \t]+#+)?[ \t]*$")


class Command(NamedTuple):
    """Something that a line of a page can ask for."""

    meaning: str
    name: str = ""
    """What is named after it, as an author would call it; empty where nothing is."""
    names: tuple[str, ...] = ()
    """What can be named; empty where it is something of the content's."""
    optional: bool = False
    """Whether it can do without what is named."""
    options: tuple[str, ...] = ()
    """Names of ``name=value`` pairs that it takes."""
    listed: str = ""
    """What the list beneath it holds; empty where there is none."""
    call: str = ""
    """The function of `course` that shows it; empty where the page shows nothing here."""


COMMANDS: dict[str, Command] = {
    "exercise": Command("shows an exercise of this lesson", name="its id"),
    "bench": Command(
        "a figure to work out with a calculator", options=("metric", "table", "title"), call="bench"
    ),
    "dashboard": Command("the company's records behind filters", call="dashboard"),
    "how-many-to-ask": Command(
        "two sliders: how many are asked, and what is heard",
        options=("customers", "in_hundred"),
        call="how_many_to_ask",
    ),
    "what-if": Command(
        "sliders, and what comes of them in words, as a picture and as a table",
        name="which",
        names=(
            "who-answers",
            "letter-trial",
            "loyalty-card",
            "lifetime-value",
            "retention-and-profit",
            "peak-and-end",
            "talk-or-causes",
            "list-in-groups",
            "people-and-waits",
            "how-much-to-give",
        ),
        call="what_if",
    ),
    "shift": Command(
        "a day at the desk to play: a queue, conversations, and what became of it",
        options=("seed",),
        call="shift_day",
    ),
    "hello": Command("asks what to call the trainee", call="hello"),
    "card": Command(
        "the card for a team lead",
        name="the reply in which the trainee says what they will do",
        listed="what to watch for",
    ),
    "ending": Command(
        "the end of the lesson: what the trainee can do now, and what slips",
        name="the reply in which the trainee says what they will do, where no card names it",
        optional=True,
    ),
    "hand-in": Command("makes the file to hand in", call="hand_in"),
    "summary": Command("what the lesson is, in a sentence or two, for lists of lessons"),
    "minutes": Command("what this station takes a careful reader", name="whole minutes"),
    "more-practice": Command("this station is more practice, and no part of the lesson's core"),
}
"""All that can stand after ``@``."""


class Prose(Struct, frozen=True, kw_only=True):
    """A run of Markdown."""

    text: str
    line: int
    lines: tuple[int, ...]
    """Where each line of the text stands: blank ones and commands between them are left out."""


class Shown(Struct, frozen=True, kw_only=True):
    """Something that the page shows: an exercise, a tool, the card."""

    command: str
    name: str = ""
    options: dict[str, str] = {}
    listed: tuple[str, ...] = ()
    line: int


class Station(Struct, frozen=True, kw_only=True):
    """A part of a lesson that is taken in one sitting."""

    id: str
    """A slug of the title, unique in the lesson."""
    title: str
    """Empty for the opening."""
    core: bool = True
    """Whether it counts towards the mark; otherwise it is more practice."""
    minutes: int = 0
    """What it takes a careful reader; 0 where the page does not say."""
    parts: tuple[Prose | Shown, ...]
    line: int

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of the exercises of this station, in order."""
        return tuple(one.name for one in shown(self.parts) if one.command == "exercise")


class Page(Struct, frozen=True, kw_only=True):
    """The page of one lesson."""

    title: str
    summary: str = ""
    stations: tuple[Station, ...]

    @property
    def parts(self) -> tuple[Prose | Shown, ...]:
        """Everything on the page, in order."""
        return tuple(part for station in self.stations for part in station.parts)

    @property
    def exercises(self) -> tuple[str, ...]:
        """Ids of all exercises, in order."""
        return tuple(name for station in self.stations for name in station.exercises)

    @property
    def core(self) -> tuple[str, ...]:
        """Ids of the exercises in core stations, in order."""
        return tuple(
            name for station in self.stations if station.core for name in station.exercises
        )

    @property
    def minutes(self) -> int:
        """What the whole lesson takes a careful reader."""
        return sum(station.minutes for station in self.stations)

    @property
    def core_minutes(self) -> int:
        """What its core stations take a careful reader."""
        return sum(station.minutes for station in self.stations if station.core)

    @property
    def card(self) -> Shown | None:
        """The card for a team lead, where there is one."""
        return next((one for one in shown(self.parts) if one.command == "card"), None)

    @property
    def own(self) -> str:
        """Id of the reply in which the trainee says what they will do; empty where none does."""
        named = (one.name for one in shown(self.parts) if one.command in ("card", "ending"))
        return next(filter(None, named), "")


class Mistake(NamedTuple):
    """Something on a page that cannot be used."""

    line: int
    problem: str
    mend: str


class Parsed(NamedTuple):
    """A page as far as it can be read, and all that is wrong with it."""

    page: Page
    mistakes: tuple[Mistake, ...]


def shown(parts: tuple[Prose | Shown, ...]) -> Iterator[Shown]:
    """What a run of parts shows, leaving out its prose."""
    return (part for part in parts if isinstance(part, Shown))


def parse(text: str) -> Parsed:
    """Reads a page; it goes on after each mistake, so that an author hears of all at once.

    >>> page, mistakes = parse("# Hear\\n\\nIt rings.\\n\\n@exercise first\\n\\n## Say\\n\\nYou.")
    >>> page.title, [station.id for station in page.stations], page.exercises, mistakes
    ('Hear', ['opening', 'say'], ('first',), ())
    >>> parse("# Hear\\n\\n@exercize first").mistakes[0].problem
    "there is no '@exercize'"
    """
    return _Reader(text).read()


class _Reader:
    """One pass over the lines of a page."""

    def __init__(self, text: str) -> None:
        self.lines = text.splitlines()
        self.at = 0
        self.title = self.summary = ""
        self.mistakes: list[Mistake] = []
        self.stations: list[Station] = []
        self.parts: list[Prose | Shown] = []
        self.prose: list[str] = []
        self.numbers: list[int] = []
        self.begun = 1
        self.heading = ("", 1)
        self.core, self.minutes = True, 0
        self.fence = ""
        self.fenced_at = 0

    def read(self) -> Parsed:
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            heading = _HEADING.match(line)
            if self._is_comment(line):
                continue  # It is for authors; trainees get a page without it.
            if self._as_it_stands(line):
                self._say(line)
            elif heading and heading["title"]:
                self._close()
                self.heading = (heading["title"], self.at)
                self._say(line)
            elif heading or re.match(r"##[^#]", line):
                self._wrong(self.at, "this heading begins no station",
                            "write '## ' and its title, with a space between")  # fmt: skip
            elif line.startswith("# ") and not self.title:
                self.title = line[2:].strip()
                self._say(line)
            elif line.startswith("@"):
                self._command(line[1:].rstrip())
            else:
                self._say(line)
        self._close()
        if self.fence:
            what, end = ("comment", "-->") if self.fence == "<!--" else ("block", self.fence)
            self._wrong(self.fenced_at, f"the {what} that begins here has no end",
                        f"end it with a line '{end}'")  # fmt: skip
        if not self.title:
            self._wrong(1, "the page has no title", "begin it with a line '# The title'")
        page = Page(title=self.title, summary=self.summary, stations=tuple(self.stations))
        return Parsed(page, tuple(sorted(self.mistakes)))

    def _is_comment(self, line: str) -> bool:
        """Whether this line belongs to a comment that begins a line and ends one."""
        if self.fence == "<!--":
            if "-->" in line:
                self.fence = ""
            return True
        if self.fence or not line.startswith("<!--"):
            return False
        if "-->" not in line:
            self.fence, self.fenced_at = "<!--", self.at
            return True
        return line.rstrip().endswith("-->")

    def _as_it_stands(self, line: str) -> bool:
        """Whether this line belongs to a fenced block, where nothing is a command."""
        if self.fence:
            if self._ends(line):
                self.fence = ""
            return True
        begun = _FENCE.match(line)
        if begun:
            self.fence, self.fenced_at = begun[1], self.at
        return bool(self.fence)

    def _ends(self, line: str) -> bool:
        """A fence ends with one at least as long and nothing behind it, as in CommonMark."""
        mark = line.strip()
        return len(mark) >= len(self.fence) and not mark.strip(self.fence[0])

    def _say(self, line: str) -> None:
        if not line.strip() and not self.fence and (not self.prose or not self.prose[-1].strip()):
            return
        if not self.prose:
            self.begun = self.at
        self.prose.append(line)
        self.numbers.append(self.at)

    def _end_prose(self) -> None:
        text = "\n".join(self.prose).strip()
        if text:
            self.parts.append(Prose(text=text, line=self.begun, lines=tuple(self.numbers)))
        self.prose, self.numbers = [], []

    def _close(self) -> None:
        """Ends a station; one without anything in it is no station."""
        self._end_prose()
        title, line = self.heading
        if self.parts:
            taken = {one.id for one in self.stations}
            name = slug(title) if title else OPENING
            if not name:
                self._wrong(line, f"the title '{title}' has no letter from a to z and no figure",
                            "put a word in it that can stand in an address")  # fmt: skip
            elif name in taken:
                problem = f"another station is called '{title}', or has the same words"
                self._wrong(line, problem, "give every station a title of its own")
            if not name or name in taken:
                name = f"{name or 'station'}-{len(taken) + 1}"
            self.stations.append(
                Station(id=name, title=title, core=self.core, minutes=self.minutes,
                        parts=tuple(self.parts), line=line)
            )  # fmt: skip
        self.parts, self.core, self.minutes = [], True, 0

    def _command(self, line: str) -> None:
        word, rest, *_ = *line.split(None, 1), "", ""
        at = self.at
        known = COMMANDS.get(word)
        if known is None:
            listed = ", ".join(f"@{name}" for name in COMMANDS)
            self._wrong(at, f"there is no '@{word}'",
                        f"use one of {listed}; for text, write '\\@{word}'")  # fmt: skip
        elif word == "summary":
            self.summary = " ".join([rest, *self._indented()]).strip()
        elif word == "more-practice":
            if not self.heading[0]:
                self._wrong(at, "the opening cannot be more practice",
                            "put the line under a heading that begins with '## '")  # fmt: skip
            self.core = False
        elif word == "minutes":
            self._minutes(rest.strip(), at)
        else:
            self._end_prose()
            self._show(word, known, rest, at)

    def _minutes(self, given: str, at: int) -> None:
        if self.minutes:
            self._wrong(at, "this station says its minutes twice", "take one of the two out")
        elif re.fullmatch(r"[1-9][0-9]{0,2}", given):
            self.minutes = int(given)
        else:
            self._wrong(at, f"'{given:.20}' is no number of minutes" if given else
                        "'@minutes' needs whole minutes", "write '@minutes 12'")  # fmt: skip

    def _show(self, word: str, known: Command, rest: str, at: int) -> None:
        try:
            words = shlex.split(rest)
        except ValueError:
            self._wrong(at, "a quotation mark is left open", 'close it: title="Two words"')
            return
        names = [one for one in words if "=" not in one]
        options = dict(one.split("=", 1) for one in words if "=" in one)
        if known.name and len(names) != 1 and (names or not known.optional):
            self._wrong(at, f"'@{word}' needs {known.name}", f"write '@{word} {_sample(word)}'")
            return
        if not known.name and names:
            self._wrong(at, f"'@{word}' does not take '{names[0]}'", "take it out")
            return
        if names and not SLUG.fullmatch(names[0]):
            self._wrong(at, f"'{names[0]}' is no id", "use small letters, figures and hyphens")
            return
        if names and known.names and names[0] not in known.names:
            those = ", ".join(known.names)
            self._wrong(at, f"there is no '@{word} {names[0]}'", f"use one of {those}")
            return
        unknown = [one for one in options if one not in known.options]
        if unknown:
            mend = f"it takes {', '.join(known.options)}" if known.options else "take it out"
            self._wrong(at, f"'@{word}' has no '{unknown[0]}'", mend)
            return
        listed = tuple(self._bullets()) if known.listed else ()
        if word == "card" and any(one.command == word for one in shown(self._all())):
            self._wrong(at, "the page has a card already", "take one of the two out")
        if known.listed and not listed:
            mend = "put a line beginning with '- ' under it for each"
            self._wrong(at, f"'@{word}' does not say {known.listed}", mend)
        self.parts.append(
            Shown(command=word, name="".join(names), options=options, listed=listed, line=at)
        )

    def _all(self) -> tuple[Prose | Shown, ...]:
        return (*(part for one in self.stations for part in one.parts), *self.parts)

    def _indented(self) -> Iterator[str]:
        while self.at < len(self.lines) and self.lines[self.at].startswith("  "):
            yield self.lines[self.at].strip()
            self.at += 1

    def _bullets(self) -> Iterator[str]:
        while self.at < len(self.lines) and self.lines[self.at].startswith("- "):
            line = self.lines[self.at][2:].strip()
            self.at += 1
            yield " ".join([line, *self._indented()])

    def _wrong(self, line: int, problem: str, mend: str) -> None:
        self.mistakes.append(Mistake(line, problem, mend))


def slug(title: str) -> str:
    """A title as an id.

    >>> slug("Sorry, and for what")
    'sorry-and-for-what'
    """
    return "-".join(re.findall(r"[a-z0-9]+", title.lower().replace("'", "").replace("’", "")))


def _sample(word: str) -> str:
    return "first-words" if word == "exercise" else "when-a-customer"
