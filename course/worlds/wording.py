"""Rows of words: what a text says in one trade, and what it says in another."""

import re
from collections.abc import Sequence

from course.yaml_text import spans

Row = tuple[str, str]
"""Words as they stand, and what stands in their place."""

_IDS = frozenset(
    {
        *("kind", "id", "covers", "returns", "scenario", "moves", "acts", "learns", "remedy"),
        *("promise", "breaches", "next", "to", "cites", "rests_on", "channel"),
        *("refers", "choices", "order", "must_be_first", "ending", "opening", "temperament"),
        *("temperaments", "pronoun", "move", "done", "knows", "offered", "promised", "lacks"),
        *("not_done", "not_offered", "needs"),
    }
)
"""Fields that hold names of something, and no words for a reader."""
_ALWAYS = frozenset(
    {
        *("text", "title", "says", "means", "name", "said_by", "by", "words", "problem_terms"),
        *("jargon", "first", "last", "scene"),
    }
)
"""Fields whose values are words for a reader even where they are one word."""
_AN = re.compile(r"[aeiou]", re.IGNORECASE)


def plural(word: str) -> str:
    """A noun, or words that end in one, in the plural.

    >>> plural("account number"), plural("branch"), plural("delivery")
    ('account numbers', 'branches', 'deliveries')
    """
    if re.search(r"[^aeiou]y$", word):
        return f"{word[:-1]}ies"
    return f"{word}es" if re.search(r"(s|x|z|ch|sh)$", word) else f"{word}s"


class Wording:
    """Changes words of a text, in one pass: what it has put in is not changed again.

    Whole words only. A capital stays one, a plural stays one, and 'a' before it becomes 'an' where
    it must.

    Args:
        own: Rows of one file; they go before all others, however short.
        shared: Rows of the whole world.

    >>> told = Wording((), [("parcel", "envelope"), ("shop", "branch")])
    >>> told("A parcel came to the shop. Parcels and shops, not shop-floor.")
    'An envelope came to the branch. Envelopes and branches, not shop-floor.'
    """

    def __init__(self, own: Sequence[Row], shared: Sequence[Row]) -> None:
        self.used: set[Row] = set()
        self._rows: dict[str, tuple[Row, str]] = {}
        for row in (*_longest_first(own), *_longest_first(shared)):
            for said, instead in ((row[0], row[1]), (plural(row[0]), plural(row[1]))):
                self._rows.setdefault(_folded(said), (row, instead))
        said = "|".join(_pattern(one) for one in self._rows)
        # Words of a row may begin with an article of their own: they are tried without one first.
        either = rf"(?P<said>{said})|\b(?P<article>an?)(?P<gap>\s+)(?P<noun>{said})"
        self._any = re.compile(either, re.IGNORECASE) if said else None

    def __call__(self, text: str) -> str:
        """The text in the words of the other trade."""
        return self._any.sub(self._instead, text) if self._any else text

    def _instead(self, found: re.Match[str]) -> str:
        article, gap, said = found["article"], found["gap"], found["said"] or found["noun"]
        row, instead = self._rows[_folded(said)]
        self.used.add(row)
        if said[0].isupper() and not row[0][0].isupper():
            instead = instead[0].upper() + instead[1:]
        if not article:
            return instead
        right = f"{article[0]}{'n' if _AN.match(instead) else ''}"
        return f"{right}{gap}{instead}"


def in_yaml(text: str, told: Wording) -> str:
    """A YAML file with other words in its texts; names, keys and comments stay as they are.

    >>> in_yaml("id: parcel\\ntext: A parcel.  # parcel", Wording((), [("parcel", "card")]))
    'id: parcel\\ntext: A card.  # parcel'
    """
    made, at = [], 0
    for one in spans(text):
        raw = text[one.start : one.end]
        if one.field in _IDS or not (one.field in _ALWAYS or re.search(r"\s", raw.strip())):
            continue
        made += [text[at : one.start], told(raw)]
        at = one.end
    return "".join([*made, text[at:]])


def _longest_first(rows: Sequence[Row]) -> list[Row]:
    return sorted(rows, key=lambda one: -len(one[0]))


def _folded(said: str) -> str:
    return " ".join(said.split()).casefold()


def _pattern(said: str) -> str:
    """Whole words, wherever a line breaks between them."""
    words = r"\s+".join(re.escape(one) for one in said.split())
    before = r"(?<![\w-])" if said[0].isalnum() else ""
    after = r"(?![\w-])" if said[-1].isalnum() else ""
    return f"{before}{words}{after}"
