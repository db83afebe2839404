"""A draft as its author sees it, without a browser: what it shows as its file changes."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from course.answers import FolderLog, answers_folder
from course.desk.preview.draft import lint, look
from course.desk.preview.widget import Preview, preview
from course.lessons import Course, records_folder
from course.lessons.lint import check
from course.lessons.part import part_of

SMALL = Path(__file__).parents[1] / "fixtures" / "course"
CHOICE, TALK = "first/exercises/pick-one.yaml", "first/exercises/broken-mug.yaml"
SCENARIO = "first/scenarios/broken-mug.yaml"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "mine"))


def see(content: Path, file: str, answers: Path | None = None) -> Preview:
    return preview(Path(file), content, records_folder(), answers)


def edit(content: Path, file: str, change: Callable[[str], str]) -> None:
    path = content / file
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def settled(seen: Preview) -> Preview:
    """Asks as the page does until the lint has said what it finds."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        seen.look()
        if "Checking" not in seen.findings.view["said"]:
            return seen
        time.sleep(0.02)
    raise AssertionError("the lint never ended")


def test_a_mistake_shows_its_line_and_mending_it_brings_the_exercise_back(content: Path) -> None:
    seen = settled(see(content, CHOICE))
    assert seen.findings.view["said"] == "Nothing to mend."
    assert seen.shown is not None
    assert seen.children == (seen.findings, seen.shown)
    whole = (content / CHOICE).read_text(encoding="utf-8")
    edit(content, CHOICE, lambda text: text.replace("\nprompt:", "\npromt:"))
    line = whole[: whole.index("\nprompt:") + 1].count("\n") + 1
    seen.look()
    # At once, before the lint has ended.
    assert len(seen.children) == 1
    (found,) = settled(seen).findings.view["findings"]
    assert (found["where"], found["severity"], found["code"]) == (f"Line {line}", "error", "CC001")
    assert "unknown field 'promt'" in found["words"]
    assert "did you mean 'prompt'?" in found["words"]
    edit(content, CHOICE, lambda _: whole)
    assert settled(seen).findings.view["said"] == "Nothing to mend."
    assert len(seen.children) == 2


@pytest.mark.parametrize("text", ["", "- 1\n", "kind: choice\n\tid: x\n", "kind: [\n", "\x00", "a"])
def test_whatever_a_file_holds_is_told_in_a_sentence(content: Path, text: str) -> None:
    edit(content, CHOICE, lambda _: text)
    seen = settled(see(content, CHOICE))
    assert seen.shown is None
    assert seen.findings.view["findings"]
    assert "Traceback" not in str(seen.findings.view)


def test_a_file_that_is_taken_away_and_put_back(content: Path) -> None:
    seen = settled(see(content, CHOICE))
    (content / CHOICE).rename(content / "away.txt")
    assert settled(seen).shown is None
    assert seen.findings.view["findings"]
    (content / "away.txt").rename(content / CHOICE)
    assert settled(seen).shown is not None


def test_a_scenario_is_seen_through_the_exercise_that_plays_it(content: Path) -> None:
    seen = settled(see(content, SCENARIO))
    assert seen.shown is not None
    assert seen.shown.item.id == "broken-mug"
    edit(content, SCENARIO, lambda text: text.replace("next: mending", "next: nowhere", 1))
    settled(seen)
    found = seen.findings.view["findings"]
    assert any("nowhere" in one["words"] and one["where"].startswith("Line ") for one in found)


def test_what_is_found_is_what_the_lint_finds(content: Path) -> None:
    edit(content, SCENARIO, lambda text: text.replace("next: mending", "next: sent-away"))
    course = Course(content, records_folder())
    part = part_of(course, content / TALK)
    seen = settled(see(content, TALK))
    assert set(lint(seen.place)) == set(check(course, part).found) != set()
    assert len(seen.findings.view["findings"]) == len(check(course, part).found)


def test_a_mistake_beside_a_scenario_is_not_laid_at_its_door(content: Path) -> None:
    edit(content, TALK, lambda text: text.replace("\ntitle:", "\ntitel:"))
    seen = settled(see(content, TALK))
    (found,) = seen.findings.view["findings"]
    assert "unknown field 'titel'" in found["words"]


def test_a_changed_house_rule_is_seen_too(content: Path) -> None:
    seen = settled(see(content, TALK))
    edit(content, "house-rules.yaml", lambda _: "values: [\n")
    settled(seen)
    assert seen.shown is None
    assert seen.findings.view["findings"][0]["where"].startswith("house-rules.yaml, line ")


def test_other_files_of_the_content_need_not_be_sound(content: Path) -> None:
    edit(content, "order.yaml", lambda _: "[\n")
    edit(content, "first/page.md", lambda _: "no title\n")
    edit(content, "first/exercises/pick-several.yaml", lambda _: "kind: [\n")
    seen = settled(see(content, CHOICE))
    assert seen.shown is not None
    assert [one["where"] for one in seen.findings.view["findings"]] == []


def test_a_conversation_goes_on_after_a_save_until_it_is_begun_afresh(
    content: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "run"
    (folder / ".course").mkdir(parents=True)
    seen = settled(see(content, TALK, folder))
    assert seen.shown is not None
    seen.shown.session.turn("broken-mug", "own-it")
    edit(content, TALK, lambda text: text + "\n# A remark.\n")
    settled(seen)
    assert [one.choice for one in seen.shown.session.history("broken-mug").turns] == ["own-it"]
    seen.afresh()
    assert seen.shown.session.history("broken-mug").turns == ()
    assert seen.shown.session.saved
    # The folder of the run is what is thrown away; a trainee's own answers are nowhere near.
    assert not FolderLog(answers_folder(folder), "").read().records


def test_a_draft_that_stumbles_when_shown_gets_a_sentence(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object, **__: object) -> None:
        raise KeyError("some-moment")

    monkeypatch.setattr("course.desk.preview.widget.ExerciseWidget", stumble)
    seen = settled(see(content, CHOICE))
    (found,) = seen.findings.view["findings"]
    assert found["words"].startswith("It cannot be shown: KeyError: 'some-moment'. To mend it:")


def test_the_page_asks_and_is_answered(content: Path) -> None:
    seen = settled(see(content, CHOICE))
    sent: list[object] = []
    seen.findings.send = sent.append
    for do in ("look", "afresh", "dance"):
        seen.findings._heard(None, {"re": do, "do": do, "value": None})
    assert [sorted(one)[0] for one in sent[:2] if isinstance(one, dict)] == ["re", "re"]
    assert isinstance(sent[2], dict)
    assert "error" in sent[2]
    assert look(seen.place).item is not None
