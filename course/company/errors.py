"""What can go wrong when records are written or read."""

from __future__ import annotations


class CompanyError(ValueError):
    """Records that cannot be made, written or read; the message says what to do."""
