"""Photographs every widget in every state: `python tests/page/gallery.py FOLDER`.

One picture for each ground and width, to look at before and after a change.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))
from msgspec.structs import replace

from course.answers import Way, open_session
from course.answers.submission import submit
from course.desk import TOOLS, Sliders
from course.exercises import Item, specimens
from course.lessons import Course
from course.page import Card, HandIn, Hello
from tests.page.harness import Stage, browser
from tests.page.samples import (
    BROKEN_MUG,
    FIRST_WORDS,
    ORDER,
    PROMISE,
    SIGNS,
    WAITED,
    WHOSE_MOVE,
    Steady,
    session,
    widget,
)

Act = Callable[[Stage], None]


def _answers(item: Any, name: str) -> Any:
    return next(one.answer for one in specimens(item) if one.name == name)


def _show(stage: Stage, title: str, made: Any, *, name: str) -> Any:
    stage.page.evaluate(
        "(text) => { const p = document.createElement('p'); p.className = 'state';"
        " p.textContent = text; document.querySelector('main').append(p); }",
        title,
    )
    return stage.mount(made, name)


def kinds(stage: Stage) -> None:
    """Each kind: before, wrong, partly right, done, with a draft."""
    for item in (FIRST_WORDS, SIGNS, WHOSE_MOVE, ORDER, WAITED, PROMISE):
        wanted = [one.name for one in specimens(item) if one.name != "invalid"]
        _show(stage, f"{item.id}: before", widget(item), name=f"{item.id}-before")
        for name in dict.fromkeys(wanted):
            within = session()
            within.answer(item.id, _answers(item, name))
            _show(stage, f"{item.id}: {name}", widget(item, within), name=f"{item.id}-{name}")
    within = session()
    within.draft(PROMISE.id, {"text": "A bed on one leg. I'm", "own": ""})
    _show(stage, "a draft came back", widget(PROMISE, within), name="draft")


def troubles(stage: Stage) -> None:
    """In memory only, refused by the disk, and no answer at all."""
    _show(stage, "in memory", widget(FIRST_WORDS, session(Steady(saved=False))), name="memory")
    log = Steady()
    box = _show(stage, "disk full", widget(SIGNS, session(log)), name="full")
    log.refuses = True
    box.get_by_text("It names a day.").click()
    box.get_by_role("button", name="Check").click()
    box = _show(stage, "no answer", widget(WAITED), name="late")
    stage.silence("late")
    box.get_by_label("Your answer").fill("12")
    box.get_by_role("button", name="Check").click()
    stage.page.wait_for_timeout(3300)


def talks(stage: Stage) -> None:
    """A conversation: to type first, to choose, half-way with the gauge, and over."""
    _show(stage, "a line to type first", widget(BROKEN_MUG), name="typed")
    for title, turns in (
        ("half-way", ("own-it",)),
        ("well ended", ("own-it", "new-mug")),
        ("badly ended", ("sorry-only", "form")),
    ):
        within = session()
        for turn in turns:
            within.turn(BROKEN_MUG.id, turn, "Oh dear, poor mug.")
        if len(turns) == 1:
            within.hint(BROKEN_MUG.id, 1)
        _show(stage, title, widget(BROKEN_MUG, within), name=title.replace(" ", "-"))


def words(stage: Stage) -> None:
    """Words of one's own: asked about, waiting, to be placed, placed with none and with a line."""
    for title, typed, how in (
        ("asked about", "You should have packed it better.", {}),
        ("waiting", "Don't be such an idiot.", {"paused": True}),
        ("to be placed", "A mug in two pieces. When do you need it?", {}),
    ):
        within = session()
        draft = {"moment": "opening", "typed": typed, "ready": True, **how}
        within.draft(BROKEN_MUG.id, draft)
        _show(stage, title, widget(BROKEN_MUG, within), name=title.replace(" ", "-"))
    within = session()
    within.none_of_these(BROKEN_MUG.id, "Shall I sing?")
    within.turn(BROKEN_MUG.id, "own-it", "Oh dear, a mug in two pieces.", placed=True)
    box = _show(stage, "placed", widget(BROKEN_MUG, within), name="placed")
    box.get_by_role("button", name="It is there").first.click()
    box.locator(".cc-markable").nth(1).click()
    within = session()
    within.answer(PROMISE.id, "You should have checked the box. It comes soon.")
    within.answer(PROMISE.id, "A bed on one leg, I'm sorry. You have it tomorrow by ten.")
    _show(stage, "a reply, then and now", widget(PROMISE, within), name="then-and-now")


