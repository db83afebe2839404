"""What readers set for themselves: colours of their own, wider letters, a ring for the focus."""

import pytest

from tests.page.gallery import SCENES
from tests.page.samples import FIRST_WORDS, SIGNS, WHOSE_MOVE, widget

pytestmark = pytest.mark.browser
LOOK = """(one) => {
  const style = getComputedStyle(one);
  return { ring: style.outlineStyle === "none" ? "" : style.outlineWidth,
    chosen: [style.borderTopWidth, style.borderTopColor, style.backgroundColor].join(" ") };
}"""
# WCAG 1.4.12
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""


@pytest.mark.parametrize(
    ("item", "label"),
    [(FIRST_WORDS, ".cc-option"), (SIGNS, ".cc-option"), (WHOSE_MOVE, ".cc-pill")],
)
def test_forced_colours_tell_chosen_from_focused(stage, item, label):
    opened = stage(forced_colors="active")
    box = opened.mount(widget(item))
    one, other = box.locator(label).nth(0), box.locator(label).nth(1)
    plain = one.evaluate(LOOK)
    one.locator("input").focus()
    opened.page.keyboard.press("Space")
    both = one.evaluate(LOOK)
    box.get_by_role("button", name="Check").focus()
    opened.page.wait_for_timeout(300)
    chosen = one.evaluate(LOOK)
    assert (plain["ring"], chosen["ring"], both["ring"]) == ("", "", "2px")
    assert chosen["chosen"] == both["chosen"] != plain["chosen"]
    assert other.evaluate(LOOK) == plain


@pytest.mark.parametrize("scene", ["kinds", "talks", "panels"])
def test_wider_letters_fit_on_a_narrow_page(stage, scene):
    opened = stage(width=320)
    SCENES[scene](opened)
    opened.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    opened.page.add_style_tag(content=SPACED + ".state { display: none }")
    opened.page.wait_for_timeout(200)
    wide = opened.page.evaluate("""() => [...document.querySelectorAll(".cc *")]
      .filter((one) => !one.closest(".cc-scroll, .cc-vanish, .cc-fold-line > *, svg")
        && one.getBoundingClientRect().right > innerWidth + 1)
      .map((one) => `${one.className} ${one.textContent.slice(0, 40)}`)""")
    assert wide == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 320
