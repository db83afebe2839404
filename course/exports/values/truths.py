"""Yes and no, as help desks and the people who set them up write them."""

from __future__ import annotations

from collections.abc import Mapping

YES = frozenset(
    ["true", "yes", "y", "1", "1.0", "x", "✓", "within sla", "met", "in time", "on time", "kept",
     "ja", "oui", "si", "sí", "sim", "tak", "evet", "da", "да", "はい", "是"]
)  # fmt: skip
NO = frozenset(
    ["false", "no", "n", "0", "0.0", "sla violated", "breached", "missed", "late", "not met",
     "nein", "nee", "non", "não", "nie", "hayır", "нет", "いいえ", "否"]
)  # fmt: skip


def truth(cell: str, words: Mapping[str, bool] | None = None) -> bool | None:
    """Whether a cell says yes; None where it says neither.

    Args:
        cell: The text of a cell.
        words: What the owner's own words mean, in small letters; they go before all others.

    >>> truth("Yes"), truth("nein"), truth("Eingehalten", {"eingehalten": True}), truth("maybe")
    (True, False, True, None)
    """
    text = " ".join(cell.lower().split())
    if words and text in words:
        return words[text]
    return True if text in YES else False if text in NO else None
