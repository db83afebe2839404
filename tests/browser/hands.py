"""A trainee's two pairs of hands: one uses the mouse, the other never lets go of the keyboard."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Locator, Page, expect

from course.exercises import Item

SAVED = 15_000
READY = 'body[data-course-ready="true"]'


class Mouse:
    """Answers by clicking and, where there is text to write, typing."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def section(self, exercise: str) -> Locator:
        """An exercise of this lesson, whose station is turned to if it is not on the page."""
        self.page.wait_for_selector(READY, timeout=60_000)
        head = self.page.locator(".ccv-head:visible")
        if head.count() and not head.locator(f'.ccv-marks a[href$="exercise={exercise}"]').count():
            self.turn_to(f"exercise={exercise}")
        found = self.page.locator(f'.cc-exercise[data-exercise="{exercise}"]')
        expect(found).to_be_visible(timeout=60_000)
        return found

    def turn_to(self, end: str) -> None:
        """Follows the link of the contents whose address ends so."""
        self.open_contents()
        self.press(self.page.locator(f'.ccv-contents a[href$="{end}"]'))
        expect(self.page.locator(".ccv-contents")).to_be_hidden()
        self.page.wait_for_selector(READY, timeout=60_000)

    def turn_to_lesson(self, file: str) -> None:
        """Goes to another lesson, where one was in it."""
        self.turn_to(file)
        self.page.wait_for_url(f"**/{file}*", timeout=60_000)
        self.page.wait_for_selector(READY, timeout=90_000)

    def open_contents(self) -> None:
        self.page.get_by_role("button", name="Contents", exact=True).click()

    def press(self, button: Locator) -> None:
        button.click()

    def write(self, box: Locator, text: str) -> None:
        box.click()
        box.fill(text)

    def pick_option(self, section: Locator, option: str) -> None:
        section.locator(f'label.cc-option:has(input[value="{option}"])').click()

    def place(self, section: Locator, item: str, heading: str) -> None:
        row = section.locator(f'fieldset.cc-item[data-item="{item}"]')
        row.locator(f'label.cc-pill:has(input[value="{heading}"])').click()

    def move_to(self, section: Locator, item: str, place: int) -> None:
        row = section.locator(f'li.cc-rank-item[data-item="{item}"]')
        while (now := _place(row)) != place:
            row.locator("button.cc-move").nth(0 if now > place else 1).click()

    def say_line(self, section: Locator, choice: str) -> None:
        section.locator(f'button.cc-line[data-id="{choice}"]').click()


class Keyboard(Mouse):
    """Answers with Tab, digits, arrows and Enter alone."""

    def focus(self, target: Locator) -> None:
        """Tabs forwards or backwards until the target, or something inside it, has focus."""
        handle = target.element_handle()
        for _ in range(900):
            way = self.page.evaluate(
                """(target) => {
                    const at = document.activeElement;
                    if (target === at || (target.contains(at) && target !== at)) return 0;
                    const after = at.compareDocumentPosition(target);
                    return after & Node.DOCUMENT_POSITION_PRECEDING ? -1 : 1;
                }""",
                handle,
            )
            if way == 0:
                return
            self.page.keyboard.press("Tab" if way > 0 else "Shift+Tab")
        raise AssertionError("Tab never reached it")

    def open_contents(self) -> None:
        self.page.keyboard.press("Alt+c")

    def press(self, button: Locator) -> None:
        self.focus(button)
        self.page.keyboard.press("Enter")

    def write(self, box: Locator, text: str) -> None:
        self.focus(box)
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(text)

    def pick_option(self, section: Locator, option: str) -> None:
        values = section.locator("label.cc-option input").evaluate_all(
            "all => all.map(o => o.value)"
        )
        self.focus(section)
        self.page.keyboard.press(str(values.index(option) + 1))

    def place(self, section: Locator, item: str, heading: str) -> None:
        row = section.locator(f'fieldset.cc-item[data-item="{item}"]')
        values = row.locator("label.cc-pill input").evaluate_all("all => all.map(o => o.value)")
        self.focus(row)
        self.page.keyboard.press(str(values.index(heading) + 1))

    def move_to(self, section: Locator, item: str, place: int) -> None:
        row = section.locator(f'li.cc-rank-item[data-item="{item}"]')
        self.focus(row)
        while (now := _place(row)) != place:
            self.page.keyboard.press("ArrowUp" if now > place else "ArrowDown")

    def say_line(self, section: Locator, choice: str) -> None:
        lines = section.locator("button.cc-line")
        ids = lines.evaluate_all("all => all.map(one => one.dataset.id)")
        self.focus(section.locator(".cc-say"))
        self.page.keyboard.press(str(ids.index(choice) + 1))


