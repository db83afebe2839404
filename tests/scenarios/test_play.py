"""Transcripts: whole and half-played, in the words the mood picks."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.scenarios import (
    SMALL,
    Scenario,
    Transcript,
    choices,
    debrief,
    handling,
    play,
    start,
    step,
    survey,
)
from tests.scenarios.loading import own_names, scenario, shipped_names


def test_a_conversation_that_has_not_begun_waits() -> None:
    opening = play(SMALL, [])
    assert opening.turns == ()
    assert opening.ending is None
    assert opening.prompt is not None
    assert opening.prompt.typed
    assert [option.id for option in opening.prompt.options] == [
        "own-it", "sorry-only", "coupon", "ask-courier",
    ]  # fmt: skip


def test_a_whole_conversation_has_an_ending_and_last_words() -> None:
    whole = play(SMALL, ["own-it", "new-mug"])
    assert whole.ending is not None
    assert (whole.ending.id, whole.closing) == ("mended", "Friday. Good. Thank you.")
    assert whole.prompt is None
    assert whole.choices == ("own-it", "new-mug")
    assert whole.turns[0].reply == "Saturday. It's Dad's seventieth."
    assert whole.turns[1].before == whole.turns[0].after


def test_someone_who_has_gone_says_nothing() -> None:
    assert play(SMALL, ["ask-courier"]).closing == ""


def test_a_prompt_gives_nothing_away() -> None:
    text = msgspec.json.encode(play(SMALL, []).prompt).decode()
    assert "moves" not in text
    assert "note" not in text


def test_what_the_customer_says_depends_on_what_was_said() -> None:
    assert play(SMALL, ["sorry-only"]).prompt.said == "Sorry does not hold tea."
    assert play(SMALL, ["own-it"]).prompt.said == "So what can you do?"


@pytest.mark.parametrize("name", [*own_names(), *shipped_names()])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_random_paths(name: str, data: st.DataObject) -> None:
    """Any path plays, ends within reason, stays on its scales and comes back from its ids."""
    case = scenario(name)
    state, path = start(case), list[str]()
    for _ in range(30):
        if state.ended:
            break
        lines = choices(case, state)
        assert lines, f"nothing to say at {state.at} after {path}"
        choice = data.draw(st.sampled_from(lines))
        state = step(case, state, choice.id)
        path.append(choice.id)
        assert 0 <= state.worst <= 10_000
        assert 0 <= state.mood <= 10_000
        assert state.worst <= state.mood
        assert 0 <= state.trust <= 100
    transcript = play(case, path)
    assert transcript.state == state
    assert (transcript.ending is not None) == state.ended
    for turn in transcript.turns:
        assert turn.said or turn.scene
        moved = sum(effect.points for effect in turn.effects)
        clipped = turn.after in (0, 100)
        assert clipped or abs(turn.after - turn.before - moved) < 0.1
        assert all(reason.endswith((".", "’", "?")) for reason in turn.reasons)
    mark = handling(case, transcript)
    assert 0 <= mark.mark <= 100
    assert all(c.reason and 0 <= c.earned <= c.total for c in mark.criteria)
    answer = survey(case, transcript)
    assert answer.answered == (state.ended and case.customer.answers_survey)
    if answer.answered:
        assert 1 <= (answer.satisfaction or 0) <= 5
        assert 1 <= (answer.effort or 0) <= 7
        assert 0 <= (answer.recommend if answer.recommend is not None else -1) <= 10
        assert answer.comment
    encoded = msgspec.json.encode(transcript)
    assert msgspec.json.decode(encoded, type=Transcript) == transcript


@pytest.mark.parametrize("case", own_names(), indirect=True)
def test_every_planned_conversation_can_be_looked_back_on(case: Scenario) -> None:
    for line in case.plan:
        for length in range(len(line.choices) + 1):
            back = debrief(case, play(case, line.choices[:length]))
            assert len(back.mood) == (length + 1 if length else 0)
            assert len(back.roads) <= 2
            assert msgspec.json.encode(back)
