"""What a piece of free text does: moves, with the words that show them."""

from course.language.acts import ACTS
from course.language.moves import MOVES
from course.language.reading import Facts, Finding, Reading, meaning, read
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
    "Reading",
    "Rule",
    "Slight",
    "Step",
    "Voice",
    "meaning",
    "read",
]
