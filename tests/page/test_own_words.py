"""Words of one's own: asked about, placed with a line or with none, corrected, and kept."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from course.answers import FolderLog, Session, Way
from course.exercises import Item
from course.scenarios.definition import Line
from tests.page.samples import ALL, BROKEN_MUG, course_of, session, widget
from tests.page.test_tabs import ask

MINE = "A mug in two pieces, oh no. I'm sorry. When do you need it?"
BLAMES = "You should have packed it better."


def draft(made: Any, typed: str, **how: Any) -> dict[str, Any]:
    here = {name: made.view["asks"][name] for name in ("moment", "play", "road")}
    return ask(made, "draft", {**here, "typed": typed, "ready": True, **how})


def place(made: Any, choice: str, typed: str, after: int = 0, **where: Any) -> dict[str, Any]:
    value = {"choice": choice, "typed": typed, "play": 1, "after": after, **where}
    return ask(made, "turn", value)


def none(made: Any, typed: str, tries: int = 0, after: int = 0, **where: Any) -> dict[str, Any]:
    value = {"typed": typed, "play": 1, "after": after, "tries": tries, **where}
    return ask(made, "none", value)


def correct(made: Any, move: str, *, there: bool, **what: Any) -> dict[str, Any]:
    return ask(made, "correct", {"move": move, "there": there, "turn": 1, "play": 1, **what})


def test_the_lines_come_nearest_first_with_the_shared_words_marked() -> None:
    made = widget(BROKEN_MUG)
    assert made.view["asks"]["choices"] == []
    assert draft(made, MINE)["saved"]
    first, *others = made.view["asks"]["choices"]
    assert first["id"] == "own-it"
    marked = {one["text"] for one in first["pieces"] if one["shared"]}
    assert {"mug", "pieces"} <= marked
    for one in (first, *others):
        assert "".join(piece["text"] for piece in one["pieces"]) == one["text"]


def test_placed_words_stand_in_the_bubble_and_the_line_moves_the_customer() -> None:
    within = session()
    made = widget(BROKEN_MUG, within)
    draft(made, MINE)
    assert place(made, "own-it", MINE)["saved"]
    [turn] = within.history(BROKEN_MUG.id).turns
    assert (turn.how, turn.typed) == ("placed", MINE)
    line = made.view["talk"][1]
    assert (line["own"], line["typed"], line["turn"]) == ("placed", MINE, 1)
    assert made.view["talk"][2]["text"] == "Saturday. It's Dad's seventieth."


def test_what_the_line_does_stands_beside_what_was_seen_in_the_words() -> None:
    made = widget(BROKEN_MUG)
    place(made, "own-it", "Is there a day you need it by?")
    told = {one["move"]: one for one in made.view["compared"]}
    assert told["apologise"]["said"] == (
        "The line you chose says sorry. I did not see the word 'sorry' in your words."
    )
    assert len(told) <= 3
    place(made, "new-mug", "", after=1)
    [line] = [one for one in made.view["debrief"]["lines"] if one["turn"] == 1]
    assert {one["move"]: bool(one["quote"]) for one in line["compared"]}["clarify"]
    assert line["better"] == "", "the line needs no better one"


def test_a_correction_is_kept_with_its_words_and_can_be_changed() -> None:
    within = session()
    made = widget(BROKEN_MUG, within)
    place(made, "own-it", "Oh dear, oh dear.")
    assert correct(made, "apologise", there=True, quote="Oh dear")["saved"]
    [one] = [one for one in made.view["compared"] if one["move"] == "apologise"]
    assert (one["answer"], one["marked"]) == ("there", "Oh dear")
    correct(made, "apologise", there=False)
    [one] = [one for one in made.view["compared"] if one["move"] == "apologise"]
    assert one["answer"] == "not"
    place(made, "new-mug", "", after=1)
    [line] = [one for one in made.view["debrief"]["lines"] if one["turn"] == 1]
    assert {one["move"]: one["answer"] for one in line["compared"]}["apologise"] == "not"
    [kept] = within.history(BROKEN_MUG.id).corrections
    assert (kept.attempt, kept.turn) == (1, 1)


def test_a_correction_of_another_conversation_is_refused() -> None:
    made = widget(BROKEN_MUG)
    place(made, "own-it", "Oh dear.")
    assert correct(made, "apologise", there=True, play=2)["elsewhere"]
    assert "error" in correct(made, "no-such-move", there=True)


def test_none_of_these_is_answered_and_changes_nothing() -> None:
    within = session()
    made = widget(BROKEN_MUG, within)
    before = repr(made)
    draft(made, "Shall I sing?")
    assert none(made, "Shall I sing?")["saved"]
    assert none(made, "Shall I sing?")["saved"], "sent twice"
    assert repr(made) == before, "no reply, and the mood as it was"
    tail = made.view["talk"][-2:]
    assert [(one["who"], one["own"]) for one in tail] == [("me", "none"), ("them", "")]
    asks = made.view["asks"]
    assert (asks["first"], asks["typed"], asks["tries"], asks["needed"]) == (True, "", 1, False)
    none(made, "Or dance?", tries=1)
    assert made.view["talk"][-1]["text"] != tail[1]["text"], "said another way the second time"
    place(made, "own-it", MINE)
    said = [one["text"] for one in made.view["talk"] if one["own"] == "none"]
    assert said == ["Shall I sing?", "Or dance?"]
    assert len(within.history(BROKEN_MUG.id).steps) == 3


def test_a_moment_may_have_words_of_its_own_for_what_cannot_be_placed() -> None:
    exercise = BROKEN_MUG.exercise
    first = replace(
        exercise.scenario.moments[0],
        unplaced=(Line(text="Sorry, is this about the mug?"), Line(text="The mug. Please.")),
    )
    moments = (first, *exercise.scenario.moments[1:])
    changed = replace(exercise, scenario=replace(exercise.scenario, moments=moments))
    item = Item(kind=BROKEN_MUG.kind, exercise=changed, key=BROKEN_MUG.key)
    made = widget(item, session(items=(item,)))
    for tries in range(3):
        none(made, f"Lovely weather {tries}", tries=tries)
    said = [one["text"] for one in made.view["talk"] if one["who"] == "them"][1:]
    assert said == ["Sorry, is this about the mug?", "The mug. Please.",
                    "Sorry, is this about the mug?"]  # fmt: skip


def test_blame_is_asked_about_before_the_words_are_placed() -> None:
    made = widget(BROKEN_MUG)
    draft(made, BLAMES)
    asks = made.view["asks"]
    assert (asks["doubt"]["name"], asks["doubt"]["pauses"]) == ("blame", False)
    assert asks["doubt"]["quote"] in BLAMES
    assert asks["choices"] == []
    draft(made, BLAMES, settled=["blame"])
    assert made.view["asks"]["doubt"] is None
    assert made.view["asks"]["choices"]
    draft(made, BLAMES + " Sorry.")
    assert made.view["asks"]["doubt"], "other words are asked about anew"


def test_what_was_meant_may_pause_the_try_and_is_taken_up_again() -> None:
    within = session()
    made = widget(BROKEN_MUG, within)
    draft(made, "You fool.", paused=True)
    asks = made.view["asks"]
    assert (asks["paused"], asks["choices"], asks["typed"]) == (True, [], "You fool.")
    again = widget(BROKEN_MUG, within)
    assert again.view["asks"]["paused"], "it waits after a reload"
    draft(again, "You fool.", ready=False)
    assert (again.view["asks"]["paused"], again.view["asks"]["typed"]) == (False, "You fool.")
    assert not within.history(BROKEN_MUG.id).steps


def test_the_switch_holds_for_every_moment_of_every_conversation() -> None:
    within = session()
    made, other = widget(BROKEN_MUG, within), widget(BROKEN_MUG, within)
    place(made, "own-it", MINE)
    assert not made.view["asks"]["first"], "the second moment asks nobody to write"
    assert ask(made, "write_first", True)["saved"]
    for one in (made, other, widget(BROKEN_MUG, within)):
        assert (one.view["writes"], one.view["asks"]["first"]) == (True, True)
        assert not one.view["asks"]["needed"]
    draft(made, "")
    assert made.view["asks"]["choices"], "an empty box shows the lines"
    ask(made, "write_first", False)
    assert not widget(BROKEN_MUG, within).view["writes"]


def test_words_on_a_road_are_placed_corrected_and_kept_apart(tmp_path: Path) -> None:
    within = Session(course_of(*ALL), FolderLog(tmp_path, "2026-03-03T09:00:00"))
    within.enrol()
    made = widget(BROKEN_MUG, within)
    place(made, "own-it", MINE)
    place(made, "form", "", after=1)
    ask(made, "take_back", {"play": 1, "turn": 2})
    none(made, "Let me think.", after=1, road=2)
    place(made, "form", "I'll send a form.", after=1, road=2)
    road = within.history(BROKEN_MUG.id, Way(occasion="road", attempt=1, turn=2))
    assert [step.how for step in road.steps] == ["anew", "none", "placed"]
    assert within.history(BROKEN_MUG.id).turns[1].typed == ""


def test_a_road_shows_the_words_before_it_and_its_own() -> None:
    made = widget(BROKEN_MUG)
    place(made, "own-it", MINE)
    place(made, "form", "", after=1)
    ask(made, "take_back", {"play": 1, "turn": 2})
    none(made, "Let me think.", after=1, road=2)
    own = [(one["own"], one["typed"] or one["text"]) for one in made.view["talk"] if one["own"]]
    assert own == [("placed", MINE), ("none", "Let me think.")]


def test_two_roads_side_by_side_show_ones_own_words() -> None:
    made = widget(BROKEN_MUG)
    place(made, "own-it", MINE)
    place(made, "form", "", after=1)
    ask(made, "take_back", {"play": 1, "turn": 1})
    place(made, "own-it", "Two pieces, dear me.", road=1)
    place(made, "new-mug", "A new one comes on Friday.", after=1, road=1)
    [both] = made.view["taken"]
    told = [(row["first"]["typed"], row["now"]["typed"]) for row in both["rows"]]
    assert told == [(MINE, "Two pieces, dear me."), ("", "A new one comes on Friday.")]


@pytest.mark.parametrize("do", ["draft", "turn", "none"])
def test_a_text_that_is_no_line_is_refused_in_a_sentence(do: str) -> None:
    within = session()
    made = widget(BROKEN_MUG, within)
    long = "a" * 1_000_000
    done = {"draft": draft, "none": none}.get(do, lambda made, text: place(made, "own-it", text))
    refused = done(made, long)
    assert refused["error"] == "Your line has 1,000,000 letters. Keep it to 1,000, and try again."
    assert not within.history(BROKEN_MUG.id).steps


@pytest.mark.parametrize("text", ["\ud83d", "<b>Hi</b>", "\u202eback", "\x00\x07", "🙂" * 300])
def test_odd_words_are_kept_as_words(text: str) -> None:
    within = session()
    made = widget(BROKEN_MUG, within)
    draft(made, text)
    assert none(made, text)["saved"]
    assert place(made, "own-it", text)["saved"]
    assert made.view["talk"][1]["text"] == within.history(BROKEN_MUG.id).turns[0].typed


def test_lines_typed_before_there_was_placing_are_shown_as_before() -> None:
    within = session()
    within.turn(BROKEN_MUG.id, "own-it", "Poor mug.")
    made = widget(BROKEN_MUG, within)
    line = made.view["talk"][1]
    assert (line["own"], line["typed"]) == ("", "Poor mug.")
    assert made.view["compared"] == []
