"""The dashboard and the bench in a browser: by keyboard, read out, and without a fault for axe."""

import pytest

from course.answers import Draft
from course.desk import Bench, Dashboard
from course.lessons import records_folder
from tests.page.samples import BROKEN_MUG, Steady, session

RULES = {"rules": {name: {"enabled": False} for name in ("region", "page-has-heading-one",
         "landmark-one-main", "landmark-unique", "heading-order")}}  # fmt: skip


def dashboard(*plays):
    within = session(Steady(), (BROKEN_MUG,))
    for choices in plays:
        within.answer(BROKEN_MUG.id, list(choices))
    return Dashboard(within, records_folder())


def ask(made, doing, value=None):
    sent = []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, {"re": 1, "do": doing, "value": value})
    return sent[0]


def test_facts_for_a_page_without_widgets():
    assert repr(dashboard()) == "<Dashboard: 16,225 contacts, 10,975 invitations>"
    own = repr(dashboard(("own-it", "new-mug")))
    assert own == "<Dashboard: 16,225 contacts, 10,975 invitations, 1 of your own>"


def test_every_message_is_answered():
    made = dashboard()
    on = {"filters": {"channel": "chat"}, "dark": False, "narrow": True}
    assert "error" not in ask(made, "show", {"channel": "chat"})
    assert made.view["company"]["filters"]["channel"] == "chat"
    assert ask(made, "breakdown", on)["breakdown"]["by"] == "channel"
    assert ask(made, "trend", on)["trend"]["chart"].startswith("data:image/png")
    assert ask(made, "topics", on)["topics"]["chart"].startswith("data:image/png")
    assert ask(made, "explode")["error"].startswith("The course made a mistake")


def test_a_part_is_worked_out_for_the_filters_that_it_is_asked_with():
    made = dashboard()
    ask(made, "show", {"channel": "chat"})
    told = ask(made, "breakdown", {"filters": {"channel": "phone"}})["breakdown"]
    assert [one["name"] for one in told["rows"]] == ["phone"]


def test_a_conversation_finished_elsewhere_is_looked_up():
    made = dashboard()
    assert made.view["own"]["count"] == 0
    made.session.answer(BROKEN_MUG.id, ["own-it", "new-mug"])
    ask(made, "look")
    assert made.view["own"]["count"] == 1


def opened_in(notebook, log):
    made = Dashboard(session(log, (BROKEN_MUG,)), records_folder())
    ask(made, "open", {"notebook": notebook, "filters": {"channel": "phone"}})
    return made


def test_filters_are_kept_in_the_record_notebook_by_notebook():
    log = Steady()
    made = opened_in("07.ipynb", log)
    assert made.view["company"]["filters"]["channel"] == "phone"
    assert not [one for one in log.read().records if isinstance(one, Draft)]
    for _ in range(2):
        chosen = {"channel": "chat", "metric": "nps", "own": True}
        assert ask(made, "keep", chosen)["saved"]
    again = opened_in("07.ipynb", log).view["company"]["filters"]
    assert (again["channel"], again["metric"], again["own"]) == ("chat", "nps", True)
    assert opened_in("08.ipynb", log).view["company"]["filters"]["channel"] == "phone"
    (kept,) = [one for one in log.read().records if isinstance(one, Draft)]
    assert kept.exercise == "dashboard:07.ipynb"


def test_filters_without_a_course_folder_are_the_pages_own():
    log = Steady(saved=False)
    made = opened_in("07.ipynb", log)
    assert ask(made, "keep", {"channel": "chat"})["saved"] is None
    assert opened_in("07.ipynb", log).view["company"]["filters"]["channel"] == "phone"


@pytest.fixture
def board(stage):
    def opened(*plays, memory=False, made=None, **how):
        shown = stage(**how)
        shown.page.set_default_timeout(15000)
        if memory:
            shown.page.evaluate(
                "Object.defineProperty(window, 'sessionStorage', { value: {"
                " kept: {}, getItem(k) { return this.kept[k] ?? null; },"
                " setItem(k, v) { this.kept[k] = v; } } })"
            )
        box = shown.mount(made or dashboard(*plays))
        box.locator(".cc-tile").first.wait_for(state="attached")
        return shown, box

    return opened


def settled(box):
    box.page.wait_for_function("document.querySelectorAll('.cc-chart:not([hidden])').length === 2")


@pytest.mark.browser
def test_filters_by_keyboard_are_read_out(board):
    shown, box = board()
    box.get_by_text("9,030 contacts, 2,205 surveys: CSAT 71.7 %").wait_for()
    box.get_by_label("Channel", exact=True).focus()
    shown.page.keyboard.press("c")
    box.get_by_text("1,384 contacts, 168 surveys").wait_for()
    assert shown.page.evaluate("document.activeElement.value") == "chat"
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("S")
    box.get_by_text("chat, South East, every team").wait_for()


