"""Which lines were picked at a question with options: by how many, and by how many of the best."""

from collections import Counter

from msgspec import Struct

from course.grading.items.answered import Taken
from course.grading.items.first_tries import ENOUGH
from course.metrics.intervals import wilson
from course.scenarios.quote import short

WORDS = 14
"""Words of a line that are quoted in a sentence."""
FEW_OF_BEST = 3
"""Of the best trainees, so many make a wrong line worth a second look."""


class LineTaken(Struct, frozen=True, kw_only=True):
    """One line to choose, and who chose it on the first try."""

    id: str
    text: str
    right: bool
    taken: int
    n: int
    """Who answered."""
    best: int
    """How many of the best trainees took it."""
    best_n: int
    """How many they are; 0 where there are too few to say."""
    place: bool = False
    """It is a place that something was given; see `Offered`."""

    @property
    def interval(self) -> tuple[float, float]:
        """The interval of the share that took it, by Wilson, as fractions."""
        return wilson(self.taken, self.n) if self.n else (0.0, 1.0)

    @property
    def idle(self) -> bool:
        """Whether nobody took a wrong line, so that it does no work."""
        written = not self.right and not self.place
        return written and not self.taken and self.n >= 2 * ENOUGH

    @property
    def tempts_best(self) -> bool:
        """Whether the best took a wrong line no more seldom than all the others."""
        others = self.n - self.best_n
        return (
            not self.right
            and self.best >= FEW_OF_BEST
            and self.best * others >= (self.taken - self.best) * self.best_n
        )

    @property
    def sentence(self) -> str:
        """What somebody should know of it; empty where it does its work."""
        if self.idle:
            return f"Nobody of {self.n} took the line ‘{short(self.text, WORDS)}’."
        if self.tempts_best:
            said = short(self.text, WORDS)
            took = f"have ‘{said}’" if self.place else f"took the line ‘{said}’"
            return (
                f"Of the best {self.best_n}, {self.best} {took}, which the key has "
                f"as wrong; of the other {self.n - self.best_n}, {self.taken - self.best}."
            )
        return ""


def lines_taken(taken: Taken, best: frozenset[int]) -> tuple[LineTaken, ...]:
    """Each line of a question with who picked it first; empty for what is no such question.

    Args:
        taken: The exercise as the cohort took it.
        best: The places of the best trainees; see `Strength.best`.
    """
    if taken.asked.roads:
        return ()
    picked = Counter(line for said in taken.said for line in said)
    of_best = Counter(line for at in best for line in taken.said[at])
    n = sum(bool(said) for said in taken.said)
    return tuple(
        LineTaken(
            id=one.id, text=one.text, right=one.right, taken=picked[one.id], n=n,
            best=of_best[one.id], best_n=len(best), place=one.place,
        )
        for one in taken.asked.options
    )  # fmt: skip
