"""A draft on the page: shown again when its file is saved, with what is to be mended beside it."""

from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from ipywidgets import VBox

from course.desk.preview.draft import Place, Seen, Stamp, lint, look, stamp, stumbled
from course.desk.preview.panel import Findings, FindingsView, told
from course.lessons.diagnostic import Diagnostic
from course.page import ExerciseWidget


class Preview(VBox):  # type: ignore[misc]
    """The one exercise of a draft, and the findings of the lint.

    The page asks about once a second; then the files are looked at. What was changed is shown at
    once. The lint may take some seconds, so it runs beside, and the page hears of it when it asks
    next.

    Args:
        place: What is seen, and where.
    """

    shown: ExerciseWidget | None
    """The exercise on the page; None where it cannot be shown."""
    _stamp: Stamp
    _wrong: tuple[Diagnostic, ...]
    _found: tuple[Diagnostic, ...]
    _linting: "Future[tuple[Diagnostic, ...]] | None"

    def __init__(self, place: Place) -> None:
        self.place = place
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="lint")
        self._tries = 0
        self._read()
        self.findings = Findings(self._told(), self.look, self.afresh, self._put_away)
        super().__init__(children=self._parts())
        self.add_class("cc-preview")

    def __repr__(self) -> str:
        return f"<Preview {self._file}: {'shown' if self.shown else 'not shown'}>"

    @property
    def _file(self) -> str:
        return self.place.file.relative_to(self.place.content).as_posix()

    def look(self) -> None:
        """Shows the draft anew where its files were changed, and what the lint has found since."""
        if stamp(self.place) != self._stamp:
            self._read()
            self.children = self._parts()
        elif self._linting is None or not self._linting.done():
            return
        else:
            self._found, self._linting = self._heard(self._linting), None
        self.findings.show(self._told())

    def afresh(self) -> None:
        """Begins the exercise anew, with nothing answered."""
        self._tries += 1
        self._show(look(self._now_at()))
        self.children = self._parts()
        self.findings.show(self._told())

    def _read(self) -> None:
        self._stamp = stamp(self.place)
        self._found = ()
        self._show(look(self._now_at()))
        self._linting = self._beside.submit(lint, self.place)

    def _show(self, seen: Seen) -> None:
        self._wrong = seen.wrong
        self.shown = None
        if seen.item is None or seen.session is None:
            return
        try:
            self.shown = ExerciseWidget(seen.item, seen.session)
        except Exception as error:  # a draft may be wrong in ways that only showing it tells
            self._wrong = (stumbled(self.place, "shown", error),)

    def _heard(self, done: "Future[tuple[Diagnostic, ...]]") -> tuple[Diagnostic, ...]:
        error = done.exception()
        if isinstance(error, Exception):
            return (stumbled(self.place, "checked", error),)
        return done.result()

    def _now_at(self) -> Place:
        """The place, with a folder of its own for the answers of each fresh beginning."""
        answers = self.place.answers
        if answers is None:
            return self.place
        return self.place._replace(answers=answers / ".course" / f"preview-{self._tries}")

    def _parts(self) -> tuple[object, ...]:
        return (self.findings,) if self.shown is None else (self.findings, self.shown)

    def _told(self) -> FindingsView:
        found = tuple(dict.fromkeys((*self._wrong, *self._found)))
        return told(self._file, found, shown=self.shown is not None,
                    busy=self._linting is not None)  # fmt: skip

    def _put_away(self) -> None:
        """A box of widgets is told of nothing by its page, so it goes with its head."""
        self._beside.shutdown(wait=False, cancel_futures=True)
        self.layout.close()
        self.close()


def preview(file: Path, content: Path, records: Path, answers: Path | None) -> Preview:
    """The preview of an exercise or a scenario.

    Args:
        file: Its path inside the content folder.
        content: The content folder.
        records: Where the tables that exercises show are.
        answers: The folder that was laid out for the preview; None keeps answers in memory.
    """
    folder = content.resolve()
    return Preview(Place(folder / file, folder, records, answers))
