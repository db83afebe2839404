"""Where a case stands: open, ended, or no case at all, as the words of a status say."""

from __future__ import annotations

import re
from collections.abc import Mapping

OPEN, ENDED = "open", "ended"
VOID = {
    "merged": re.compile(r"\bmerged\b"),
    "spam": re.compile(r"\b(?:spam|junk)\b"),
    "deleted": re.compile(r"\b(?:deleted|trashed|trash)\b"),
    "duplicate": re.compile(r"\bduplicated?\b"),
    "survey preview": re.compile(r"\bpreview\b"),
    "test": re.compile(
        r"(?:survey )?test(?: (?:ticket|case|response|mode|data))?"
        r"|(?:closed|resolved|solved|done|cancell?ed)\W+(?:as )?(?:a )?test"
    ),
}
"""What makes a row no case, and how a status says so."""
_OPEN = (
    "new", "open", "reopened", "re-opened", "reopen", "pending", "hold", "on-hold", "waiting",
    "wait", "awaiting", "progress", "in-progress", "active", "assigned", "unassigned",
    "escalated", "snoozed", "to do", "todo", "unresolved", "unsolved", "not resolved",
    "not solved", "not closed", "not done", "backlog", "triage", "investigating", "ongoing",
)  # fmt: skip
_ENDED = (
    "closed", "solved", "resolved", "done", "complete", "completed", "finished", "cancelled",
    "canceled", "rejected", "declined", "archived", "fixed", "withdrawn", "expired", "answered",
    "ip address",
)  # fmt: skip
_FIRST = re.compile(
    rf"(?<![\w-])(?:(?P<open>{'|'.join(map(re.escape, sorted(_OPEN, key=len, reverse=True)))})"
    rf"|(?P<ended>{'|'.join(map(re.escape, sorted(_ENDED, key=len, reverse=True)))}))(?![\w-])"
)


def stands(cell: str, words: Mapping[str, str] | None = None) -> str:
    """Where a case stands: 'open', 'ended', one of VOID, or empty where its words are not known.

    The first word that is known decides: a case that was closed with a question is closed.

    >>> stands("Waiting on customer"), stands("Closed with explanation"), stands("Re-opened")
    ('open', 'ended', 'open')
    >>> stands("Closed - merged"), stands("Survey Preview"), stands("Offen", {"offen": "open"})
    ('merged', 'survey preview', 'open')
    >>> stands("Not spam"), stands("Florida")
    ('', '')
    """
    text = " ".join(cell.lower().replace("_", " ").split())
    if words and text in words:
        return words[text]
    if len(text) > 60:
        return ""
    for name, shape in VOID.items():
        found = shape.fullmatch(text) if name == "test" else shape.search(text)
        if found and not re.search(r"\b(?:not|no|non|un)\b", text[: found.start()]):
            return name
    first = _FIRST.search(text)
    return (first.lastgroup or "") if first else ""
