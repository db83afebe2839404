"""How a conversation stands: one small, bounded, hashable value."""

from msgspec import Struct

from course.language.row import Step

MOST_TURNS = 15
"""Turns are counted up to here; beyond it a conversation only gets longer, never different."""
MOST_TIMES = 3
"""Nothing is counted further than this; after its third time nothing more can change."""
REMEMBERED = 2_000
"""A past mood is remembered by its word, one of five steps this wide: remembering hundredths
would make every way to a point a point of its own."""


class State(Struct, frozen=True, kw_only=True, cache_hash=True, omit_defaults=True):
    """Everything about a conversation so far that can still matter.

    Sets are kept as sorted tuples so that two ways to the same point are the same state.
    """

    at: str
    """The id of a moment, or of an ending."""
    mood: int
    """Hundredths of a point, 0 to 10,000: coarser moods make small gains vanish in rounding."""
    worst: int
    """The lowest mood after any reply."""
    trust: int
    """0 to 100."""
    ended: bool = False
    mood_sum: int = 0
    """The moods after each reply as they are remembered, 0 to 4 for each word, added up."""
    turns: int = 0
    moves: tuple[int, ...] = ()
    """How often each move was made, in the order of the table, as far as it matters."""
    acts: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    """Steps of the chain taken, in the order of the chain, as the customer heard them."""
    undone: tuple[Step, ...] = ()
    """Steps taken only in lines that undid them: see `spoils`. They earn no marks."""
    knows: tuple[str, ...] = ()
    rushed: bool = False
    """A remedy was offered before the problem had been acknowledged."""
    blurted: bool = False
    """Said sorry before the problem had been acknowledged."""
    stalled: bool = False
    """The first line did not do what this customer needed first."""
    offered: tuple[str, ...] = ()
    guessed: tuple[str, ...] = ()
    """Remedies offered only before the facts they need were known."""
    overreached: tuple[str, ...] = ()
    """Remedies offered without the authority to."""
    pending: tuple[str, ...] = ()
    """Promises made that have not fallen due."""
    kept: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    warned: tuple[str, ...] = ()
    """Promises of which the customer was warned in time that they would be missed."""
    breaches: tuple[str, ...] = ()
    repeats: int = 0
    """Questions asked again."""
    transfers: int = 0
    """Times sent elsewhere without the story."""
    hung_up: bool = False
    """Closed with nothing solved and nothing under way."""

    @property
    def earned(self) -> tuple[Step, ...]:
        """Steps that earn marks."""
        return tuple(step for step in self.steps if step not in self.undone)

    @property
    def points(self) -> float:
        """The mood in points, 0 to 100.

        >>> State(at="opening", mood=4250, worst=4250, trust=60).points
        42.5
        """
        return self.mood / 100
