"""The rules: a pattern, and why the words that fit it show what they show.

Plain regular expressions over one sentence at a time. They were written from authored replies;
they find what is said plainly and miss what is said in a roundabout way, which is why a reading
is a checklist and never a mark. The rules of each move stand in its row, in `moves.py`. What takes
a move back is not theirs to see: `scope.py` does that for all of them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from msgspec import Struct

from course.language.patterns import folded, small

_REST = re.compile(r"[\w'-]*")
_CASED = "(?-i:"


class Rule(Struct, frozen=True, kw_only=True):
    """One way of saying one thing."""

    pattern: str
    """TERM in it stands for any word of this case, JARGON for any word to avoid in it; without
    such words the pattern shows nothing."""
    why: str
    certainty: str = "found"
    """``sure`` where nothing but what takes it back can make it less than found."""

    def spans(
        self, sentence: str, terms: tuple[str, ...], jargon: tuple[str, ...]
    ) -> Iterable[tuple[int, int]]:
        """Where words of `sentence` fit, from and to, in order."""
        cased, alike = _alike(self.pattern)
        read = sentence if cased else small(sentence)
        compiled = alike or _compiled(self.pattern, terms, jargon)
        # Most rules see nothing in most sentences, and to ask that alone is quicker.
        return _spans(compiled, read, sentence) if compiled and compiled.search(read) else ()


def _spans(compiled: re.Pattern[str], read: str, sentence: str) -> Iterator[tuple[int, int]]:
    for found in compiled.finditer(read):
        # A pattern may stop inside a word; a quotation does not.
        end = found.end()
        rest = _REST.match(sentence, end) if found.group()[-1:].isalnum() else None
        fits = sentence[found.start() : rest.end() if rest else end]
        start = found.start() + len(fits) - len(fits.lstrip(" ,;:"))
        end = start + len(fits.strip(" ,;:"))
        if end > start:
            yield start, end


@cache
def _alike(pattern: str) -> tuple[bool, re.Pattern[str] | None]:
    """Whether capitals count in a pattern, and what it is where it is alike for every case."""
    alike = "TERM" not in pattern and "JARGON" not in pattern
    return _CASED in pattern, _compiled(pattern, (), ()) if alike else None


@lru_cache(maxsize=2048)
def _compiled(
    pattern: str, terms: tuple[str, ...], jargon: tuple[str, ...]
) -> re.Pattern[str] | None:
    for mark, words in (("TERM", terms), ("JARGON", jargon)):
        if mark in pattern:
            if not words:
                return None
            pattern = pattern.replace(mark, _any(words))
    if _CASED in pattern:
        return re.compile(pattern, re.IGNORECASE)
    return folded(pattern)


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


SOON = r"(?:just |now |also |then |personally |happily |gladly |certainly |definitely |first |myself |still )?"
WILL = (
    rf"(?:I'll|I will|I'm going to|I am going to|I'm about to|I shall|let me|I can|I've|I have|"
    rf"I'm|I am) {SOON}"
)
WE = rf"(?:we'll|we will|we're going to|we are going to|we shall|let us|let's) {SOON}"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
_COUNT = (
    r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|half an?|a couple of|a few|\d{1,3}(?:\s?(?:-|–|to|or)\s?\d{1,3})?)"
)
_UNIT = r"(?:(?:working|business|calendar)[ -])?(?:minute|min|hour|hr|day|week|month)s?"
_EXACT = r"\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)(?: today| tomorrow| tonight| on (?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
_HOUR = (
    r"(?:\d{1,2}(?:[.:]\d\d)?(?:\s?(?:am|pm))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|noon|midday|lunch(?:time)?)"
)
_CLOCK = (
    r"(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m\.|p\.m\.|o'clock)|\d{1,2}[.:]\d\d|(?:half past |quarter to |"
    r"quarter past )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|"
    r"lunchtime|lunch|midnight|teatime|\d{1,2})(?! (?:times?|calls?|emails?|letters?|people|occasions|"
    r"of|different|more|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|years?|months?|other|or|to|and|pounds|percent|items?|boxes|in|visits?|attempts?|\w+ (?:times|calls))\b)"
    r"(?!\s?[%£-])(?: o'clock| tonight| tomorrow| today| sharp| (?:at|in the) (?:night|morning|afternoon|evening)|"
    rf" on {_DAY})?)"
)
TIME = (
    rf"(?:(?:by|before|until|till|at|no later than|for|around|about|from)\s+(?:about |around )?{_CLOCK}(?=$|[\s.,;:!?)])|"
    rf"(?:by|before|on|this|next|until|till|from|for|tomorrow or|come|first thing|every)\s+(?:the\s+)?(?:{_DAY}\b(?!'s)|tomorrow|today|tonight|end of (?:the |this |next )?"
    rf"(?:day|week|month|morning|shift|today)|close of (?:business|play)|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} \d{{1,2}}|"
    r"the \d{1,2}(?:st|nd|rd|th)|this (?:morning|afternoon|evening)|lunch(?:time)?|the weekend|"
    rf"the (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|twentieth|twenty-\w+|thirtieth|thirty-first) of {_MONTH})|"
    rf"(?:within|in|in the next|over the next|inside|under|no more than|takes?|allow|up to|another|give me)\s+(?:the (?:next )?)?(?:about |around |up to )?{_COUNT}[\s-]{_UNIT}\b(?! ago| late| early| now)|"
    rf"within the (?:hour|day|week)|{_COUNT}[\s-]{_UNIT} from (?:now|today)|"
    rf"\b(?:tomorrow|tonight|this (?:afternoon|evening|morning)|later today|first thing|{_DAY}) ?(?:morning|afternoon|evening|night|lunchtime)?\b|"
    rf"\btoday\b|\bright now\b|\bright away\b|\bstraight ?away\b|\bbetween {_HOUR} and {_CLOCK}|{_EXACT}\b)"
)
"""A time that somebody can be held to. 'Five times' and 'in one call' are none."""
