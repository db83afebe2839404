"""The content that ships."""

from collections.abc import Iterator

import msgspec
import pytest

from course.exercises import Item, best
from course.lessons import Lesson
from course.lessons.page import Prose, Station, shown
from course.yaml_text import parse
from tests.house import ROOT
from tests.shipped import checked, load_course

PACKAGE = ROOT / "course"


def test_the_lint_finds_nothing_to_mend() -> None:
    errors = [str(one) for one in checked().found if one.severity == "error"]
    assert errors == []


def test_every_station_is_a_sitting_and_every_core_an_hour_that_meets_its_objectives() -> None:
    of_stations = {"CC031", "CC032", "CC033", "CC034", "CC035", "CC036"}
    assert [str(one) for one in checked().found if one.code in of_stations] == []


def test_home_says_no_core_to_be_longer_than_an_hour() -> None:
    said = {
        lesson.id: sum(one.minutes for one in lesson.page.stations if one.core)
        for lesson in load_course().lessons.values()
    }
    assert {name: minutes for name, minutes in said.items() if minutes > 60} == {}


@pytest.mark.parametrize("lesson", ["welcome", "care", "needs", "qualities", "complaints",
                                    "measurement", "worth", "outreach", "communication",
                                    "channels", "people", "investigation", "shift"])  # fmt: skip
def test_a_lesson_begins_with_something_to_do_and_ends_with_what_is_taken_away(lesson: str) -> None:
    page = load_course().lessons[lesson].page
    opening, first, *_, last = page.stations
    assert (opening.title, opening.exercises) == ("", ())
    prose, begun = first.parts[:2]
    assert begun.command == "exercise"
    assert len(prose.text.split()) < 60
    assert all(one.core for one in (first, last))
    if lesson != "welcome":
        assert [one.command for one in shown(last.parts)][-3:] == ["card", "ending", "hand-in"]


def test_what_was_to_be_chosen_is_explained_to_those_who_did_not_choose_it() -> None:
    """Where several are right, those that were missed are explained as well: 'You chose' is not so.

    Worlds write some exercises anew, so files are looked at, and not lessons.
    """
    files = [path for room in ("lessons", "worlds") for path in (PACKAGE / room).rglob("*.yaml")
             if path.parent.name == "exercises"]  # fmt: skip
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    several = {path: parse(text)[0] for path, text in texts.items() if "select: several" in text}
    assert len(several) > 10
    spoken = [
        f"{path.stem}, {option}: {data['key']['because'][option]}"
        for path, data in several.items()
        for option, worth in data["key"]["worth"].items()
        if worth and data["key"]["because"][option].startswith("You ")
    ]
    assert spoken == []


def test_no_answer_of_a_sum_stands_in_its_own_station() -> None:
    printed = [
        (name, other)
        for lesson in load_course().lessons.values()
        for station in lesson.page.stations
        for name in station.exercises
        if (answer := worked_out(lesson[name]))
        for other, text in told(lesson, station)
        if other != name and answer in text
    ]
    assert printed == []


def worked_out(item: Item) -> str:
    """The answer of a sum as a text would print it; empty where it might stand there by chance."""
    if item.kind.name != "number" or item.exercise.draws:
        return ""
    answer = f"{float(best(item)):.1f}"
    return "" if answer.endswith(".0") else answer


def told(lesson: Lesson, station: Station) -> Iterator[tuple[str, str]]:
    """All that a station shows before anything is answered, with the exercise it belongs to."""
    for part in station.parts:
        if isinstance(part, Prose):
            yield "", part.text
        elif part.command == "exercise":
            shown = msgspec.to_builtins(lesson[part.name].exercise)
            # A median is one of the rows that it is worked out from.
            yield part.name, str({name: shown[name] for name in shown if name != "table"})


def test_every_objective_is_covered_and_every_cover_is_an_objective() -> None:
    course = load_course()
    covered = {name for item in course.items() for name in item.exercise.covers}
    assert covered == set(course.objectives)


def test_complaints_cover_the_whole_of_resolving_and_abuse() -> None:
    course = load_course()
    covered = {name for item in course.lessons["complaints"].values() for name in
               item.exercise.covers}  # fmt: skip
    wanted = {f"RES-{number}" for number in range(1, 15)} | {"GAP-2", "CLASH-8"}
    assert wanted <= covered


def test_complaints_have_all_six_kinds_and_six_scenarios() -> None:
    kinds = [item.kind.name for item in load_course().lessons["complaints"].values()]
    assert set(kinds) == {"choice", "sort", "rank", "number", "reply", "dialogue"}
    assert len(kinds) >= 12
    assert kinds.count("dialogue") >= 6


def test_care_covers_what_care_is_in_its_core_and_has_five_kinds_and_two_scenarios() -> None:
    lesson = load_course().lessons["care"]
    wanted = {f"DEF-{number}" for number in range(1, 11)} | {f"SCI-{n}" for n in range(1, 4)}
    wanted |= {f"CASE-{n}" for n in range(1, 6)} | {"CLASH-3", "FAQ-5", "FAQ-6", "OPEN-5"}
    marked = [lesson[name] for name in lesson.page.core if not lesson[name].kind.reviewed]
    assert wanted == {name for item in marked for name in item.exercise.covers}
    kinds = [item.kind.name for item in lesson.values()]
    assert set(kinds) == {"choice", "sort", "rank", "number", "reply", "dialogue"}
    assert kinds.count("dialogue") == 2
    assert max(len(item.exercise.covers) for item in lesson.values()) <= 3


def test_worth_has_what_care_brings_in_its_core_and_a_finance_director_to_argue_with() -> None:
    lesson = load_course().lessons["worth"]
    wanted = {f"WHY-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 14, 15, 16)}
    wanted |= {"STAT-1", "STAT-2", "STAT-3", "CHAL-2", "CLASH-4", "CLASH-9", "FAQ-1"}
    marked = [lesson[name] for name in lesson.page.core if not lesson[name].kind.reviewed]
    assert wanted == {name for item in marked for name in item.exercise.covers}
    kinds = [item.kind.name for item in lesson.values()]
    assert set(kinds) == {"choice", "sort", "rank", "number", "reply", "dialogue"}
    assert "why-not-half" in lesson.page.core
    assert max(len(item.exercise.covers) for item in lesson.values()) <= 3


def test_no_key_is_in_a_public_view() -> None:
    for item in load_course().items():
        public = msgspec.to_builtins(item.exercise)
        assert "key" not in public
        assert "worth" not in public
        # The rights card has a note of its own, and everybody may read it.
        public.pop("rights", None)
        public.get("scenario", {}).pop("rights", None)
        text = msgspec.json.encode(public)
        for hidden in (b'"note":', b'"rubric":', b'"plan":', b'"because":'):
            assert hidden not in text, item.id


@pytest.mark.parametrize(
    "lesson",
    [
        *("qualities", "complaints", "measurement", "worth", "feedback", "communication"),
        *("channels", "people"),
        "investigation",
    ],
)
def test_what_was_learnt_comes_back_with_other_people_and_in_two_kinds(lesson: str) -> None:
    course = load_course()
    pairs = [(course.find(item.exercise.returns), item) for item in
             course.lessons[lesson].values() if item.exercise.returns]  # fmt: skip
    assert len(pairs) >= 3
    assert len({item.kind.name for _, item in pairs}) >= 2
    for earlier, item in pairs:
        assert earlier is not None
        said_by = getattr(item.exercise, "said_by", "")
        assert not said_by or said_by != earlier.exercise.said_by
