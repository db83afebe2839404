"""`course start --preview FILE`: the course view on one draft, with nothing kept."""

import tempfile
from pathlib import Path

from course.lab.launch import start
from course.lessons.build import preview_page

ENDED = "The preview has ended. What was answered in it is thrown away."


def preview(file: str, content: Path, *, browser: bool = True, port: int | None = None) -> int:
    """Shows one exercise or conversation in a folder of its own, until it is ended.

    Args:
        file: The exercise or the scenario, as a path inside the content folder.
        content: The content folder.
        browser: Whether a browser is opened.
        port: The port to listen on.

    Returns:
        The exit code: 0 after a normal end, 1 if it could not be opened.
    """
    with tempfile.TemporaryDirectory(prefix="course-preview-", ignore_cleanup_errors=True) as made:
        return start(Path(made), content=content, browser=browser, port=port,
                     built=preview_page(file), ended=ENDED)  # fmt: skip