def roads(stage: Stage) -> None:
    """A line taken back: where the roads part, further on, and both side by side."""
    for title, said in (("parts", ()), ("goes-on", ("own-it",)), ("ends", ("own-it", "new-mug"))):
        within = session()
        within.answer(BROKEN_MUG.id, ["sorry-only", "form"])
        way = Way(occasion="road", attempt=1, turn=1)
        within.again(BROKEN_MUG.id, way=way)
        for turn in said:
            within.turn(BROKEN_MUG.id, turn, way=way)
        box = _show(stage, title, widget(BROKEN_MUG, within), name=title)
    box.locator(".cc-two img").wait_for()


def plain(stage: Stage) -> None:
    """As plain text; and what stands before a customer who swears."""
    for name, within in (("asks", session()), ("ends", session())):
        within.turn(BROKEN_MUG.id, "own-it", "Oh dear, poor mug.")
        if name == "ends":
            within.turn(BROKEN_MUG.id, "new-mug")
        _show(stage, f"plain: {name}", widget(BROKEN_MUG, within), name=f"plain-{name}")
    stage.page.get_by_role("switch").first.check()
    for left in (False, True):
        item = _warning()
        within = session(items=(item,))
        if left:
            within.draft(item.id, {"moment": "opening", "typed": "", "ready": False, "left": True})
        _show(stage, "left out" if left else "warned", widget(item, within), name=f"warned-{left}")


def _warning() -> Item:
    exercise = BROKEN_MUG.exercise
    scenario = replace(exercise.scenario, warning="Ines swears in this call.")
    return Item(
        kind=BROKEN_MUG.kind, exercise=replace(exercise, scenario=scenario), key=BROKEN_MUG.key
    )


CONTENT = Path(__file__).parents[1] / "fixtures" / "course"


def panels(stage: Stage) -> None:
    """Welcome, hand-in, card; each before and after."""
    within = session()
    _show(stage, "welcome", Hello(within), name="hello")
    done = session()
    done.profile("Tomasz")
    done.answer(PROMISE.id, "When a customer shouts, I will say back what broke, and wait.")
    done.answer(WAITED.id, 4)
    _show(stage, "welcome again", Hello(done), name="hello-again")
    folder = Path(tempfile.mkdtemp())
    theirs = open_session(Course(CONTENT, CONTENT), folder)
    theirs.answer("pick-one", ["say-back"])
    made = HandIn(theirs, folder, lambda: submit(folder))
    _show(stage, "hand in", made, name="handin")
    made._on_make(None)
    _show(stage, "handed in", made, name="made")
    watch = (
        "Says the customer's problem back before anything else.",
        "Names a day or an hour, and who will ring.",
        "Asks what they need it for, before offering.",
    )
    _show(stage, "card", Card(done, PROMISE.id, "Upset customers", watch), name="card")
    _show(
        stage, "card without words", Card(within, PROMISE.id, "Upset customers", watch), name="c2"
    )


def sliders(stage: Stage) -> None:
    """Each tool as it opens, and how many to ask at both ends."""
    for name in TOOLS:
        _show(stage, name, Sliders(name), name=name).get_by_role("img").wait_for()
    for customers, in_hundred in ((3, 1), (400, 50)):
        made = Sliders("how-many-to-ask", customers=customers, in_hundred=in_hundred)
        _show(stage, f"asking {customers}", made, name=f"asking-{customers}").get_by_role(
            "img"
        ).wait_for()


SCENES: dict[str, Act] = {
    "kinds": kinds, "troubles": troubles, "talks": talks, "words": words, "roads": roads,
    "plain": plain,
    "panels": panels, "sliders": sliders,
}  # fmt: skip
LABEL = ".state{font:12px/20px monospace;color:var(--cc-quiet);margin:0 0 8px}"


def main(folder: Path, *only: str) -> None:
    """Writes one picture for each scene, ground and width."""
    folder.mkdir(parents=True, exist_ok=True)
    with browser() as chromium:
        for scene, draw in SCENES.items():
            if only and scene not in only:
                continue
            for light in (True, False):
                for width in (1280, 390):
                    page = chromium.new_page(viewport={"width": width, "height": 900})
                    page.on("pageerror", lambda error: print("page error:", error))
                    stage = Stage(page, light=light)
                    page.add_style_tag(content=LABEL)
                    draw(stage)
                    page.wait_for_timeout(700)
                    ground = "light" if light else "dark"
                    page.screenshot(path=folder / f"{scene}-{ground}-{width}.png", full_page=True)
                    page.close()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "gallery"), *sys.argv[2:])
