"""What stops a measurement: a file that cannot be read, or a doubt that nobody settled."""

from __future__ import annotations

from course.company.errors import CompanyError


class ExportError(CompanyError):
    """An export or a mapping file that cannot be used; the message says what to do."""


class Doubt(ExportError):
    """A question that only the owner of the data can answer, and nobody was there to ask."""