def _place(row: Locator) -> int:
    return int(row.locator(".cc-rank-place").inner_text())


def answer(hands: Mouse, item: Item, given: Any, typed: str = "I would say it plainly.") -> None:
    """Enters an answer in the page and waits until the page says that it is saved."""
    section = hands.section(item.id)
    _ENTER[item.kind.name](hands, section, item, given, typed)


def _check(hands: Mouse, section: Locator) -> None:
    hands.press(section.locator(".cc-actions > button").first)
    _saved(section)


def _saved(section: Locator) -> None:
    expect(section.locator(".cc-status").last).to_contain_text("Saved", timeout=SAVED)


def _choice(hands: Mouse, section: Locator, item: Item, given: Any, typed: str) -> None:
    for option in given:
        hands.pick_option(section, option)
    _check(hands, section)


def _sort(hands: Mouse, section: Locator, item: Item, given: Any, typed: str) -> None:
    for one in item.exercise.items:
        hands.place(section, one.id, given[one.id])
    _check(hands, section)


def _rank(hands: Mouse, section: Locator, item: Item, given: Any, typed: str) -> None:
    text = {one.id: one.text for one in item.exercise.items}
    for place, one in enumerate(given, start=1):
        hands.move_to(section, one, place)
    shown = section.locator("li.cc-rank-item .cc-rank-text").all_inner_texts()
    assert shown == [text[one] for one in given]
    hands.press(section.locator(".cc-actions > button").first)
    sure = section.get_by_role("button", name="This is my order")
    if sure.count():
        # Chance had put it right, so the page asks; a second press that comes at once is no answer.
        hands.page.wait_for_timeout(450)
        hands.press(sure)
    _saved(section)


def _number(hands: Mouse, section: Locator, item: Item, given: Any, typed: str) -> None:
    hands.write(section.locator("input.cc-number"), str(given))
    _check(hands, section)


def _reply(hands: Mouse, section: Locator, item: Item, given: Any, typed: str) -> None:
    hands.write(section.locator("textarea.cc-text"), given)
    _check(hands, section)


def _dialogue(hands: Mouse, section: Locator, item: Item, given: Any, typed: str) -> None:
    say_lines(hands, section, given, typed)
    expect(section.locator(".cc-debrief")).to_be_visible(timeout=SAVED)
    expect(section.locator(".cc-debrief img.cc-chart")).to_be_visible(timeout=30_000)


def say_lines(hands: Mouse, section: Locator, choices: list[str], typed: str) -> None:
    """Says some lines of a conversation, writing one of one's own where the page asks for it."""
    said = section.locator(".cc-talk .cc-bubble.cc-mine")
    before = said.count()
    start = section.locator(".cc-start")
    if start.count():
        # The page has said what is to come.
        hands.press(start)
    for number, choice in enumerate(choices, start=1):
        box, line = section.locator(".cc-say textarea"), section.locator("button.cc-line").first
        expect(box.or_(line)).to_be_visible(timeout=SAVED)
        if box.count():
            hands.write(box, typed)
            hands.press(section.get_by_role("button", name="Show the lines"))
            expect(line).to_be_visible(timeout=SAVED)
        hands.say_line(section, choice)
        expect(said).to_have_count(before + number, timeout=SAVED)
        expect(section.locator(".cc-typing")).to_have_count(0, timeout=SAVED)


_ENTER: dict[str, Callable[[Mouse, Locator, Item, Any, str], None]] = {
    "choice": _choice,
    "sort": _sort,
    "rank": _rank,
    "number": _number,
    "reply": _reply,
    "dialogue": _dialogue,
}
