"""What an export leaves open, asked on the page, with the cells that leave it open beside it."""

from __future__ import annotations

from typing import ClassVar

from course.desk.asked.asking import Read, read_with
from course.desk.messages import Named
from course.desk.source import styles, tool
from course.exports import Doubt, ExportError, Question, Understood
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message


class Cells(Message, frozen=True):
    """Some cells of a column."""

    heading: str
    cells: tuple[str, ...]


class OpenQuestion(Message, frozen=True):
    """A question that waits for its answer."""

    text: str
    answers: tuple[Named, ...]
    """What can be chosen; none where any text will do."""
    optional: bool
    """Whether it may stay without an answer."""
    beside: tuple[Cells, ...]


class Answered(Message, frozen=True):
    """A question with its answer."""

    text: str
    answer: str


class AskedFirstView(Message, frozen=True):
    """What is asked, what was answered, and whether it can go on."""

    said: str
    question: OpenQuestion | None
    given: tuple[Answered, ...]
    wrong: str
    """Why an answer, or the file, cannot be used; empty where nothing is wrong."""
    saving: bool = True


class AskedFirst(Answering):
    """Asks about an export what its cells leave open, one question after another.

    Args:
        read: Understands the export; questions are put to the form. For example
            ``lambda ask: understand(path, ask=ask)``.
    """

    hears: ClassVar[Hears] = {"ping": None, "answer": str, "afresh": None}

    def __init__(self, read: Read) -> None:
        self._read = read
        self._given: dict[str, tuple[str, str]] = {}
        self._open: Question | None = None
        self._found: Understood | None = None
        super().__init__(tool("asked"), self._look(), css=styles())

    def __repr__(self) -> str:
        return f"<AskedFirst: {self.view['said']}>"

    @property
    def export(self) -> Understood:
        """The export as it was understood with the answers given.

        Raises:
            ExportError: If a question is still open, or the file cannot be used.
        """
        if self._found is None:
            raise ExportError(
                self.view["wrong"] or f"{self.view['said']} Then run this cell again."
            )
        return self._found

    def _look(self) -> AskedFirstView:
        """Read with the answers so far; an answer that cannot be is taken back."""
        wrong, self._found = "", None
        try:
            seen = read_with(self._read, {text: key for text, (key, _) in self._given.items()})
        except Doubt as doubt:
            wrong = str(doubt)
            # The last answer was none that can be; without it the question is open again.
            if not self._given:
                return self._view(wrong)
            self._given.popitem()
            seen = read_with(self._read, {text: key for text, (key, _) in self._given.items()})
        except ExportError as error:
            self._open = None
            return self._view(str(error))
        self._open = seen if isinstance(seen, Question) else None
        self._found = None if isinstance(seen, Question) else seen
        return self._view(wrong)

    def _view(self, wrong: str) -> AskedFirstView:
        found, question = self._found, self._open
        said = "It cannot be used."
        if question:
            said = "Answer the question first."
        elif found:
            said = f"{found.name} is understood. Run the cells below."
        return AskedFirstView(
            said=said,
            question=_shown(question) if question else None,
            given=tuple(Answered(text, means) for text, (_, means) in self._given.items()),
            wrong=wrong,
        )

    def _on_answer(self, answer: str) -> Done:
        question = self._open
        if question is not None:
            key = answer.strip()
            means = dict(question.answers).get(key, key) or "no answer"
            self._given[question.text] = key, means
        return self._show(self._look())

    def _on_afresh(self, _: None) -> Done:
        self._given.clear()
        return self._show(self._look())


def _shown(question: Question) -> OpenQuestion:
    return OpenQuestion(
        text=question.text,
        answers=tuple(Named(key, means) for key, means in question.answers),
        optional=not question.otherwise,
        beside=tuple(Cells(heading, cells) for heading, cells in question.cells.items()),
    )
