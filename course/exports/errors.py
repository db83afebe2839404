"""What stops a measurement: a file that cannot be read, or a doubt that nobody settled."""

from __future__ import annotations


class ExportError(ValueError):
    """An export or a mapping file that cannot be used; the message says what to do."""


class Doubt(ExportError):
    """A question that only the owner of the data can answer, and nobody was there to ask."""
