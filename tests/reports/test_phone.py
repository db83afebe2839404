"""On a phone, no page of the results loses a column, and nothing runs over its edge."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from course.grading import Grading, put, read_roster
from course.lessons import Course
from course.reports import results
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]
PHONE = {"width": 390, "height": 844}
OUT_OF_SIGHT = """() => {
  document.querySelectorAll("details").forEach((one) => (one.open = true));
  const lost = [];
  for (const row of document.querySelectorAll("tbody tr")) {
    const titles = row.closest("table").querySelectorAll("thead th").length;
    if (row.children.length !== titles) lost.push(`${row.innerText}: a cell is missing`);
    for (const cell of row.children) {
      const box = cell.getBoundingClientRect();
      const scrolls = cell.closest(".scroll");
      const reach = scrolls.getBoundingClientRect().left + scrolls.scrollWidth;
      const seen = box.width > 0 && box.height > 0 && box.left >= 0 && box.right <= reach;
      if (cell.innerText.trim() && !seen) lost.push(cell.innerText);
      const label = getComputedStyle(cell, "::before").content.replaceAll('"', "");
      const wide = cell.closest("table").classList.contains("wide");
      if (wide && cell.tagName === "TD" && cell.innerText.trim() && label !== cell.dataset.label)
        lost.push(`${cell.innerText}: no heading`);
    }
  }
  return lost;
}"""


@pytest.fixture
def made(course: Course, enrol: Enrol, tmp_path: Path) -> Path:
    """Results with every part: marks, what to talk about, files, exercises, and what was said."""
    people = [enrol(f"Oluwaseun-Alexandra Featherstonehaugh {n}") for n in range(14)]
    for number, one in enumerate(people):
        pick = ["refund", "sorry", "say-back"][number % 3]
        one.session.none_of_these("broken-mug", "I wonder whether the courier dropped it.")
        one.answers({**BEST, "pick-one": [pick], "in-your-words": REPLY * 20, "how-many": 55.6})
        one.session.how_was_it("first", 4, "The calls")
        one.session.wrong_here("Averylongwordwithoutanyspacesinit" * 8, exercise="pick-one")
        one.hands_in()
    (tmp_path / "handed-in" / f"{'essay' * 30}.docx").write_bytes(b"PK")
    roster = read_roster(b"Name,Email\nAsha Verma,asha@example.org\n")
    put(tmp_path / "out", results(Grading(course, [tmp_path / "handed-in"], roster=roster)))
    return tmp_path / "out"


@pytest.fixture
def phone(chromium: Any) -> Iterator[Any]:
    opened = chromium.new_page(viewport=PHONE)
    yield opened
    opened.close()


def test_the_report_and_the_feedback_keep_every_column(made: Path, phone: Any) -> None:
    for page in (made / "report.html", next((made / "feedback").iterdir())):
        phone.goto(page.as_uri())
        assert phone.evaluate(OUT_OF_SIGHT) == [], page.name
        assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.name


def test_the_report_is_short_until_something_is_unfolded(made: Path, chromium: Any) -> None:
    opened = chromium.new_page(viewport={"width": 1280, "height": 900})
    opened.goto((made / "report.html").as_uri())
    height = opened.evaluate("document.documentElement.scrollHeight")
    heads = opened.locator("h2").all_inner_texts()
    opened.close()
    assert height < 3 * 900
    assert heads[:4] == ["Marks", "What to talk about on Monday", "Files", "Exercises"]
