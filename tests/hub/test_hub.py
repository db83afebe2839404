"""Two people on a JupyterHub: opened, answered, killed, stopped and started, handed in, graded."""

import csv
import os
import re
import signal
import urllib.error
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from playwright.sync_api import Page, expect

from course.answers import answers_folder
from course.answers.private import lent
from course.answers.submission import submit
from course.cli import main
from course.lab import Running
from tests.browser.conftest import READY, pages
from tests.browser.test_other_extensions import undisturbed
from tests.faults.kernel import NOTEBOOK
from tests.faults.server import Through
from tests.faults.trainee import Trainee
from tests.faults.wire import WiredPage
from tests.hub.crowd import at_once, memory
from tests.hub.hub import SMALL, Hub, hub
from tests.lab.foreign import lay

pytestmark = pytest.mark.browser
THREE = ["@jupyter-widgets/jupyterlab-manager", "anywidget", "customer-care-course"]


MORE = ("cleo", "dan", "eva")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A Hub whose computer has an extension that would keep every lesson from opening."""
    base = tmp_path_factory.mktemp("hub")
    lay(base / "shared" / "labextensions", "@foreign/hangs")
    more = {"JUPYTER_PATH": str(base / "shared")}
    with hub(base / "hub", "--content", str(SMALL), environment=more) as made:
        yield made


def test_two_people_from_the_door_to_their_marks(
    running: Hub, chromium: Any, tmp_path: Path
) -> None:
    running.ask("POST", "hub/api/users/ben")
    running.open("ben")
    with pages(chromium) as new_page:
        asha = log_in(running, new_page, "asha")
        assert loaded(asha) == THREE
        undisturbed(asha)
        pick(asha, 0)

        ben = running.ready("ben")
        by_wire = at_wire(ben)
        said: list[tuple[str, str]] = []
        trainee = Trainee(by_wire, "ben", lambda how, what: said.append((how, what)))
        trainee.answer(trainee.words(1))
        trainee.line(trainee.words(2))
        assert [how for how, _ in said] == ["saved", "saved"]
        nobody_else_may_in(running, ben)

        os.kill(kernel_of(running, "asha"), signal.SIGKILL)
        expect(asha.get_by_text("The page is set up again")).to_be_visible(timeout=90_000)
        pick(asha, 1)
        check(asha)

        running.close("asha")
        again = asha.locator(".ccv-loud").get_by_role("button", name="Start it again")
        expect(again).to_be_visible(timeout=60_000)
        assert "stopped on its server" in asha.locator(".ccv-loud").inner_text()
        again.click()
        asha.wait_for_url("**/user/asha/doc/tree/first.ipynb*", timeout=120_000)
        asha.wait_for_selector(READY, timeout=90_000)
        radio = asha.locator('[data-exercise="pick-one"]').get_by_role("radio").nth(1)
        expect(radio).to_be_checked()

    assert graded(running, tmp_path) == {"asha", "ben"}


def test_five_at_once_and_every_answer_is_on_the_disk(running: Hub) -> None:
    for name in MORE:
        running.ask("POST", f"hub/api/users/{name}")
        running.open(name)
    done = at_once({name: running.ready(name) for name in ("asha", "ben", *MORE)}, 8, 0.2)
    assert sum(len(one.saved) for one in done) >= 5 * 8
    assert [one.lost for one in done] == [[]] * 5
    found = memory(running)
    assert {what: len(each) for what, each in found.items() if what != "other"} == {
        "hub": 1, "proxy": 1, "server": 5, "kernel": 5,
    }, "one Python for each, and no launcher"  # fmt: skip


def log_in(running: Hub, new_page: Callable[..., Any], name: str) -> Any:
    page = new_page()
    page.goto(f"{running.base}hub/login")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill("anything")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"**/user/{name}/doc/tree/first.ipynb*", timeout=120_000)
    page.wait_for_selector(READY, timeout=90_000)
    return page


def loaded(page: Page) -> list[str]:
    """The extensions that the page was told of."""
    told = page.evaluate(
        "JSON.parse(document.getElementById('jupyter-config-data').textContent).federated_extensions"
    )
    return sorted(str(one["name"]) for one in told)


def pick(page: Page, option: int) -> None:
    section = page.locator('[data-exercise="pick-one"]')
    section.get_by_role("radio").nth(option).click()
    expect(section.locator(".cc-status").last).to_contain_text(
        re.compile("Saved|Draft kept"), timeout=30_000
    )


def check(page: Page) -> None:
    section = page.locator('[data-exercise="pick-one"]')
    section.locator(".cc-actions > button").first.click()
    expect(section.locator(".cc-status").last).to_contain_text("Saved", timeout=30_000)


def at_wire(running: Running) -> WiredPage:
    [kernel] = {one["kernel"]["id"] for one in running.request("GET", "api/sessions")}
    return WiredPage(Through(running, kernel), running.places.folder / NOTEBOOK)


def kernel_of(running: Hub, name: str) -> int:
    home = str(running.folder(name))
    return next(
        int(one.pid) for one in psutil.Process(running.pid).children(recursive=True)
        if "ipykernel" in " ".join(one.cmdline()) and home in " ".join(one.cmdline())
    )  # fmt: skip


def nobody_else_may_in(running: Hub, ben: Running) -> None:
    """Not through the Hub, and not on the disk."""
    theirs = f"user/asha/api/contents/{NOTEBOOK}"
    with pytest.raises(urllib.error.HTTPError, match="403"):
        running.ask("GET", theirs, token=ben.token)
    assert running.ask("GET", theirs)["name"] == NOTEBOOK, "who may, can"
    hidden = running.folder("asha") / ".course"
    assert hidden.stat().st_mode & 0o077 == 0
    assert list(lent(answers_folder(hidden.parent))) == []


def graded(running: Hub, tmp_path: Path) -> set[str]:
    """Who has marks, after both have handed in."""
    for name in ("asha", "ben"):
        assert any(answers_folder(running.folder(name)).iterdir())
        submit(running.folder(name), tmp_path / f"{name}.jsonl")
    sent = [str(tmp_path / f"{name}.jsonl") for name in ("asha", "ben")]
    out = tmp_path / "results"
    assert main(["grade", *sent, "--out", str(out), "--key", str(SMALL)]) == 0
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["files"].removesuffix(".jsonl") for row in csv.DictReader(file)}
