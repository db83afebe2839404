"""Short quotations of what was said."""

import re
from collections.abc import Iterable

MOST_WORDS = 16
FEWEST_WORDS = 6


def sentences(text: str) -> list[str]:
    """The sentences of a line.

    >>> sentences("I'm sorry. It should be there.")
    ["I'm sorry.", 'It should be there.']
    """
    return re.split(r"(?<=[.?!])\s+", text.strip())


def short(text: str, words: int = MOST_WORDS) -> str:
    """The first sentences of a line that fit, or its first words with an ellipsis.

    >>> short("I'll ring you on Friday at five. If it is chipped, I'll bring another myself.", 8)
    "I'll ring you on Friday at five."
    """
    kept = list[str]()
    for sentence in sentences(text):
        room = words - len(kept)
        if len(sentence.split()) <= room:
            kept.extend(sentence.split())
        elif len(kept) < FEWEST_WORDS:
            return " ".join([*kept, *sentence.split()[:room]]).rstrip(",.;:?–-") + " …"
        else:
            break
    return " ".join(kept)


def quoted(text: str, words: int = MOST_WORDS) -> str:
    """The same in quotation marks.

    >>> quoted("So where is it?")
    '‘So where is it?’'
    """
    return f"‘{short(text, words)}’"


def from_sentence_with(text: str, signs: Iterable[str]) -> str:
    """The line from its sentence with most of these signs on; all of it where none has any.

    >>> from_sentence_with("I'll see. I'll ring you by four. Bye.", ("i'll ", "ring you"))
    "I'll ring you by four. Bye."
    """
    found, at = sentences(text), _most(text, signs)
    return text if at is None else " ".join(found[at:])


def sentence_with_most(text: str, signs: Iterable[str]) -> str:
    """The sentence of a line that holds most of these signs; all of the line where none does.

    >>> sentence_with_most("Hello Asha. I'll ring by four, I promise.", ("i'll ", "by "))
    "I'll ring by four, I promise."
    """
    at = _most(text, signs)
    return text if at is None else sentences(text)[at]


def _most(text: str, signs: Iterable[str]) -> int | None:
    """Which sentence holds most of these signs, the first of equals; None where none has any."""
    wanted = tuple(signs)

    def held(sentence: str) -> int:
        plain = f"{sentence.casefold().replace('’', chr(39))} "
        return sum(sign in plain for sign in wanted)

    counts = [held(sentence) for sentence in sentences(text)]
    return counts.index(max(counts)) if any(counts) else None


def telling_words(text: str) -> list[str]:
    """The longer words of a text, by which another sentence about the same can be known.

    >>> telling_words("A gate, £36, at the Leeds shop")
    ['leeds', '£36']
    """
    return sorted({word.casefold() for word in re.findall(r"£\d+|\w[\w'-]{4,}", text)})


PROMISING = (
    *("today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday", "o'clock", "noon", "by ", "before ", "in touch", "ring you"),
    *("write to you", "will ", "'ll ", "let me ", "promise"),
)
"""Words that a promise is made with, to choose what to quote."""
OFFERING = ("i'll ", "i can ", "i could ", "let me ", "i'd like ", "we'll ", "i'm putting ")
"""Words that an offer is made with, to choose what to quote."""
SLIGHTING: dict[str, tuple[str, ...]] = {
    "close_unsolved": (
        *("thank", "bye", "close", "enjoy", "all done", "anything else", "sorted", "sleep"),
        *("wishes", "take care", "patience"),
    ),
    "repeat": ("?",),
}
"""Words that slights besides moves are likely to be made with. No mark hangs on them."""
