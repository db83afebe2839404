"""Notebooks and records are found beside the package first, then inside it."""

from pathlib import Path

import pytest

from course.lessons import places


def tree(root: Path, *, checkout: bool) -> Path:
    package = root / "course"
    for name in ("notebooks", "datasets"):
        (package / "_share" / name).mkdir(parents=True)
        if checkout:
            (root / name).mkdir()
    if checkout:
        (root / "pyproject.toml").write_text("", encoding="utf-8")
    return package


@pytest.mark.parametrize("name", ["notebooks", "datasets"])
def test_an_installed_package_carries_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    package = tree(tmp_path, checkout=False)
    monkeypatch.setattr(places, "_PACKAGE", package)
    assert places.shared_folder(name) == package / "_share" / name


@pytest.mark.parametrize("name", ["notebooks", "datasets"])
def test_a_checkout_comes_before_a_stale_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    package = tree(tmp_path, checkout=True)
    monkeypatch.setattr(places, "_PACKAGE", package)
    assert places.shared_folder(name) == tmp_path / name


def test_lessons_of_ones_own_are_named_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_CONTENT", str(tmp_path))
    assert places.content_folder() == tmp_path
