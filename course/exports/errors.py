"""What stops a measurement: a file that cannot be read, or a doubt that nobody settled."""

from __future__ import annotations


class ExportError(ValueError):
    """An export or a mapping file that cannot be used; the message says what to do."""


class Doubt(ExportError):
    """A question that only the owner of the data can answer, and nobody was there to ask."""


def why(error: Exception) -> str:
    r"""What a library says is wrong, on one line that is not too long.

    >>> why(OSError("a page is torn\n  at byte 7\x00"))
    'a page is torn at byte 7'
    """
    words = "".join(one if one.isprintable() else " " for one in str(error)).split()
    return " ".join(words)[:200] or type(error).__name__
