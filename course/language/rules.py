"""The rules: a pattern, and why the words that fit it show what they show.

Plain regular expressions over one sentence at a time. They were written from authored replies;
they find what is said plainly and miss what is said in a roundabout way, which is why a reading
is a checklist and never a mark. The rules of each move stand in its row, in `moves.py`.
"""

import re

from msgspec import Struct

_REST = re.compile(r"[\w'-]*")
_SENTENCE = re.compile(r"(?:[^.!?\n]|[.!?](?=\S))+[.!?]*")


def sentences(text: str) -> list[str]:
    """The sentences of a text, stripped, with typographic apostrophes made plain.

    >>> sentences("I’m sorry. I'll ring you by 4.30 today!")
    ["I'm sorry.", "I'll ring you by 4.30 today!"]
    """
    plain = text.replace("’", "'").replace("‘", "'")
    return [one for found in _SENTENCE.finditer(plain) if (one := found.group().strip())]


class Rule(Struct, frozen=True, kw_only=True):
    """One way of saying one thing."""

    pattern: str
    """TERM in it stands for any word of this case, JARGON for any word to avoid in it; without
    such words the pattern shows nothing."""
    why: str
    certainty: str = "found"

    def see(self, sentence: str, terms: tuple[str, ...], jargon: tuple[str, ...]) -> str:
        """The words of `sentence` that fit; empty where none do."""
        pattern = self.pattern
        for mark, words in (("TERM", terms), ("JARGON", jargon)):
            if mark in pattern:
                if not words:
                    return ""
                pattern = pattern.replace(mark, _any(words))
        found = re.search(pattern, sentence, re.IGNORECASE)
        if not found:
            return ""
        # A pattern may stop inside a word; a quotation does not.
        rest = _REST.match(sentence, found.end()) if found.group()[-1:].isalnum() else None
        return (found.group() + (rest.group() if rest else "")).strip(" ,;:")


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


WILL = r"(?:I'll|I will|I'm going to|I am going to|let me|I can|I've|I have)"
TIME = (
    r"(?:(?:by|before|within|in|at|on|until|no later than)\s+(?:the\s+)?(?:end of (?:the )?"
    r"(?:day|week)|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!'s)|tomorrow|today|"
    r"tonight|noon|midday|lunchtime|\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|o'clock|minutes?|hours?|days?|"
    r"working days?|weeks?)?|half (?:past \w+|an hour|a day)|(?:one|two|three|four|five|six|seven|eight|nine|ten|"
    r"eleven|twelve)\b(?: (?:minutes?|hours?|(?:working )?days?|weeks?|o'clock|tonight|tomorrow|today|"
    r"(?:at|in the) (?:night|morning|afternoon|evening)))?)|between \w+ and \w+)"
)
