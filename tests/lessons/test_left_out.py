"""One lesson of the course kept, and all others left out: only what is really wrong is told."""

import shutil
from pathlib import Path

import pytest

from course.lessons import Course, records_folder
from course.lessons.lint import lint
from course.lessons.places import shipped_folder


def kept(folder: Path, *lessons: str) -> Course:
    """The shared files of the course with these lessons of it alone."""
    folder.mkdir()
    for path in shipped_folder().glob("*.yaml"):
        shutil.copy(path, folder)
    for name in ("rights", *lessons):
        shutil.copytree(shipped_folder() / name, folder / name)
    order = "".join(f"- {name}\n" for name in lessons)
    (folder / "order.yaml").write_text(order, encoding="utf-8")
    return Course(folder, records_folder())


@pytest.mark.parametrize("lesson", ["measurement", "needs"])
def test_what_was_not_kept_is_no_mistake(tmp_path: Path, lesson: str) -> None:
    told = lint(kept(tmp_path / "mine", lesson))
    assert [str(one) for one in told if not one.file.startswith(f"{lesson}/")] == []
    assert [str(one) for one in told if one.code == "CC024"] == []


def test_mistakes_of_ones_own_are_told_all_the_same(tmp_path: Path) -> None:
    course = kept(tmp_path / "mine", "measurement")
    mine = course.folder
    with (mine / "objectives.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: MINE-1, text: Never tried.}\n")
    with (mine / "glossary.yaml").open("a", encoding="utf-8") as file:
        file.write("- {says: moon on a stick, means: Too much.}\n")
    spare = mine / "measurement" / "exercises" / "the-spare-box.yaml"
    text = spare.read_text(encoding="utf-8")
    spare.write_text(
        text.replace("returns: what-may-you-say", "returns: no-such-thing"), encoding="utf-8"
    )
    before = {str(one) for one in lint(kept(tmp_path / "same", "measurement"))}
    assert {(one.code, one.file) for one in lint(course) if str(one) not in before} == {
        ("CC016", "objectives.yaml"),
        ("CC038", "glossary.yaml"),
        ("CC024", "measurement/exercises/the-spare-box.yaml"),
    }


def test_a_link_to_a_lesson_that_was_left_out_is_a_mistake(tmp_path: Path) -> None:
    assert {one.code for one in lint(kept(tmp_path / "mine", "welcome"))} == {"CC027"}


def test_a_whole_course_is_held_to_all_it_promises(tmp_path: Path) -> None:
    """Whoever keeps a lesson and takes an exercise out of it hears what is tried no more."""
    course = kept(tmp_path / "mine", "measurement")
    every = {one.exercise.covers[0] for one in course.items()}
    for lesson in [path.name for path in shipped_folder().glob("*") if path.is_dir()]:
        if (shipped_folder() / lesson / "page.md").is_file() and lesson != "measurement":
            folder = course.folder / lesson
            folder.mkdir()
            (folder / "page.md").write_text("# Empty\n\nNothing.\n", encoding="utf-8")
    told = [one for one in lint(course) if one.code == "CC016"]
    assert len(told) > 20
    assert not every & {one.place for one in told}


def test_what_cannot_be_read_brings_no_findings_about_what_it_holds(tmp_path: Path) -> None:
    course = kept(tmp_path / "mine", "measurement")
    shutil.rmtree(course.folder / "rights")
    assert {(one.code, one.file) for one in lint(course)} == {("CC001", "house-rules.yaml")}
