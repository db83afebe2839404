"""How long a trainee waits for feedback: 50 answers checked in a real Chromium.

Run:  python -m tests.benchmarks.clicks
Prints the median and the 95th percentile from the click on 'Check' to the feedback on the page.
"""

import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from course.lab import serve
from tests.browser.conftest import READY
from tests.conftest import FLAGS

WAIT = """([selector, changed]) => new Promise((done) => {
    const section = document.querySelector(selector);
    const now = () => section.querySelector(changed)?.textContent;
    const was = now();
    const before = performance.now();
    const watch = new MutationObserver(() => {
        if (now() === was) return;
        watch.disconnect();
        requestAnimationFrame(() => done(performance.now() - before));
    });
    watch.observe(section, { childList: true, subtree: true, characterData: true });
    section.querySelector('[data-bench]').click();
})"""


def check_times(page: Page, rounds: int) -> list[float]:
    """Milliseconds from 'Check' to the verdict, each time with another option."""
    section = page.locator('[data-exercise="first-words"]')
    labels, times = section.locator("label.cc-option"), []
    wrong = [n for n in range(labels.count()) if "Forty short" not in labels.nth(n).inner_text()]
    for turn in range(rounds):
        labels.nth(wrong[turn % len(wrong)]).click()
        page.wait_for_timeout(600)
        section.evaluate("(one) => { one.querySelector('.cc-check').dataset.bench = ''; }")
        times.append(float(page.evaluate(WAIT, ['[data-exercise="first-words"]', ".cc-reason"])))
        page.wait_for_timeout(500)
    return times


def summary(name: str, times: list[Any]) -> str:
    """Median and 95th percentile in one line."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    middle = statistics.median(times)
    return f"{name}: median {middle:.0f} ms, 95th percentile {high:.0f} ms, n {len(times)}"


def main() -> None:
    """Measures on the course as it is in this checkout."""
    program = shutil.which("chromium")
    with (
        tempfile.TemporaryDirectory() as folder,
        serve(Path(folder) / "work") as running,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page.goto(running.address("complaints.ipynb"))
        page.wait_for_selector(READY, timeout=90_000)
        print(summary("click on Check to feedback", check_times(page, 50)))
        browser.close()


if __name__ == "__main__":
    main()
