"""The simulated reader: what a station takes, by what is read, thought over and written."""

import pytest

from course.lessons import Course, Lesson
from course.lessons.minutes import of_exercise, of_station
from course.lessons.page import Station, parse

from .conftest import SMALL


@pytest.fixture(scope="module")
def first() -> Lesson:
    return Course(SMALL, SMALL).lessons["first"]


def station(text: str) -> Station:
    """The one station of a page with this text."""
    page, mistakes = parse(f"# Title\n\n## Here\n\n{text}")
    assert not mistakes
    return page.stations[1]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("One word. " * 75, 1),
        ("@dashboard", 5),
        ("@how-many-to-ask", 5),
        ("@what-if who-answers", 5),
        ('@bench table=surveys metric=nps title="Net Promoter Score"', 5),
        ("@shift seed=7", 40),
        ("@hand-in", 0),
        ("@card said\n" + "- One thing.\n" * 75, 1),
    ],
)
def test_prose_is_read_and_tools_are_tried(text: str, taken: float) -> None:
    # The two words of the heading, "## Here", are read as well.
    assert of_station(station(text), {}) == pytest.approx(taken + 2 / 150)


def test_a_station_takes_what_its_exercises_take(first: Lesson) -> None:
    both = station("@exercise pick-one\n\n@exercise tag-lines")
    alone = [of_exercise(first[name]) for name in ("pick-one", "tag-lines")]
    assert min(alone) > 0.5
    assert of_station(both, first) == pytest.approx(sum(alone) + 2 / 150)


def test_a_choice_is_thought_over_and_its_explanations_are_read(first: Lesson) -> None:
    item = first["pick-one"]
    shown = [item.exercise.title, item.exercise.prompt, item.exercise.says,
             *(one.text for one in item.exercise.options), *item.exercise.hints]  # fmt: skip
    read = sum(len(one.split()) for one in shown)
    after = sum(len(one.split()) for one in item.key.because.values())
    assert of_exercise(item) == pytest.approx((read + 0.8 * after) / 150 + 20 / 60)


def test_a_reply_takes_the_time_to_write_it(first: Lesson) -> None:
    item = first["in-your-words"]
    assert of_exercise(item) > len(item.key.model.split()) / 20 + 0.5


def test_a_conversation_is_played_badly_and_well(first: Lesson) -> None:
    """The twelve seconds for each line alone: the plan's best play and its poorest."""
    item = first["broken-mug"]
    plays = sorted(item.key.plan, key=lambda play: -play.handling[1])
    lines = len(plays[0].choices) + len(plays[-1].choices)
    assert of_exercise(item) > lines * 12 / 60


def test_an_exercise_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="no-such"):
        of_station(station("@exercise no-such"), {})
