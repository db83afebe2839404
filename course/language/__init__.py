"""What a piece of free text does: moves, with the words that show them."""

from course.language.moves import ACTS, CHAIN, MEANING, MOVES, Act, Move, Step
from course.language.reading import Facts, Finding, Reading, read

__all__ = [
    "ACTS",
    "CHAIN",
    "MEANING",
    "MOVES",
    "Act",
    "Facts",
    "Finding",
    "Move",
    "Reading",
    "Step",
    "read",
]
