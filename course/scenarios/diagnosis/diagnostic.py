"""One thing to mend in a scenario."""

from msgspec import Struct

from course.codes import Severity, code_of


class Diagnostic(Struct, frozen=True, kw_only=True, order=True):
    """One finding of the lint, with a stable code and the place it is at."""

    code: str
    """One of those that `course.codes` lists; there can be no finding of any other."""
    where: str
    """A path through the file by ids, such as ``moments.opening.choices.sorry``."""
    message: str
    mend: str
    """What to do about it."""

    def __post_init__(self) -> None:
        code_of(self.code)

    @property
    def severity(self) -> Severity:
        """How grave it is, as its code says."""
        return code_of(self.code).severity
