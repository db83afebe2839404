"""One thing to mend in a scenario."""

from typing import Literal

from msgspec import Struct


class Diagnostic(Struct, frozen=True, kw_only=True, order=True):
    """One finding of the lint, with a stable code and the place it is at."""

    code: str
    """CC101 and on. A code keeps its meaning for ever."""
    where: str
    """A path through the file by ids, such as ``moments.opening.choices.sorry``."""
    message: str
    mend: str
    """What to do about it."""
    severity: Literal["error", "warning"] = "error"
    """An error stops a release; a warning is for the author to weigh."""
