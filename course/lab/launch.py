"""``course start``: from a folder to an open lesson, with plain sentences on the way."""

import contextlib
import signal
import sys
import webbrowser
from pathlib import Path
from types import FrameType
from urllib.parse import urlsplit

from course.answers import Unusable, inspect
from course.answers.moving import whose
from course.answers.private import tighten
from course.lab import settings
from course.lab.errors import CannotStart
from course.lab.files import write_bytes
from course.lab.instructors import COHORT, MARKING, MEASURE
from course.lab.layout import lay_out
from course.lab.pages import build_pages
from course.lab.places import Places
from course.lab.reach import tunnel
from course.lab.server import Running, find, first_page, launch, stop
from course.lessons.build import Built

ENDED = "The course has ended. Your answers are saved in this folder."


def start(
    folder: Path,
    *,
    content: Path | None = None,
    browser: bool = True,
    port: int | None = None,
    built: Built | None = None,
    ended: str = ENDED,
    instructor: bool = False,
    marking: bool = False,
) -> int:
    """Lay out ``folder``, open the course on it, and stay until it is ended.

    ``built`` are the pages; without it they are those of ``content``. ``ended`` is said at the end.
    For an ``instructor`` the instructors' notebooks are laid out too; for ``marking`` the one in
    which replies are marked is opened first.

    Returns the exit code: 0 after a normal end, 1 if the course could not be opened.
    """
    try:
        inspect(folder)
        return _start(Places(folder.resolve()), content, browser, port, built, ended, instructor,
                      MARKING if marking else "")  # fmt: skip
    except (CannotStart, Unusable) as error:
        print(error, file=sys.stderr)
        return 1


def lay_out_alone(folder: Path, *, content: Path | None = None, instructor: bool = False) -> int:
    """Lay out ``folder`` and start nothing: some JupyterLab of somebody else's will open it.

    Returns the exit code: 0 if the folder is laid out, 1 if it cannot be.
    """
    try:
        inspect(folder)
        places = Places(folder.resolve())
        if find(places) is not None:
            raise CannotStart("The course is running for this folder. End it first.")
        for sentence in lay_out(
            places.folder, build_pages(content), instructor=instructor
        ).sentences:
            print(sentence)
        print(f"Laid out: {places.folder}. Open {first_page(places)} in JupyterLab.")
    except (CannotStart, Unusable) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _start(
    places: Places,
    content: Path | None,
    browser: bool,
    port: int | None,
    built: Built | None,
    ended: str,
    instructor: bool,
    first: str,
) -> int:
    _, name = whose(places.folder)
    if name:
        print(f"The answers in this folder are {name}'s. Not you? course start OTHER-FOLDER")
    tighten(places.hidden)
    earlier = find(places)
    if earlier is not None:
        if content is not None and settings.content_of(places) != str(content.resolve()):
            raise CannotStart(
                "The course is running for this folder with other lessons. End it first, with "
                "Ctrl and C in the window it was started in."
            )
        print("The course is already running for this folder.")
        _show(earlier, browser, first)
        if instructor:
            _show_notebooks(earlier)
        return 0
    pages = built or build_pages(content)
    for sentence in lay_out(places.folder, pages, instructor=instructor).sentences:
        print(sentence)
    print("Opening the course …", flush=True)
    # An ended terminal or a service manager says "terminate": end the server with us.
    with contextlib.suppress(ValueError):  # not the main thread: then it is not ours to catch
        signal.signal(signal.SIGTERM, _interrupt)
    running: Running | None = None
    try:
        running = launch(places, port=port, content=content)
        if port and f":{port}/" not in running.base:
            print(f"Port {port} is used by another program, so the course uses another one.")
        _show(running, browser, first)
        if instructor:
            _show_notebooks(running)
        print("Keep this window open while you work. Press Ctrl and C here to end the course.")
        sys.stdout.flush()
        assert running.process is not None
        code = running.process.wait()
    except KeyboardInterrupt:
        print(f"\n{ended}")
        return 0
    finally:
        if running is not None:
            stop(running)
    if code:
        raise CannotStart(
            f"The course stopped by itself. Start it again to go on; {places.log} may say why."
        )
    print(ended)
    return 0


def _show_notebooks(running: Running) -> None:
    """Say where the instructors' notebooks are."""
    told = {MEASURE: "measure your own help desk", MARKING: "mark replies",
            COHORT: "see how exercises did"}  # fmt: skip
    for name, why in told.items():
        if (running.places.folder / name).is_file():
            print(f"To {why}: {running.address(name)}", flush=True)
        else:
            print(f"{name} is laid out when the course is started. End it and start it again.")


def _show(running: Running, browser: bool, first: str) -> None:
    there = first and (running.places.folder / first).is_file()
    url = running.address(first) if there else running.url
    print(f"The course is at {url}", flush=True)
    command = tunnel(urlsplit(running.base).port or 80)
    if command:
        print(f"You are here by ssh. On your own computer run: {command}")
        print("Leave it running, and open the address above in your browser there.", flush=True)
    if browser:
        # Through a file only this user can read, because other users can list the arguments
        # of a browser and the address holds the key.
        page = running.places.runtime / "open.html"
        text = f'<meta charset="utf-8"><meta http-equiv="refresh" content="0; url={url}">'
        write_bytes(page, f"<!doctype html><title>Customer care</title>{text}\n".encode())
        webbrowser.open(page.as_uri())


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
