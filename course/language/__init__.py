"""The tables of moves and acts, and what a piece of free text does, with the words that show it."""

from course.language.acts import ACTS
from course.language.moves import MOVES
from course.language.nearness import Near, Option, nearest
from course.language.reading import Facts, Finding, Reading, meaning, noticeable, read
from course.language.row import CHAIN, Act, Gain, Move, Slight, Step, Voice
from course.language.rules import Rule

__all__ = [
    "ACTS",
    "CHAIN",
    "MOVES",
    "Act",
    "Facts",
    "Finding",
    "Gain",
    "Move",
    "Near",
    "Option",
    "Reading",
    "Rule",
    "Slight",
    "Step",
    "Voice",
    "meaning",
    "nearest",
    "noticeable",
    "read",
]
