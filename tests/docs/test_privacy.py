"""The pages on privacy and security are there, linked, and say what is so."""

from pathlib import Path

from course.answers.private import FILE, FOLDER
from course.lab.doctor import examine

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "course" / "docs"


def test_they_are_linked_and_named_where_people_look(tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("privacy.md", "security.md"):
        assert f"](course/docs/{name})" in readme
        assert (DOCS / name).is_file()
    welcome = (ROOT / "course/lessons/welcome/page.md").read_text(encoding="utf-8")
    assert "](privacy)" in welcome
    said = [one.said for one in examine(tmp_path / "none", ROOT / "tests/fixtures/course")]
    assert any(one.endswith(str(DOCS / "privacy.md")) for one in said)


def test_what_they_say_of_modes_and_places_is_so() -> None:
    security = (DOCS / "security.md").read_text(encoding="utf-8")
    assert f"folders\n  {FOLDER:04o}, files {FILE:04o}" in security
    privacy = (DOCS / "privacy.md").read_text(encoding="utf-8")
    assert "`.course/answers`" in privacy


def test_the_page_loads_nothing_from_the_internet() -> None:
    """As the privacy page says. Addresses in comments and of XML namespaces load nothing."""
    asked = []
    for folder in ("page/static", "lab/extension/static", "desk"):
        for path in (ROOT / "course" / folder).rglob("*"):
            if path.suffix not in (".js", ".css") or "vendor" in path.parts:
                continue
            for line in path.read_text(encoding="utf-8").splitlines():
                bare = line.split(" // ")[0].strip()
                comment = bare.startswith(("//", "*", "/*"))
                if "://" in bare and not comment and "www.w3.org" not in bare:
                    asked.append(f"{path.name}: {bare}")
    assert asked == []
