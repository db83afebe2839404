"""The sentences of a debrief as one set: short, and none of them said in two places."""

from collections import Counter

from course.language import ACTS, MOVES
from course.scenarios import SMALL
from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.reasons import sentences_of
from course.scenarios.handling import criteria
from course.scenarios.quote import sentences

MOST_WORDS = 20


def told() -> list[str]:
    """Every sentence of why the mood moved and of why a step is missing."""
    moved = sentences_of(index_of(SMALL, DEFAULT)).values()
    missed = [*criteria._MISSED.values(), *(row.missed for row in ACTS.values())]
    slights = [row.slight.told for row in MOVES.values() if row.slight is not None]
    return [*moved, *missed, *slights]


def test_no_sentence_is_said_twice() -> None:
    counted = Counter(told())
    assert [one for one, n in counted.items() if n > 1] == []


def test_every_sentence_is_short_and_plain() -> None:
    for one in told():
        for sentence in sentences(one):
            assert len(sentence.split()) <= MOST_WORDS, sentence
        assert "!" not in one, one
