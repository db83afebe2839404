"""`course new`: what somebody with an empty folder and the command line only can begin."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from course.exercises import KINDS
from course.lessons import Course, records_folder
from course.lessons.lint import lint

from .conftest import CONTENT

Run = Callable[..., subprocess.CompletedProcess[str]]


def sound(done: subprocess.CompletedProcess[str]) -> bool:
    """Whether the lint has nothing to say at all."""
    return done.returncode == 0 and not done.stdout and "0 errors, 0 warnings." in done.stderr


def told(folder: Path) -> list[str]:
    return [str(one) for one in lint(Course(folder, records_folder()))]


def texts(folder: Path) -> dict[str, str]:
    """What every file of a folder holds."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_from_nothing_to_a_lesson_that_is_sound_and_can_be_built(
    course: Run, tmp_path: Path
) -> None:
    done = course("new", "lesson", "bikes")
    assert (done.returncode, done.stderr) == (0, "")
    for path in (line.removeprefix("Made ") for line in done.stdout.splitlines() if "Made" in line):
        assert (tmp_path / path).is_file()
    assert "course lint my-lessons" in done.stdout
    assert sound(course("lint", "my-lessons"))
    lesson = Course(tmp_path / "my-lessons", records_folder()).lessons["bikes"]
    assert [one.title for one in lesson.page.stations if one.title] == [
        "Say the problem back", "Take one sentence with you",
    ]  # fmt: skip
    assert lesson.page.own == "bikes-next-time"
    built = course("build", "--content", "my-lessons", "--out", "built", "--no-run")
    assert (built.returncode, built.stdout) == (
        0, "built/bikes.ipynb\nbuilt/home.ipynb\nbuilt/review.ipynb\nbuilt/privacy.ipynb\n",
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_an_exercise_of_each_kind_is_sound_at_once_and_on_the_page(
    course: Run, tmp_path: Path, kind: str
) -> None:
    course("new", "lesson", "bikes")
    done = course("new", "exercise", kind, "late-again", "--in", "bikes")
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "my-lessons"
    assert told(folder) == []
    assert "Changed my-lessons/bikes/page.md" in done.stdout.splitlines()
    item = Course(folder, records_folder()).lessons["bikes"]["late-again"]
    assert item.kind.name == kind
    assert item.key is not None
    file = folder / "bikes" / "exercises" / "late-again.yaml"
    assert "\n# " in file.read_text(encoding="utf-8"), "its keys are explained"
    assert sound(course("lint", file))


def test_a_scenario_has_its_test_plan_and_an_exercise_that_plays_it(
    course: Run, tmp_path: Path
) -> None:
    course("new", "lesson", "bikes")
    done = course("new", "scenario", "late-bike", "--in", "bikes")
    assert (done.returncode, done.stderr) == (0, "")
    folder = tmp_path / "my-lessons"
    assert sound(course("lint", folder / "bikes" / "scenarios" / "late-bike.yaml"))
    assert told(folder) == []
    item = Course(folder, records_folder()).lessons["bikes"]["late-bike"]
    plan = item.key.plan
    assert len(plan) >= 3
    assert {one.ending for one in plan} == {one.id for one in item.exercise.scenario.endings}


def test_a_lesson_that_grows_stays_sound_until_it_is_more_than_one_sitting(
    course: Run, tmp_path: Path
) -> None:
    course("new", "lesson", "bikes")
    for kind in ("choice", "sort", "rank", "reply"):
        assert course("new", "exercise", kind, f"a-{kind}", "--in", "bikes").returncode == 0
        assert told(tmp_path / "my-lessons") == []
    page = (tmp_path / "my-lessons" / "bikes" / "page.md").read_text(encoding="utf-8")
    assert page.index("@exercise a-reply") < page.index("## Take one sentence with you")
    assert page.count("\n## ") == 2


def test_what_has_no_room_in_a_station_gets_one_before_the_last(
    course: Run, tmp_path: Path
) -> None:
    course("new", "lesson", "bikes")
    for number in range(7):
        assert course("new", "exercise", "number", f"n-{number}", "--in", "bikes").returncode == 0
    stations = Course(tmp_path / "my-lessons", records_folder()).lessons["bikes"].page.stations
    assert [one.id for one in stations if one.title][-1] == "take-one-sentence-with-you"
    assert len(stations) == 4
    assert sum(len(one.exercises) for one in stations) == 9
    assert all(one.minutes <= 15 for one in stations)


def test_it_goes_into_the_content_folder_that_one_stands_in(course: Run, tmp_path: Path) -> None:
    course("new", "lesson", "bikes", "--content", "mine")
    inside = tmp_path / "mine" / "bikes"
    done = course("new", "lesson", "cars", cwd=inside)
    assert done.returncode == 0
    assert (tmp_path / "mine" / "cars" / "page.md").is_file()
    # The two are from one template still, and that is all there is to mend.
    assert {one.split()[1] for one in told(tmp_path / "mine")} == {"CC052"}
    assert [*Course(tmp_path / "mine", records_folder()).lessons] == ["bikes", "cars"]


def test_an_existing_course_gets_a_lesson_and_keeps_its_words(course: Run, tmp_path: Path) -> None:
    import shutil

    mine = tmp_path / "mine"
    shutil.copytree(CONTENT, mine)
    (mine / "order.yaml").write_text("# Mine.\n- first # stays\n", encoding="utf-8")
    before = texts(mine)
    assert course("new", "lesson", "bikes", "--content", "mine").returncode == 0
    after = texts(mine)
    assert after.pop("order.yaml") == "# Mine.\n- first # stays\n- bikes\n"
    assert {name: after[name] for name in before if name != "order.yaml"} == {
        name: text for name, text in before.items() if name != "order.yaml"
    }
    assert [one for one in told(mine) if "bikes" in one] == []


def test_a_station_that_says_no_minutes_still_says_none(course: Run, tmp_path: Path) -> None:
    course("new", "lesson", "bikes")
    page = tmp_path / "my-lessons" / "bikes" / "page.md"
    text = page.read_text(encoding="utf-8").replace("@minutes 1\n", "").replace("\n", "\r\n")
    page.write_text(text, encoding="utf-8", newline="")
    assert course("new", "exercise", "rank", "a-rank", "--in", "bikes").returncode == 0
    station = Course(tmp_path / "my-lessons", records_folder()).lessons["bikes"].page.stations[1]
    assert (station.minutes, station.exercises) == (0, ("bikes-first-words", "a-rank"))


BAD = [
    (("lesson", "Bikes"), "'Bikes' cannot be a name. Use small letters"),
    (("lesson", "../bikes"), "'../bikes' cannot be a name."),
    (("lesson", "a" * 61), "60 at most"),
    (("lesson", ""), "'' cannot be a name."),
    (("lesson", "first"), "is there already. Take another name."),
    (
        ("exercise", "choise", "x", "--in", "first"),
        "called 'choise'. Did you mean 'choice'? There are",
    ),
    (("exercise", "choice", "x", "--in", "frist"), "called 'frist'. Did you mean 'first'?"),
    (("exercise", "choice", "pick-one", "--in", "first"), "'pick-one' is taken:"),
    (("scenario", "broken-mug", "--in", "first"), "'broken-mug' is taken:"),
    (("scenario", "A", "--in", "first"), "'A' cannot be a name."),
]


@pytest.mark.parametrize(("words", "said"), BAD)
def test_what_cannot_be_begun_gets_a_sentence_and_leaves_all_as_it_was(
    course: Run, tmp_path: Path, words: tuple[str, ...], said: str
) -> None:
    import shutil

    shutil.copytree(CONTENT, tmp_path / "mine")
    before = texts(tmp_path / "mine")
    done = course("new", *words, "--content", "mine")
    assert done.returncode == 1, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert texts(tmp_path / "mine") == before


SPOILT = [
    ("order.yaml", "[first", "is no list with a line", ("lesson", "bikes")),
    ("order.yaml", "[first]\n", "is no list with a line", ("lesson", "bikes")),
    ("objectives.yaml", "5", "lists no objective", ("lesson", "bikes")),
    ("objectives.yaml", "[]", "lists no objective", ("lesson", "bikes")),
    ("first/page.md", "# A\n\n@nothing\n", "there is no '@nothing'",
     ("exercise", "choice", "x", "--in", "first")),
    ("first/page.md", "# A\n\n```\ncode\n", "has no end", ("scenario", "x", "--in", "first")),
]  # fmt: skip


@pytest.mark.parametrize(("file", "text", "said", "words"), SPOILT)
def test_content_that_cannot_be_read_is_named_and_left_as_it_was(
    course: Run, tmp_path: Path, file: str, text: str, said: str, words: tuple[str, ...]
) -> None:
    import shutil

    shutil.copytree(CONTENT, tmp_path / "mine")
    (tmp_path / "mine" / file).write_text(text, encoding="utf-8")
    before = texts(tmp_path / "mine")
    done = course("new", *words, "--content", "mine")
    assert done.returncode == 1, done.stdout
    assert said in done.stderr
    assert file in done.stderr
    assert "Traceback" not in done.stderr
    assert texts(tmp_path / "mine") == before


def test_without_a_lesson_it_says_how_to_begin_one(course: Run) -> None:
    done = course("new", "exercise", "choice", "x", "--in", "bikes")
    assert done.returncode == 1
    assert "holds no lesson yet. Begin one: course new lesson bikes" in done.stderr


def test_a_folder_of_other_things_is_not_written_into(course: Run, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "a.txt").write_text("Dear Ines", encoding="utf-8")
    done = course("new", "lesson", "bikes", "--content", "letters")
    assert done.returncode == 1
    assert "letters has no order.yaml, so it is no content folder" in done.stderr
    assert texts(tmp_path / "letters") == {"a.txt": "Dear Ines"}
    done = course("new", "lesson", "bikes", "--content", "letters/a.txt")
    assert (done.returncode, "is a file" in done.stderr) == (1, True)


def test_what_is_no_part_of_a_lesson_is_named_and_a_folder_stands_for_its_lesson(
    course: Run, tmp_path: Path
) -> None:
    course("new", "lesson", "first-calls")
    exercises = tmp_path / "my-lessons" / "first-calls" / "exercises"
    file = exercises / "first-calls-next-time.yaml"
    file.write_text("kind: nothing", encoding="utf-8")
    done = course("lint", exercises)
    assert done.returncode == 1
    assert "first-calls-next-time.yaml" in done.stdout
    (tmp_path / "letter.yaml").write_text("a: 1", encoding="utf-8")
    done = course("lint", "letter.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("letter.yaml lies in no content folder")


def test_a_link_to_itself_gets_a_sentence(course: Run, tmp_path: Path) -> None:
    course("new", "lesson", "first-calls")
    link = tmp_path / "my-lessons" / "first-calls" / "exercises" / "round.yaml"
    link.symlink_to("round.yaml")
    for words in (("lint", link), ("map", link), ("start", "--preview", link, "--no-browser")):
        done = course(*words)
        assert done.returncode in (1, 2), words
        assert "Traceback" not in done.stderr
        assert "There is no" in done.stderr
