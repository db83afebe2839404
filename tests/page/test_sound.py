"""Whatever lies in the log as a draft or an answer, the exercise opens, and is answered."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.answers import SCHEMA, Answer, Draft, Hint, Turn
from course.answers.record import PLAY
from tests.page.samples import ALL, AT, BROKEN_MUG, ORDER, Steady, session, widget

WORDS = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [word for item in ALL for word in ("opening", item.id)]
        + ["screws", "when", "own-it", "new-mug", "moment", "typed", "ready", "text", "own"]
    ),
)
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats() | WORDS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(WORDS, inside, max_size=4),
    max_leaves=8,
)
ANSWERS: dict[str, Any] = {
    "first-words": ["screws"],
    "signs": ["when"],
    "waited": 4,
    "promise": "I am so sorry about the bed.",
}


def kept(item: Any, *records: Any) -> Any:
    """A log that holds these records of an exercise, as a damaged file would."""
    log = Steady()
    for record in records:
        log.append(record)
    return session(log)


def record(kind: Any, item: Any, **data: Any) -> Any:
    return kind(v=SCHEMA, at=AT, prev="", exercise=item.id, way=PLAY, attempt=1, **data)


@pytest.mark.parametrize("item", ALL, ids=lambda one: one.id)
@settings(max_examples=60, deadline=None)
@given(draft=PLAIN, answer=PLAIN, level=st.integers(-9, 9), choice=WORDS.filter(bool))
def test_no_record_breaks_an_exercise(
    item: Any, draft: Any, answer: Any, level: int, choice: str
) -> None:
    records = [
        record(Answer, item, answer=answer),
        record(Turn, item, choice=choice),
        record(Hint, item, level=level),
        record(Draft, item, value=draft),
    ]
    for some in ([records[-1]], records[:1], records):
        within = kept(item, *some)
        made = widget(item, within)
        assert made.view["id"] == item.id
        assert item.id in repr(made)
        before = len(within.reading.records)
        if item.id in ANSWERS:
            assert made._on_answer(ANSWERS[item.id]).saved
            assert len(within.reading.records) == before + 1
        made.close()


def test_what_is_set_aside_stays_in_the_log() -> None:
    within = kept(ORDER, record(Draft, ORDER, value=[1, {"a": None}]))
    made = widget(ORDER, within)
    assert not made.view["cameBack"]
    assert not made.view["moved"]
    assert within.history(ORDER.id).draft == [1, {"a": None}]


def test_a_conversation_opens_over_a_draft_that_is_none() -> None:
    made = widget(BROKEN_MUG, kept(BROKEN_MUG, record(Draft, BROKEN_MUG, value=["own-it"])))
    assert made.view["asks"]["typed"] == ""
