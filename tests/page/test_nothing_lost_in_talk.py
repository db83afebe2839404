"""What befell conversations when they were tried hard: no words, no end and no person is lost."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from msgspec.structs import replace

from course.answers import Answer, FolderLog, Session
from course.answers.record import Record
from course.exercises import Item
from course.grading.own_words import corrected
from course.page.widget import ExerciseWidget
from tests.page.samples import BROKEN_MUG, course_of, widget
from tests.page.test_own_words import correct, draft, none, place
from tests.page.test_somebody_else import MUG
from tests.page.test_tabs import ask

ID = BROKEN_MUG.id
BEST = ("own-it", "new-mug")


def kept(folder: Path, item: Item = BROKEN_MUG, **how: Any) -> Session:
    """A session that writes into a folder, as another kernel would go on in it."""
    log = FolderLog(folder, f"2026-03-03T09:00:{len(list(folder.glob('*'))):02}")
    made = Session(course_of(item), log, **how)
    made.enrol()
    return made


def say(made: ExerciseWidget, lines: tuple[str, ...], play: int = 1, typed: str = "") -> None:
    for after, line in enumerate(lines):
        assert place(made, line, typed, after, play=play)["saved"]


def renamed(item: Item, **lines: str) -> Item:
    """The exercise after an update in which some lines have another id."""
    scenario = item.exercise.scenario
    moments = tuple(
        replace(
            moment,
            choices=tuple(
                replace(one, id=lines.get(one.id.replace("-", "_"), one.id))
                for one in moment.choices
            ),
        )
        for moment in scenario.moments
    )
    exercise = replace(item.exercise, scenario=replace(scenario, moments=moments))
    return Item(kind=item.kind, exercise=exercise, key=item.key)


def test_after_a_line_was_renamed_the_conversation_goes_on(tmp_path: Path) -> None:
    say(widget(BROKEN_MUG, kept(tmp_path)), ("own-it",), typed="My words")
    item = renamed(BROKEN_MUG, own_it="mine")
    within = kept(tmp_path, item)
    made = widget(item, within)
    assert made.view["turns"] == 0
    say(made, ("mine", "new-mug"), typed="Again, then")
    assert made.view["ended"]
    assert [one.choice for one in within.history(ID).turns] == ["mine", "new-mug"]
    assert len(within.history(ID).attempts) == 1


def test_what_can_still_be_played_is_said_again_with_its_words(tmp_path: Path) -> None:
    first = widget(BROKEN_MUG, kept(tmp_path))
    say(first, ("own-it",), typed="My words")
    assert place(first, "new-mug", "A new one", 1)["saved"]
    item = renamed(BROKEN_MUG, new_mug="courier")
    within = kept(tmp_path, item)
    made = widget(item, within)
    assert (made.view["turns"], made.view["ended"]) == (1, "")
    assert place(made, "courier", "By courier", 1, play=made.view["play"])["saved"]
    assert [(one.choice, one.typed) for one in within.history(ID).turns] == [
        ("own-it", "My words"), ("courier", "By courier"),
    ]  # fmt: skip


@pytest.fixture
def refusing() -> Callable[[Session], Any]:
    """Makes a log refuse the next answer, once."""

    def make(within: Session) -> Any:
        real, left = within._log.append, [1]

        def append(record: Record) -> None:
            if isinstance(record, Answer) and left and left.pop():
                raise OSError(28, "No space left on device")
            real(record)

        return mock.patch.object(within._log, "append", append)

    return make


@pytest.mark.parametrize("then", ["the line again", "again", "somebody else", "take back"])
def test_a_refused_end_is_handed_in_by_whatever_follows(
    tmp_path: Path, refusing: Callable[[Session], Any], then: str
) -> None:
    within = kept(tmp_path)
    made = widget(BROKEN_MUG, within)
    say(made, BEST[:1])
    with refusing(within):
        assert "error" in place(made, BEST[1], "", 1)
        if then == "the line again":
            assert place(made, BEST[1], "", 1)["saved"]
        elif then == "take back":
            ask(made, "take_back", {"play": 1, "turn": 1})
        elif then == "again":
            ask(made, "again", 1)
        else:
            ask(made, "somebody_else", {"play": 1, "person": 0})
    assert [list(one.answer) for one in within.history(ID).attempts] == [list(BEST)]


def test_a_clock_that_is_set_back_loses_no_conversation(tmp_path: Path) -> None:
    now = [datetime(2026, 3, 3, 9, tzinfo=UTC)]

    def clock() -> datetime:
        now[0] += timedelta(seconds=1)
        return now[0]

    within = kept(tmp_path, clock=clock)
    made = widget(BROKEN_MUG, within)
    say(made, ("own-it", "form"))
    now[0] -= timedelta(hours=1)
    assert "error" not in ask(made, "again", 1)
    say(made, BEST, play=2)
    assert [list(one.answer) for one in within.history(ID).attempts] == [
        ["own-it", "form"], list(BEST),
    ]  # fmt: skip
    assert widget(BROKEN_MUG, kept(tmp_path)).view["play"] == 2


def test_a_correction_on_a_road_is_about_the_words_of_the_play(tmp_path: Path) -> None:
    within = kept(tmp_path)
    made = widget(BROKEN_MUG, within)
    assert place(made, "own-it", "Oh no, a broken mug.")["saved"]
    assert place(made, "new-mug", "", 1)["saved"]
    assert "error" not in ask(made, "take_back", {"play": 1, "turn": 2})
    draft(made, "I will send a form.")
    assert "error" not in correct(made, "apologise", there=True, quote="Oh no", road=2)
    for turn in (77, -1, 0):
        assert "error" in correct(made, "set_time", there=True, turn=turn, quote="zzz", road=2)
    [one] = corrected(BROKEN_MUG, within.trainee, tuple(within.reading.of(ID)))
    assert (one.turn, one.text) == (1, "Oh no, a broken mug.")


def test_whoever_is_being_written_to_is_not_sent_away_by_another_tab(tmp_path: Path) -> None:
    within = kept(tmp_path, MUG)
    here = widget(MUG, within)
    say(here, BEST)
    assert "error" not in ask(here, "again", 1)
    there = widget(MUG, within)
    none(here, "My dear words", play=2)
    draft(here, "A long line that I am writing now")
    assert "error" in ask(there, "somebody_else", {"play": 1, "person": 0})
    assert here.view["asks"]["typed"] == "A long line that I am writing now"


def test_words_of_a_stale_tab_do_not_take_the_box_of_a_new_conversation(tmp_path: Path) -> None:
    within = kept(tmp_path, MUG)
    here = widget(MUG, within)
    there = widget(MUG, within)
    old = {**there.view["asks"]}
    say(here, BEST)
    assert "error" not in ask(here, "again", 1)
    draft(here, "What I am writing now")
    stale = {name: old[name] for name in ("moment", "play", "road")}
    told = ask(there, "draft", {**stale, "typed": "Words of yesterday", "ready": True})
    assert "Words of yesterday" in told["error"]
    assert widget(MUG, within).view["asks"]["typed"] == "What I am writing now"
