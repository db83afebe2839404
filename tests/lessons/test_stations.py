"""What a station may be: how long, how it says so, and what the core of a lesson meets."""

from collections.abc import Callable

import pytest

from .conftest import Spoilt

PAGE = "first/page.md"
MUG = "first/scenarios/broken-mug.yaml"
TALK = "## Talk with somebody\n\n@minutes 5"
Spoil = Callable[[], Spoilt]


def found(spoilt: Spoilt, code: str) -> list[int]:
    """The lines of the page at which a code is found."""
    return [one.line for one in spoilt.lint() if (one.code, one.file) == (code, PAGE)]


@pytest.mark.parametrize(("tools", "lines"), [(3, []), (5, [23])])
def test_one_conversation_may_take_twenty_five_minutes(
    spoil: Spoil, tools: int, lines: list[int]
) -> None:
    made = spoil().change(PAGE, TALK, f"{TALK}\n\n" + "@dashboard\n\n" * tools)
    assert found(made, "CC031") == lines


def test_with_something_else_beside_it_a_conversation_is_as_long_as_all_others(
    spoil: Spoil,
) -> None:
    made = spoil().change(PAGE, "@exercise in-your-words\n", "")
    made.change(PAGE, TALK, f"{TALK}\n\n@exercise in-your-words\n\n" + "@dashboard\n\n" * 2)
    assert found(made, "CC031") == [22]


def test_only_the_last_station_may_be_short(spoil: Spoil) -> None:
    talk_first = spoil().change(PAGE, "## Try", "## Talk\n\n@exercise broken-mug\n\n## Try")
    talk_first.change(PAGE, f"{TALK}\n\n@exercise broken-mug\n", "")
    assert found(talk_first, "CC031") == [5]


def test_a_lesson_of_one_sitting_may_have_short_stations(spoil: Spoil) -> None:
    whole = "@exercise how-many\n\n@exercise drawn-share\n\n"
    made = spoil().change(PAGE, whole, "## Write\n\n@minutes 2\n\n")
    made.change(PAGE, "@minutes 10", "@minutes 3")
    assert found(made, "CC031") == []
    assert found(made, "CC032") == []


@pytest.mark.parametrize(("said", "lines"), [(8, []), (12, []), (6, [5]), (14, [5])])
def test_written_minutes_may_be_a_little_off(spoil: Spoil, said: int, lines: list[int]) -> None:
    """The station takes about ten."""
    assert found(spoil().change(PAGE, "@minutes 10", f"@minutes {said}"), "CC032") == lines


@pytest.mark.parametrize(("returns", "told"), [("returns: how-many\n", []), ("", ["CC034"])])
def test_what_comes_back_is_no_objective_of_the_lesson(
    spoil: Spoil, returns: str, told: list[str]
) -> None:
    made = spoil().add("order.yaml", "- first\n- second\n")
    text = (made.folder / "first/exercises/how-many.yaml").read_text(encoding="utf-8")
    text = text.replace("id: how-many", "id: again").replace("title:", f"{returns}title:")
    made.add("second/exercises/again.yaml", text)
    made.add("second/page.md", "# B\n\n## Again\n\n@minutes 3\n@more-practice\n\n@exercise again\n")
    found = [one.code for one in made.lint() if one.file == "second/page.md"]
    assert found == told


def test_what_cannot_be_played_is_not_measured_and_hides_nothing(spoil: Spoil) -> None:
    made = spoil().change(MUG, "next: mending", "next: mended-not")
    codes = {one.code for one in made.lint()}
    assert "CC102" in codes
    assert not codes & {"CC031", "CC032", "CC033"}
