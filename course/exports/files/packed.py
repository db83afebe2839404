"""Compressed exports: one file in a gzip or zip archive, unpacked beside the others for a while."""

from __future__ import annotations

import gzip
import shutil
import zipfile
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory

from course.exports.errors import ExportError, why

LARGEST = 200
"""So many times a table gets larger when it is unpacked; real ones get 3 to 30 times larger."""
_SMALL = 50_000_000
_PIECE = 1 << 20


def unpacked(path: Path, head: bytes) -> tuple[Path, TemporaryDirectory[str]] | None:
    """The one table in an archive, and the folder that holds it while it is read.

    None where the file is no archive; a workbook is one, but not of this kind.

    Raises:
        ExportError: If the archive is damaged, holds no table or several, or would unpack without
            end.
    """
    if head.startswith(b"\x1f\x8b"):
        return _gunzipped(path)
    if not head.startswith(b"PK\x03\x04"):
        return None
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [one for one in archive.infolist() if _is_data(one)]
            if any(one.filename == "[Content_Types].xml" for one in archive.infolist()):
                return None
            if len(parts) != 1:
                names = ", ".join(one.filename for one in parts[:5]) or "none"
                raise ExportError(
                    f"{path.name} is an archive with {len(parts)} files ({names}). Unpack it, and "
                    "name one file, or a folder of files with the same headings."
                )
            one = parts[0]
            _refuse_a_bomb(path, one.file_size, one.compress_size)
            folder = TemporaryDirectory(prefix="export-")
            target = Path(folder.name) / Path(one.filename).name
            with archive.open(one) as inside, target.open("wb") as file:
                shutil.copyfileobj(inside, file, _PIECE)
            return target, folder
    except zipfile.BadZipFile:
        return None  # what is wrong with it is said where it is opened as a workbook
    except (OSError, RuntimeError, zlib.error, NotImplementedError) as error:
        raise ExportError(f"{path.name} cannot be unpacked ({why(error)}).") from None


def _gunzipped(path: Path) -> tuple[Path, TemporaryDirectory[str]]:
    folder = TemporaryDirectory(prefix="export-")
    target = Path(folder.name) / path.name.removesuffix(".gz")
    try:
        with gzip.open(path) as inside, target.open("wb") as file:
            while piece := inside.read(_PIECE):
                file.write(piece)
                _refuse_a_bomb(path, file.tell(), path.stat().st_size)
    except (OSError, EOFError, zlib.error) as error:
        raise ExportError(f"{path.name} cannot be unpacked ({why(error)}).") from None
    return target, folder


def _is_data(one: zipfile.ZipInfo) -> bool:
    name = Path(one.filename).name
    return not one.is_dir() and not name.startswith(".") and "__MACOSX" not in one.filename


def _refuse_a_bomb(path: Path, size: int, packed: int) -> None:
    if size > max(_SMALL, LARGEST * packed):
        raise ExportError(
            f"{path.name} is not read: it would unpack to {size / 1e6:,.0f} MB or more, and no "
            "real export does."
        )
