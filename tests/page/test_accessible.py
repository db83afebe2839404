"""axe-core finds nothing, on light and dark, wide and narrow; no ids are shared; nothing is cut."""

import pytest

from tests.page.gallery import SCENES
from tests.page.samples import FIRST_WORDS, SIGNS, widget

pytestmark = pytest.mark.browser


SCENES_TRIED = ["kinds", "talks", "words", "roads", "plain", "panels", "sliders"]


@pytest.mark.parametrize("scene", SCENES_TRIED)
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_axe_finds_nothing(stage, scene, light, width):
    from axe_playwright_python.sync_playwright import Axe

    opened = stage(light=light, width=width)
    SCENES[scene](opened)
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    opened.page.wait_for_timeout(200)
    rules = {"rules": {name: {"enabled": False} for name in ("region", "page-has-heading-one",
             "landmark-one-main", "landmark-unique", "heading-order")}}  # fmt: skip
    found = Axe().run(opened.page, options=rules).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width
    small = opened.page.evaluate(
        "[...document.querySelectorAll('button, summary, .cc-option, .cc-pill, .cc-number')]"
        ".filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)"
        ".map((e) => e.className + e.textContent)"
    )
    assert small == []


def test_two_widgets_share_no_id(stage):
    opened = stage()
    opened.mount(widget(FIRST_WORDS), "one")
    opened.mount(widget(FIRST_WORDS), "two")
    opened.mount(widget(SIGNS), "three")
    ids = opened.page.evaluate("[...document.querySelectorAll('.cc [id]')].map((e) => e.id)")
    assert len(ids) == len(set(ids)) > 8


def test_markup_in_content_is_text(stage):
    import msgspec

    from course.exercises import Item
    from tests.page.samples import session

    evil = "<img src=x onerror='window.broken = 1'>"
    item = Item(
        kind=FIRST_WORDS.kind,
        exercise=msgspec.structs.replace(FIRST_WORDS.exercise, prompt=evil, says=evil, title=evil),
        key=FIRST_WORDS.key,
    )
    opened = stage()
    box = opened.mount(widget(item, session(items=(item,))))
    assert evil in box.inner_text()
    assert opened.page.evaluate("window.broken") is None
