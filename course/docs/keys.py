"""The reference of the keys: every key that content can have, from its definition.

``python -m course.docs.keys`` writes it afresh. Its examples are the values that the content in
`authors/examples` has under these keys, so whatever is shown there is sound.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, get_origin

from msgspec import Struct

from course.docs.fields import Field, fields, meaning_of
from course.exercises import KINDS
from course.exercises.base import Exercise, Option
from course.exercises.calculator import Table
from course.exercises.calculators import CALCULATORS
from course.exercises.grouped import Figure, Grouped
from course.exercises.result import Criterion
from course.exercises.stayed import Stayed
from course.language import ACTS, MOVES
from course.language.glossary import Entry
from course.lessons import Objective, ObjectiveGroup
from course.lessons.misfits import inside, meant
from course.lessons.page import COMMANDS
from course.lessons.tables import Rows
from course.scenarios import HouseRules, Scenario, definition
from course.scenarios.house_rules import IdentityCheck
from course.scenarios.rights import Right, RightsCard
from course.yaml_text import parse

FOLDER = Path(__file__).parent / "authors"
PAGE = FOLDER / "keys.md"
EXAMPLES = FOLDER / "examples"
MADE = frozenset({"rules", "identity", "rights"})
"""Keys of exercises and scenarios that loading fills in; nobody writes them."""
LONGEST = 160
"""Letters of an example. A longer list is shown as far as it goes, anything else in its file."""


class Part(NamedTuple):
    """A part of a file that has keys of its own."""

    heading: str
    shape: type[Struct]
    besides: type[Struct] | None = None
    """Keys that are described elsewhere, because others have them too."""


def _kinds() -> Iterator[Part]:
    for kind in KINDS.values():
        yield Part(f"{kind.noun}: `{kind.name}`", kind.definition, Exercise)
        if kind.split is None:
            yield Part(f"The `key` of a {kind.name}", kind.key)


EXERCISES = (
    Part("Every exercise", Exercise),
    *_kinds(),
    Part("An option, an item or a heading", Option),
    Part("A line of a rubric", Criterion),
    Part("A table that is written out", Table),
    Part("A table of rows from the records", Rows),
    Part("A table counted from the records", Grouped),
    Part("A column of figures", Figure),
    Part("A table of who was still there", Stayed),
)
CONVERSATION = (
    Part("A scenario", Scenario),
    Part("The customer", definition.Customer),
    Part("The needs", definition.Needs),
    Part("A fact", definition.Fact),
    Part("A remedy", definition.Remedy),
    Part("A promise", definition.Promise),
    Part("A moment", definition.Moment),
    Part("Something said", definition.Line),
    Part("A line to choose", definition.Choice),
    Part("A note", definition.Note),
    Part("A route", definition.Route),
    Part("A condition", definition.When),
    Part("An ending", definition.Ending),
    Part("The rubric", definition.Rubric),
    Part("A line of the test plan", definition.Play),
    Part("What varies", definition.Varies),
)
SHARED = (
    Part("`objectives.yaml`: an objective", Objective),
    Part("`objective-groups.yaml`: a group", ObjectiveGroup),
    Part("`glossary.yaml`, and `glossary:` of an exercise: an entry", Entry),
    Part("`house-rules.yaml`", HouseRules),
    Part("A house rule", definition.HouseRule),
    Part("Who has passed the check", IdentityCheck),
    Part("`rights/COUNTRY.yaml`", RightsCard),
    Part("A right", Right),
)
PARTS = (*EXERCISES, *CONVERSATION, *SHARED)
TAKEN: dict[str, type[Struct]] = {"file": Rows, "records": Grouped, "stayed": Stayed}
"""The ways of taking a table from the records, by the key that begins each."""


class Example(NamedTuple):
    """A value that the example content has under a key."""

    value: Any
    file: str


def page() -> str:
    """The whole reference."""
    return "\n".join(
        (
            "# What can stand in a file",
            "",
            "Every key of every file, made from the definitions that read them. The examples come",
            "from [a small course](examples) that holds each key once. Where the last but one",
            "column says `needed`, the key must be there. Otherwise it says what holds without it.",
            "",
            "- [The page of a lesson](#the-page-of-a-lesson)",
            "- [Exercises](#exercises), and [the calculators](#calculators) of a `number`",
            "- [Conversations](#conversations), and [moves](#moves) and [acts](#acts)",
            "- [Files that lessons share](#files-that-lessons-share)",
            "",
            *_commands(),
            "## Exercises",
            "",
            "A file of the folder `exercises`. `kind:` says which of these it is.",
            "",
            *(line for one in EXERCISES for line in _part(one)),
            *_calculators(),
            "## Conversations",
            "",
            "A file of the folder `scenarios`. An exercise of the kind `dialogue` plays it.",
            "",
            *(line for one in CONVERSATION for line in _part(one)),
            *_words("Moves", "What the words of a line do.", MOVES),
            *_words("Acts", "What is done that the words alone do not show.", ACTS),
            "## Files that lessons share",
            "",
            "`order.yaml` lists the ids of the lessons, a line `- id` each.",
            "",
            *(line for one in SHARED for line in _part(one)),
            "[Your own lessons](README.md)",
            "",
        )
    )


def keys(part: Part) -> tuple[Field, ...]:
    """The keys of a part that authors write and that are described with it."""
    known = {one.name for one in fields(part.besides)} if part.besides else frozenset()
    made = MADE if issubclass(part.shape, Exercise | Scenario) else frozenset()
    return tuple(
        one for one in fields(part.shape, _named) if one.name not in known and one.name not in made
    )


@cache
def examples() -> dict[tuple[type[Struct], str], Example]:
    """By part and key: the first value that the example content has there."""
    found: dict[tuple[type[Struct], str], Example] = {}
    for path, data, shape in _files():
        _gather(data, shape, path.relative_to(EXAMPLES).as_posix(), found)
    return found


def written(value: Any) -> str:
    """A value as YAML on one line.

    >>> written({"a": [1, "two words", "no: colon"], "b": True, "c": None})
    '{a: [1, two words, "no: colon"], b: true, c: null}'
    """
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(k)}: {written(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, bool) or value is None:
        return {True: "true", False: "false", None: "null"}[value]
    if isinstance(value, str):
        plain = re.fullmatch(r"[A-Za-z][\w-]*(?: [\w-]+){0,3}", value) and parse(value)[0] == value
        return value if plain else f'"{value}"'
    return f"{value:g}" if isinstance(value, float) else str(value)


def write(path: Path = PAGE) -> None:
    """Writes the reference afresh."""
    path.write_text(page(), encoding="utf-8", newline="\n")


def calculators() -> dict[str, dict[str, Any]]:
    """By calculator: its meaning, and an example of its table and arguments."""
    found: dict[str, dict[str, Any]] = parse(
        (FOLDER / "calculators.yaml").read_text(encoding="utf-8")
    )[0]
    return found


def _files() -> Iterator[tuple[Path, Any, Any]]:
    """Each file of the example content, its data, and what it should be."""
    shared = {
        "objectives.yaml": tuple[Objective, ...],
        "objective-groups.yaml": tuple[ObjectiveGroup, ...],
        "glossary.yaml": tuple[Entry, ...],
        "house-rules.yaml": HouseRules,
    }
    for path in sorted(EXAMPLES.rglob("*.yaml")):
        data = parse(path.read_text(encoding="utf-8"))[0]
        if path.parent.name == "exercises":
            kind = KINDS[data["kind"]]
            yield path, data, kind.definition
            yield path, data.get("key"), kind.key
            table = data.get("table", {})
            yield from ((path, table, shape) for mark, shape in TAKEN.items() if mark in table)
        elif path.parent.name == "scenarios":
            yield path, data, Scenario
        elif path.parent.name == "rights":
            yield path, data, RightsCard
        elif path.name in shared:
            yield path, data, shared[path.name]


def _gather(
    data: Any, shape: Any, file: str, found: dict[tuple[type[Struct], str], Example]
) -> None:
    """Notes each value under a key, however deep it stands."""
    for value, inner, place in inside(data, shape, ""):
        if isinstance(data, dict) and isinstance(shape, type) and issubclass(shape, Struct):
            # A table may be asked for in several ways, each with keys of its own.
            if place == "table" and "rows" not in value:
                continue
            for part in (shape, Exercise) if issubclass(shape, Exercise) else (shape,):
                found.setdefault((part, place), Example(value, file))
        _gather(value, meant(value, inner), file, found)


def _part(part: Part) -> Iterator[str]:
    yield from (f"### {part.heading}", "", meaning_of(part.shape), "")
    if part.besides:
        link = _anchor(EXERCISES[0].heading)
        yield from (f"Besides the keys of [every exercise](#{link}):", "")
    yield from (
        "| key | what it means | what to write | without it | example |",
        "|---|---|---|---|---|",
    )
    for one in keys(part):
        cells = (f"`{one.name}`", one.meaning, one.kind, one.without, _example(part, one))
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
    yield ""


def _example(part: Part, key: Field) -> str:
    example = examples().get((part.shape, key.name))
    if example is None:
        return ""
    shown = f"{key.name}: {written(_beginning(example.value, key.shape))}"
    link = f"in [{Path(example.file).name}](examples/{example.file})"
    return link if len(shown) > LONGEST else f"`{shown}`"


def _beginning(value: Any, shape: Any) -> Any:
    """As much of a list or of pairs as can be shown, and one of them at least."""
    if not isinstance(value, list) and not (isinstance(value, dict) and get_origin(shape) is dict):
        return value
    every = list(value.items()) if isinstance(value, dict) else value
    for count in range(len(every), 0, -1):
        some = dict(every[:count]) if isinstance(value, dict) else every[:count]
        if count == 1 or len(written(some)) < LONGEST - 20:
            return some
    return value


def _named(shape: type[Struct]) -> str:
    """A link to where a part is described."""
    for one in PARTS:
        if one.shape is shape:
            words = re.sub(r".*: ", "", one.heading)
            return f"[{words[:1].lower()}{words[1:]}](#{_anchor(one.heading)})"
    return shape.__name__


def _anchor(heading: str) -> str:
    """The address of a heading, as GitHub makes it."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _commands() -> Iterator[str]:
    text = {
        line.split()[0][1:]: line
        for line in (EXAMPLES / "repairs" / "page.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("@")
    }
    yield from (
        "## The page of a lesson",
        "",
        "`page.md` is Markdown. `# ` begins its title, and `## ` a station, which is what somebody",
        "does in one sitting. A line that begins with `@` is one of these:",
        "",
        "| line | what it is | what stands after it | example |",
        "|---|---|---|---|",
    )
    for name, one in COMMANDS.items():
        after = [f"{one.name}{', or nothing' if one.optional else ''}"] if one.name else []
        after += [f"`{option}=`" for option in one.options]
        after += [f"under it, lines with `- `: {one.listed}"] if one.listed else []
        yield f"| `@{name}` | {one.meaning} | {'; '.join(after)} | `{text[name]}` |"
    yield from (
        "",
        "`[words](lesson)` is a link to another lesson. `<!-- words -->` is a comment.",
        "",
    )


def _calculators() -> Iterator[str]:
    yield from (
        "### Calculators",
        "",
        "`calculator:` names one, `arguments:` says what it works with, and `slips:` may name",
        "mistakes, each with what to say to whoever makes it, as in",
        "`slips: {mean: 'That is the mean.'}`. The calculator works out what each mistake gives.",
        "Some need a value of your own for it, such as the other column that people take: put it",
        "under `arguments:`, by the name that stands behind the slip. No slip can be made up; to a",
        "figure that none explains, the course says that it is too low or too high.",
        "",
        "| calculator | what it works out | arguments, for example | slips |",
        "|---|---|---|---|",
    )
    told = calculators()
    for name, one in CALCULATORS.items():
        own = told[name].get("for_slips", {})
        slips = ", ".join(
            f"`{slip}`" + (f" (needs {', '.join(f'`{value}`' for value in own[slip])})"
                           if slip in own else "")
            for slip in one.slips
        )  # fmt: skip
        meaning, arguments = told[name]["meaning"], written(told[name]["arguments"])
        yield f"| `{name}` | {meaning} | `{arguments}` | {slips} |"
    yield ""


def _words(heading: str, what: str, table: Any) -> Iterator[str]:
    yield from (f"### {heading}", "", what, "", "| word | what it does |", "|---|---|")
    yield from (f"| `{one.name}` | {one.meaning} |" for one in table.values())
    yield ""


if __name__ == "__main__":
    write()
