"""A folder without a server, a server for a Hub, and addresses that are refused."""

import json
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest

from course.cli import main
from course.lab import settings
from course.lab.places import Places
from tests.hub.hub import settings as on_the_page

ROOT = Path(__file__).parents[2]
SMALL = str(ROOT / "tests" / "fixtures" / "course")
PAGE = (ROOT / "course" / "docs" / "hub.md").read_text(encoding="utf-8")


class Became(BaseException):
    """This process would now be the server."""


@pytest.fixture
def become(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], dict[str, str]]]:
    """What the process would become."""
    became: list[tuple[list[str], dict[str, str]]] = []

    def execve(program: str, words: list[str], env: dict[str, str]) -> None:
        became.append((words, env))
        raise Became

    monkeypatch.setattr("os.execve", execve)
    monkeypatch.setattr("os.chdir", lambda _: None)
    return became


def test_a_folder_is_laid_out_and_nothing_is_started(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["start", str(folder), "--lay-out", "--content", SMALL]) == 0
    assert (folder / "first.ipynb").is_file()
    assert (folder / ".course" / "answers").is_dir()
    assert not Places(folder).log.exists()
    assert "Open first.ipynb in JupyterLab" in capsys.readouterr().out
    (folder / "first.ipynb").write_text("mine", encoding="utf-8")
    assert main(["start", str(folder), "--lay-out", "--content", SMALL]) == 0
    assert "it was kept as it is" in capsys.readouterr().out


def test_a_file_in_the_place_of_the_folder_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    assert main(["start", str(tmp_path / "taken"), "--lay-out", "--content", SMALL]) == 1
    assert "is a file, and the course needs a folder" in capsys.readouterr().err


def test_for_a_hub_it_becomes_the_server_that_the_hub_waits_for(
    folder: Path, become: list[tuple[list[str], dict[str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("jupyterhub")
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "of-the-hub")
    monkeypatch.setenv("JUPYTERHUB_SERVICE_URL", "http://127.0.0.1:9/user/asha/")
    monkeypatch.setenv("JUPYTER_PATH", "/of/somebody")
    with pytest.raises(Became):
        main(["start", str(folder), "--hub", "--content", SMALL])
    [(words, env)] = become
    assert words[:2] == [sys.executable, "-P"]
    assert env["JUPYTERHUB_API_TOKEN"] == "of-the-hub"
    assert env["JUPYTERHUB_SERVICE_URL"] == "http://127.0.0.1:9/user/asha/"
    assert "JUPYTER_TOKEN" not in env
    assert Path(env["JUPYTER_PATH"]).is_relative_to(folder)
    said = json.loads(settings.config_file(Places(folder)).read_text(encoding="utf-8"))
    assert {"ip", "port"}.isdisjoint(said["ServerApp"])
    assert said["ServerApp"]["default_url"] == "/doc/tree/first.ipynb"
    assert said["ServerApp"]["jpserver_extensions"] == {"jupyterlab": True, "course.serving": True}


def test_without_a_hub_that_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("JUPYTERHUB_API_TOKEN", raising=False)
    assert main(["start", str(folder), "--hub"]) == 1
    assert "leave it out" in capsys.readouterr().err
    assert not folder.exists()


def missing(name: str) -> str:
    raise metadata.PackageNotFoundError(name)


def test_a_hub_without_its_other_half_is_one_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JUPYTERHUB_API_TOKEN", "of-the-hub")
    monkeypatch.setattr(metadata, "version", missing)
    assert main(["start", str(folder), "--hub"]) == 1
    assert "pip install jupyterhub" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "course.example.org"])
def test_it_is_not_put_on_a_network(
    folder: Path, host: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["start", str(folder), "--host", host]) == 2
    said = capsys.readouterr().err
    assert "ssh" in said
    assert "course/docs/hub.md" in said
    assert not folder.exists()


def test_the_page_gives_the_settings_that_the_course_has_itself() -> None:
    found = re.search(r"```json\n(.*?)```", PAGE, re.DOTALL)
    assert found
    for plugin, values in json.loads(found[1]).items():
        assert settings.OVERRIDES[plugin] == values
    assert on_the_page("The Littlest JupyterHub") == on_the_page("A Hub")
