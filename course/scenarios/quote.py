"""Short quotations of what was said."""

import re

MOST_WORDS = 14


def short(text: str, words: int = MOST_WORDS) -> str:
    """The first sentences of a line that fit, or its first words with an ellipsis.

    >>> short("I'll ring you on Friday at five. If it is chipped, I'll bring another myself.", 8)
    "I'll ring you on Friday at five."
    """
    kept, count = list[str](), 0
    for sentence in re.split(r"(?<=[.?!])\s+", text.strip()):
        count += len(sentence.split())
        if kept and count > words:
            break
        kept.append(sentence)
    line = " ".join(kept)
    if len(line.split()) <= words:
        return line
    return " ".join(line.split()[:words]).rstrip(",.;:?–-") + " …"


def quoted(text: str, words: int = MOST_WORDS) -> str:
    """The same in quotation marks.

    >>> quoted("So where is it?")
    '‘So where is it?’'
    """
    return f"‘{short(text, words)}’"
