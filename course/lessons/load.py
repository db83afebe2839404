"""Loading lessons: folders of YAML in, exercises out. Each is read when first asked for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from course.exercises import Item, Kind, Unsettled, World, kind
from course.exercises.calculator import SENSELESS
from course.exercises.claimed import parted
from course.language.glossary import Entry
from course.lessons.decode import (
    ContentError,
    Source,
    in_scenario,
    is_file,
    read_text,
    together,
)
from course.lessons.page import SLUG, Page, parse
from course.lessons.places import content_folder, is_inside, records_folder
from course.lessons.tables import shown_table
from course.scenarios import HouseRuleError, HouseRules
from course.scenarios.claims import ClaimError
from course.scenarios.house_rules import filled_card
from course.scenarios.rights import NO_RIGHTS, RightsCard

T = TypeVar("T")

ORDER = "order.yaml"
"""The file that says which lessons there are and in what order."""
RENAME = "rename its folder: small letters a to z, figures and hyphens"
"""What to do about a lesson's id that cannot be one."""
OBJECTIVES = "objectives.yaml"
"""The file with what the course teaches."""
GROUPS = "objective-groups.yaml"
"""The file that says how objectives are grouped; a course can do without."""
RULES = "house-rules.yaml"
"""The file with the rules of the company."""
RIGHTS = "rights"
"""The folder with a rights card for each country."""
GLOSSARY = "glossary.yaml"
"""The file with sayings of customers in plain words; a course may have none."""
EXPRESSIONS = "local-expressions.yaml"
"""The file with expressions that people elsewhere may not know; a course may have none."""
TRADES = "other-trades.yaml"
"""The file with words of another trade, for the lint to look for; a course may have none."""
PAGE = "page.md"
"""The file of a lesson that holds all a trainee reads outside exercises."""


class Objective(Struct, frozen=True, forbid_unknown_fields=True):
    """Something a trainee can do afterwards."""

    id: str
    """Its name, which exercises put under `covers`. It never changes."""
    text: str
    """What somebody can do afterwards."""
    did: str = ""
    """The same of somebody who has done it, from three to eight words: 'said sorry for something in
    particular'."""


class TradeWord(Struct, frozen=True, forbid_unknown_fields=True):
    """A word of a trade that is not the one these lessons live in."""

    word: str
    """The word, in the singular."""
    trade: str
    """Whose word it is: 'shop'."""
    fine_in: tuple[str, ...] = ()
    """Ids of the exercises where it may stand all the same."""


class ObjectiveGroup(Struct, frozen=True, forbid_unknown_fields=True):
    """Objectives that a trainee reads of together."""

    id: str
    """Its name."""
    title: str
    """What stands above these objectives."""
    holds: tuple[str, ...]
    """Ids, or the letters before the hyphen for all that begin so."""


class Glance(Struct, frozen=True, kw_only=True):
    """What the head of an exercise's file says, read without making the exercise ready."""

    kind: str
    title: str
    covers: tuple[str, ...] = ()
    points: float = 1.0
    mode: Literal["practice", "assessed"] = "practice"


class Whole(NamedTuple):
    """An exercise, and the files that it was read from."""

    item: Item
    source: Source
    scenario: Source | None
    """The scenario's own file, where it has one."""


class Lesson(Mapping[str, Item]):
    """One lesson: its page, and its exercises by id, in the order of the page."""

    def __init__(self, course: "Course", folder: Path, page: Page) -> None:
        self._course, self.folder, self.page = course, folder, page
        self._items: dict[str, Item] = {}
        self._glances: dict[str, Glance] = {}
        self._ids = page.exercises
        self._known = frozenset(self._ids)

    @property
    def id(self) -> str:
        """The lesson's id, which is its folder's name."""
        return self.folder.name

    @property
    def title(self) -> str:
        """What the lesson is called."""
        return self.page.title

    @property
    def core(self) -> tuple[str, ...]:
        """Ids of the exercises that the mark looks at, in order."""
        return self.page.core

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self._known

    def __getitem__(self, exercise_id: str) -> Item:
        if exercise_id not in self:
            known = ", ".join(self)
            raise KeyError(f"{self.id} has no exercise '{exercise_id}'; there are: {known}")
        if exercise_id not in self._items:
            self._items[exercise_id] = self._course.read_item(self._path(exercise_id))
        return self._items[exercise_id]

    def glance(self, exercise_id: str) -> Glance:
        """What an exercise is called and is about, where the whole of it would take too long.

        Raises:
            ContentError: where the file cannot be read.
            KeyError: where the lesson has no such exercise.
        """
        if exercise_id not in self:
            raise KeyError(f"{self.id} has no exercise '{exercise_id}'")
        if exercise_id not in self._glances:
            whole = self._items.get(exercise_id)
            self._glances[exercise_id] = (
                _seen(whole) if whole else self._course.read_glance(self._path(exercise_id))
            )
        return self._glances[exercise_id]

    def mentions(self, exercise_id: str, word: str) -> bool:
        """Whether a word stands anywhere in an exercise's file: told much sooner than by a glance.

        Raises:
            ContentError: where the file cannot be read.
        """
        return word in self._course.text(self._path(exercise_id))

    def _path(self, exercise_id: str) -> Path:
        return self.folder / "exercises" / f"{exercise_id}.yaml"


