"""The short names of zones that programs write behind a time, such as EST."""

from __future__ import annotations

AHEAD = {
    "EST": -300, "EDT": -240, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "EET": 120, "EEST": 180,
}  # fmt: skip
"""Minutes ahead of UTC of names with one meaning. E-mail has fixed the American ones since
RFC 822, and no other zones go by the European ones. A name holds all year: a program that
writes EST in July means it."""
SEVERAL = {
    "BST": "British Summer Time, or the time of Bangladesh",
    "IST": "the time of India, of Ireland or of Israel",
    "CST": "the time of Chicago, of China or of Cuba",
    "CDT": "the summer time of Chicago or of Cuba",
    "AST": "the time of Halifax or of Arabia",
    "ADT": "the summer time of Halifax or of Arabia",
}
"""Names that several zones go by, hours apart: the zone has to be told."""


def distance(minutes: int) -> str:
    """How far a zone is from UTC, in writing.

    >>> distance(-300), distance(330), distance(0)
    ('UTC-05:00', 'UTC+05:30', 'UTC')
    """
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}"
