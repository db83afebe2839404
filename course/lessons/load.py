"""Loading lessons: folders of YAML in, exercises out. Each is read when first asked for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from msgspec import Struct

from course.exercises import Item, Unsettled, World, kind
from course.lessons.decode import ContentError, Source, in_scenario, parse_file
from course.lessons.places import content_folder, records_folder
from course.lessons.tables import shown_table
from course.scenarios import HouseRules


class LeadCard(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is printed for a team lead."""

    exercise: str
    """The reply in which the trainee says what they will do."""
    behaviours: tuple[str, ...]
    """What to watch for."""


class LessonFile(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """`lesson.yaml`: what a lesson is called and the order of its exercises."""

    id: str
    title: str
    notebook: str
    summary: str
    minutes: int
    exercises: tuple[str, ...]
    card: LeadCard | None = None


class Objective(Struct, frozen=True, forbid_unknown_fields=True):
    """Something a trainee can do afterwards."""

    id: str
    text: str


class Lesson(Mapping[str, Item]):
    """One lesson: its file, and its exercises by id, in the order of the notebook."""

    def __init__(self, course: "Course", folder: Path) -> None:
        self._course, self.folder = course, folder
        source = parse_file(folder / "lesson.yaml", course.shown(folder / "lesson.yaml"))
        self.file: LessonFile = source.convert(source.data, LessonFile)
        self._items: dict[str, Item] = {}

    @property
    def id(self) -> str:
        """The lesson's id."""
        return self.file.id

    def __iter__(self) -> Iterator[str]:
        return iter(self.file.exercises)

    def __len__(self) -> int:
        return len(self.file.exercises)

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self.file.exercises

    def __getitem__(self, exercise_id: str) -> Item:
        if exercise_id not in self:
            known = ", ".join(self)
            raise KeyError(f"{self.id} has no exercise '{exercise_id}'; there are: {known}")
        if exercise_id not in self._items:
            path = self.folder / "exercises" / f"{exercise_id}.yaml"
            self._items[exercise_id] = self._course.read_item(path)
        return self._items[exercise_id]


class Course:
    """All content under one folder.

    Args:
        folder: Where the lesson folders and `house-rules.yaml` are.
        records: Where the tables that exercises show are.
    """

    def __init__(self, folder: Path, records: Path) -> None:
        self.folder, self.records = folder, records
        self._read: dict[str, Any] = {}

    def shown(self, path: Path) -> str:
        """How an error names a file: from the content folder on."""
        return path.relative_to(self.folder).as_posix()

    @cached_property
    def lessons(self) -> dict[str, Lesson]:
        """The lessons in the order of their notebooks' names, by id."""
        found = [Lesson(self, path.parent) for path in self.folder.glob("*/lesson.yaml")]
        found.sort(key=lambda lesson: lesson.file.notebook)
        return {lesson.id: lesson for lesson in found}

    @cached_property
    def house_rules(self) -> HouseRules:
        """The rules of the company the scenarios play in."""
        path = self.folder / "house-rules.yaml"
        source = parse_file(path, self.shown(path))
        return source.convert(source.data, HouseRules)

    @cached_property
    def objectives(self) -> dict[str, Objective]:
        """What the course teaches, by the ids that exercises cover."""
        path = self.folder / "objectives.yaml"
        source = parse_file(path, self.shown(path))
        listed = source.convert(source.data, tuple[Objective, ...])
        return {one.id: one for one in listed}

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

    def read_item(self, path: Path) -> Item:
        """One exercise file as an `Item`, with its scenario or table put in.

        Whatever the kind, `scenario: name` stands for a file of the lesson, and a `table` may
        ask for records. All else is made ready by the kind.

        Raises:
            ContentError: where the file cannot be used.
        """
        source = parse_file(path, self.shown(path))
        data = source.data
        if not isinstance(data, dict):
            raise source.error("", "this is not an exercise", "start with 'kind:' and 'id:'")
        name = data.get("kind")
        try:
            found = kind(str(name))
        except KeyError as error:
            raise source.error("kind", str(error.args[0]), "correct the kind") from None
        if data.get("id") != path.stem:
            problem = f"the id is not the file's name, '{path.stem}'"
            raise source.error("id", problem, "make them one")
        scenario: Source | None = None
        if isinstance(data.get("scenario"), str):
            scenario = self._scenario(path, source, data["scenario"])
            data = {**data, "scenario": scenario.data}
        if isinstance(data.get("table"), dict):
            table = shown_table(source, data["table"], self.records, self._records)
            data = {**data, "table": table}
        public, key = (found.split or _split)(data)
        exercise = _convert(source, scenario, public, found.definition)
        key_value = None if key is None else _convert(source, scenario, key, found.key, "key")
        if found.settle is not None:
            world = World(house_rules=lambda: self.house_rules, records=self._records)
            try:
                exercise, key_value = found.settle(exercise, key_value, world)
            except Unsettled as error:
                raise _error(source, scenario, error.place, error.problem, error.mend) from None
        return Item(kind=found, exercise=exercise, key=key_value, file=self.shown(path))

    def _scenario(self, path: Path, source: Source, name: str) -> Source:
        where = path.parent.parent / "scenarios" / f"{name}.yaml"
        if not where.is_file():
            raise source.error(
                "scenario", f"there is no scenario '{name}'", f"add {self.shown(where)}"
            )
        return parse_file(where, self.shown(where))

    def _records(self, name: str) -> Any:
        """A table of the company's records, read once."""
        if name not in self._read:
            from course.company import read_table

            self._read[name] = read_table(self.records, name)
        return self._read[name]


def _split(data: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any] | None]:
    return {name: value for name, value in data.items() if name != "key"}, data.get("key")


def _convert(
    source: Source, scenario: Source | None, data: Any, shape: type[Any], place: str = ""
) -> Any:
    """As `Source.convert`; an error inside the scenario names the scenario's own file."""
    try:
        return source.convert(data, shape, place)
    except ContentError as error:
        raise _error(source, scenario, error.place, error.problem, error.mend) from None


def _error(
    source: Source, scenario: Source | None, place: str, problem: str, mend: str
) -> ContentError:
    """An error at a place of the exercise, which may stand in its scenario's own file."""
    inside = in_scenario(place)
    if scenario is not None and inside is not None:
        return scenario.error(inside, problem, mend)
    return source.error(place, problem, mend)


def load_course(content: Path | None = None, records: Path | None = None) -> Course:
    """The course under `content`, else the one this package carries.

    >>> "complaints" in load_course().lessons
    True
    """
    return Course(content or content_folder(), records or records_folder())
