"""Seconds from launch to the first usable exercise, beside plain JupyterLab.

    python tests/benchmarks/launch.py [--rounds 3]

Of the longest lesson and of the shortest one in the course view, and of the longest in plain Lab;
and from home, once it stands there, to the first usable exercise of a station of the longest.

Plain Lab and the course view open the same notebook in the same Chromium, a fresh profile each
time, in turns. Plain
JupyterLab is driven by a hand that never hesitates: "Run All Cells" is chosen the moment the
kernel is connected, so its figure is a lower bound for a person's, and its clicks are counted.
"""

import argparse
import json
import os
import re
import secrets
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from course.lab import ports, serve
from course.lab.places import Places
from course.lab.server import Running
from course.lessons import load_course
from course.lessons.build import build

FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update",
         "--disable-sync"]  # fmt: skip
LONGEST, SHORTEST = "complaints", "investigation"
"""By what there is to read and do in the whole lesson; the welcome is none."""


def use(page: Any) -> None:
    """An exercise is usable once an answer has been to Python and back."""
    first = page.locator(".cc-exercise").first
    first.locator(".cc-option").first.click(timeout=120_000)
    first.locator(".cc-check").click()
    first.locator(".cc-verdict").wait_for(timeout=60_000)


def course_view(lesson: str, browser: Any, folder: Path) -> tuple[float, int]:
    began = time.perf_counter()
    with serve(folder / "work") as running:
        page = browser.new_page()
        page.goto(at(running, lesson))
        use(page)
        took = time.perf_counter() - began
        page.close()
    return took, 0


def at(running: Running, page: str) -> str:
    return re.sub(r"[^/]+\.ipynb", f"{page}.ipynb", running.url)


def from_home(browser: Any, folder: Path) -> tuple[float, int]:
    with serve(folder / "work") as running:
        page = browser.new_page()
        page.goto(at(running, "home"))
        link = page.locator(f"a[href*='{LONGEST}.ipynb?station=']").first
        link.wait_for(state="attached", timeout=120_000)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        began = time.perf_counter()
        link.click(timeout=60_000)
        use(page)
        took = time.perf_counter() - began
        page.close()
    return took, 1


def plain_lab(browser: Any, folder: Path) -> tuple[float, int]:
    (folder / "work").mkdir(parents=True)
    lesson = f"{LONGEST}.ipynb"
    (folder / "work" / lesson).write_bytes(build(load_course()).notebooks[lesson])
    token, port = secrets.token_hex(24), ports.choose(None, None)
    own = {f"JUPYTER_{kind}_DIR": str(folder / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
    clean = {k: v for k, v in os.environ.items() if not k.startswith("JUPYTER")}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", "--no-browser", f"--port={port}", "--allow-root"],
        cwd=folder / "work",
        env=clean | own | {"JUPYTER_TOKEN": token},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    running = Running(Places(folder / "work"), f"http://127.0.0.1:{port}/", token)
    try:
        while not running.answers():
            time.sleep(0.05)
        page = browser.new_page()
        page.goto(f"{running.base}lab/tree/{lesson}?token={token}")
        # A hastier hand finds grey entries first, and then a dialog that asks for a kernel.
        page.locator("#jp-main-statusbar").get_by_text("| Idle").wait_for(timeout=120_000)
        page.get_by_role("menuitem", name="Run", exact=True).click(timeout=120_000)
        entry = page.locator(".lm-Menu-itemLabel", has_text=re.compile("^Run All Cells$"))
        entry.click(timeout=60_000)
        use(page)
        took = time.perf_counter() - began
        page.close()
    finally:
        running.request("POST", "api/shutdown")
        process.wait(30)
    return took, 2


WAYS: dict[str, Callable[[Any, Path], tuple[float, int]]] = {
    "longest": partial(course_view, LONGEST),
    "shortest": partial(course_view, SHORTEST),
    "from_home": from_home,
    "plain_lab": plain_lab,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    took: dict[str, list[float]] = {}
    clicks: dict[str, int] = {}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as temporary:
        for number in range(rounds):
            for name, way in WAYS.items():
                browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
                seconds, clicks[name] = way(browser, Path(temporary) / f"{name}-{number}")
                took.setdefault(name, []).append(seconds)
                browser.close()
    for name, all_ in took.items():
        figures = ", ".join(f"{one:.1f}" for one in all_)
        print(
            f"{name}: {statistics.median(all_):.1f} s to the first usable exercise "
            f"(median of {figures}), {clicks[name]} clicks before it"
        )
    print(json.dumps({name: round(statistics.median(all_), 2) for name, all_ in took.items()}))


if __name__ == "__main__":
    main()