@pytest.mark.browser
def test_arrows_go_through_the_numbers(board):
    shown, box = board()
    box.locator(".cc-tile-input:checked").focus()
    shown.page.keyboard.press("ArrowRight")
    box.get_by_role("heading", name="Net Promoter Score").wait_for()
    assert shown.page.evaluate("document.activeElement.value") == "nps"
    shown.page.keyboard.press("Tab")
    shown.page.keyboard.press("Enter")
    assert box.get_by_text("count among all answers and on neither side").is_visible()


@pytest.mark.browser
def test_tabs_by_keyboard(board):
    shown, box = board(("sorry-only", "form"))
    box.get_by_role("tab", name="Marlow & Finch").focus()
    shown.page.keyboard.press("ArrowRight")
    own = box.get_by_role("tab", name="Your own contacts")
    assert own.get_attribute("aria-selected") == "true"
    assert box.get_by_text("1 conversation, ").is_visible()
    assert not box.get_by_label("Channel", exact=True).is_visible()
    shown.page.keyboard.press("Home")
    assert box.get_by_label("Channel", exact=True).is_visible()


@pytest.mark.browser
def test_the_month_just_chosen_stands(board):
    _, box = board()
    box.get_by_label("To", exact=True).select_option("2025-03")
    box.get_by_text("March 2025, every channel").wait_for()
    assert box.get_by_label("From", exact=True).input_value() == "2025-03"


@pytest.mark.browser
def test_filters_come_back_after_a_reload(board):
    shown, box = board(memory=True)
    box.get_by_label("Channel", exact=True).select_option("social")
    box.get_by_text("social, every region").wait_for()
    again = shown.mount(dashboard(), "again")
    again.get_by_text("social, every region").wait_for()
    again.get_by_role("button", name="Start again").click()
    again.get_by_text("9,030 contacts, 2,205 surveys").wait_for()


@pytest.mark.browser
def test_filters_and_tab_come_back_on_another_machine(board):
    log = Steady()
    shown, box = board(made=Dashboard(session(log, (BROKEN_MUG,)), records_folder()))
    box.get_by_label("Channel", exact=True).select_option("social")
    box.get_by_text("social, every region").wait_for()
    box.get_by_role("tab", name="Your own contacts").click()
    shown.page.wait_for_timeout(500)
    _, again = board(made=Dashboard(session(log, (BROKEN_MUG,)), records_folder()))
    mine = again.get_by_role("tab", name="Your own contacts")
    mine.and_(again.locator("[aria-selected=true]")).wait_for()
    again.get_by_role("tab", name="Marlow & Finch").click()
    assert again.get_by_text("social, every region").is_visible()
    assert again.get_by_label("Channel", exact=True).input_value() == "social"


@pytest.mark.browser
def test_filters_that_the_disk_refuses_are_told(board):
    log = Steady()
    _, box = board(made=Dashboard(session(log, (BROKEN_MUG,)), records_folder()))
    log.refuses = True
    box.get_by_label("Channel", exact=True).select_option("social")
    box.get_by_text("social, every region").wait_for()
    settled(box)
    box.get_by_role("alert").get_by_text("Not being saved").wait_for()
    assert box.get_by_role("alert").get_by_text("No space left on device").is_visible()
    log.refuses = False
    box.get_by_label("Region", exact=True).select_option("Wales")
    box.get_by_role("alert").wait_for(state="hidden")


@pytest.mark.browser
def test_a_picture_says_its_finding_and_has_its_table(board):
    _, box = board()
    settled(box)
    image = box.get_by_role("img", name="CSAT by month")
    assert "lowest" in image.get_attribute("alt")
    box.get_by_text("The same as a table").first.click()
    assert box.get_by_role("group", name="Month by month").get_by_role("row").count() == 13


@pytest.mark.browser
def test_no_answer_is_told(board, monkeypatch):
    shown, box = board()
    settled(box)
    shown.silence()
    box.get_by_label("Region", exact=True).select_option("Wales")
    assert covered(box) == 5
    box.get_by_text("has not answered for three seconds").wait_for()
    assert covered(box) == 5
    shown.wake()
    box.get_by_text("every channel, Wales").wait_for()
    box.get_by_role("alert").wait_for(state="hidden")


def covered(box):
    return box.locator(".cc-cover[aria-busy=true]").get_by_text("Working it out").count()


def holding(shown, doing):
    """Python hears this question only when `let` is called; so many were held is `held`."""
    shown.page.evaluate(
        "(doing) => { const m = window.models.one, send = m.send; window.held = [];"
        " m.send = (message) => { if (message.do !== doing) return send(message);"
        " window.held.push(message); };"
        " window.let = () => { m.send = send; window.held.splice(0).forEach(send); };"
        " window.lose = () => { m.send = send; window.held = []; }; }",
        doing,
    )


