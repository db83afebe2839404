"""What every result can do: become plain data, a frame, or a table on a page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any


class Tabular(ABC):
    """A result as rows of named cells.

    A result says its rows, its caption and its notes; the rest follows from them.
    """

    @abstractmethod
    def rows(self) -> list[dict[str, Any]]:
        """The result as rows of plain values, all with the same keys in the same order."""

    def caption(self) -> str:
        """What the rows are, in one line."""
        return type(self).__name__

    def footnotes(self) -> tuple[str, ...]:
        """What a reader of the rows must know besides."""
        return ()

    def to_dict(self) -> dict[str, Any]:
        """Plain data that JSON can hold, but for names of other kinds.

        >>> from course.metrics import pareto
        >>> pareto({"late": 3, "rude": 1}).to_dict()["rows"][0]["count"]
        3
        """
        return {
            "caption": self.caption(),
            "rows": [_listed(row) for row in self.rows()],
            "notes": list(self.footnotes()),
        }

    def to_frame(self, backend: str = "pandas") -> Any:
        """A frame with one row a row, of ``"pandas"``, ``"polars"`` or ``"pyarrow"``.

        Several notes in one cell are joined with a semicolon.

        >>> from course.metrics import csat
        >>> csat([5, 4, 1, 1]).to_frame()[["metric", "value", "n"]]
          metric  value  n
        0   CSAT   50.0  4
        """
        from course.metrics.arguments import one_of
        from course.metrics.frames import from_columns

        one_of(backend, "backend", ("pandas", "polars", "pyarrow"))
        rows = self.rows()
        names = list(rows[0]) if rows else []
        return from_columns({name: [_joined(row[name]) for row in rows] for name in names}, backend)

    def _repr_html_(self) -> str:
        """A table for a page, with its caption, headings that belong to columns, and notes."""
        from html import escape

        rows = self.rows()
        names = list(rows[0]) if rows else []
        # A column that says nothing in any row is left away.
        names = [name for name in names if any(_text(row[name]) for row in rows)]
        heads = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in names)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_text(row[name]))}</td>' for name in names)}</tr>"
            for row in rows
        )
        notes = "".join(f"<p>{escape(note)}</p>" for note in self.footnotes())
        return (
            f"<table><caption>{escape(self.caption())}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>{notes}"
        )


class Single(Tabular):
    """A result that is one row: as plain data it is that row."""

    def to_dict(self) -> dict[str, Any]:
        """Plain data that JSON can hold.

        >>> from course.metrics import csat
        >>> csat([5, 4, 1, 1]).to_dict()["value"]
        50.0
        """
        return _listed(self.rows()[0])


def _listed(row: dict[str, Any]) -> dict[str, Any]:
    return {name: list(cell) if isinstance(cell, tuple) else cell for name, cell in row.items()}


def _joined(cell: Any) -> Any:
    return "; ".join(map(str, cell)) if isinstance(cell, tuple) else cell


def _text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:z,.2f}"
    if isinstance(cell, int) and not isinstance(cell, bool):
        return f"{cell:,}"
    return str(_joined(cell))
