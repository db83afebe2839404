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
    """The line from its first sentence that holds one of these signs; all of it where none does.

    >>> from_sentence_with("Hello Asha. The gate is what you need.", ("gate",))
    'The gate is what you need.'
    """
    found = sentences(text)
    for at, sentence in enumerate(found):
        plain = sentence.casefold().replace("’", "'")
        if any(sign in plain for sign in signs):
            return " ".join(found[at:])
    return text


PROMISING = (
    *("today", "tonight", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday", "o'clock", "noon", "by ", "in touch", "ring you", "write to you"),
    *("will ", "'ll "),
)
"""Words that a promise is made with, to begin quoting at."""
