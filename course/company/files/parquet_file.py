"""A table into a Parquet file, one row group a chunk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.company.columns import BLANK
from course.company.errors import CompanyError
from course.company.files.dictionary import HUNDREDTHS, TableTold

if TYPE_CHECKING:
    from course.company.columns import Table


def needs_pyarrow() -> Any:
    """pyarrow, or a sentence that says how to get it."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise CompanyError(
            "Parquet files need pyarrow, which comes with an extra: "
            "pip install 'customer-care-course[fast]'. CSV needs nothing more."
        ) from None
    return pyarrow


class ParquetFile:
    """One Parquet file that is being written."""

    def __init__(self, path: Path, told: TableTold) -> None:
        arrow = needs_pyarrow()
        types = {
            "string": arrow.string(),
            "clock": arrow.string(),
            "integer": arrow.int64(),
            "number": arrow.float64(),
            "pounds": arrow.float64(),
            "date": arrow.date32(),
            "datetime": arrow.timestamp("ms", tz="Europe/London"),
        }
        self.told = told
        self.schema = arrow.schema([(name, types[one.type]) for name, one in told.columns.items()])
        self._writer = arrow.parquet.ParquetWriter(path, self.schema)

    def add(self, table: Table) -> None:
        """Write the rows of a chunk as one row group."""
        arrow = needs_pyarrow()
        columns = [
            _column(table[self.told.source(name)], one.type, self.schema.field(name).type)
            for name, one in self.told.columns.items()
        ]
        self._writer.write_table(arrow.Table.from_arrays(columns, schema=self.schema))

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()


def _column(column: Any, kind: str, dtype: Any) -> Any:
    import numpy as np

    arrow = needs_pyarrow()

    if column.dtype == object:
        texts = [text or None for text in column.tolist()]
        plain = arrow.array(texts, type=arrow.string())
        # Dates of the fixed tables are made as texts.
        return plain.cast(dtype) if kind == "date" else plain
    blank = column == BLANK
    known = np.where(blank, 0, column)
    if kind in HUNDREDTHS:
        return arrow.array(known / 100, type=dtype, mask=blank)
    if kind == "datetime":
        return arrow.array(known * 60_000, mask=blank).cast(dtype)
    if kind == "date":
        return arrow.array(known.astype(np.int32), mask=blank).cast(dtype)
    return arrow.array(known, type=dtype, mask=blank)
