"""Photographs every exercise of a lesson: `lesson_gallery.py FOLDER LESSON [EXERCISE ...]`.

Each picture shows one exercise before an answer, after a poor one and after a right one, in four
columns: light and dark, wide and narrow. Long ones go on over several pictures.
"""

import io
import sys
from pathlib import Path
from typing import Any

from PIL import Image

sys.path.insert(0, str(Path(__file__).parents[2]))
from course.answers import Session
from course.exercises import Item, specimens
from course.lessons import load_course
from course.page import ExerciseWidget
from tests.page.harness import Stage, browser
from tests.page.samples import Steady

COLUMNS = [(light, width) for light in (True, False) for width in (760, 390)]
TALLEST = 2200


def states(item: Item) -> list[Any]:
    """No answer, the poorest one, the best one."""
    wanted = [one for one in specimens(item) if one.name != "invalid"]
    ranked = sorted(wanted, key=lambda one: one.high if one.name != "right" else 2)
    poor, best = ranked[0].answer, ranked[-1].answer
    return [None, poor, best] if poor != best else [None, best]


def column(chromium: Any, course: Any, item: Item, light: bool, width: int) -> Image.Image:
    page = chromium.new_page(viewport={"width": width, "height": 900})
    stage = Stage(page, light=light)
    own = Session(course, Steady()).item(item.id)
    assert own is not None
    for number, answer in enumerate(states(own)):
        session = Session(course, Steady())
        session.enrol()
        mine = session.item(item.id)
        assert mine is not None
        if item.exercise.returns and answer is not None:
            session.answer(item.exercise.returns, states(course.find(item.exercise.returns))[1])
        if answer is not None:
            session.answer(item.id, answer)
        stage.mount(ExerciseWidget(mine, session), f"{item.id}-{number}")
    page.wait_for_timeout(700 if item.kind.name == "dialogue" else 200)
    shot = page.screenshot(full_page=True)
    page.close()
    return Image.open(io.BytesIO(shot))


def main(folder: Path, name: str, *only: str) -> None:
    """Writes the pictures of one lesson."""
    course = load_course()
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as chromium:
        for item in course.lessons[name].values():
            if only and item.id not in only:
                continue
            columns = [column(chromium, course, item, light, width) for light, width in COLUMNS]
            wide, tall = sum(one.width + 8 for one in columns), max(one.height for one in columns)
            sheet = Image.new("RGB", (wide, tall), "grey")
            across = 0
            for one in columns:
                sheet.paste(one, (across, 0))
                across += one.width + 8
            for part, top in enumerate(range(0, tall, TALLEST), start=1):
                piece = sheet.crop((0, top, wide, min(tall, top + TALLEST)))
                piece.save(folder / f"{item.id}-{part}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
