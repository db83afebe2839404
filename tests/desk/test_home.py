"""Home: where to go on, the map, what can be done and what slips; by keyboard, and axe-clean."""

import re
import shutil
import time
from typing import cast

import pytest

from course.answers import REVIEW, Session, open_session
from course.desk import Home
from course.lessons.build import build
from tests.desk.taken import Taken
from tests.shipped import load_course
from tests.trainees import BEST

RULES = {"rules": {name: {"enabled": False} for name in ("region", "landmark-one-main",
         "landmark-unique")}}  # fmt: skip


def opened(taken):
    made = Home(taken.session, taken.clock)
    made._heard(None, {"re": 1, "do": "look"})
    return made


def lines(part):
    return [one["text"] for one in part["lines"]]


def test_the_first_day_says_where_to_begin_and_when_the_parts_will_fill(taken):
    made = Home(taken.session, taken.clock)
    assert made.view["on"]["does"] == "Begin"
    assert made.view["on"]["link"] == "first.ipynb?station=hear-her&exercise=pick-one"
    assert made.view["rest"] is None, "the rest is worked out when the page asks"
    rest = opened(taken).view["rest"]
    assert rest["ten"]["title"] == "Hear her, about 8 minutes"
    assert rest["review"] is None
    assert [one["present"] for one in rest["lessons"]] == [True, False]
    assert rest["lessons"][0]["time"] == "about 20 minutes of core left"
    for part in ("able", "slips", "customers"):
        assert rest[part]["lines"] == []
        assert rest[part]["empty"].endswith(".")
    assert repr(made) == "<Home: 0 of 4 stations met>"


def test_a_customer_who_waits_is_named(taken):
    taken.session.turn("broken-mug", "own-it")
    on = opened(taken).view["on"]
    assert on["does"] == "Carry on"
    assert on["link"] == "first.ipynb?station=put-it-in-order&exercise=broken-mug"
    assert on["facts"].startswith("Ines is waiting for an answer · About 12 minutes · Hear them")


def test_what_was_done_is_told_in_counts(taken):
    taken.session.profile("Sam")
    taken.answers(pick_one=["refund"], pick_several=BEST["pick-several"])
    taken.answers(broken_mug=BEST["broken-mug"])
    made = opened(taken)
    rest = made.view["rest"]
    assert made.view["greeting"].endswith(", Sam")
    (group,) = rest["able"]["groups"]
    assert re.fullmatch(r"\d of 3 first tries\.", group["tries"])
    assert lines(rest["able"]) == ["Hear a problem before solving it. Right on 2 of 3 first tries."]
    assert rest["able"]["lines"][0]["to"].startswith("Practise: ")
    for one in (*rest["able"]["lines"], *group["lines"]):
        assert re.fullmatch(r"first\.ipynb\?station=[a-z-]+&exercise=[a-z-]+", one["link"])
    (slip,) = rest["slips"]["lines"]
    assert slip["link"].startswith("first.ipynb?station=")
    assert slip["to"].startswith("Practise: ")
    more = lines(rest["customers"])[1]
    assert re.fullmatch(r"You .*promises?\. In 1 conversation you asked no question twice\.", more)
    assert "%" not in str(rest)
    states = [one["state"] for one in rest["lessons"][0]["core"]]
    assert states == ["part", "met"], "its hardest exercise was answered first: tested out"
    assert rest["lessons"][0]["said"] == "1 of 2 stations met, 1 in part"


def test_what_customers_rated_comes_with_how_far_the_truth_may_lie(course, tmp_path):
    """Of those who answered; the ends are the interval's."""
    for number in range(20):
        one = Taken(course, tmp_path / str(number)).answers(broken_mug=BEST["broken-mug"])
        rated = lines(opened(one).view["rest"]["customers"])[0]
        if "gave 4 or 5" in rated:
            assert re.search(r"1 of 1 customer who answered gave 4 or 5 of 5\.", rated)
            assert re.search(r"of 100 such customers, between 21 and 100 would do so\.$", rated)
            return
        assert rated == "1 conversation, and no customer has answered the survey."
    raise AssertionError("nobody answered a survey")


def test_a_review_that_is_due_is_a_line(taken):
    taken.answers(pick_one=["refund"])
    assert opened(taken).view["rest"]["review"] is None
    taken.clock.goes_to(2)
    rest = opened(taken).view["rest"]
    assert rest["ten"]["link"] != "review.ipynb"
    assert rest["review"]["link"] == "review.ipynb"
    assert "comes back" in rest["review"]["facts"]


