"""Pages of a real course server, for every test that needs to see the course view."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest

from course.lab import Running, serve

READY = 'body[data-course-ready="true"]'


@contextmanager
def pages(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Make pages of a given size; what goes wrong inside a page fails its test."""
    made = []

    def make(width: int = 1280, height: int = 800, **options: Any) -> Any:
        viewport = {"width": width, "height": height}
        context = chromium.new_context(viewport=viewport, **options)
        page = context.new_page()
        page.course_errors = []
        page.on("pageerror", lambda error: page.course_errors.append(str(error)))
        made.append((context, page))
        return page

    yield make
    wrong = [error for _, page in made for error in page.course_errors]
    for context, _ in made:
        context.close()
    assert wrong == []


@pytest.fixture
def new_page(chromium: Any) -> Iterator[Callable[..., Any]]:
    """Make pages for one test."""
    with pages(chromium) as make:
        yield make


@pytest.fixture(scope="module")
def one_page(chromium: Any) -> Iterator[Any]:
    """One page for the tests of a module, each of which goes to where it begins.

    The first time that a window loads JupyterLab costs half as much again as each time after it.
    """
    with pages(chromium) as make:
        yield make(reduced_motion="reduce")


@pytest.fixture(scope="module")
def course_server() -> Iterator[Callable[..., Running]]:
    """Serve ``course_server(folder, built=...)`` until the module's tests are over."""
    with ExitStack() as stack:

        def make(folder: Path, **more: Any) -> Running:
            return stack.enter_context(serve(folder, **more))

        yield make


def only(exercise: str, lesson: str, folder: Path) -> Path:
    """A folder with one notebook, which holds one exercise of a lesson and nothing else."""
    cell = nbformat.v4.new_code_cell(f'from course import lesson\nlesson("{lesson}")["{exercise}"]')
    folder.mkdir()
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / f"{lesson}.ipynb")
    return folder


def leave(page: Any) -> None:
    """Goes away from the course, as closing its tab does: what breaks off with it is no fault."""
    before = list(page.course_errors)
    page.goto("about:blank")
    page.course_errors[:] = before


def open_course(page: Any, running: Running, lesson: str | None = None) -> Any:
    """Open a lesson and wait until all of it has run."""
    page.goto(running.address(lesson) if lesson else running.url)
    page.wait_for_selector(READY, timeout=60_000)
    return page
