"""Typing errors: words a letter or two away from a word that matters here, and short forms.

Only words that the rules look for are mended, and only in what is read, never in what is shown.
A word that is itself English is left alone: 'worry' is no 'sorry'.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from course.language.sight import Edit
from course.language.words import LITTLE

_SHORT: Mapping[str, str] = {
    **{"u": "you", "ur": "your", "r": "are", "pls": "please", "plz": "please", "thx": "thanks"},
    **{"thnx": "thanks", "ty": "thank you", "tmrw": "tomorrow", "tmr": "tomorrow", "2moro": "tomorrow"},
    **{"tonite": "tonight", "2nite": "tonight", "2day": "today", "b4": "before", "bak": "back"},
    **{"im": "I'm", "ive": "I've", "dont": "don't", "cant": "can't", "wont": "won't"},
    **{"didnt": "didn't", "doesnt": "doesn't", "isnt": "isn't", "wasnt": "wasn't"},
    **{"hasnt": "hasn't", "havent": "haven't", "couldnt": "couldn't", "shouldnt": "shouldn't"},
    **{"wouldnt": "wouldn't", "youre": "you're", "youve": "you've", "youll": "you'll"},
    **{"thats": "that's", "whats": "what's", "theres": "there's", "weve": "we've", "theyre": "they're"},
    **{"sry": "sorry", "soz": "sorry", "hrs": "hours", "hr": "hour", "mins": "minutes", "wk": "week"},
    **{"gonna": "going to", "cos": "because", "cuz": "because", "abt": "about", "msg": "message"},
    **{"shud": "should", "wud": "would", "cud": "could", "ov": "of", "prob": "probably"},
}  # fmt: skip
_SHALL = re.compile(
    r"\bill(?= (?:just |now |also |personally |then )?(?:ring|call|send|get|check|look|do|be|chase|speak|"
    r"ask|find|make|put|sort|see|let|phone|email|message|text|refund|replace|book|arrange|take|go|stay|come)\b)",
    re.IGNORECASE,
)
_MATTER = """
sorry apologise apologize apologies apology refund refunded replacement replace exchange understand
frustrating frustrated disappointed inconvenience tomorrow tonight today yesterday monday tuesday
wednesday thursday friday saturday sunday minutes hours working policy manager department
unfortunately contact courier delivery parcel delivered account address number order afternoon
morning evening thank thanks please should would could because received arrange straight
immediately personally mistake problem voucher credit cancel collection engineer technician
really confirm responsibility frustration upsetting stressful worrying terrible unacceptable appreciate
patience happened happen waiting waited again another supervisor colleague update message
"""
_NEAR = """
rally realty reply ready
accounts afternoons analogies apologised apologist apologists apologized apologizes appreciable
appreciated appreciates appreciative arranged arranges cancels cancer cold collage colleagues
collecting collections collective collector college confirms conform connection contacts
contract convection correction couriers credits deliver deliveries delivers departmental
departments disappoint disappoints engine engineered engineers engines evenings exchanged
exchanger exchanges frida fridays frustrate frustrations hampered happens hardened hour
immediate inconvenient manage managed managers manages manger massage messaged messages minute
mistaken mistakes moaning mondays mornings mourning numbers older orders parcels patient
patients pease personal personality pleas pleased pleases police polity problems rebounded
receded receive receiver receivers receives recessed recited refined refunds refused refuted
relieved remanded reminded replaced replacements replaces reserved revived rounded saturdays
starlight straighten strait sturdy sundae sundays sundry superior supervise supervised
supervision supervisors supervisory tank tanks technical technicians terribly think thinks
thursdays tuesdays understands understated understood unfortunate unsettling updated updates
vouchers wailing waiter waived wanted wanting warring wasted wasting wednesdays whiting wording
workings world worthing wound writing
"""
"""English words a letter or two away from one of those; found with a list of common words."""
WORDS = frozenset(_MATTER.split())
LONGEST = max(map(len, WORDS))
_ALONE = frozenset(_NEAR.split()) | WORDS | LITTLE
_TOKEN = re.compile(r"(?<![\w'])[A-Za-z0-9]+(?![\w'])")
SHORTEST, LONG = 5, 8
"""Letters from which on a word is mended, and from which on two letters may be wrong."""


def mended(text: str, terms: Iterable[str] = ()) -> list[Edit]:
    """The edits that mend typing errors in words that matter, and in the words of this case.

    >>> [one.instead for one in mended("im realy sory, ill ring u tommorow abt the prcel", ["parcel"])]
    ["I'm", 'really', 'sorry', "I'll", 'you', 'tomorrow', 'about', 'parcel']
    >>> mended("Don't worry about the parcels.", ["parcel"])
    []
    """
    own = frozenset(word for term in terms for word in term.lower().split())
    found = [Edit(one.start(), one.end(), "I'll") for one in _SHALL.finditer(text)]
    for one in _TOKEN.finditer(text):
        word = one.group().lower()
        instead = _SHORT.get(word) or _mend(word, own)
        if instead:
            found.append(Edit(one.start(), one.end(), instead))
    return sorted(found)


@lru_cache(maxsize=10_000)
def _mend(word: str, own: frozenset[str]) -> str:
    if len(word) < SHORTEST - 1 or word in _ALONE or word in own or not word.isalpha():
        return ""
    # Keys that were mashed are no word with an error, and have no end of ways to be cut.
    if len(word) > max((LONGEST, *map(len, own))) + 2:
        return ""
    wrong = 2 if len(word) >= LONG else 1
    for cut in _cuts(word, wrong):
        for known in _index().get(cut, ()):
            if known[0] == word[0] and _apart(word, known) <= (2 if len(known) >= LONG else 1):
                return known
    near = [known for known in own if len(known) >= SHORTEST and _slipped(word, known)]
    return min(near, default="")


def _slipped(word: str, known: str) -> bool:
    """A letter left out, doubled or swapped; a letter exchanged may make another word of it."""
    if word[0] != known[0] or word[-1] != known[-1] or _apart(word, known) != 1:
        return False
    return len(word) != len(known) or sorted(word) == sorted(known)


def _cuts(word: str, wrong: int) -> list[str]:
    """The word, and what is left of it with so many letters gone."""
    found = {word}
    for _ in range(wrong):
        found |= {one[:at] + one[at + 1 :] for one in found for at in range(len(one))}
    return sorted(found, key=lambda one: (-len(one), one))


def _apart(one: str, other: str) -> int:
    """How many letters were left out, put in, exchanged or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        last, row, older = row, [i], before
        for j, b in enumerate(other, start=1):
            best = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, older[j - 2] + 1)
            row.append(best)
        before = last
    return row[-1]


@cache
def _index() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(WORDS):
        for cut in _cuts(word, 2 if len(word) >= LONG else 1):
            found[cut] = (*found.get(cut, ()), word)
    return found
