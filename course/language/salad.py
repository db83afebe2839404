"""Words thrown together: nothing is said with them, so no move is made.

A sentence hangs together by small words. 'Sorry refund tomorrow parcel understand' has none.
"""

from collections import Counter

from course.language.spelling import WORDS
from course.language.words import LITTLE, stem, words

_DOERS = frozenset(
    ("i", "we", "you", "it", "they", "i'll", "we'll", "i'm", "we're", "please", "is", "was")
)
FEWEST = 4
"""Words below which nothing is called salad: 'Sorry, Asha. Refund sent.' is short, not empty."""
GLUE = 0.25
"""The share of small words below which a string of words that matter does not hang together."""
_ALSO = """
empathy empathise acknowledge ownership own resolve resolution solution follow-up followup
action timeline timescale care customer callback compensation guarantee asap promise help listen
feel hear step timeframe ring send email sincerely kindly assist policy pm am noon hour minute
goodbye hello option discount
"""
_MORE = frozenset(stem(one) for one in (*WORDS, *_ALSO.split()))
"""What people string together who write for ticks."""


def salad(sentence: str, terms: tuple[str, ...] = ()) -> bool:
    """Is it a string of words that matter, with nothing between them?

    >>> salad("Sorry refund replacement understand tomorrow policy sorry")
    True
    >>> salad("I'm sorry, and I'll send a replacement tomorrow.")
    False
    """
    said = [one.text for one in words(sentence)]
    if len(said) < FEWEST:
        return _echo(said)
    if sum(one in LITTLE for one in said) >= GLUE * len(said):
        return _echo(said)
    own = {stem(word) for term in terms for word in term.lower().split()}
    matter = sum(stem(one) in _MORE or stem(one) in own for one in said) / len(said)
    return (matter >= 0.5 and not _verbs(said)) or _echo(said)


def _verbs(said: list[str]) -> bool:
    """Does somebody do something in it?"""
    return len(said) < 9 and any(one in _DOERS for one in said[:-1])


def _echo(said: list[str]) -> bool:
    """The same word again and again."""
    if len(said) < 3 or len(said) - len(set(said)) < 2:
        return False
    word, times = Counter(said).most_common(1)[0]
    return times >= 3 and times / len(said) >= (0.6 if word in LITTLE else 0.4)
