"""One code: a kind of mistake that the lint can find."""

from typing import Literal

from msgspec import Struct

Severity = Literal["error", "warning"]
"""An error stops a release; a warning is for the author to weigh."""


Reach = Literal["file", "lesson", "course"]
"""The least that a rule must look at to be right about any of it."""


class Code(Struct, frozen=True, kw_only=True):
    """A kind of mistake. A code keeps its meaning for ever and is never given again."""

    code: str
    severity: Severity
    title: str
    """What is wrong, in a sentence without its full stop."""
    why: str
    """What it would do to a trainee or an author."""
    mend: str
    """How to put it right, whatever the case; a finding says more of its own case."""
    reach: Reach = "file"
