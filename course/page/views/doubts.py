"""What the trainee is asked about words of their own before they are placed.

The words may be meant, or they may be misread: only the trainee can say. Nothing of this is
ever marked.
"""

from collections.abc import Collection, Mapping

from course.exercises.own_words import doubts
from course.page.messages import Message
from course.scenarios.definition import Scenario

QUESTIONS: Mapping[str, str] = {
    "insult": "{name} may hear this as an insult. Did you mean that?",
    "blame": "{name} may hear: it is your own fault. Did you mean that?",
    "policy_wall": "{name} may hear a rule, and no help. Did you mean that?",
    "non_apology": "{name} may hear that you are not really sorry. Did you mean that?",
    "empty_promise": "{name} may hear a promise that nobody can be sure of. Did you mean that?",
    "vague": "{name} may not know when this will happen. Did you mean to leave that open?",
}
"""By what the reader noticed."""
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
            ask = QUESTIONS[one.move].format(name=who)
            return Doubt(one.move, ask, one.quote, one.move == PAUSES)
    return None
