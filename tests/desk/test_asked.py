"""What an export leaves open is asked on the page, with the cells beside the question."""

from pathlib import Path

import pytest

from course.desk.asked import AskedFirst
from course.exports import ExportError, understand

OPEN = "Ticket,Created,Solved,Rating\n" + "".join(
    f"{one},0{one % 9 + 1}/0{one % 7 + 1}/2026 09:00,0{one % 9 + 1}/0{one % 7 + 1}/2026 12:00,"
    f"{one % 3 + 1}\n"
    for one in range(1, 60)
)
RULES = {"rules": {name: {"enabled": False} for name in ("region", "landmark-one-main",
         "page-has-heading-one")}}  # fmt: skip


@pytest.fixture
def asked(tmp_path: Path) -> AskedFirst:
    path = tmp_path / "desk.csv"
    path.write_text(OPEN, encoding="utf-8")
    return AskedFirst(lambda ask: understand(path, ask=ask))


def answer(form: AskedFirst, value: str) -> None:
    form._heard(None, {"re": 1, "do": "answer", "value": value})


def test_one_question_after_another_and_then_the_export(asked: AskedFirst) -> None:
    first = asked.view["question"]
    assert "begin with the day or with the month" in first["text"]
    assert [one["id"] for one in first["answers"]] == ["d", "m"]
    assert not first["optional"]
    assert [one["heading"] for one in first["beside"]] == ["Created", "Solved"]
    assert all("/2026" in cell for one in first["beside"] for cell in one["cells"])
    with pytest.raises(ExportError, match="Answer the question"):
        _ = asked.export
    answer(asked, "m")
    assert "In which were they written" in asked.view["question"]["text"]
    answer(asked, "Mars/Olympus")
    assert "no time zone" in asked.view["wrong"]
    assert "In which were they written" in asked.view["question"]["text"]
    answer(asked, "Europe/London")
    assert asked.view["wrong"] == ""
    assert "Which scale was it" in asked.view["question"]["text"]
    assert asked.view["question"]["beside"][0]["cells"] == ["2", "3", "1"]
    answer(asked, "1-5")
    assert asked.view["question"] is None
    export = asked.export
    assert export.cases.clock.order == "month"
    assert export.cases.clock.zone == "Europe/London"
    assert export.cases.surveys["satisfaction"].scale == (1, 5)
    assert [one["answer"] for one in asked.view["given"]] == ["the month", "Europe/London", "1-5"]


def test_who_does_not_know_goes_on_without(asked: AskedFirst) -> None:
    for value in ("d", "", ""):
        answer(asked, value)
    assert asked.export.cases.surveys["satisfaction"].scale is None
    assert asked.view["given"][-1]["answer"] == "no answer"
    asked._heard(None, {"re": 1, "do": "afresh", "value": None})
    assert asked.view["given"] == []
    assert asked.view["question"] is not None


def test_a_file_without_doubts_asks_nothing_and_one_that_is_none_says_so(tmp_path: Path) -> None:
    clear = tmp_path / "clear.csv"
    clear.write_text("CSAT (1-5)\n" + "5\n4\n" * 20, encoding="utf-8")
    form = AskedFirst(lambda ask: understand(clear, ask=ask))
    assert form.view["question"] is None
    assert len(form.export.frame) == 40
    missing = AskedFirst(lambda ask: understand(tmp_path / "none.csv", ask=ask))
    assert "There is no file" in missing.view["wrong"]
    with pytest.raises(ExportError, match="There is no file"):
        _ = missing.export


@pytest.mark.browser
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_by_keyboard_and_without_a_fault_for_axe(stage, asked, light, width):
    from axe_playwright_python.sync_playwright import Axe

    shown = stage(light=light, width=width)
    box = shown.mount(asked)
    assert box.get_by_role("group", name="Cells of the file").is_visible()
    found = Axe().run(shown.page, options=RULES).response["violations"]
    assert not found, [one["id"] for one in found]
    assert shown.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box.get_by_role("radio", name="the month").focus()
    shown.page.keyboard.press("Space")
    shown.page.keyboard.press("Enter")
    box.get_by_role("textbox").wait_for()
    box.get_by_role("textbox").fill("Europe/London")
    shown.page.keyboard.press("Enter")
    box.get_by_role("radio", name="1-5").wait_for()
    box.get_by_role("button", name="I do not know").click()
    box.get_by_text("desk.csv is understood").wait_for()
    assert "Europe/London" in box.inner_text()
    assert asked.export.cases.clock.zone == "Europe/London"
