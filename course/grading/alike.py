"""Replies that say much the same, together."""

from collections.abc import Mapping, Sequence

from course.language.nearness import FAINT, unit
from course.language.words import LITTLE, stem, words

ALIKE = 0.5
"""Likeness, from 0 to 1, from which on two texts are counted as alike."""
MOST_GROUPS = 100
"""So many groups are told apart; what is like none of them stands alone at the end."""

Weights = Mapping[str, float]


class Alike:
    """Groups of texts, each like the first of its group; found by the words that they share."""

    def __init__(self) -> None:
        self.groups = 0
        self._by_word: dict[str, list[tuple[int, float]]] = {}
        """For each word, the groups whose first text has it, and its share there."""

    def place(self, text: str) -> int | None:
        """The number of the group of a text, from 0; None where there are too many already."""
        mine = unit(weights(text))
        alike: dict[int, float] = {}
        for word, weight in mine.items():
            for group, other in self._by_word.get(word, ()):
                alike[group] = alike.get(group, 0.0) + weight * other
        near = max(alike, key=lambda one: alike[one], default=None)
        if near is not None and alike[near] >= ALIKE:
            return near
        if self.groups >= MOST_GROUPS:
            return None
        for word, weight in mine.items():
            self._by_word.setdefault(word, []).append((self.groups, weight))
        self.groups += 1
        return self.groups - 1


def together(texts: Sequence[str]) -> list[int]:
    """For each text the number of its group. The largest group is 0; equals keep their order.

    >>> together(["I'm sorry.", "Send me a photo, please.", "Could you send a photo?"])
    [1, 0, 0]
    """
    groups = Alike()
    placed = [groups.place(one) for one in texts]
    # What is like nothing stands alone.
    own = [group if group is not None else groups.groups + at for at, group in enumerate(placed)]
    sizes = {group: own.count(group) for group in set(own)} if len(set(own)) <= MOST_GROUPS else {}
    order = sorted(dict.fromkeys(own), key=lambda group: -sizes.get(group, 0))
    number = {group: at for at, group in enumerate(order)}
    return [number[group] for group in own]


def weights(text: str) -> dict[str, float]:
    """The words of a text by their stems; those that stand in any line weigh little.

    >>> from course.language.nearness import cosine
    >>> cosine(weights("Could you send me a photo?"), weights("Can you send photos?")) > ALIKE
    True
    >>> cosine(weights("Could you send me a photo?"), weights("I'm sorry.")) < ALIKE
    True
    """
    found: dict[str, float] = {}
    for one in words(text):
        weight = FAINT if one.text in LITTLE else 1.0
        found[stem(one.text)] = max(weight, found.get(stem(one.text), 0.0))
    # Marks without a word are like the same marks and nothing else.
    return found or {text.strip(): 1.0}
