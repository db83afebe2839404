"""How long the page takes to draw, without Lab: 50 checks and 52 lines said in a real Chromium.

Run:  python -m tests.benchmarks.drawing
Prints the median and the 95th percentile from the click to the frame that shows what it led to.
"""

from typing import Any

from tests.benchmarks.clicks import summary
from tests.page.harness import Stage, browser
from tests.page.samples import BROKEN_MUG, FIRST_WORDS, session, widget

CLICK = """([button, changed]) => new Promise((done) => {
    const now = () => [...document.querySelectorAll(changed)].map((one) => one.textContent).join();
    const was = now();
    const before = performance.now();
    const watch = new MutationObserver(() => {
        if (now() === was) return;
        watch.disconnect();
        requestAnimationFrame(() => done(performance.now() - before));
    });
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    document.querySelector(button).click();
})"""


def checks(page: Any, made: Any, rounds: int) -> list[float]:
    """Milliseconds from 'Check' to the reason, each time with another wrong option."""
    wrong = [one["id"] for one in made.view["options"] if one["id"] != "screws"]
    times = []
    for turn in range(rounds):
        page.locator(f"#box-choice input[value={wrong[turn % len(wrong)]}]").check(force=True)
        page.wait_for_timeout(430)
        times.append(page.evaluate(CLICK, ["#box-choice .cc-check", "#box-choice .cc-reason"]))
    return times


def lines(page: Any, rounds: int) -> list[float]:
    """Milliseconds from a line to what the customer says to it, or to the debrief."""
    box = page.locator("#box-talk")
    times = []
    for _ in range(rounds):
        box.locator("textarea").fill("Poor mug.")
        box.get_by_role("button", name="Show the lines").click()
        for choice in ("sorry-only", "form"):
            button = f"#box-talk [data-id={choice}]"
            page.wait_for_selector(button)
            times.append(page.evaluate(CLICK, [button, "#box-talk .cc-bubble"]))
        box.get_by_role("button", name="Again").click()
        box.locator("textarea").wait_for()
    return times


def main() -> None:
    """Measures on the sample exercises of the tests."""
    with browser() as chromium:
        page = chromium.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        stage, made = Stage(page), widget(FIRST_WORDS, session())
        stage.mount(made, "choice")
        stage.mount(widget(BROKEN_MUG, session()), "talk")
        print(summary("click on Check to the reason", checks(page, made, 50)))
        print(summary("click on a line to what comes of it", lines(page, 26)))


if __name__ == "__main__":
    main()