@pytest.mark.browser
@pytest.mark.parametrize("after", ["let", "lose"])
def test_a_late_part_shows_no_figure_of_the_choice_before(board, after):
    shown, box = board()
    settled(box)
    box.get_by_text("The same as a table").first.click()
    trend = box.locator(".cc-part", has_text="Month by month")
    holding(shown, "trend")
    box.get_by_label("Team", exact=True).select_option("bot")
    box.get_by_text("every channel, every region, bot").wait_for()
    cover = trend.locator(".cc-cover")
    assert cover.get_attribute("aria-busy") == "true"
    assert trend.get_by_text("Working it out").is_visible()
    box.get_by_role("radio", name="First contact").check(force=True)
    box.get_by_role("heading", name="First contact resolution").wait_for()
    trend.get_by_text("The course has not answered yet. It is being asked again.").wait_for()
    assert cover.get_attribute("aria-busy") == "true"
    shown.page.evaluate(f"window.{after}()")
    trend.locator(".cc-cover:not([aria-busy])").wait_for()
    said = trend.get_by_role("img").get_attribute("alt")
    assert said.startswith("First contact by month")
    assert not trend.get_by_text("Working it out").is_visible()


@pytest.mark.browser
def test_only_what_a_choice_changes_is_worked_out_again(board):
    shown, box = board()
    settled(box)
    box.page.wait_for_function("!document.querySelector('.cc-cover[aria-busy]')")
    shown.page.evaluate("window.sent.length = 0")
    box.get_by_label("By", exact=True).select_option("team")
    box.get_by_role("rowheader", name="written").wait_for()
    asked = shown.page.evaluate("window.sent.map((one) => one.do)")
    assert sorted(asked) == ["breakdown", "keep", "show"]


@pytest.mark.browser
def test_a_part_that_fails_says_so(board, monkeypatch):
    _, box = board()
    settled(box)
    monkeypatch.setattr(Dashboard, "_on_trend", lambda self, value: 1 / 0)
    box.get_by_label("Channel", exact=True).select_option("chat")
    box.get_by_text("This could not be worked out.").wait_for()
    trend = box.locator(".cc-part", has_text="Month by month")
    assert trend.get_by_text("The course made a mistake").is_visible()
    assert trend.locator(".cc-cover").get_attribute("aria-busy") == "true"


@pytest.mark.browser
def test_nothing_of_ones_own_yet_is_said_kindly(board):
    _, box = board()
    box.get_by_role("tab", name="Your own contacts").click()
    assert box.get_by_text("Nothing here yet.").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize(("light", "width"), [(True, 1280), (False, 390)])
def test_axe_finds_nothing(board, light, width):
    from axe_playwright_python.sync_playwright import Axe

    shown, box = board(("own-it", "new-mug"), ("sorry-only", "form"), light=light, width=width)
    settled(box)
    bench = shown.mount(Bench(records_folder(), metric="fcr"), "bench")
    bench.get_by_role("button", name="Work it out").click()
    bench.get_by_text("On top").wait_for()
    for tab in ("Marlow & Finch", "Your own contacts"):
        box.get_by_role("tab", name=tab).click()
        shown.page.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")
        found = Axe().run(shown.page, options=RULES).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"][:160]) for one in found] == []
        assert shown.page.evaluate("document.documentElement.scrollWidth") <= width
        small = shown.page.evaluate(
            "[...document.querySelectorAll('button, summary, select, .cc-tickline, .cc-input')]"
            ".filter((e) => e.offsetParent && e.getBoundingClientRect().height < 43.5)"
            ".map((e) => e.className + e.textContent)"
        )
        assert small == []


@pytest.mark.browser
def test_the_bench_by_keyboard(stage):
    shown = stage()
    shown.page.set_default_timeout(15000)
    box = shown.mount(Bench(records_folder(), metric="csat"))
    box.get_by_label("Give").focus()
    shown.page.keyboard.press("ArrowDown")
    box.get_by_role("button", name="Work it out").focus()
    shown.page.keyboard.press("Enter")
    box.get_by_text("CSAT mean 3.99").wait_for()
    box.get_by_label("Number", exact=True).focus()
    shown.page.keyboard.press("N")
    box.get_by_text("Changed. Work it out again.").wait_for()
    assert shown.page.evaluate("document.activeElement.value") == "nps"
    assert box.get_by_label("Satisfied means").count() == 0
    box.get_by_role("button", name="Work it out").click()
    box.get_by_text("promoters (9 or 10)").wait_for()
    box.get_by_text("Worked out before (1)").click()
    assert box.get_by_text("CSAT mean 3.99").is_visible()
