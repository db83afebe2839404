"""`course map`: the words that it prints, and the picture that it writes."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .conftest import CONTENT

Run = Callable[..., subprocess.CompletedProcess[str]]
SVG = "{http://www.w3.org/2000/svg}"


def test_a_conversation_is_told_and_drawn(course: Run, tmp_path: Path) -> None:
    done = course("map", "broken-mug", "--content", CONTENT)
    assert done.returncode == 0
    assert "takes some seconds" in done.stderr
    assert " *+ own-it" in done.stdout
    assert re.search(r"^  best practice +100\.0 ", done.stdout, re.M)
    assert "in opening, always: ask-courier" in done.stdout
    assert re.search(r"^  .*: 100 of 100, 5 of 5, mended$", done.stdout, re.M), "of the plan"
    assert "The picture, to open in a browser: broken-mug-map.svg" in done.stdout
    root = ElementTree.fromstring((tmp_path / "broken-mug-map.svg").read_text("utf-8"))
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "map-title map-desc")
    told = root.findtext(f"{SVG}desc") or ""
    assert "The best ending is lost at ask-courier in opening" in told
    words = [one.text or "" for one in root.iter(f"{SVG}text")]
    for name in ("opening", "own-it", "ask-courier", "loses the best ending", "mended: "):
        assert any(one.startswith(name) for one in words), name
    assert "prefers-color-scheme: dark" in (root.findtext(f"{SVG}style") or "")


def test_pairs_are_printed_and_nothing_is_drawn(course: Run, tmp_path: Path) -> None:
    done = course("map", "broken-mug", "--pairs", "--content", CONTENT)
    assert done.returncode == 0
    assert "then: new-mug, form" in done.stdout
    assert not list(tmp_path.glob("*.svg"))


def test_how_good_a_line_is_shows_without_colour(course: Run, tmp_path: Path) -> None:
    course("map", "broken-mug", "--content", CONTENT)
    root = ElementTree.fromstring((tmp_path / "broken-mug-map.svg").read_text("utf-8"))
    shapes: dict[str, str] = {}
    for group in root.iter(f"{SVG}g"):
        name = (group.findtext(f"{SVG}title") or "").partition(":")[0]
        sign = next(one for one in group if "sign" in (one.get("class") or "").split())
        shapes[name] = sign.tag
    assert shapes["own-it"] != shapes["ask-courier"]


def test_a_file_is_enough_and_its_own_map_is_drawn_anew(course: Run, tmp_path: Path) -> None:
    mine = Path(shutil.copytree(CONTENT, tmp_path / "mine"))
    file = mine / "first" / "scenarios" / "broken-mug.yaml"
    assert course("map", file, "--out", "maps").returncode == 0
    before = (tmp_path / "maps" / "broken-mug-map.svg").read_bytes()
    file.write_text(file.read_text("utf-8").replace("title: ", "title: Now ", 1), "utf-8")
    assert course("map", "broken-mug", "--out", tmp_path / "maps", cwd=mine).returncode == 0
    assert (tmp_path / "maps" / "broken-mug-map.svg").read_bytes() != before


def test_somebody_elses_picture_is_kept(course: Run, tmp_path: Path) -> None:
    (tmp_path / "broken-mug-map.svg").write_text("<svg/>", "utf-8")
    done = course("map", "broken-mug", "--content", CONTENT)
    assert (done.returncode, "is there already, and is no map" in done.stderr) == (1, True)
    assert (tmp_path / "broken-mug-map.svg").read_text("utf-8") == "<svg/>"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("broken-mugg",), "Did you mean 'broken-mug'? The conversations are: broken-mug."),
        (("pick-one",), "is an exercise of the kind 'choice'; only a conversation has a map"),
        (("first/page.md",), "There is nothing called 'first/page.md'"),
    ],
)  # fmt: skip
def test_what_has_no_map_gets_a_sentence(course: Run, words: tuple[str, ...], said: str) -> None:
    done = course("map", *words, "--content", CONTENT)
    assert (done.returncode, done.stdout) == (1, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scenario_that_nothing_plays_and_one_that_cannot_be_read(
    course: Run, tmp_path: Path
) -> None:
    mine = Path(shutil.copytree(CONTENT, tmp_path / "mine"))
    file = mine / "first" / "scenarios" / "broken-mug.yaml"
    lonely = file.with_name("lonely.yaml")
    lonely.write_text(file.read_text("utf-8"), "utf-8")
    done = course("map", lonely)
    assert "No exercise plays first/scenarios/lonely.yaml. Add a file" in done.stderr
    file.write_text(file.read_text("utf-8") + "channel: [\n", "utf-8")
    done = course("map", file)
    assert done.returncode == 1
    assert "first/scenarios/broken-mug.yaml, line" in done.stderr
    assert "Traceback" not in done.stderr
