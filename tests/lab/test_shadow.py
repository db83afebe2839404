"""A file in the trainee's folder stands in for no module, however it is called."""

import os
from pathlib import Path

import pytest
from jupyter_client.blocking.client import BlockingKernelClient

from course.lab import Running, serve

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
MINE = "raise RuntimeError('this is the file of a trainee')\n"


def said_in_kernel(running: Running, code: str) -> str:
    """What an expression comes to in the Python that runs the lessons."""
    kernel = running.request("GET", "api/sessions")[0]["kernel"]["id"]
    file = running.places.runtime / f"kernel-{kernel}.json"
    client = BlockingKernelClient(connection_file=str(file))
    client.load_connection_file()
    # Without the beat: a kernel that is busy for one second would be taken for dead.
    client.start_channels(hb=False)
    try:
        client.wait_for_ready(timeout=60)
        reply = client.execute_interactive(
            "", user_expressions={"it": code}, silent=True, timeout=60, store_history=False
        )
        told = reply["content"]["user_expressions"]["it"]
        return str(told["data"]["text/plain"] if told["status"] == "ok" else told["evalue"])
    finally:
        client.stop_channels()


@pytest.mark.parametrize("named", ["", ".", "the folder"])
def test_files_called_like_modules_break_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    folder.mkdir()
    for name in ("course", "pandas", "json", "ipywidgets", "anywidget", "random"):
        (folder / f"{name}.py").write_text(MINE, encoding="utf-8")
    here = str(folder) if named == "the folder" else named
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([here, os.environ.get("PYTHONPATH", "")]))
    monkeypatch.chdir(folder)
    asked = "__import__('course').lesson('first')['pick-one'].answer(['say-back']).earned"
    with serve(folder, content=SMALL) as running:
        assert said_in_kernel(running, asked) == "1.0"
        assert said_in_kernel(running, "__import__('pandas').DataFrame({'a': [1]}).a.sum()") in (
            "1", "np.int64(1)",
        )  # fmt: skip
