"""Every station of the course as it is met: all of it is drawn, with few stops, and sound for axe.

JupyterLab is not needed for it, and what stands round the exercises there has its own tests.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from course.answers import Session
from course.desk import Bench, Dashboard, Ending, Shift, Sliders
from course.lessons import Lesson, content_folder, records_folder
from course.lessons.page import Shown, Station, shown
from course.page import Card, ExerciseWidget, HandIn, Hello
from tests.page.harness import Stage
from tests.page.samples import Steady
from tests.page.stops import ROUND_THEM, STOPS
from tests.shipped import load_course

LESSONS = [
    line.removeprefix("- ")
    for line in (content_folder() / "order.yaml").read_text(encoding="utf-8").splitlines()
    if line.startswith("- ")
]
LONG = os.environ.get("COURSE_LONG") == "1"
SETTLED = "!document.querySelector('[aria-busy=true]') && !document.getAnimations().length"
MOST = 60
"""Stops of a station, at most."""
RULES = {"rules": {name: {"enabled": False} for name in ("region", "page-has-heading-one",
         "landmark-one-main", "landmark-unique", "heading-order")}}  # fmt: skip
GROUNDS = [(True, 1280), (False, 390)]
"""Light and wide, dark and narrow: stations take turns."""


def widget(part: Shown, lesson: Lesson, session: Session) -> Any:
    """What the page shows there."""
    records = records_folder()
    match part.command:
        case "exercise":
            item = session.item(part.name)
            assert item is not None
            return ExerciseWidget(item, session)
        case "hello":
            return Hello(session)
        case "card":
            return Card(session, part.name, lesson.title, part.listed)
        case "ending":
            return Ending(session, lesson)
        case "hand-in":
            return HandIn(session, None, lambda: Path("nowhere"))
        case "dashboard":
            return Dashboard(session, records)
        case "bench":
            return Bench(records, **part.options)
        case "how-many-to-ask":
            return Sliders(part.command)
        case "what-if":
            return Sliders(part.name)
        case "shift":
            return Shift(session, int(part.options.get("seed", 1)))
    raise AssertionError(part.command)


def drawn(stage: Stage, lesson: Lesson, station: Station) -> None:
    """Puts the station in the place of whatever was on the page."""
    session = Session(load_course(), Steady())
    session.enrol()
    stage.page.evaluate("document.querySelector('main').replaceChildren()")
    for number, part in enumerate(shown(station.parts)):
        box = stage.mount(widget(part, lesson, session), f"{station.id}-{number}")
        box.locator(".cc").first.wait_for()
    # Figures that are being worked out lie under a veil.
    stage.page.wait_for_function(SETTLED, timeout=30_000)


def shapes(lesson: Lesson, station: Station) -> set[str]:
    """What the parts of a station look like, as far as axe could tell them apart."""
    found = set()
    for part in shown(station.parts):
        item = lesson[part.name] if part.command == "exercise" else None
        shape = [part.command]
        if item:
            shape = [item.kind.name, *(name for name in ("table", "says", "hints", "typed")
                                       if getattr(item.exercise, name, None))]  # fmt: skip
        found.add(" ".join(shape))
    return found


@pytest.mark.browser
@pytest.mark.parametrize("name", LESSONS)
def test_every_station_is_drawn_with_few_stops_and_axe_finds_nothing(
    name: str, stage: Callable[..., Stage]
) -> None:
    """Axe is asked of each new shape in a lesson; where ``COURSE_LONG=1``, of all."""
    lesson = load_course().lessons[name]
    opened = stage()
    page = opened.page
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    stops: dict[str, int] = {}
    known: set[str] = set()
    for number, station in enumerate(lesson.page.stations):
        light, width = GROUNDS[number % 2]
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("(on) => { document.body.dataset.jpThemeLight = String(on) }", light)
        drawn(opened, lesson, station)
        ids = page.locator("[data-exercise]").evaluate_all(
            "all => all.map(e => e.dataset.exercise)"
        )
        assert ids == list(station.exercises)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, station.id
        round_them = ROUND_THEM + len(station.exercises)
        stops[station.id] = page.evaluate(STOPS, "main") + round_them
        here = shapes(lesson, station)
        if here - known or LONG:
            found = Axe().run(page, options=RULES).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == [], station.id
        known |= here
    print(name, sorted(stops.items(), key=lambda one: -one[1]))
    assert wrong == []
    assert {station: many for station, many in stops.items() if many >= MOST} == {}
