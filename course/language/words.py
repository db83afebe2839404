"""Words: where they stand in a text, what they have in common, and which of them say little."""

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")

_LITTLE = """
a about after again all also am an and any are aren't as at be been before being but by can
can't cannot could couldn't did didn't do does doesn't doing don't down even for from get gets
getting go going got had hadn't has hasn't have haven't having he he'd he'll he's hello her here
here's hers hi him his how how's i i'd i'll i'm i've if in into is isn't it it'd it'll it's its
just let let's like ll made make makes may me might more most much my no nor not now of off oh
ok okay on one once only or other our ours out over own please quite rather re really right same
say says see she she'd she'll she's should so some still such than that that'd that'll that's
the their them then there there's these they they'd they'll they're they've thing things this
those through to too under until up us ve very was wasn't we we'd we'll we're we've well were
weren't what what's when where which while who who's whose why will with won't would wouldn't
yes yet you you'd you'll you're you've your yours yourself
"""
LITTLE = frozenset(_LITTLE.split())
"""Words that stand in any reply, and so say little of this one."""

_KIN = (
    "ring rang rung call called phone phoned telephone",
    "sorry apologise apologize apology apologies",
    "refund refunded reimburse repay money-back",
    "replace replacement another",
    "email e-mail mail",
    "write wrote written",
    "send sent post posted ship shipped",
    "buy bought purchase",
    "pay paid payment",
    "broken broke break",
    "tell told",
    "find found",
    "take took taken",
    "speak spoke spoken talk talked",
    "annoying frustrating maddening infuriating",
    "upset upsetting distressing",
    "worried worry worrying anxious",
    "manager supervisor boss",
    "check look",
    "understand understood",
    "swear swore swearing language",
    "stop end",
    "keep kept",
    "leave left",
    "late delayed delay",
    "mistake error fault",
    "box parcel package delivery",
    "driver courier carrier",
    "lift elevator",
    "wait waited waiting",
    "quick quickly fast",
    "choose chosen choice",
    "cancel cancelled cancelling",
    "tonight evening",
    "fix mend repair sort",
)
_ENDINGS = ("ations", "ation", "ingly", "edly", "ments", "ment", "ings", "ing", "ies", "ied",
            "ness", "ers", "est", "ed", "es", "er", "ly", "s", "y", "e")  # fmt: skip


class Word(Struct, frozen=True):
    """One word, in small letters, and where it stands."""

    text: str
    start: int
    end: int


def plain(text: str) -> str:
    """The text with every kind of apostrophe and quotation mark made plain, each in its place.

    >>> plain("I’m “sorry”")
    'I\\'m "sorry"'
    """
    return text.translate(_PLAIN)


@lru_cache(maxsize=64)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text.

    >>> [one.text for one in words("I’ll ring by 4 o'clock.")]
    ["i'll", 'ring', 'by', '4', "o'clock"]
    """
    found = _WORD.finditer(plain(text))
    return tuple(Word(one.group().lower(), one.start(), one.end()) for one in found)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What a word shares with its other forms, and with words that do its work in this trade.

    >>> stem("wobbles") == stem("wobbling"), stem("phone") == stem("rang")
    (True, True)
    """
    bare = word.removesuffix("'s")
    return _KINSHIP.get(bare) or _KINSHIP.get(_cut(bare)) or _cut(bare)


def _cut(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: -len(ending)]
            doubled = len(cut) > 3 and cut[-1] == cut[-2] and cut[-1] not in "ls"
            return cut[:-1] if doubled else cut
    return word


def _kinship() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for line in _KIN:
        first, *others = line.split()
        for one in (first, *others):
            found.setdefault(one, first)
            found.setdefault(_cut(one), first)
    return found


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"'}
)
_KINSHIP = _kinship()
