"""What the trainee is asked about words of their own before they are placed.

The words may be meant, or they may be misread: only the trainee can say. Nothing of this is
ever marked.
"""

from collections.abc import Collection, Mapping

from course.exercises.own_words import doubts
from course.page.messages import Message
from course.scenarios.definition import Scenario

MAY_HEAR: Mapping[str, str] = {
    "insult": "{name} may hear this as an insult.",
    "blame": "{name} may hear: it is your own fault.",
    "policy_wall": "{name} may hear a rule, and no help.",
    "non_apology": "{name} may hear that you are not really sorry.",
    "empty_promise": "{name} may hear a promise that nobody can be sure of.",
    "vague": "{name} may not know when this will happen.",
}
"""By what the reader noticed."""
MEANT = "Did you mean that?"
PAUSES = "insult"
"""Where this was meant, the conversation waits."""


class Doubt(Message, frozen=True):
    """One question about words of the trainee's own."""

    name: str
    ask: str
    quote: str
    pauses: bool
    """Whether the conversation waits if it was meant."""


def doubt(
    text: str, scenario: Scenario, who: str, settled: Collection[str], says: str = ""
) -> Doubt | None:
    """The next question, the gravest first; None where all are answered.

    Args:
        text: What the trainee wrote.
        scenario: The conversation.
        who: Who would hear it.
        settled: What was asked about these words already.
        says: What the customer had said.

    >>> from course.scenarios import SMALL
    >>> made = doubt("You should have packed it better.", SMALL, "Ines", ())
    >>> made.ask, made.quote
    ('Ines may hear: it is your own fault. Did you mean that?', 'You should have packed it better')
    >>> doubt("You should have packed it better.", SMALL, "Ines", ("blame",)) is None
    True
    """
    for one in doubts(text, scenario, says):
        if one.move not in settled:
            ask = f"{MAY_HEAR[one.move].format(name=who)} {MEANT}"
            return Doubt(one.move, ask, one.quote, one.move == PAUSES)
    return None
