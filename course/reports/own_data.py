"""What the instructors' notebook measures: a file laid beside it, else the company's own log."""

from __future__ import annotations

from pathlib import Path

from course.exports import Ask, ExportError, Measured, Understood, understand
from course.lessons import records_folder
from course.reports.measured import write_measured

FOLDER = "your-data"
"""The folder beside the notebook in which an export is looked for."""
LOG = "complaints-log.csv"
_KINDS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".parquet"})


def at_hand(folder: Path | str = FOLDER, ask: Ask | None = None) -> Understood:
    """Understand the newest export in a folder; without one, the company's complaints log.

    A mapping file (.yaml) in the folder is used. What the cells leave open, ``ask`` answers.

    Raises:
        ExportError: If the export cannot be used, or there are two mapping files.
    """
    here = Path(folder)
    files = [one for one in here.glob("*") if one.suffix.lower() in _KINDS] if here.is_dir() else []
    if not files:
        return understand(records_folder() / LOG)
    mappings = sorted([*here.glob("*.yaml"), *here.glob("*.yml")])
    if len(mappings) > 1:
        raise ExportError(
            f"There are {len(mappings)} mapping files in {here}: keep one of "
            f"{', '.join(one.name for one in mappings)}."
        )
    newest = max(files, key=lambda one: (one.stat().st_mtime, one.name))
    return understand(newest, mapping=mappings[0] if mappings else None, ask=ask)


def keep(export: Understood, found: Measured, folder: Path | str = FOLDER) -> str:
    """Write the page and the record beside an export of one's own; says where.

    Nothing is overwritten, and for the company's log nothing is written.
    """
    here = Path(folder)
    if not (here / export.name).is_file():
        return f"{export.name} is the course's own, so nothing was written."
    return "Written: " + " and ".join(one.as_posix() for one in write_measured(here, export, found))
