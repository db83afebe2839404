"""One thing to mend in the content."""

from msgspec import Struct

from course.codes import Severity, code_of


class Diagnostic(Struct, frozen=True, kw_only=True):
    """A finding of the lint: what is wrong, where, and what to do.

    >>> print(Diagnostic(code="CC012", file="a/page.md", line=3, problem="it is listed twice",
    ...                  mend="take one out"))
    a/page.md:3: CC012 It is listed twice. To mend it: take one out.
    """

    code: str
    """One of those that `course.codes` lists; there can be no finding of any other."""
    file: str
    line: int
    place: str = ""
    """A path inside the file, such as ``key.because.own``; empty for the whole file."""
    problem: str
    mend: str

    def __post_init__(self) -> None:
        code_of(self.code)

    @property
    def severity(self) -> Severity:
        """How grave it is, as its code says."""
        return code_of(self.code).severity

    def __str__(self) -> str:
        problem = _sentence(self.problem)
        warning = "" if self.severity == "error" else " (warning)"
        mend = self.mend.rstrip(".")
        mend = mend if mend[1:2].isupper() else mend[:1].lower() + mend[1:]
        mend = mend if mend.endswith("?") else f"{mend}."
        return f"{self.file}:{self.line}: {self.code}{warning} {problem} To mend it: {mend}"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "?")) else f"{text}."
