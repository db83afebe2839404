"""The bench on the page."""

from pathlib import Path
from typing import Any

from course.desk.bench.setting import (
    TASKS,
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

KEPT = 4
"""So many earlier results stay on the page."""


class Bench(Answering):
    """A number worked out with a calculator by choosing, not by typing Python.

    Its page asks for ``set`` (with everything chosen), ``work`` and ``ping``.

    Args:
        folder: Where the company's records are.
        table: ``contacts``, ``surveys``, ``orders`` or ``customers``; by default the one that
            the calculator is usually worked out on.
        metric: Which calculator.
        title: What stands above it.

    Raises:
        ValueError: where there is no such table or calculator; the message lists those there are.
    """

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
        self._results: list[dict[str, Any]] = []
        super().__init__(tool("bench"), self._view(), css=styles())

    def __repr__(self) -> str:
        last = self._results[0] if self._results else None
        done = "nothing worked out yet" if last is None else last["sentence"] or last["problem"]
        return f"<Bench {self._setting.metric} on {self._setting.table}: {done.rstrip('.')}>"

    def _view(self) -> dict[str, Any]:
        table = read_bench(self.folder, self._setting.table)
        return {
            "title": self.title or "Work it out",
            "form": form(self._setting, table),
            "results": self._results,
        }

    def _on_set(self, value: Any) -> dict[str, Any]:
        self._setting = read_setting(value, self.folder, self._setting)
        self.view = self._view()
        return {}

    def _on_work(self, value: Any) -> dict[str, Any]:
        """Works out what is chosen; the newest result comes first."""
        self._setting = read_setting(value, self.folder, self._setting)
        table = read_bench(self.folder, self._setting.table)
        made, problem = work(self._setting, table)
        result = {
            "chosen": in_words(self._setting, table),
            "problem": problem,
            "sentence": made.sentence if made else "",
            "convention": made.convention if made else "",
            "working": list(made.working) if made else [],
            "heads": list(made.heads) if made else [],
            "rows": [list(row) for row in made.rows] if made else [],
        }
        earlier = [one for one in self._results if one != result]
        self._results = [result, *earlier][:KEPT]
        self.view = self._view()
        return {}
