"""A Parquet file, read batch by batch with pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from course.exports.errors import ExportError, why
from course.exports.files.cells import written


class ParquetTable:
    """A Parquet file: its columns' names, then its rows."""

    told = ("Parquet file",)

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()

    def rows(self) -> Iterator[list[str]]:
        """The names of the columns, then all rows, cells as text."""
        try:
            file = self._open()
            yield [str(name) for name in file.schema_arrow.names]
            for batch in file.iter_batches(batch_size=10_000):
                columns = [[written(one) for one in column.to_pylist()] for column in batch.columns]
                for row in zip(*columns, strict=True):
                    yield list(row)
        except ExportError:
            raise
        except Exception as error:
            # A damaged page shows only when it is read, by errors of Arrow, of text and of times.
            raise ExportError(
                f"{self.path.name} is damaged: not all of it can be read ({why(error)}). Export it "
                "again, or export the table as CSV."
            ) from None

    def _open(self) -> Any:
        try:
            from pyarrow.parquet import ParquetFile
        except ImportError:
            raise ExportError(
                "Parquet files need pyarrow: install the course again, or export the table as CSV."
            ) from None
        try:
            return ParquetFile(self.path)
        except Exception as error:
            raise ExportError(
                f"{self.path.name} cannot be opened as Parquet ({why(error)}). Export it again."
            ) from None
