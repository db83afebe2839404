"""Draws by lot that depend on a seed, a purpose and a key, and on nothing else.

Every draw is a whole number worked out from those three with SplitMix64 (Steele, Lea and Flood
2014). There is no generator with a state, so neither the order of the draws nor how many there
are changes any of them; and there are no fractions, so every machine gives the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.company.columns import Ints, Keys, Marks

_ALL = (1 << 64) - 1
_STEP = 0x9E3779B97F4A7C15
_FIRST, _SECOND = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


def mixed(word: int) -> int:
    """Stir the 64 bits of a word, so that neighbours come out far apart.

    >>> hex(mixed(0x9E3779B97F4A7C15))
    '0xe220a8397b1dcdaf'
    """
    word = ((word ^ (word >> 30)) * _FIRST) & _ALL
    word = ((word ^ (word >> 27)) * _SECOND) & _ALL
    return word ^ (word >> 31)


def stream(seed: int, purpose: str) -> int:
    """The starting word of one purpose: its name (FNV-1a, 64 bits) stirred into the seed."""
    word = 0xCBF29CE484222325
    for byte in purpose.encode():
        word = ((word ^ byte) * 0x100000001B3) & _ALL
    return mixed((mixed(seed & _ALL) + word) & _ALL)


@dataclass(frozen=True)
class Draws:
    """All draws of one seed. A key is a whole number that names what is drawn for.

    >>> import numpy as np
    >>> keys = np.arange(5, dtype=np.uint64)
    >>> lots = Draws(1)
    >>> alone, among = lots.below("colour", keys[3:4], 100), lots.below("colour", keys, 100)
    >>> bool(alone[0] == among[3])
    True
    """

    seed: int

    def words(self, purpose: str, keys: Keys) -> Keys:
        """One word of 64 bits for each key."""
        import numpy as np

        word = keys * np.uint64(_STEP) + np.uint64(stream(self.seed, purpose))
        word = (word ^ (word >> np.uint64(30))) * np.uint64(_FIRST)
        word = (word ^ (word >> np.uint64(27))) * np.uint64(_SECOND)
        return word ^ (word >> np.uint64(31))

    def below(self, purpose: str, keys: Keys, limit: int | Ints) -> Ints:
        """A whole number from 0 to just below the limit (at most 2**31) for each key."""
        import numpy as np

        high = self.words(purpose, keys) >> np.uint64(32)
        limits = np.asarray(limit, dtype=np.int64).astype(np.uint64)
        found: Ints = ((high * limits) >> np.uint64(32)).astype(np.int64)
        return found

    def chance(self, purpose: str, keys: Keys, in_thousand: int | Ints) -> Marks:
        """Whether something happens that happens so many times in a thousand."""
        return self.below(purpose, keys, 1000) < in_thousand

    def pick(self, purpose: str, keys: Keys, weights: Sequence[int]) -> Ints:
        """The position of one of the weights, each as often as it weighs."""
        import numpy as np

        return self.pick_by(purpose, keys, [weights], np.zeros(keys.size, dtype=np.int64))

    def pick_by(self, purpose: str, keys: Keys, rows: Sequence[Sequence[int]], which: Ints) -> Ints:
        """The position of one of the weights, where ``which`` says whose row of weights holds."""
        import numpy as np

        upto = np.cumsum(np.array(rows, dtype=np.int64), axis=1)[which]
        lot = self.below(purpose, keys, upto[:, -1])
        picked: Ints = (lot[:, None] >= upto).sum(axis=1, dtype=np.int64)
        return picked

    def between(self, purpose: str, keys: Keys, knots: Sequence[int]) -> Ints:
        """A number from a distribution given by its knots, which cut it into equal parts.

        >>> import numpy as np
        >>> found = Draws(1).between("wait", np.arange(1000, dtype=np.uint64), [0, 10, 100])
        >>> bool(480 < (found < 10).sum() < 520)
        True
        """
        import numpy as np

        return self.between_by(purpose, keys, [knots], np.zeros(keys.size, dtype=np.int64))

    def between_by(
        self, purpose: str, keys: Keys, rows: Sequence[Sequence[int]], which: Ints
    ) -> Ints:
        """The same, where ``which`` says whose row of knots holds."""
        import numpy as np

        knots = np.array(rows, dtype=np.int64)
        lot = self.below(purpose, keys, (knots.shape[1] - 1) << 16)
        part, rest = lot >> 16, lot & 0xFFFF
        low = knots[which, part]
        found: Ints = low + (((knots[which, part + 1] - low) * rest) >> 16)
        return found
