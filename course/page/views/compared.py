"""What the placed line does, beside what was seen in the words: for the trainee to say which."""

from collections.abc import Sequence
from typing import Literal

from course.answers import Correction
from course.exercises import Item
from course.exercises.own_words import compared as compare
from course.page.messages import Message
from course.page.views.own import Own
from course.scenarios import Transcript


class ComparedView(Message, frozen=True):
    """One move, in the line and in the words."""

    move: str
    said: str
    """In one or two sentences."""
    quote: str
    """The words in which it was seen; empty where it was not."""
    answer: Literal["", "there", "not"]
    """What the trainee says of their own words; empty before they say anything."""
    marked: str
    """The words that the trainee says do it."""


def compared(
    item: Item, transcript: Transcript, own: Own, turn: int, corrections: Sequence[Correction]
) -> tuple[ComparedView, ...]:
    """Move by move; nothing where the key is not here, or no words were placed.

    Args:
        item: The conversation.
        transcript: What was said in it.
        own: What the trainee wrote in it.
        turn: Which line, from 1.
        corrections: What the trainee said of words of this conversation.
    """
    words = own.said.get(turn)
    if item.key is None or words is None or not words.placed:
        return ()
    scenario, said = item.exercise.scenario, transcript.turns[turn - 1]
    choice = next(
        choice
        for moment in scenario.moments
        for choice in moment.choices
        if choice.id == said.choice
    )
    answers = {one.move: one for one in corrections if one.turn == turn}
    return tuple(
        _view(one.move, one.said, one.quote, answers.get(one.move))
        for one in compare(words.text, choice, scenario, said.said)
    )


def _view(move: str, said: str, quote: str, answer: Correction | None) -> ComparedView:
    if answer is None:
        return ComparedView(move, said, quote, "", "")
    return ComparedView(move, said, quote, "there" if answer.there else "not", answer.quote)
