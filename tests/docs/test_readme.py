"""What the README shows is there, is small, and is told to those who do not see it."""

import re
import tomllib
from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

from PIL import Image

from course.answers import open_session
from course.progress import pick
from tests.docs.picture import three_days
from tests.shipped import load_course

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
MOST = 400_000
"""Bytes of all pictures together: the page opens at once on a slow line."""


class Pictures(HTMLParser):
    """The pictures of a page: their files, and their words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.files: list[str] = []
        self.words: list[str] = []
        self.schemes: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "source":
            self.files.append(has["srcset"])
            self.schemes.append(has["media"])
        if tag == "img":
            self.files.append(has["src"])
            self.words.append(has.get("alt", ""))


def shown() -> Pictures:
    return Pictures(README.read_text(encoding="utf-8"))


def test_each_picture_is_there_wide_and_small() -> None:
    files = [ROOT / one for one in shown().files]
    assert len(set(files)) == 2, "one for light and one for dark"
    for one in files:
        with Image.open(one) as picture:
            assert picture.width > 1.5 * picture.height
    assert sum(one.stat().st_size for one in set(files)) < MOST


def test_the_dark_one_is_for_a_dark_page() -> None:
    assert shown().schemes == ["(prefers-color-scheme: dark)"]
    dark, light = ROOT / shown().files[0], ROOT / shown().files[1]
    assert _brightness(dark) < 100 < 180 < _brightness(light)


def _brightness(path: Path) -> int:
    with Image.open(path) as picture:
        pixel = picture.convert("L").resize((1, 1)).getpixel((0, 0))
    assert isinstance(pixel, int)
    return pixel


def test_each_picture_has_words() -> None:
    assert shown().words
    for words in shown().words:
        assert len(words.split()) >= 15
        assert all(one in words for one in ("conversation", "debrief", "home"))


def test_every_file_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [one for one in links if not (ROOT / one).exists()] == []


def test_the_picture_is_on_the_first_screen() -> None:
    before = README.read_text(encoding="utf-8").partition("<picture>")[0]
    assert len(before.splitlines()) < 10


def test_the_picture_has_the_same_review_whenever_it_is_made(tmp_path: Path) -> None:
    found = []
    for hour, minute in ((0, 10), (23, 50)):
        now = datetime(2026, 11, 26, hour, minute).astimezone()
        three_days(tmp_path / str(hour), now)
        session = open_session(load_course(), tmp_path / str(hour))
        found.append([one.exercise for one in pick(session, now)])
    assert len(found[0]) > 3
    assert found[0] == found[1]


def test_every_page_that_the_wheel_carries_links_to_what_it_carries() -> None:
    package = ROOT / "course"
    pages = [*package.glob("docs/**/*.md"), package / "lessons" / "STYLE.md"]
    assert len(pages) > 100
    for page in pages:
        text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text(encoding="utf-8"), flags=re.S)
        for link in re.findall(r"\]\(([^)#:\s]+)", text):
            there = (page.parent / link).resolve()
            assert there.exists(), (page, link)
            assert there.is_relative_to(package), (page, link)


def test_what_the_readme_links_to_comes_with_every_kind_of_package() -> None:
    """The wheel carries `course`; the archive of sources carries what it lists."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]
    carried = build["build"]["targets"]["sdist"]["include"]
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert [one for one in links if one.partition("/")[0] not in carried] == []
