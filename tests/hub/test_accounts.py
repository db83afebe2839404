"""A Hub on which each trainee has an account of the computer: nobody gets at another's answers."""

import os
import re
import signal
import time
from collections.abc import Iterator

import psutil
import pytest

from course.answers.submission import parse_all
from course.cli import main
from tests.faults.trainee import Trainee
from tests.hub.accounts import Computer, computer
from tests.hub.hub import SMALL, Hub, hub
from tests.hub.test_hub import at_wire, kernel_of

pytestmark = pytest.mark.browser
OWN = "jupyterhub.spawner.LocalProcessSpawner"


@pytest.fixture(scope="module")
def shared() -> Iterator[Computer]:
    """A computer with two accounts."""
    with computer() as made:
        yield made


@pytest.fixture(scope="module")
def running(shared: Computer) -> Iterator[Hub]:
    """A Hub that starts everybody's server under their own account."""
    small = shared.programs.parent / "checkout" / SMALL.relative_to(SMALL.parents[2])
    more = shared.environment
    with hub(
        shared.base, "--content", str(small),
        environment=more, programs=shared.programs, spawner=OWN,
    ) as made:  # fmt: skip
        yield made


def test_two_accounts_from_the_door_to_their_marks(
    shared: Computer, running: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = {name: works(running, name) for name in shared.people}
    asha, ben = shared.people
    keeps_to_themselves(shared, asha, ben)
    keeps_to_themselves(shared, ben, asha)

    for name in shared.people:
        done = shared.run(name, str(shared.programs / "course"), "submit", "customer-care")
        assert done.returncode == 0, done.stderr
    folders = [str(running.folder(name)) for name in shared.people]
    capsys.readouterr()
    assert main(["progress", *folders, "--content", str(SMALL)]) == 0
    said = capsys.readouterr().out
    assert "2 people" in said
    assert not [one for words in typed.values() for one in words if one in said]
    sent = [str(one) for name in shared.people for one in running.folder(name).glob("*.jsonl")]
    out = shared.base / "results"
    assert main(["grade", *sent, "--out", str(out), "--key", str(SMALL)]) == 0
    assert "Graded 2 trainees" in capsys.readouterr().out
    for name in shared.people:
        left = [one for one in running.folder(name).rglob("*") if one.owner() != name]
        assert left == [], "what an admin reads stays theirs"


def works(running: Hub, name: str) -> list[str]:
    """Answers; loses the Python, and answers; loses the server, and finds it all again."""
    running.ask("POST", f"hub/api/users/{name}")
    running.open(name)
    theirs = running.ready(name)
    said: list[tuple[str, str]] = []

    def answer(number: int) -> str:
        trainee = Trainee(at_wire(theirs), name, lambda how, what: said.append((how, what)))
        words = trainee.words(number)
        trainee.answer(words)
        return words

    typed = [answer(1)]
    before = kernel_of(running, name)
    assert psutil.Process(before).username() == name
    os.kill(before, signal.SIGKILL)
    until = time.monotonic() + 60
    while (after := _kernel(running, name)) in (before, None):
        assert time.monotonic() < until, "no new Python"
        time.sleep(0.2)
    assert after is not None
    assert psutil.Process(after).username() == name
    typed.append(answer(2))
    running.close(name)
    running.open(name)
    theirs = running.ready(name)
    typed.append(answer(3))
    assert [how for how, _ in said] == ["saved"] * 3
    kept = "".join(map(repr, parse_all(running.folder(name)).records))
    assert [one for one in typed if one not in kept] == []
    return typed


def _kernel(running: Hub, name: str) -> int | None:
    try:
        return kernel_of(running, name)
    except (StopIteration, psutil.Error):
        return None


def keeps_to_themselves(shared: Computer, owner: str, other: str) -> None:
    """What lies in `.course` and what a server is told are for their owner alone."""
    hidden = shared.base / "home" / owner / "customer-care" / ".course"
    for path in (hidden, hidden / "answers"):
        assert shared.run(owner, "ls", str(path)).returncode == 0
        assert re.search("denied", shared.run(other, "ls", str(path)).stderr, re.I)
    progress = [str(shared.programs / "course"), "progress", str(hidden.parent)]
    assert shared.run(owner, *progress).returncode == 0
    assert "denied" in shared.run(other, *progress).stderr
    [server] = [
        one for one in psutil.process_iter(["cmdline"])
        if "alone.py" in " ".join(one.info["cmdline"] or [])
        and str(hidden) in " ".join(one.info["cmdline"] or [])
    ]  # fmt: skip
    told = f"/proc/{server.pid}/environ"
    assert "denied" in shared.run(other, "cat", told).stderr, "the key of their server"
