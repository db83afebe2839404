"""Every worked example of the docs, applied to a copy of the project and run."""

from pathlib import Path

import pytest

from tests.docs import worked

PAGES = sorted((worked.ROOT / "course" / "docs" / "developers").glob("add-*.md"))


def test_what_can_be_added_is_shown() -> None:
    names = {"lesson", "exercise-kind", "move", "metric", "lint-rule", "export"}
    assert {path.stem.removeprefix("add-") for path in PAGES} == names


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_it_works_as_it_stands(page: Path, tmp_path: Path) -> None:
    root = worked.copy(tmp_path / "copy")
    assert worked.apply(root, page)
    commands = worked.commands(page)
    assert commands
    for command in commands:
        worked.run(root, command)
