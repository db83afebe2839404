"""`course copy`: lessons of the course on one's own, and what has changed there since."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from course.lessons import Course, records_folder
from course.lessons.lint import check
from course.lessons.part import part_of
from course.lessons.places import shipped_folder
from course.lessons.upstream import FILE
from tests.shipped import load_course

from .conftest import ROOT

Run = Callable[..., subprocess.CompletedProcess[str]]
PAGE = "welcome/page.md"
LAMP = "welcome/exercises/yellow-lamp.yaml"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """An installation of the course that is a copy of this one, to change."""
    others = [name for name in load_course().lessons if name != "welcome"]
    skip = shutil.ignore_patterns("_share", "notebooks", *others)
    shutil.copytree(ROOT / "course", tmp_path / "newer" / "course", ignore=skip)
    shutil.copytree(ROOT / "datasets", tmp_path / "newer" / "datasets")
    (tmp_path / "newer" / "course" / "lessons" / "order.yaml").write_text("- welcome\n", "utf-8")
    return tmp_path / "newer"


def at(newer: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """Runs a verb of that installation."""
    return subprocess.run(
        [sys.executable, "-m", "course", *map(str, words)], cwd=newer.parent, capture_output=True,
        text=True, encoding="utf-8", timeout=120, env={"PYTHONPATH": str(newer), "PATH": ""},
    )  # fmt: skip


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def told(newer: Path) -> str:
    """What the lint says of changes in the course, with the differences."""
    done = at(newer, "lint", "mine")
    lines = [line for line in done.stdout.splitlines() if "CC037" in line]
    return "\n".join([*lines, done.stderr])


def test_a_copy_has_all_that_its_lessons_need_and_is_sound(course: Run, tmp_path: Path) -> None:
    done = course("copy", "mine", "--lessons", "measurement")
    assert (done.returncode, done.stderr) == (0, "")
    mine = tmp_path / "mine"
    assert (mine / "order.yaml").read_text(encoding="utf-8").splitlines()[-1] == "- measurement"
    assert {"LICENSE", "STYLE.md", "house-rules.yaml", "rights"} < {p.name for p in mine.iterdir()}
    assert not list(mine.rglob("*.py"))
    copied = Course(mine, records_folder())
    assert check(copied, part_of(copied, mine / PAGE.replace("welcome", "measurement"))).found == []
    assert [*copied.lessons] == ["measurement"]
    shipped = shipped_folder() / "measurement"
    for path in shipped.rglob("*.yaml"):
        assert (mine / "measurement" / path.relative_to(shipped)).read_text("utf-8") == (
            path.read_text("utf-8")
        )


def test_nothing_is_written_over_and_more_can_be_copied_later(course: Run, tmp_path: Path) -> None:
    course("copy", "mine", "--lessons", "welcome")
    change(tmp_path / "mine" / LAMP, "title:", "title: Mine,")
    change(tmp_path / "mine" / "order.yaml", "- welcome", "- welcome # mine")
    done = course("copy", "mine", "--lessons", "welcome,measurement")
    assert done.returncode == 0
    assert "welcome is there already, and was left as it is." in done.stdout
    assert "title: Mine," in (tmp_path / "mine" / LAMP).read_text(encoding="utf-8")
    order = (tmp_path / "mine" / "order.yaml").read_text(encoding="utf-8")
    assert order.endswith("- welcome # mine\n- measurement\n")


def test_nothing_has_changed_is_no_finding(newer: Path) -> None:
    assert at(newer, "copy", "mine").returncode == 0
    change(newer.parent / "mine" / LAMP, "title:", "title: Mine,")
    assert "CC037" not in told(newer)


def test_what_changed_in_the_course_is_told_with_both_sides_and_can_be_taken(newer: Path) -> None:
    at(newer, "copy", "mine")
    change(newer / "course" / "lessons" / LAMP, "title:", "title: Newer,")
    change(newer / "course" / "lessons" / PAGE, "\n## ", "\n\n\n## ")
    change(newer / "course" / "lessons" / "objectives.yaml", "#", "# Another comment.\n#")
    found = told(newer)
    assert found.count("CC037") == 1, "blank lines and comments say nothing new"
    assert f"The course has changed {LAMP} since you copied it." in found
    assert f"take it over with 'course copy mine --take {LAMP}'" in found
    assert "    -title: " in found
    assert "    +title: Newer," in found
    done = at(newer, "copy", "mine", "--take", LAMP)
    assert (done.returncode, done.stdout) == (0, f"Took over mine/{LAMP}\n")
    assert "title: Newer," in (newer.parent / "mine" / LAMP).read_text(encoding="utf-8")
    assert "CC037" not in told(newer)


def test_what_both_changed_is_never_written_over_and_can_be_marked_as_seen(newer: Path) -> None:
    at(newer, "copy", "mine")
    mine = newer.parent / "mine" / LAMP
    change(newer / "course" / "lessons" / LAMP, "title:", "title: Newer,")
    change(mine, "title:", "title: Mine,")
    assert f"The course has changed {LAMP} since you copied it, and you have changed it too" in (
        told(newer)
    )
    refused = at(newer, "copy", "mine", "--take", LAMP)
    assert refused.returncode == 1
    assert "nothing of yours is written over" in refused.stderr
    assert "title: Mine," in mine.read_text(encoding="utf-8")
    done = at(newer, "copy", "mine", "--seen", f"mine/{LAMP}")
    assert (done.returncode, done.stdout) == (0, f"Seen mine/{LAMP}\n")
    assert "CC037" not in told(newer)
    again = at(newer, "copy", "mine", "--seen")
    assert again.stdout == "Nothing has changed in the course since you last looked.\n"


def test_what_the_author_alone_changed_is_never_written_over(course: Run, tmp_path: Path) -> None:
    course("copy", "mine", "--lessons", "welcome")
    mine = tmp_path / "mine" / LAMP
    change(mine, "title:", "title: Mine,")
    for name in (LAMP, f"./{LAMP}", f"mine/{LAMP}", f"measurement/../{LAMP}"):
        refused = course("copy", "mine", "--take", name)
        assert refused.returncode == 1, name
        assert f"You have changed {LAMP}, and nothing of yours is written over" in refused.stderr
    assert "title: Mine," in mine.read_text(encoding="utf-8")
    mine.write_bytes(b"title: \xff")
    refused = course("copy", "mine", "--take", LAMP)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert "this is not UTF-8 text" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert mine.read_bytes() == b"title: \xff"


def test_a_file_with_comments_of_its_authors_is_kept_beside_the_one_that_is_taken(
    course: Run, tmp_path: Path
) -> None:
    course("copy", "mine", "--lessons", "welcome")
    mine = tmp_path / "mine" / LAMP
    assert course("copy", "mine", "--take", LAMP).stdout == f"Took over mine/{LAMP}\n"
    shipped = mine.read_text(encoding="utf-8")
    for kept in (".before", ".before1"):
        change(mine, "title:", f"# Ask Nell about this, {kept}.\ntitle:")
        commented = mine.read_text(encoding="utf-8")
        done = course("copy", "mine", "--take", LAMP)
        assert done.returncode == 0
        assert f"it is kept as mine/{LAMP}{kept}." in done.stdout
        assert mine.read_text(encoding="utf-8") == shipped
        assert Path(f"{mine}{kept}").read_text(encoding="utf-8") == commented
    told = course("lint", "mine")
    assert LAMP not in told.stdout + told.stderr, "no rule takes it for content"


def test_nothing_outside_the_folder_is_written_or_noted(course: Run, tmp_path: Path) -> None:
    course("copy", "mine", "--lessons", "welcome")
    record = (tmp_path / "mine" / FILE).read_bytes()
    outside = tmp_path / "outside.yaml"
    outside.write_text("a: 1", encoding="utf-8")
    for verb in ("--take", "--seen"):
        for name in ("../lessons/objectives.yaml", "mine/../outside.yaml", outside):
            refused = course("copy", "mine", verb, name)
            assert (refused.returncode, refused.stdout) == (1, "")
            assert refused.stderr == f"{name} is not in mine.\n"
    assert (tmp_path / "mine" / FILE).read_bytes() == record
    assert {path.name for path in tmp_path.iterdir()} == {"mine", "outside.yaml"}


def test_a_file_that_is_no_longer_in_the_course_can_be_kept(newer: Path) -> None:
    at(newer, "copy", "mine")
    (newer / "course" / "lessons" / LAMP).unlink()
    assert f"The course has no {LAMP} any more" in told(newer)
    assert at(newer, "copy", "mine", "--seen", LAMP).returncode == 0
    assert "CC037" not in told(newer)


def test_whoever_copied_by_hand_can_begin_a_record(newer: Path) -> None:
    lessons = newer / "course" / "lessons"
    shutil.copytree(lessons, newer.parent / "mine", ignore=shutil.ignore_patterns("*.py", "rules"))
    assert at(newer, "copy", "mine", "--seen").returncode == 0
    assert (newer.parent / "mine" / FILE).is_file()
    assert "CC037" not in told(newer)
    change(lessons / PAGE, "# ", "# Newer: ")
    assert PAGE in told(newer)


def test_what_the_author_took_out_is_not_asked_about(newer: Path) -> None:
    at(newer, "copy", "mine")
    change(newer / "course" / "lessons" / LAMP, "title:", "title: Newer,")
    (newer.parent / "mine" / LAMP).unlink()
    assert "CC037" not in told(newer)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("mine", "--lessons", "juggling"), 1, "no lesson called 'juggling'. It has: welcome,"),
        (("mine", "--lessons", ","), 1, "No lesson is named to copy."),
        (("full",), 1, "full has no order.yaml, and it is not empty."),
        (("full/a.txt",), 2, "is a file. Name a folder."),
        (("full", "--seen"), 1, "full is no content folder"),
        (("small", "--take", "first/page.md"), 1, "The course has no first/page.md to take over."),
        (("small", "--take", "objectives.yaml"), 1, "You have changed objectives.yaml"),
        (("small", "--seen", "first/page.md"), 1, "first/page.md was not copied from the course."),
        (("small", "--seen", "nowhere.md"), 1, "There is no small/nowhere.md."),
        (("small", "--seen", "full/a.txt"), 1, "full/a.txt is not in small."),
        (("small", "--take", "x", "--lessons", "welcome"), 2, "not both"),
        (("odd", "--seen"), 1, "Or delete odd/upstream.yaml."),
    ],
)
def test_what_cannot_be_done_gets_a_sentence(
    course: Run, tmp_path: Path, words: tuple[str, ...], code: int, said: str
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "a.txt").write_text("Dear Ines", encoding="utf-8")
    for name in ("small", "odd"):
        shutil.copytree(ROOT / "tests" / "fixtures" / "course", tmp_path / name)
    (tmp_path / "odd" / FILE).write_text("- {fill: a}\n", encoding="utf-8")
    done = course("copy", *words)
    assert done.returncode == code, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_record_that_cannot_be_read_is_a_finding(tmp_path: Path, course: Run) -> None:
    shutil.copytree(ROOT / "tests" / "fixtures" / "course", tmp_path / "odd")
    (tmp_path / "odd" / FILE).write_text("- {fill: a}\n", encoding="utf-8")
    done = course("lint", "odd")
    assert "upstream.yaml:1: CC001" in done.stdout
    assert "CC037" not in done.stdout


def test_the_courses_own_folder_is_no_copy(newer: Path) -> None:
    lessons = newer / "course" / "lessons"
    for words in ((), ("--seen",), ("--take", LAMP)):
        refused = at(newer, "copy", lessons, *words)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert "is the course's own folder. Name a folder of yours." in refused.stderr
    assert not (lessons / FILE).exists()
