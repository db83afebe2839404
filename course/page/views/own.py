"""What the trainee wrote in a conversation: with which line it stands, and what has none."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from course.answers import History

LONGEST = 1000
"""Letters of a line; nobody says more at once."""


def refusal(text: str) -> str:
    """Why words are no line, in a sentence; empty where they are one.

    >>> refusal("Good morning."), refusal("a" * 1001)
    ('', 'Your line has 1,001 letters. Keep it to 1,000, and try again.')
    """
    if len(text) <= LONGEST:
        return ""
    return f"Your line has {len(text):,} letters. Keep it to {LONGEST:,}, and try again."


def whole(text: str) -> str:
    r"""Words without half letters, which no file can hold.

    >>> whole("Good \ud83d morning.")
    'Good ? morning.'
    """
    return text.encode("utf-8", "replace").decode("utf-8")


class Words(NamedTuple):
    """Words of the trainee's own, and the line that the customer heard."""

    text: str
    placed: bool
    """The trainee said that the words are this line; else they were written and a line picked."""


class Own(NamedTuple):
    """All the words of the trainee's own in one conversation."""

    said: Mapping[int, Words] = {}
    """By the line, from 1."""
    tried: Mapping[int, tuple[str, ...]] = {}
    """By how many lines were said before: words that were none of the lines."""

    def before(self, turn: int) -> "Own":
        """The words up to a line, without those at it."""
        return Own(
            {at: words for at, words in self.said.items() if at < turn},
            {at: words for at, words in self.tried.items() if at < turn - 1},
        )

    def after(self, first: "Own", lines: int) -> "Own":
        """These words as they go on from `first`, `lines` lines later."""
        return Own(
            {**first.said, **{at + lines: words for at, words in self.said.items()}},
            {**first.tried, **{at + lines: words for at, words in self.tried.items()}},
        )


NOTHING = Own()


def own_words(history: History, choices: Sequence[str]) -> Own:
    """What was written in the conversation in which these lines were said.

    Args:
        history: Of the way on which it was played.
        choices: The lines of that conversation; of another one nothing is told.

    >>> from course.answers import Turn
    >>> step = Turn(v=3, at="", prev="", exercise="x", choice="own-it", how="placed", typed="Oh.")
    >>> own_words(History(turns=(step,), steps=(step,)), ["own-it"]).said
    {1: Words(text='Oh.', placed=True)}
    >>> own_words(History(turns=(step,), steps=(step,)), ["coupon"]).said
    {}
    """
    turns = history.turns
    if [turn.choice for turn in turns][: len(choices)] != list(choices):
        return NOTHING
    said = {
        at: Words(turn.typed, turn.how == "placed")
        for at, turn in enumerate(turns, 1)
        if turn.typed
    }
    return Own(said, {at: words for at, words in history.tried.items() if at <= len(choices)})
