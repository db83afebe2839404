"""The one error of this room: data or arguments that no honest number can be made from."""

from __future__ import annotations


class MetricsError(ValueError):
    """Data or arguments a calculator cannot use.

    The sentence names the column, an example value, how many rows are affected and what to
    do about it. ``column``, ``value`` and ``rows`` hold the same facts for programs; they are
    ``None`` where the fault lies in an argument rather than in a column.

    >>> print(bad_rows("score", 9, 3, 120, "lie outside 1 to 5", "Correct them."))
    Column 'score': 3 of 120 rows lie outside 1 to 5, for example 9. Correct them.
    """

    def __init__(
        self,
        sentence: str,
        *,
        column: str | None = None,
        value: object = None,
        rows: int | None = None,
    ) -> None:
        super().__init__(sentence)
        self.column = column
        self.value = value
        self.rows = rows


def bad_rows(
    column: str, value: object, rows: int, of: int, fault: str, remedy: str
) -> MetricsError:
    """Build the error for ``rows`` of ``of`` rows of a column, with one of their values shown."""
    sentence = (
        f"Column {column!r}: {rows:,} of {of:,} rows {fault}, for example {value!r}. {remedy}"
    )
    return MetricsError(sentence, column=column, value=value, rows=rows)