class Course:
    """All content under one folder.

    Args:
        folder: Where the lesson folders, `order.yaml` and `house-rules.yaml` are.
        records: Where the tables that exercises show are.
        forgiving: Whether a lesson that cannot be read is left out, as it is where one trainee's
            page must not suffer for another page's mistake. Nothing is marked with such a course.
    """

    def __init__(self, folder: Path, records: Path, *, forgiving: bool = False) -> None:
        self.folder, self.records, self.forgiving = folder, records, forgiving
        self._read: dict[str, Any] = {}

    def shown(self, path: Path) -> str:
        """How an error names a file: from the content folder on."""
        return path.relative_to(self.folder).as_posix()

    def text(self, path: Path) -> str:
        """The text of a file of the content.

        Raises:
            ContentError: where it cannot be read, or lies outside, whatever link leads there.
        """
        if not is_inside(self.folder, path):
            problem = "it leads out of the content folder"
            raise ContentError(self.shown(path), 1, "", problem, "put the file itself there")
        return read_text(path, self.shown(path))

    def source(self, path: Path) -> Source:
        """A parsed file of the content.

        Raises:
            ContentError: as `text`, or where it is no YAML that content may use.
        """
        return Source(self.shown(path), self.text(path))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Ids of the lessons in the order in which they are taken."""
        path = self.folder / ORDER
        source = self.source(path)
        return source.convert(source.data, tuple[str, ...])

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """The lessons in order, by id.

        Raises:
            ContentError: where one of them cannot be read, unless the course is forgiving.
        """
        found = {}
        for name in self.order:
            try:
                found[name] = self.read_lesson(name)
            except ContentError:
                if not self.forgiving:
                    raise
        return found

    def read_lesson(self, name: str) -> Lesson:
        """One lesson that the order lists.

        Raises:
            ContentError: where there is no such lesson, or it cannot be read.
        """
        folder = self.folder / name
        if not SLUG.fullmatch(name):
            raise self.source(self.folder / ORDER).error(
                "", f"'{name:.60}' cannot be the id of a lesson", RENAME
            )
        if not is_file(folder / PAGE):
            raise self.source(self.folder / ORDER).error(
                name, f"there is no lesson '{name}'", f"add {name}/{PAGE}, or take it out"
            )
        page = read_page(self.text(folder / PAGE), self.shown(folder / PAGE))
        return Lesson(self, folder, page)

    @cached_property
    def house_rules(self) -> HouseRules:
        """The rules of the company the scenarios play in."""
        path = self.folder / RULES
        source = self.source(path)
        return source.convert(source.data, HouseRules)

    @property
    def rights_file(self) -> Path | None:
        """The rights card that the house rules name; None where they name none.

        Raises:
            ContentError: where what they name can be no file of the folder.
        """
        name = self.house_rules.rights
        if name and not SLUG.fullmatch(name):
            problem = f"'{name:.60}' is no name of a rights card"
            mend = f"use the name of a file in {RIGHTS}, without '.yaml'"
            raise self.source(self.folder / RULES).error("rights", problem, mend)
        return self.folder / RIGHTS / f"{name}.yaml" if name else None

    @cached_property
    def rights(self) -> RightsCard:
        """What the law gives customers, values written in; an empty card where there is none.

        Raises:
            ContentError: where the house rules name a card that cannot be used.
        """
        path = self.rights_file
        if path is None:
            return NO_RIGHTS
        if not is_file(path):
            problem = f"there is no rights card '{path.stem}'"
            mend = f"add {self.shown(path)}, or name another"
            raise self.source(self.folder / RULES).error("rights", problem, mend)
        source = self.source(path)
        card = source.convert(source.data, RightsCard)
        try:
            return filled_card(card)
        except HouseRuleError as error:
            raise source.error("rights", str(error), "correct it, or add the value") from None
        except ClaimError as error:
            raise source.error(error.place, str(error), error.mend) from None

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """What the course teaches, by the ids that exercises cover."""
        path = self.folder / OBJECTIVES
        source = self.source(path)
        listed = source.convert(source.data, tuple[Objective, ...])
        return {one.id: one for one in listed}

    @cached_property
    def objective_groups(self) -> tuple[ObjectiveGroup, ...]:
        """How objectives are grouped for trainees; none where there is no such file.

        Raises:
            ContentError: where the file is there and cannot be read.
        """
        return self._optional(GROUPS, tuple[ObjectiveGroup, ...])

    @cached_property
    def glossary(self) -> tuple[Entry, ...]:
        """Sayings of customers in plain words; none where the course has no such file.

        Raises:
            ContentError: where it cannot be read, unless the course is forgiving.
        """
        return self._entries(GLOSSARY)

    @cached_property
    def local_expressions(self) -> tuple[Entry, ...]:
        """Expressions for the lint to look for, with plain words; none where there is no such file.

        Raises:
            ContentError: where it cannot be read, unless the course is forgiving.
        """
        return self._entries(EXPRESSIONS)

    @cached_property
    def other_trades(self) -> tuple[TradeWord, ...]:
        """Words of other trades for the lint to look for; none where there is no such file.

        Raises:
            ContentError: where the file is there and cannot be read.
        """
        return self._optional(TRADES, tuple[TradeWord, ...])

    def _entries(self, name: str) -> tuple[Entry, ...]:
        try:
            return self._optional(name, tuple[Entry, ...])
        except ContentError:
            if not self.forgiving:
                raise
            return ()

    def _optional(self, name: str, shape: type[tuple[T, ...]]) -> tuple[T, ...]:
        """A list that a course may do without; nothing where there is no such file."""
        path = self.folder / name
        if not is_file(path):
            return ()
        source = self.source(path)
        return source.convert(source.data, shape)

    def items(self) -> Iterator[Item]:
        """Every exercise of every lesson, in order."""
        for lesson in self.lessons.values():
            yield from lesson.values()

    def find(self, exercise_id: str) -> Item | None:
        """The exercise of that id, whatever lesson it belongs to; None where there is none."""
        for lesson in self.lessons.values():
            if exercise_id in lesson:
                return lesson[exercise_id]
        return None

    def lesson_of(self, exercise_id: str) -> Lesson:
        """The lesson that an exercise belongs to.

        Raises:
            KeyError: where no lesson has it.
        """
        for lesson in self.lessons.values():
            if exercise_id in lesson:
                return lesson
        raise KeyError(f"no lesson has an exercise '{exercise_id}'")

    def read_glance(self, path: Path) -> Glance:
        """The head of one exercise file.

        Raises:
            ContentError: where it has none that can be used.
        """
        source = self.source(path)
        if not isinstance(source.data, dict):
            raise source.error("", "this is not an exercise", "start with 'kind:' and 'id:'")
        return source.convert(source.data, Glance)

    def read_item(self, path: Path) -> Item:
        """One exercise file as an `Item`, with its scenario or table put in.

        Raises:
            ContentError: where the file cannot be used.
        """
        return self.read_whole(path).item

    def read_whole(self, path: Path) -> Whole:
        """One exercise file, with the files it was read from.

        Whatever the kind, `scenario: name` stands for a file of the lesson, and a `table` may
        ask for records. All else is made ready by the kind.

        Raises:
            ContentError: where the file cannot be used.
        """
        source = self.source(path)
        data = source.data
        if not isinstance(data, dict):
            raise source.error("", "this is not an exercise", "start with 'kind:' and 'id:'")
        name = data.get("kind")
        try:
            found = kind(str(name))
        except KeyError as error:
            raise source.error("kind", str(error.args[0]), "correct the kind") from None
        wrong: list[ContentError] = []
        if not SLUG.fullmatch(path.stem):
            problem = f"'{path.name}' is no name of an exercise"
            mend = "rename the file: small letters a to z, figures and hyphens, as in 'late-parcel'"
            wrong.append(source.error("id", problem, f"{mend}; its id is the same"))
        elif data.get("id") != path.stem:
            problem = f"the id is not the file's name, '{path.stem}'"
            wrong.append(source.error("id", problem, "make them one"))
        scenario: Source | None = None
        if isinstance(data.get("scenario"), str):
            scenario = self._scenario(path, source, data["scenario"])
            data = {**data, "scenario": scenario.data}
        if isinstance(data.get("table"), dict):
            table = shown_table(source, data["table"], self.records, self._records)
            data = {**data, "table": table}
        try:
            public, key = (found.split or _split)(data)
            exercise = _convert(source, scenario, public, found.definition)
            key_value = None if key is None else _convert(source, scenario, key, found.key, "key")
        except (ContentError, *SENSELESS) as error:
            wrong += _all_wrong(source, scenario, data, found) or [
                error if isinstance(error, ContentError) else _senseless(scenario or source)
            ]
        if wrong:
            raise together(wrong)
        exercise, claims = parted(exercise)
        rests_on = [name for claim in claims for name in claim.rests_on]
        if rests_on:
            exercise = replace(exercise, rights=self.rights.cut(rests_on))
        if found.settle is not None:
            world = World(lambda: self.house_rules, self._records, lambda: self.rights)
            try:
                exercise, key_value = found.settle(exercise, key_value, world)
            except Unsettled as error:
                every = ((one.place, one.problem, one.mend) for one in error.all)
                raise together([_error(source, scenario, *one) for one in every]) from None
        file = self.shown(path)
        item = Item(kind=found, exercise=exercise, key=key_value, file=file, claims=claims)
        return Whole(item, source, scenario)

    def _scenario(self, path: Path, source: Source, name: str) -> Source:
        if not SLUG.fullmatch(name):
            problem = f"'{name:.60}' is no name of a scenario"
            raise source.error("scenario", problem, "use small letters, figures and hyphens")
        where = path.parent.parent / "scenarios" / f"{name}.yaml"
        if not is_file(where):
            problem = f"there is no scenario '{name:.60}'"
            raise source.error("scenario", problem, f"add {self.shown(where)}")
        return self.source(where)

    def _records(self, name: str) -> Any:
        """A table of the company's records, read once."""
        if name not in self._read:
            from course.company import read_table

            if not is_inside(self.records, self.records / f"{name}.csv"):
                raise ValueError(f"{name}.csv leads out of the records folder")
            self._read[name] = read_table(self.records, name)
        return self._read[name]


