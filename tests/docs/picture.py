"""Makes the README's picture, light and dark: `python -m tests.docs.picture`.

The course is started in a scratch folder in which some answers were given over three days. A
conversation, its debrief and home are photographed in Chromium and put side by side.
"""

import io
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

from course.answers import Session, open_session
from course.exercises import Item, best, specimens
from course.lab import Running, serve
from course.lessons import load_course
from tests.house import ROOT
from tests.page.harness import browser

FOLDER = ROOT / "course" / "docs" / "pictures"
READY = 'body[data-course-ready="true"]'
WIDE, TALL, SCALE, GAP = 460, 820, 1.5, 12
GROUND = {"light": "#c9d0cb", "dark": "#38413d"}
BEGUN, ENDED = "late-parcel", "out-of-stock"
PAGES = (
    ("complaints.ipynb", "stay-with-a-customer-until-it-is-solved", ".cc-say", "end"),
    ("needs.ipynb", "help-when-the-shelf-is-empty", ".cc-debrief", "start"),
    ("home.ipynb", "", ".cc-home", "end"),
)
HALF_WELL = ["grey-is-here", "eighteen-millimetres", "refund-for-the-rug"]
SETTLED = 1500


def three_days(folder: Path, today: datetime) -> None:
    """Two lessons well begun: one conversation ended, and one left in the middle.

    Each day begins at nine. Late in the evening, answers would run on into the next day, and fewer
    exercises would come back.

    Args:
        folder: Where the answers go.
        today: The day after them, with its time zone.
    """
    course = load_course()
    now = [today.replace(hour=9, minute=0, second=0, microsecond=0) - timedelta(days=3)]

    def clock() -> datetime:
        now[0] += timedelta(minutes=2)
        return now[0]

    session = open_session(course, folder, clock)
    session.profile("Sam")
    _stations(session, "welcome", 3)
    now[0] += timedelta(days=1)
    session.answer(ENDED, HALF_WELL)
    _stations(session, "needs", 3, missed=("just-the-height", "kinds-of-question"))
    now[0] += timedelta(days=1)
    _stations(session, "complaints", 1, missed=("let-him-finish",))
    session.turn(BEGUN, best(_item(session, BEGUN))[0])


def _stations(session: Session, lesson: str, count: int, missed: tuple[str, ...] = ()) -> None:
    for station in session.course.lessons[lesson].page.stations[: count + 1]:
        for name in station.exercises:
            item = _item(session, name)
            wrong = next((one.answer for one in specimens(item) if one.name == "wrong"), None)
            if name != BEGUN and not session.done(name):
                session.answer(name, wrong if name in missed else best(item))


def _item(session: Session, name: str) -> Item:
    item = session.item(name)
    assert item is not None
    return item


def photographed(chromium: Any, running: Running, scheme: str) -> Image.Image:
    """The three pages side by side."""
    page = chromium.new_page(
        viewport={"width": WIDE, "height": TALL},
        device_scale_factor=SCALE,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    shots = []
    for file, station, shown, edge in PAGES:
        page.goto(running.address(file, station))
        page.wait_for_selector(READY, timeout=90_000)
        page.locator(shown).first.wait_for(timeout=60_000)
        if shown == ".cc-debrief":
            page.locator(".cc-debrief img.cc-chart").first.wait_for(timeout=60_000)
        page.wait_for_timeout(SETTLED)
        if station:
            page.locator(shown).first.evaluate("(it, block) => it.scrollIntoView({block})", edge)
        shots.append(Image.open(io.BytesIO(page.screenshot())))
    page.close()
    wide, tall = shots[0].size
    sheet = Image.new("RGB", (wide * 3 + GAP * 2, tall), GROUND[scheme])
    for number, shot in enumerate(shots):
        sheet.paste(shot, (number * (wide + GAP), 0))
    return sheet


def small(sheet: Image.Image) -> Image.Image:
    """In 256 colours, those of few pixels among them: a mood's colour is one word wide."""
    return sheet.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE)


def main(folder: Path = FOLDER) -> None:
    """Writes both pictures."""
    folder.mkdir(exist_ok=True)
    with TemporaryDirectory() as scratch, browser() as chromium:
        three_days(Path(scratch), datetime.now().astimezone())
        with serve(Path(scratch)) as running:
            for scheme in GROUND:
                sheet = photographed(chromium, running, scheme)
                small(sheet).save(folder / f"course-{scheme}.png", optimize=True)


if __name__ == "__main__":
    main()
