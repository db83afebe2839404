"""The findings beside a draft."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from course.codes import Severity
from course.desk.source import styles, tool
from course.lessons.diagnostic import Diagnostic
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message


class Finding(Message, frozen=True):
    """One thing to mend."""

    where: str
    """Such as 'Line 12', with the file where it is another one."""
    severity: Severity
    code: str
    words: str


class FindingsView(Message, frozen=True):
    """What is to be mended in a draft."""

    file: str
    said: str
    """How many there are, or that it is being checked."""
    findings: tuple[Finding, ...]
    shown: bool
    """Whether the exercise can be shown."""


class Findings(Answering):
    """Says what is to be mended, and looks whether the draft was changed when the page asks.

    Args:
        view: What is said first.
        look: Is called about once a second.
        afresh: Begins the exercise anew, with nothing answered.
        left: Is called when it is on no page any more.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None, "afresh": None}

    def __init__(
        self,
        view: FindingsView,
        look: Callable[[], None],
        afresh: Callable[[], None],
        left: Callable[[], None],
    ) -> None:
        self._look, self._afresh, self._left = look, afresh, left
        super().__init__(tool("preview"), view, css=styles())

    def close(self) -> None:
        """Puts it away, and all that it is the head of."""
        super().close()
        self._left()

    def show(self, view: FindingsView) -> None:
        """Says something else."""
        self._show(view)

    def _on_look(self, _: None) -> Done:
        self._look()
        return Done()

    def _on_afresh(self, _: None) -> Done:
        self._afresh()
        return Done()


def told(file: str, found: Sequence[Diagnostic], *, shown: bool, busy: bool) -> FindingsView:
    """Findings as an author reads them; those that stop a lesson from working come first.

    >>> told("a/exercises/b.yaml", (), shown=True, busy=False).said
    'Nothing to mend.'
    """
    ordered = sorted(found, key=lambda one: (one.severity != "error", one.file != file, one.line))
    return FindingsView(
        file=file,
        said=_said(found, busy=busy),
        findings=tuple(
            Finding(where=_where(file, one), severity=one.severity, code=one.code,
                    words=_words(one))
            for one in ordered
        ),
        shown=shown,
    )  # fmt: skip


def _said(found: Sequence[Diagnostic], *, busy: bool) -> str:
    errors = sum(one.severity == "error" for one in found)
    parts = [f"{number} {noun}{'' if number == 1 else 's'}"
             for number, noun in ((errors, "error"), (len(found) - errors, "warning"))
             if number]  # fmt: skip
    if busy:
        return f"{' and '.join(parts)} so far. Checking …" if parts else "Checking …"
    return f"{' and '.join(parts)}." if parts else "Nothing to mend."


def _where(file: str, one: Diagnostic) -> str:
    return f"Line {one.line}" if one.file == file else f"{one.file}, line {one.line}"


def _words(one: Diagnostic) -> str:
    """What is wrong and what to do, as the lint says it, without the place."""
    whole = str(one).removeprefix(f"{one.file}:{one.line}: {one.code}")
    return whole.removeprefix(" (warning)").strip()
