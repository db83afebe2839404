"""How strongly what an agent does moves the simulated customer. A teaching model.

What a single move or act is worth stands in its row, in `course/language`. Here is what belongs
to no single one. Points are points of a mood from 0 to 100 unless a name says otherwise. They
were tuned until the properties in `properties.py` held; no study gives them. Change one and run
the tests: `tests/benchmarks/sensitivity.py` shows how far each can move.
"""

from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from course.language import ACTS, MOVES, Act, Move
from course.scenarios.definition import Channel, Temperament


class Coefficients(Struct, frozen=True, kw_only=True, cache_hash=True):
    """The numbers of the customer model, each with its reason.

    >>> Coefficients().goodwill
    (6.0, 0.0)
    """

    moves: tuple[Move, ...] = ()
    """Rows taken in place of the table's own, to ask what if."""
    acts: tuple[Act, ...] = ()
    """The same for acts."""

    solution: float = 28.0
    """For a remedy that fits exactly: the outcome weighs most in what a complainer remembers."""
    goodwill: tuple[float, ...] = (6.0, 0.0)
    """For the first, and for any later one: a gesture is noticed once, and it must never outweigh
    a solution."""
    promise_kept: float = 8.0
    """Less than a broken one costs: keeping your word is expected."""

    turn_cap: float = 40.0
    """No single line mends everything."""
    letter_cap: float = 60.0
    """An e-mail carries the whole chain in one message, so it may mend more."""
    before_acknowledged: float = 0.5
    """What a solution is worth to someone not yet heard: half, so that hearing first is felt."""
    before_known: float = 0.25
    """What an offer is worth that is made before the facts it needs are known."""
    fits: float = 0.5
    """From this fit on a remedy counts as solving the problem."""
    misfit_below: float = 0.25
    """Below this fit an offer shows that nobody listened."""

    repeat: float = 6.0
    """Being asked the same thing twice."""
    misfit: float = 8.0
    """An offer that misses the point."""
    stall: float = 8.0
    """Talk where help or an answer was wanted first."""
    close_unsolved: float = 20.0
    """A goodbye in place of an answer."""
    promise_broken: float = 30.0
    """The costliest of all: more than every word about the future can gain."""
    promise_warned: float = 12.0
    """A promise missed with an early warning. Silence costs far more."""
    gave_up_at_most: float = 35.0
    """Mood of someone who leaves with nothing: upset at best, whatever was kindly said before."""
    past_patience: float = 4.0
    """For each turn beyond this customer's patience."""
    audience: float = 1.15
    """Losses weigh more where others watch: at a counter, or in public until it goes private."""

    gain_calm: float = 1.0
    """Takes what is said as it is meant."""
    gain_anxious: float = 1.0
    """Can be reassured."""
    gain_impatient: float = 0.8
    """Words help less; getting on helps."""
    gain_angry: float = 0.75
    """Hears good words through anger."""
    loss_calm: float = 1.0
    """Takes a setback at its size."""
    loss_anxious: float = 1.25
    """A setback confirms the worry."""
    loss_impatient: float = 1.0
    """Minds delay, and patience counts that already."""
    loss_angry: float = 1.4
    """Each slight is one more."""
    patience_calm: float = 8.0
    """Turns before each further one costs."""
    patience_anxious: float = 7.0
    """Stays, but wears down."""
    patience_impatient: float = 5.0
    """Has somewhere to be."""
    patience_angry: float = 6.0
    """Wants it dealt with now."""

    full_trust: float = 60.0
    """From this trust on, words about the future count in full; below it, in proportion."""
    trust_kept: float = 15.0
    """Points of trust, of 100, for a promise kept."""
    trust_broken: float = 40.0
    """Trust goes faster than it comes."""

    weight_outcome: float = 0.45
    """In satisfaction the outcome comes first."""
    weight_treatment: float = 0.2
    """Then how one was treated."""
    weight_mood: float = 0.35
    """Then how it felt: the average mood with its worst moment and its end counted again."""
    partly_at_most: float = 65.0
    """A problem half solved is not forgotten for kindness."""
    unsolved_at_most: float = 55.0
    """Kindness alone does not solve it."""
    abandoned_at_most: float = 15.0
    """Someone who gave up is never better off than someone still being helped."""
    broken_at_most: float = 59.0
    """A promise broken without a warning: no better than 3 of 5, however it ends. The day spent
    waiting is not given back, and a warning would have saved it."""

    def with_points(self, name: str, points: tuple[float, ...]) -> Self:
        """The same model with other points for one move or act, to ask what if.

        >>> DEFAULT.with_points("blame", (30.0,)).moves[0].slight.points
        30.0
        """
        if name in ACTS:
            act = replace(ACTS[name], gain=points[0])
            return replace(self, acts=(*(row for row in self.acts if row.name != name), act))
        row = MOVES[name]
        if row.gain is not None:
            row = replace(row, gain=replace(row.gain, points=points))
        if row.slight is not None:
            row = replace(row, slight=replace(row.slight, points=points[0]))
        return replace(self, moves=(*(one for one in self.moves if one.name != name), row))

    def gain_of(self, temperament: Temperament) -> float:
        """How far good words reach, 1 for all the way."""
        return float(getattr(self, f"gain_{temperament}"))

    def loss_of(self, temperament: Temperament) -> float:
        """How hard a setback lands, 1 for its own size."""
        return float(getattr(self, f"loss_{temperament}"))

    def patience_of(self, temperament: Temperament) -> int:
        """Turns before each further one costs."""
        return int(getattr(self, f"patience_{temperament}"))

    def cap_of(self, channel: Channel) -> float:
        """The most that one line can gain, in points."""
        return self.letter_cap if channel == "e-mail" else self.turn_cap


DEFAULT = Coefficients()
