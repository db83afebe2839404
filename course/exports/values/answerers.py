"""Who answered: a person, or a machine."""

from __future__ import annotations

import re

from course.exports.columns.headings import plain
from course.exports.values.truths import truth

_MACHINE = re.compile(
    r"\b(?:bots?|chat-?bots?|auto|automated|automatic|automatically|auto-?repl(?:y|ies)"
    r"|auto-?respon(?:der|se)|automations?|system|workflow|trigger|machine|ai|ai agent"
    r"|virtual (?:agent|assistant)|robot)\b"
)
_PERSON = frozenset(("human", "person", "agent", "people", "staff", "manual"))


def by_machine(cell: str, heading: str) -> bool | None:
    """Whether a machine answered; None for a blank cell.

    Args:
        cell: A name or a word for who answered, or yes and no.
        heading: What the column is called, which says what yes means.

    >>> by_machine("Auto-reply", "First responder"), by_machine("Ana", "First responder")
    (True, False)
    >>> by_machine("No", "Answered by a person"), by_machine("yes", "Bot")
    (True, True)
    """
    if not cell:
        return None
    told = truth(cell)
    if told is None:
        return bool(_MACHINE.search(" ".join(cell.lower().replace("_", " ").split())))
    person = bool(_PERSON & set(plain(heading).split()))
    return told is not person
