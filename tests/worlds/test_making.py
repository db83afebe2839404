"""A world of one's own: what depends on the shop is named, and what cannot be is refused."""

import re
from pathlib import Path
from shutil import copytree

import pytest

from course.lessons import ContentError, load_course
from course.lessons.lint import lint
from course.worlds import NotMade, make
from course.worlds.pages import cut
from course.worlds.world import HERE

WORLD = """\
company: Clear Water
trade: waterworks
lessons:
  complaints: [{exercises}]
words:
  - [van, truck]
"""


def world(folder: Path, *exercises: str, more: str = "", rows: str = "") -> Path:
    """The folder of a small world."""
    (folder / "complaints").mkdir(parents=True)
    text = WORLD.format(exercises=", ".join(exercises)) + more
    (folder / "world.yaml").write_text(text, encoding="utf-8")
    rules = (HERE / "telecom" / "house-rules.yaml").read_text(encoding="utf-8")
    (folder / "house-rules.yaml").write_text(rules, encoding="utf-8")
    if rows:
        (folder / "complaints" / "words.yaml").write_text(rows, encoding="utf-8")
    return folder


def depends(content: Path) -> list[str]:
    """Words of another trade that the lint finds in exercises, as 'exercise: word'."""
    found = []
    for one in lint(load_course(content)):
        if one.code == "CC070" and "/exercises/" in one.file:
            word = re.search(r"'(.*)'", one.problem)
            found.append(f"{Path(one.file).stem}: {word[1] if word else '?'}")
    return sorted(set(found))


def test_the_lint_names_an_exercise_that_depends_and_no_other(tmp_path: Path) -> None:
    folder = world(tmp_path / "w", "let-him-finish", "when-a-customer")
    make(folder, tmp_path / "out")
    assert depends(tmp_path / "out") == [
        "let-him-finish: number of the order",
        "let-him-finish: sofa",
    ]


def test_a_row_mends_it(tmp_path: Path) -> None:
    more = "  - [sofa, meter]\n  - [number of the order, number on the bill]\n"
    folder = world(tmp_path / "w", "let-him-finish", "when-a-customer", more=more)
    made = make(folder, tmp_path / "out")
    assert depends(tmp_path / "out") == []
    assert made.how == {"complaints": {"let-him-finish": "words", "when-a-customer": "same"}}
    text = made.files["complaints/exercises/let-him-finish.yaml"]
    assert "your meter is on Friday's truck" in text
    # Ids and what is covered stay.
    assert "id: friday-van" in text


def test_a_bank_without_one_of_its_rows_depends_on_the_shop(tmp_path: Path) -> None:
    folder = copytree(HERE / "bank", tmp_path / "bank")
    rows = folder / "complaints" / "words.yaml"
    lines = rows.read_text(encoding="utf-8").splitlines(keepends=True)
    left = [one for one in lines if "the courier has let us both down" not in one]
    assert len(left) == len(lines) - 1
    rows.write_text("".join(left), encoding="utf-8")
    make(folder, tmp_path / "out")
    assert depends(tmp_path / "out") == ["owned-or-passed: courier"]


def test_a_word_may_stay_where_the_world_says_so(tmp_path: Path) -> None:
    more = "keeps:\n  sofa: [let-him-finish]\n  number of the order: []\n"
    folder = world(tmp_path / "w", "let-him-finish", "when-a-customer", more=more)
    make(folder, tmp_path / "out")
    assert depends(tmp_path / "out") == []


def test_a_row_that_finds_nothing_is_refused_by_name(tmp_path: Path) -> None:
    rows = 'let-him-finish:\n  - ["a chair of gold", "a pipe"]\n'
    folder = world(tmp_path / "w", "let-him-finish", rows=rows)
    with pytest.raises(NotMade, match="'a chair of gold' stands nowhere in let-him-finish"):
        make(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_what_the_world_names_and_the_course_has_not_is_told_at_once(tmp_path: Path) -> None:
    folder = world(tmp_path / "w", "no-such", "nor-this")
    with pytest.raises(NotMade) as told:
        make(folder, tmp_path / "out")
    assert "complaints has no exercise 'no-such'" in str(told.value)
    assert "'nor-this'" in str(told.value)


def test_a_word_of_the_world_file_that_means_nothing_is_refused_with_its_line(
    tmp_path: Path,
) -> None:
    folder = world(tmp_path / "w", "let-him-finish", more="colour: blue\n")
    with pytest.raises(ContentError, match=r"world.yaml, line 7.*colour"):
        make(folder, tmp_path / "out")


def test_a_row_that_breaks_a_file_is_found_by_the_lint(tmp_path: Path) -> None:
    rows = "let-him-finish:\n  - ['your sofa is', 'your \"meter\" is']\n"
    folder = world(tmp_path / "w", "let-him-finish", rows=rows)
    make(folder, tmp_path / "out")
    found = [one for one in lint(load_course(tmp_path / "out")) if one.code == "CC001"]
    assert [one.file for one in found] == ["complaints/exercises/let-him-finish.yaml"]


def test_a_world_brings_its_own_law(tmp_path: Path) -> None:
    folder = world(tmp_path / "w", "when-a-customer")
    (folder / "rights").mkdir()
    (folder / "rights" / "united-kingdom.yaml").write_text("# water\n", encoding="utf-8")
    make(folder, tmp_path / "out")
    card = tmp_path / "out" / "rights" / "united-kingdom.yaml"
    assert card.read_text(encoding="utf-8") == "# water\n"


def test_a_world_without_house_rules_is_refused_by_the_name_of_the_file(tmp_path: Path) -> None:
    folder = world(tmp_path / "w", "when-a-customer")
    (folder / "house-rules.yaml").unlink()
    with pytest.raises(ContentError, match=r"w/house-rules\.yaml"):
        make(folder, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_nothing_that_is_there_is_written_over(tmp_path: Path) -> None:
    folder = world(tmp_path / "w", "when-a-customer")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotMade, match="is there already"):
        make(folder, tmp_path / "out")
    assert [one.name for one in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_what_leads_up_to_an_exercise_goes_with_it() -> None:
    course = load_course()
    lesson = course.lessons["complaints"]
    text = cut(
        course.text(lesson.folder / "page.md"), lesson.page, ["first-words", "when-a-customer"]
    )
    assert "@exercise first-words" in text
    assert "It is nine in the morning" in text
    assert "Here is somebody who has not finished talking." not in text
    # A station without an exercise is gone, and the one that closes the lesson is not.
    assert "## Keep people safe" not in text
    assert "@hand-in" in text
