"""Styles of every page that was opened stay in JupyterLab: no room's may reach another's parts."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from course.desk import Bench, Dashboard, Ending, Home, Sliders
from course.lessons import records_folder
from course.page.source import styles as page_styles
from tests.desk.taken import Taken
from tests.trainees import BEST

ROOT = Path(__file__).parents[2] / "course"
PAGE, DESK = ROOT / "page" / "static", ROOT / "desk" / "static"
CLASS = re.compile(r"\bcc-[\w-]+")


def styled(folder: Path) -> set[str]:
    """Classes that a rule is about wherever they stand."""
    found = set()
    for path in folder.glob("*.css"):
        for selectors in re.findall(r"^\s*([^{}@/]+)\{", path.read_text("utf-8"), re.MULTILINE):
            for one in selectors.split(","):
                alone = re.fullmatch(r"\.(cc-[\w-]+)(?::[\w-]+)*", one.strip())
                found |= {alone[1]} if alone else set()
    return found


def used(folder: Path) -> set[str]:
    """Classes that scripts of a folder give to what they draw."""
    paths = (path for path in folder.glob("*.js"))
    return {name for path in paths for name in CLASS.findall(path.read_text("utf-8"))}


def test_no_rule_of_the_desk_is_about_a_part_of_an_exercise() -> None:
    assert styled(DESK)
    assert styled(DESK) & (used(PAGE) | styled(PAGE)) == set()


NAMES = (
    "display position width height margin padding border outline color background-color font-size "
    "font-weight line-height letter-spacing text-align text-decoration white-space overflow gap "
    "align-items justify-content grid-template-columns flex list-style opacity content transform"
)
REMEMBER = """(names) => {
  const all = [...document.querySelectorAll("main *:not(svg *)")];
  const look = (one, part) => {
    const styles = getComputedStyle(one, part);
    return names.map((name) => `${name}: ${styles.getPropertyValue(name)}`);
  };
  const looks = () => all.map((one) => [...look(one), ...look(one, "::before")]);
  const before = looks();
  window.changed = () => looks().flatMap((now, at) => now.flatMap((is, number) =>
    is === before[at][number] ? [] : [`${all[at].className}: ${before[at][number]} -> ${is}`]));
}"""
DRAWN: dict[str, Callable[[Taken], Any]] = {
    "home": lambda taken: Home(taken.session, taken.clock),
    "ending": lambda taken: Ending(taken.session, taken.course.lessons["first"], taken.clock),
    "dashboard": lambda taken: Dashboard(taken.session, records_folder()),
    "bench": lambda _: Bench(records_folder(), metric="fcr"),
    "sliders": lambda _: Sliders("how-many-to-ask"),
}


@pytest.mark.browser
@pytest.mark.parametrize("name", DRAWN)
def test_an_exercise_that_is_drawn_later_changes_no_look_of_the_desk(stage, taken, name):
    """Each widget brings its styles, and of two equal rules the one that came last holds."""
    taken.answers(pick_one=["refund"], broken_mug=BEST["broken-mug"])
    shown = stage()
    shown.mount(DRAWN[name](taken))
    shown.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    at_rest(shown.page)
    shown.page.add_style_tag(content=page_styles())
    assert shown.page.evaluate("window.changed()") == []


def at_rest(page: Any) -> None:
    """Waits until a second has changed nothing, and remembers how all of it looks."""
    for _ in range(60):
        page.evaluate(REMEMBER, NAMES.split())
        page.wait_for_timeout(1000)
        busy = page.locator("[aria-busy=true]").count()
        if not busy and page.evaluate("window.changed()") == []:
            return
    pytest.fail("The page never came to rest.")
