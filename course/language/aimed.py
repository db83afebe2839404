"""Whom a hard word is aimed at: "I'm the idiot" and "you're not stupid" hurt no customer."""

from course.language.abuse import NAMES, WITLESS
from course.language.patterns import folded, small

_HARD = folded(
    r"^(?:you're |you are )?(?:what |a |an |the |so |very |too |really |such |just |being )*(?:idiot|moron|fool|stupid|daft|dim|thick|dumb|mad|crazy|silly|useless|hopeless|"
    rf"clueless|pathetic|ridiculous|lazy|careless|childish|unreasonable|dramatic|rude|fuss|liar|clown|muppet|numpty|joke|{NAMES}|{WITLESS})|soft in the head|^being (?:\w+ )?(?:difficult|awkward|fussy|demanding|impossible)"
)
"""Words that can be said of anybody, and of things."""
_OURS = folded(
    r"\b(?:(?:I|we)(?:'m|'re| am| are| was| were| must| feel| felt| look| looked| sound| sounded)(?: be| being| been)?|of (?:me|us)|(?:me|us) being|my|our(?: own)?|ours was|mine was|"
    r"(?:makes?|made|call(?:ed)?) (?:me|us)|from me|(?:I|we) (?:\w+ ){0,6}like|(?:that's|it's|it is|that is) (?:us|me)(?: gone| going)?)(?: (?:a|an|the|such|just|very|so|really|being|bit|of|bloody|one|new|proper|total|complete|little)){0,4} ?$"
)
_OURS_AFTER = folded(
    r"\b(?:of (?:mine|ours)|of (?:me|us) to|(?:stupid|silly|daft|dozy) (?:me|us)|on (?:my|our) (?:part|side|end)|by us|from (?:me|us)|and (?:I|we) did)\b"
)
_NOBODY = folded(
    r"\b(?:no such thing as|(?:nobody|no one|none of us)(?: here)? (?:thinks?|believes?|is saying|would say|says?|calls?)\b[^.;!?]*|"
    r"(?:(?:be|being|been|was|were|get|got) called|called you|treated (?:as|like)|made (?:out )?to (?:be|look|feel)(?: like)?|(?:don't|do not|never) (?:write|say|think|feel|believe)(?: that)?)(?: \w+)?|(?:did|do|have|had)(?:n't| not) (?:do|done) anything|"
    r"(?:you|\w+)(?:'re| are|'s| is| was| were)? ?(?:certainly |absolutely |really )?(?:not|never|isn't|aren't|wasn't|weren't|nothing)(?: (?:at all|in any way|being|to be|nothing|remotely|the least bit))*)"
    r"(?: (?:a|an|the|any|one bit|bit)){0,2} ?$"
)


_LIFE = folded(
    r"\b(?:are|were|do|did|have|had|has|is|was|may i ask|can i ask|need to ask|want to ask|have to ask)\b[^.;!]*\b(?:(?:end|ending|ended|take|taking|taken) (?:your(?: own)? life|it all)|"
    r"(?:kill|killing|hurt|hurting|harm|harming) yourself|suicid\w+|(?:want|wanting|wanted|wish|wishing|rather) (?:to die|to be dead|you were dead)|"
    r"not (?:want|wanting) to (?:live|be here|go on|wake up)|(?:safe|alone) (?:right )?now)\b"
)
_PUSHED = folded(r"\b(?:why don't you|why not|go and|you should|you could just|just) ")


def asks_after_life(sentence: str) -> bool:
    """Whether a sentence asks straight out about wanting to die, as help-lines teach: no insult.

    >>> asks_after_life("Are you thinking of ending your life?")
    True
    >>> asks_after_life("Why don't you go and kill yourself, are you still there?")
    False
    """
    read = small(sentence)
    return bool(_LIFE.search(read)) and not _PUSHED.search(read)


def aimed_away(sentence: str, start: int, end: int) -> bool:
    """Whether hard words are said of the writer, or denied of the customer.

    Args:
        sentence: the sentence they stand in.
        start: where they begin.
        end: where they end.

    >>> sentence = "I felt like an idiot when I saw what I had sent you."
    >>> aimed_away(sentence, 15, 20)
    True
    >>> aimed_away("What an idiot you are.", 8, 13)
    False
    """
    read = small(sentence)
    if not _HARD.search(read[start:end]):
        return False
    before = read[:start]
    away = _OURS.search(before) or _NOBODY.search(before) or _OURS_AFTER.search(read, start)
    return bool(away)