def test_whoever_knows_a_station_is_led_to_its_hardest_exercise_until_something_was_tried(taken):
    first, second = opened(taken).view["rest"]["lessons"][0]["core"]
    assert second["known"].endswith("exercise=broken-mug")
    assert first["known"].endswith("exercise=pick-several")
    taken.answers(pick_several=BEST["pick-several"])
    first, _ = opened(taken).view["rest"]["lessons"][0]["core"]
    assert (first["state"], first["known"]) == ("met", ""), "right at the first try: tested out"
    taken.answers(tag_lines=BEST["tag-lines"])
    _, second = opened(taken).view["rest"]["lessons"][0]["core"]
    assert (second["state"], second["known"]) == ("part", "")


def test_every_link_leads_to_a_page_that_is_laid_out(taken):
    built = build(taken.course)
    stations = {(one.file, two.id) for one in built.lessons for two in one.stations}
    found = re.findall(r"'link': '([^']+)'", str(opened(taken).view))
    assert len(found) > 5
    for link in found:
        file, _, asked = link.partition("?")
        assert file in built.notebooks
        assert (file, asked.partition("station=")[2].partition("&")[0]) in stations
    assert {"home.ipynb", "review.ipynb"} <= set(built.notebooks)
    assert [one.id for one in built.pages] == ["home", "review", "privacy"]


def test_home_costs_little_where_much_was_done(took_all, tmp_path):
    """Prints; asserts only that all of it is there."""
    shutil.copytree(took_all("careless"), tmp_path, dirs_exist_ok=True)
    taken = open_session(load_course(), tmp_path)
    names = [one.id for one in load_course().items()]
    while len(taken.reading) < 2000:
        for name in names[:200]:
            taken.draft(name, "x", way=REVIEW)
    session = open_session(load_course(), tmp_path)
    for name in ("cold", "warm"):
        began = time.process_time()
        made = Home(session)
        first = time.process_time() - began
        made._heard(None, {"re": 1, "do": "look"})
        print(f"{name}: {first * 1000:.0f} ms to the way on, "
              f"{(time.process_time() - began) * 1000:.0f} ms of CPU to all of it, "
              f"{len(session.reading)} records")  # fmt: skip
    assert len(made.view["rest"]["lessons"]) == len(load_course().lessons)


@pytest.mark.browser
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_by_keyboard_and_without_a_fault_for_axe(stage, taken, light, width):
    from axe_playwright_python.sync_playwright import Axe

    taken.answers(pick_one=["refund"], broken_mug=BEST["broken-mug"])
    shown = stage(light=light, width=width)
    box = shown.mount(Home(taken.session, taken.clock))
    box.get_by_role("link", name="Carry on").wait_for()
    box.get_by_role("heading", name="What to practise").wait_for()
    for _ in range(40):
        shown.page.keyboard.press("Tab")
        if shown.page.evaluate("document.activeElement.textContent").startswith("A second lesson"):
            break
    shown.page.keyboard.press("Enter")
    link = box.get_by_role("link", name="In your words")
    assert link.get_attribute("href") == "second.ipynb?station=in-your-words"
    assert link.is_visible()
    assert box.get_by_role("link", name="I know this: Count it").is_visible()
    shown.page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    found = Axe().run(shown.page, options=RULES).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_a_fold_stays_as_it_was_left_when_something_newer_comes(stage, taken):
    shown = stage()
    box = shown.mount(Home(taken.session, taken.clock))
    second = box.locator("summary", has_text="A second lesson")
    second.click()
    taken.answers(pick_one=["say-back"])
    shown.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    box.get_by_text("0 of 2 stations met, 1 in part").wait_for()
    assert box.get_by_role("link", name="In your words").is_visible()


@pytest.mark.browser
def test_no_answer_is_told_and_can_be_asked_for_again(stage, taken):
    shown = stage()
    made = Home(taken.session, taken.clock)
    session = made.session
    made.session = cast(Session, None)
    box = shown.mount(made)
    box.get_by_role("alert").get_by_text("No answer").wait_for()
    assert box.get_by_role("link", name="Begin").is_visible()
    made.session = session
    box.get_by_role("button", name="Try again").click()
    box.get_by_role("heading", name="The course").wait_for()
    assert box.get_by_role("alert").count() == 0
