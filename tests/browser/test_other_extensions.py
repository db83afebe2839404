"""A lesson opens whatever else is installed beside the course, or in the same environment."""

import os
import re
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from course.lab import extensions, serve
from tests.browser.conftest import open_course
from tests.browser.installed import Course, Started, clean
from tests.lab.foreign import lay

pytestmark = pytest.mark.browser
SMALL = Path(__file__).parent.parent / "fixtures" / "course"
ROOT = Path(__file__).parents[2]


def answer_one(page: Page) -> None:
    """Picks an option of the first question, and sees that it reached the disk."""
    section = page.locator("[data-exercise]").first
    section.get_by_role("radio").first.click()
    status = section.locator(".cc-status").last
    expect(status).to_contain_text(re.compile("Saved|Draft kept"), timeout=30_000)


def undisturbed(page: Page) -> None:
    assert page.evaluate("window.foreign || []") == [], "no script of theirs was loaded"
    assert page.locator(".jp-Dialog").count() == 0
    assert page.locator("[class*=Toastify__toast]").count() == 0


def test_extensions_that_break_a_page_are_not_in_it(
    new_page: Callable[..., Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They lie in the environment itself, and in a folder that the whole computer shares."""
    environment, shared = tmp_path / "env", tmp_path / "usr-local"
    for folder in (environment, shared):
        inside = folder / "share" / "jupyter" / "labextensions"
        lay(inside, f"@foreign/{folder.name}")
        lay(inside, "foreign-plain")
    for name, path in extensions.installed(extensions.searched()).items():
        target = environment / "share" / "jupyter" / "labextensions" / name
        target.parent.mkdir(exist_ok=True)
        target.symlink_to(path)
    monkeypatch.setattr(sys, "prefix", str(environment))
    monkeypatch.setenv("JUPYTER_PATH", str(shared / "share" / "jupyter"))
    found = extensions.installed(extensions.searched())
    assert {"@foreign/env", "@foreign/usr-local", "foreign-plain"} <= set(found)
    with serve(tmp_path / "trainee", content=SMALL) as running:
        page = open_course(new_page(), running)
        answer_one(page)
        undisturbed(page)


@pytest.mark.long
@pytest.mark.parametrize("where", ["inside", "beside"])
def test_real_ones_do_not_disturb_either(
    new_page: Callable[..., Page], tmp_path: Path, where: str
) -> None:
    """With a user's own settings and variables, in which they are switched on."""
    others = ["jupyter-collaboration", "jupyterlab-git"]
    programs = environment(tmp_path / "env", [str(ROOT), *(others if where == "inside" else [])])
    home = tmp_path / "home"
    (home / ".jupyter").mkdir(parents=True)
    config = "c.ServerApp.jpserver_extensions = {'jupyterlab_git': True}\n"
    (home / ".jupyter" / "jupyter_server_config.py").write_text(config, encoding="utf-8")
    more = {"HOME": str(home), "JUPYTER_PREFER_ENV_PATH": "0", "JUPYTERLAB_DIR": str(home)}
    if where == "beside":
        beside = environment(tmp_path / "other", others)
        more["JUPYTER_PATH"] = str(beside.parent / "share" / "jupyter")
    with Installed(programs, tmp_path / "trainee", more).started() as started:
        page = new_page()
        open_lesson(page, started)
        undisturbed(page)


def environment(into: Path, packages: list[str]) -> Path:
    """A fresh environment with these packages; its programs."""
    venv.create(into, with_pip=True)
    programs = into / ("Scripts" if os.name == "nt" else "bin")
    command = [str(programs / "python"), "-m", "pip", "install", "--quiet", *packages]
    done = subprocess.run(command, capture_output=True, text=True, env=clean(), cwd=into)
    assert done.returncode == 0, done.stderr
    return programs


class Installed(Course):
    """The installed course under somebody's own variables."""

    def __init__(self, programs: Path, folder: Path, more: dict[str, str]) -> None:
        super().__init__(programs, folder)
        self.more = more

    def environment(self) -> dict[str, str]:
        return super().environment() | self.more


def open_lesson(page: Any, started: Started) -> None:
    page.goto(started.url)
    page.wait_for_selector('body[data-course-ready="true"]', timeout=120_000)
    expect(page.locator("[data-exercise]").first).to_be_visible(timeout=60_000)
