"""Small exports made up for these tests, with the headings of the real products."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from course.exports.files import blocks

Save = Callable[..., Path]


@pytest.fixture(autouse=True, scope="module")
def small_pieces() -> Iterator[None]:
    """Files of tests are short, and are read in pieces so small that many have several."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(blocks, "BYTES", 1 << 16)
        yield


@pytest.fixture
def save(tmp_path: Path) -> Save:
    """Write rows as an export in any encoding and with any separator."""

    def write(
        rows: list[list[str]],
        name: str = "export.csv",
        *,
        encoding: str = "utf-8",
        separator: str = ",",
    ) -> Path:
        path = tmp_path / name
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows(rows)
        return path

    return write
