"""What a first miss says: what was heard and where to look. The better line comes later.

A first miss that is told everything leaves nothing to find. So the end of an explanation is held
back until a second try, or until it is asked for after the hints.
"""

import re

from course.answers import History
from course.exercises import Item, Scored
from course.scenarios.quote import sentences

BETTER = re.compile(r"\s+Try\b.*", re.DOTALL)
"""Where an explanation gives the better line in so many words."""
QUOTED = re.compile(r"(?:^|(?<=\s))['‘](.+?)['’](?=[\s,.;:?]|$)")
FEWEST = 3
"""Sentences from which on the last one is what to do instead."""
NO_QUOTE = "Look at this one again."


def held(item: Item, history: History) -> bool:
    """Whether the end of the explanations is held back now."""
    if len(history.attempts) != 1 or item.key is None:
        return False
    first = history.attempts[0].result
    asked = history.hints > len(item.exercise.hints)
    return isinstance(first, Scored) and not first.full and not asked


def last_hint(item: Item) -> str:
    """What asks for the rest: it comes after the hints, and is kept as the last of them."""
    return "Show a better line" if getattr(item.exercise, "says", "") else "Show the explanation"


def heard(why: str) -> str:
    """An explanation without its better line.

    >>> heard("You wrote 'don't worry'. Kindly meant. Delia read that it happens a lot. "
    ...       "Try: 'Let me look for a blue one.'")
    "You wrote 'don't worry'. Kindly meant. Delia read that it happens a lot."
    >>> heard("You offered 'two of the 90s'. It costs a guess. Ask who starts first.")
    "You offered 'two of the 90s'. It costs a guess."
    >>> heard("'The team' names nobody. It proves that an e-mail came.")
    "'The team' names nobody. It proves that an e-mail came."
    """
    before = BETTER.sub("", why)
    said = sentences(before)
    return " ".join(said[:-1]) if before == why and len(said) >= FEWEST else before


def done(why: str) -> str:
    """What was done, of a sentence that goes on to what to do.

    >>> done("You divided by all 8 contacts. One did not answer: 5 of 7.")
    'You divided by all 8 contacts.'
    """
    return sentences(why)[0]


def where(why: str, text: str) -> str:
    """Which of an item's own words to look at again.

    >>> where("'Three since' counts the return for you.", "I've had three since.")
    'Look again at ‘Three since’.'
    >>> where("Say: 'Not the card, I'm afraid.'", "Hugo wants it on his card.")
    'Look at this one again.'
    """
    theirs = text.casefold()
    quoted = (found.group(1).rstrip(".,?") for found in QUOTED.finditer(why))
    words = next((one for one in quoted if one.casefold() in theirs), "")
    return f"Look again at ‘{words}’." if words else NO_QUOTE