def _seen(item: Item) -> Glance:
    """The glance of an exercise that was read already: its file is not read again for it."""
    known = item.exercise
    return Glance(
        kind=item.kind.name, title=known.title, covers=tuple(known.covers), points=known.points,
        mode=known.mode,
    )  # fmt: skip


def _split(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    return {name: value for name, value in data.items() if name != "key"}, data.get("key")


def _convert(
    source: Source, scenario: Source | None, data: Any, shape: type[Any], place: str = ""
) -> Any:
    """As `Source.convert`; an error inside the scenario names the scenario's own file."""
    try:
        return source.convert(data, shape, place)
    except ContentError as error:
        raise together(
            [_error(source, scenario, one.place, one.problem, one.mend) for one in error.all]
        ) from None


def _all_wrong(
    source: Source, scenario: Source | None, data: dict[str, Any], found: Kind[Any, Any]
) -> list[ContentError]:
    """Every mistake of an exercise and its key, each where its author wrote it."""
    public, key = _split(data)
    wrong: list[ContentError] = []
    given = [(public, found.definition, ""), *([] if key is None else [(key, found.key, "key")])]
    for part, shape, place in given:
        try:
            _convert(source, scenario, part, shape, place)
        except ContentError as error:
            wrong += error.all
    return wrong


def _senseless(source: Source) -> ContentError:
    problem = "lists and pairs are not where they should be"
    return source.error("", problem, "compare it with an example in the reference of the keys")


def _error(
    source: Source, scenario: Source | None, place: str, problem: str, mend: str
) -> ContentError:
    """An error at a place of the exercise, which may stand in its scenario's own file."""
    inside = in_scenario(place)
    if scenario is not None and inside is not None:
        return scenario.error(inside, problem, mend)
    return source.error(place, problem, mend)


def read_page(text: str, shown: str) -> Page:
    """The page of a lesson from its text; `shown` is how errors name it.

    Raises:
        ContentError: for the first thing that is wrong with it; the lint names them all.
    """
    page, mistakes = parse(text)
    for one in mistakes:
        raise ContentError(shown, one.line, "", one.problem, one.mend)
    return page


def load_course(
    content: Path | None = None, records: Path | None = None, *, forgiving: bool = False
) -> Course:
    """The course under `content`, else the one this package carries.

    >>> "complaints" in load_course().lessons
    True
    """
    return Course(content or content_folder(), records or records_folder(), forgiving=forgiving)
