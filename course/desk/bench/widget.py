"""The bench on the page."""

from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace

from course.desk.bench.setting import (
    TASKS,
    Form,
    Setting,
    form,
    in_words,
    read_setting,
    settled,
    work,
)
from course.desk.bench.tables import TABLES, read_bench
from course.desk.source import styles, tool
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message

KEPT = 4
"""So many earlier results stay on the page."""


class BenchResult(Message, frozen=True):
    """One number, worked out; or why there is none."""

    chosen: str
    problem: str = ""
    sentence: str = ""
    convention: str = ""
    working: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class BenchView(Message, frozen=True):
    """The form, and the last results, the newest first."""

    title: str
    form: Form
    results: tuple[BenchResult, ...]


class Bench(Answering):
    """A number worked out with a calculator by choosing, not by typing Python.

    Args:
        folder: Where the company's records are.
        table: ``contacts``, ``surveys``, ``orders``, ``customers``, ``delivery-survey``,
            ``care-plans`` or ``order-margins``; by default the one that the calculator is usually
            worked out on.
        metric: Which calculator.
        title: What stands above it.

    Raises:
        ValueError: where there is no such table or calculator; the message lists those there are.
    """

    hears: ClassVar[Hears] = {"ping": None, "set": Setting, "work": Setting}

    def __init__(
        self, folder: Path, table: str = "", metric: str = "csat", title: str = ""
    ) -> None:
        if metric not in TASKS:
            raise ValueError(f"there is no metric '{metric}'; there are: {', '.join(TASKS)}")
        table = table or TASKS[metric].table
        if table not in TABLES:
            raise ValueError(f"there is no table '{table}'; there are: {', '.join(TABLES)}")
        self.folder, self.title = folder, title
        first = Setting(table=table, metric=metric)
        self._setting = settled(first, read_bench(folder, table))
        self._results: tuple[BenchResult, ...] = ()
        super().__init__(tool("bench"), self._view(), css=styles())

    def __repr__(self) -> str:
        last = self._results[0] if self._results else None
        done = "nothing worked out yet" if last is None else last.sentence or last.problem
        return f"<Bench {self._setting.metric} on {self._setting.table}: {done.rstrip('.')}>"

    def _view(self) -> BenchView:
        table = read_bench(self.folder, self._setting.table)
        return BenchView(
            title=self.title or "Work it out",
            form=form(self._setting, table),
            results=self._results,
        )

    def _on_set(self, setting: Setting) -> Done:
        self._setting = read_setting(setting, self.folder, self._setting)
        return self._show(self._view())

    def _on_work(self, setting: Setting) -> Done:
        """Works out what is chosen; the newest result comes first."""
        self._setting = read_setting(setting, self.folder, self._setting)
        table = read_bench(self.folder, self._setting.table)
        made, problem = work(self._setting, table)
        result = BenchResult(chosen=in_words(self._setting, table), problem=problem)
        if made is not None:
            result = replace(
                result,
                sentence=made.sentence,
                convention=made.convention,
                working=made.working,
                heads=made.heads,
                rows=made.rows,
            )
        earlier = [one for one in self._results if one != result]
        self._results = (result, *earlier)[:KEPT]
        return self._show(self._view())
