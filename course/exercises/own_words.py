"""A line in the trainee's own words beside the line that it is placed with.

Two known things are compared: what the line of the file does, by its author, and what the reader
surely saw in the words. Nothing here is a mark.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from course.language import Facts, Finding, Reading, meaning, read
from course.language.model import shares
from course.language.noticing import noticed
from course.scenarios.definition import Choice, Scenario


class Sought(NamedTuple):
    """How one move is told of."""

    does: str
    """What a line with it does."""
    thing: str
    """What was looked for in the words."""
    found: str
    """That it was seen."""


SOUGHT: dict[str, Sought] = {
    "acknowledge": Sought(
        "says the problem back", "the problem said back", "You say the problem back."
    ),
    "apologise": Sought("says sorry", "the word 'sorry'", "You say sorry."),
    "empathise": Sought("names the feeling", "a feeling named", "You name the feeling."),
    "own": Sought("says 'I will'", "an 'I will'", "You say 'I will'."),
    "set_time": Sought("says when", "a time", "You say when."),
    "follow_up": Sought(
        "promises to be in touch again",
        "a promise to be in touch",
        "You promise to be in touch.",
    ),
    "clarify": Sought("asks for something", "a question", "You ask for something."),
    "offer_solution": Sought("offers to do something", "an offer", "You offer to do something."),
}
"""The moves that are compared, what matters most first: each can be seen in words."""

DOUBTFUL = ("insult", "blame", "policy_wall", "non_apology", "empty_promise", "vague")
"""What is asked about before words are placed, the gravest first."""


class Comparison(Struct, frozen=True, kw_only=True):
    """One move, in the line of the file and in the trainee's own words."""

    move: str
    in_line: bool
    """Its author says that the line does it."""
    quote: str
    """The words in which the reader saw it; empty where it did not see it."""
    sure: bool = True
    """Whether the reader surely saw it; it may be there where this is False."""

    @property
    def said(self) -> str:
        """In one or two sentences.

        >>> Comparison(move="set_time", in_line=True, quote="").said
        'The line you chose says when. I did not see a time in your words.'
        >>> Comparison(move="apologise", in_line=False, quote="sorry").said
        'You say sorry. The line you chose does not.'
        >>> Comparison(move="apologise", in_line=True, quote="sorry", sure=False).said
        'The line you chose says sorry. Perhaps you do too.'
        """
        does, thing, found = SOUGHT[self.move]
        if not self.quote:
            return f"The line you chose {does}. I did not see {thing} in your words."
        if not self.sure:
            return f"The line you chose {does}. Perhaps you do too."
        if self.in_line:
            return f"{found} The line you chose does too."
        return f"{found} The line you chose does not."


LIKELY = 0.5
"""Share from which on the model asks by itself. Of 408 lines that colleagues would say at decisive
moments 47 are then asked about, where all that it thinks possible would be 118."""
UNREAD = frozenset({"other_language", "word_salad"})
"""What is not read, so that nothing can be said of it."""


MANY = ("no", "one", "two", "three", "four", "five")


def seen_in_words(move: str, times: int, *, sure: bool) -> str:
    """What was seen of a move in somebody's own words, in a sentence.

    >>> seen_in_words("clarify", 2, sure=True), seen_in_words("set_time", 1, sure=True)
    ('You ask two questions.', 'You say when.')
    >>> seen_in_words("set_time", 1, sure=False), seen_in_words("set_time", 0, sure=False)
    ('This may be a time.', 'I did not see a time.')
    """
    if move not in SOUGHT:
        return f"It {meaning(move)}." if times else "I did not see it."
    _, thing, found = SOUGHT[move]
    if not times:
        return f"I did not see {thing}."
    if not sure:
        return f"This may be {thing}."
    if move == "clarify" and times > 1:
        return f"You ask {MANY[times] if times < len(MANY) else 'many'} questions."
    return found


def facts_of(scenario: Scenario, says: str) -> Facts:
    """What a reader of lines in this conversation must know, where the customer has said this."""
    return Facts(problem_terms=scenario.problem_terms, jargon=scenario.jargon, says=says)


def read_line(text: str, scenario: Scenario, says: str = "") -> Reading:
    """What a line in one's own words does in this conversation.

    Args:
        text: The line.
        scenario: The conversation.
        says: What the customer had said: copied words are not the trainee's own.
    """
    return _read(text, facts_of(scenario, says))


@lru_cache(maxsize=512)
def _read(text: str, facts: Facts) -> Reading:
    return read(text, facts)


def likely(one: Finding, facts: Facts) -> bool:
    """Whether what was noticed is worth a question to whoever wrote it.

    A rule that fits is. Where the model alone holds it likely, its words alone must be as well:
    most lines are none of this, and whoever is asked for nothing stops reading.
    """
    ruled = noticed(one.quote, facts.problem_terms, facts.jargon)
    if any(rule.move == one.move and not rule.back for rule in ruled):
        return True
    share = shares(one.quote, facts.problem_terms, facts.says, ())
    return share.get(one.move, 1.0) >= LIKELY


def doubts(text: str, scenario: Scenario, says: str = "") -> tuple[Finding, ...]:
    """What the trainee is asked about before the words are placed, each kind once."""
    facts = facts_of(scenario, says)
    found: dict[str, Finding] = {}
    for one in read_line(text, scenario, says).findings:
        if one.move in DOUBTFUL and likely(one, facts):
            found.setdefault(one.move, one)
    return tuple(found[name] for name in DOUBTFUL if name in found)


def compared(
    text: str, choice: Choice, scenario: Scenario, says: str = ""
) -> tuple[Comparison, ...]:
    """The words beside the line that they were placed with: what is missing in them comes first.

    Nothing where the words were not read: in another language, or no sentence.

    >>> from course.scenarios import SMALL
    >>> line = SMALL.moments[1].choices[0]
    >>> made = {one.move: one.quote for one in compared("It comes on Friday.", line, SMALL)}
    >>> made["set_time"], made["follow_up"]
    ('on Friday', '')
    """
    findings = read_line(text, scenario, says).findings
    if any(one.move in UNREAD for one in findings):
        return ()
    return tuple(sorted(_compared(findings, choice), key=lambda one: bool(one.quote)))


def _compared(findings: Iterable[Finding], choice: Choice) -> Iterator[Comparison]:
    seen: dict[str, Finding] = {}
    for found in findings:
        known = seen.get(found.move)
        if known is None or (known.certainty != "found" and found.certainty == "found"):
            seen[found.move] = found
    for move in SOUGHT:
        one, in_line = seen.get(move), move in choice.moves
        sure = one is not None and one.certainty == "found"
        if in_line or sure:
            quote = one.quote if one else ""
            yield Comparison(move=move, in_line=in_line, quote=quote, sure=sure or one is None)
