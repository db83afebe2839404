"""What the page is given: everything it needs, and nothing of the key before an answer."""

import json
from typing import Any

import msgspec
import pytest

from course.exercises import Item, specimens
from course.exercises.calculator import Table
from course.exercises.prose import blocks
from course.language import ACTS
from course.page.messages import plain
from course.page.view import view
from course.page.views.base import ExerciseView, OptionView
from course.page.views.choice import ChoiceView
from course.page.views.debrief import debrief
from course.page.views.rank import FIRST, PLACE
from course.scenarios import play
from tests.page.samples import (
    ALL,
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
from tests.shipped import load_course


def picture(shown: ExerciseView) -> tuple[OptionView, ...]:
    assert isinstance(shown, ChoiceView)
    return shown.options


def seen(item, within, **more) -> dict[str, Any]:
    return plain(view(item, within.history(item.id), trainee=within.trainee, **more))


def key_words(item):
    """Every sentence that only the key holds."""
    key = item.key
    if item is BROKEN_MUG:
        return [text for note in key.notes.values() for text in (note.heard, note.why) if text]
    if item is PROMISE:
        return [key.model, key.because, *(one.text for one in key.rubric)]
    if item is WAITED:
        return [key.because, *key.slips.values(), key.calculator]
    return list(key.because.values())


@pytest.mark.parametrize("item", ALL, ids=lambda one: one.id)
def test_nothing_of_the_key_before_an_answer(item):
    shown = json.dumps(seen(item, session()), ensure_ascii=False)
    assert [words for words in key_words(item) if json.dumps(words)[1:-1] in shown] == (
        ["median"] if item is WAITED else []
    )


@pytest.mark.parametrize("item", ALL, ids=lambda one: one.id)
def test_every_state_is_plain_data(item):
    for one in specimens(item):
        within = session()
        within.answer(item.id, one.answer)
        made = seen(item, within)
        assert json.loads(json.dumps(made)) == made
        assert made["state"] in ("before", "notyet", "done")


def test_an_assessed_exercise_shows_no_reason_even_after_an_answer():
    bare = Item(kind=FIRST_WORDS.kind, exercise=FIRST_WORDS.exercise)
    within = session(items=(bare,))
    within.answer(bare.id, ["screws"])
    made = seen(bare, within)
    assert (made["state"], made["result"]["kind"], made["reasons"]) == ("done", "recorded", [])


def test_options_keep_their_order_for_one_trainee_and_differ_between_trainees():
    orders = {
        tuple(
            one.id
            for one in picture(view(FIRST_WORDS, session().history(FIRST_WORDS.id), trainee=who))
        )
        for who in ("a", "b", "c", "d", "e", "f")
    }
    assert len(orders) > 2
    assert seen(FIRST_WORDS, session())["options"] == seen(FIRST_WORDS, session())["options"]


def test_what_was_missed_is_not_told_while_a_better_answer_is_possible():
    within = session()
    within.answer(SIGNS.id, ["back"])
    made = seen(SIGNS, within)
    assert [one["id"] for one in made["reasons"]] == ["back"]
    assert made["others"] == []
    assert made["result"]["score"] == "1 of 2"


def test_all_reasons_are_told_once_it_is_right():
    within = session()
    within.answer(SIGNS.id, ["back", "when"])
    made = seen(SIGNS, within)
    assert len(made["reasons"]) + len(made["others"]) == 4
    within.answer(WHOSE_MOVE.id, {"warm": "act", "sorry": "act", "van": "act", "mine": "act"})
    whys = {one["id"]: one["why"] for one in seen(WHOSE_MOVE, within)["items"]}
    assert [name for name, why in whys.items() if why] == ["warm", "sorry"]


def test_hints_are_shown_one_at_a_time():
    within = session()
    assert seen(FIRST_WORDS, within)["hints"]["shown"] == []
    within.hint(FIRST_WORDS.id, 1)
    assert len(seen(FIRST_WORDS, within)["hints"]["shown"]) == 1


def test_a_rank_starts_shuffled_and_comes_back_as_it_was_left():
    within = session()
    start = [one["id"] for one in seen(ORDER, within)["items"]]
    within.draft(ORDER.id, start[::-1])
    made = seen(ORDER, within)
    assert [one["id"] for one in made["items"]] == start[::-1]
    assert made["cameBack"]


def test_what_must_be_first_is_named_on_the_second_miss_only():
    strict = msgspec.structs.replace(
        ORDER, key=msgspec.structs.replace(ORDER.key, must_be_first=("hear",))
    )
    within = session(items=(strict,))
    within.answer(ORDER.id, ["sorry", "hear", "fix", "ring"])
    made = seen(strict, within)
    assert (made["must"], made["result"]["score"]) == ([FIRST], "3 of 6 points for the order")
    assert [(one["id"], one["why"]) for one in made["reasons"]] == [("hear", PLACE)]
    within.answer(ORDER.id, ["sorry", "hear", "ring", "fix"])
    made = seen(strict, within)
    assert made["must"][0].startswith("‘No heat since Sunday")
    assert [one["id"] for one in made["reasons"]] == ["hear", "fix"]
    within.answer(ORDER.id, ["hear", "sorry", "fix", "ring"])
    assert seen(strict, within)["must"] == []


def test_a_rating_of_ones_own_reply_is_no_draft_that_came_back():
    within = session()
    within.answer(PROMISE.id, "A bed on one leg, and you on the sofa.")
    within.draft(PROMISE.id, {"text": "A bed on one leg, and you on the sofa.", "own": "nearly"})
    made = seen(PROMISE, within)
    assert (made["own"], made["cameBack"], made["state"]) == ("nearly", False, "done")


def test_lines_stay_hidden_until_one_is_typed():
    within = session()
    made = seen(BROKEN_MUG, within)
    assert (made["asks"]["first"], made["asks"]["choices"]) == (True, [])
    assert "Leave it with me" not in json.dumps(made)
    within.draft(BROKEN_MUG.id, {"moment": "opening", "typed": "Poor mug.", "ready": True})
    made = seen(BROKEN_MUG, within)
    assert (made["asks"]["first"], len(made["asks"]["choices"])) == (False, 4)
    assert made["asks"]["typed"] == "Poor mug."


def test_choices_carry_words_and_ids_only():
    within = session()
    within.turn(BROKEN_MUG.id, "own-it")
    made = seen(BROKEN_MUG, within)
    assert all(set(one) == {"id", "text", "pieces"} for one in made["asks"]["choices"])


def test_the_mood_is_hidden_until_asked_for():
    within = session()
    within.turn(BROKEN_MUG.id, "own-it")
    assert seen(BROKEN_MUG, within)["mood"] is None
    within.hint(BROKEN_MUG.id, 1)
    assert seen(BROKEN_MUG, within)["mood"]["word"] == "settling"


def test_the_debrief_quotes_the_trainee():
    within = session()
    for turn in ("sorry-only", "form"):
        within.turn(BROKEN_MUG.id, turn, "Oh dear." if turn == "sorry-only" else "")
    within.answer(BROKEN_MUG.id, ["sorry-only", "form"])
    made = seen(BROKEN_MUG, within)["debrief"]
    assert len([one for one in made["lines"] if one["weighty"]]) <= 2
    road = made["lines"][0]
    assert road["typed"] == "Oh dear."
    assert road["heard"]
    assert road["better"]
    assert made["survey"]["facts"][0]["said"].endswith("of 5")


def test_the_steps_name_every_act_that_the_case_calls_for_done_or_missed():
    item = load_course().find("missing-refund")
    assert item is not None
    named = 0
    for planned in item.key.plan:
        transcript = play(item.exercise.scenario, planned.choices)
        back = debrief(item, transcript)
        words = " ".join(one.name for one in back.steps).casefold()
        for act in item.key.rubric.acts:
            named += ACTS[act].did in words
            missed = [one for one in back.steps if one.name.casefold() == ACTS[act].did]
            if act not in transcript.state.acts:
                assert [(one.found, one.why) for one in missed] == [(False, ACTS[act].missed)]
    assert named == len(item.key.plan) * len(item.key.rubric.acts)


def test_an_answer_by_another_way_is_shown_as_a_conversation():
    within = session()
    within.answer(BROKEN_MUG.id, ["own-it", "new-mug"])
    made = seen(BROKEN_MUG, within)
    assert (made["ended"], made["asks"]) == ("A new mug on its way", None)


def test_again_begins_at_the_beginning_and_keeps_the_answer():
    within = session()
    within.answer(BROKEN_MUG.id, ["own-it", "new-mug"])
    within.again(BROKEN_MUG.id)
    made = seen(BROKEN_MUG, within)
    assert (made["turns"], made["debrief"], made["tries"]) == (0, None, 1)


def test_a_conversation_played_again_says_how_it_went_and_mixes_its_lines():
    within = session()
    orders = []
    for said in (["own-it", "new-mug"], ["sorry-only", "form"], ["coupon", "new-mug"]):
        within.draft(BROKEN_MUG.id, {"moment": "opening", "typed": "Oh.", "ready": True})
        before = seen(BROKEN_MUG, within)
        orders.append([one["id"] for one in before["asks"]["choices"]])
        assert orders[-1] == [one["id"] for one in seen(BROKEN_MUG, within)["asks"]["choices"]]
        within.answer(BROKEN_MUG.id, said)
        assert seen(BROKEN_MUG, within)["last"] == ""
        within.again(BROKEN_MUG.id)
    assert len({tuple(one) for one in orders}) > 1
    assert len({tuple(sorted(one)) for one in orders}) == 1
    told = seen(BROKEN_MUG, within)["last"]
    marks = [one.result.earned for one in within.history(BROKEN_MUG.id).attempts]
    assert marks[0] == 100 > marks[-1]
    assert told.startswith("Last time: ‘A new mug on its way’, ")
    assert told.endswith("Best so far: 100.")
    within.answer(BROKEN_MUG.id, ["ask-courier"])
    within.again(BROKEN_MUG.id)
    assert seen(BROKEN_MUG, within)["last"].startswith("Last time: ‘She buys a mug elsewhere’, ")


def test_again_outlives_the_kernel_and_an_answer_ends_it():
    log = Steady()
    before = session(log)
    before.answer(BROKEN_MUG.id, ["own-it", "new-mug"])
    widget(BROKEN_MUG, before)._on_again(1)
    after = session(log)
    shown = widget(BROKEN_MUG, after).view
    assert (shown["turns"], shown["ended"], shown["debrief"]) == (0, "", None)
    after.answer(BROKEN_MUG.id, ["sorry-only", "form"])
    assert widget(BROKEN_MUG, session(log)).view["turns"] == 2


def test_full_marks_stay_beside_a_later_try():
    within = session()
    for options in (["pack"], ["screws"], ["congratulate"]):
        within.answer(FIRST_WORDS.id, options)
    told = seen(FIRST_WORDS, within)["result"]
    assert told["word"] == "Full marks on try 2; this try: in part, 0.5 of 1"
    assert (told["mark"], told["score"]) == ("full", "")
    within.answer(FIRST_WORDS.id, ["screws"])
    assert seen(FIRST_WORDS, within)["result"]["word"] == "Right"


def test_what_a_person_reads_is_sent():
    away = Item(kind=FIRST_WORDS.kind, exercise=FIRST_WORDS.exercise)
    assert seen(PROMISE, session())["sent"]
    assert seen(away, session(items=(away,)))["sent"]
    assert not seen(FIRST_WORDS, session())["sent"]


def test_figures_that_name_something_have_no_separators():
    from msgspec.structs import replace

    table = Table(
        columns=("order", "case_id", "Year", "orders", "amount"),
        rows=((10482, 31007, 2026, 10482, 1234.5), (10483, None, 2025, 9, 12)),
    )
    item = Item(kind=WAITED.kind, exercise=replace(WAITED.exercise, table=table), key=WAITED.key)
    shown: Any = plain(view(item, session().history(WAITED.id)))["table"]
    assert shown["rows"][0] == ["10482", "31007", "2026", "10,482", "1,234.5"]
    assert shown["figures"] == [False, False, False, True, True]


def number_on(table):
    from msgspec.structs import replace

    return Item(kind=WAITED.kind, exercise=replace(WAITED.exercise, table=table), key=WAITED.key)


def test_contacts_of_a_year_are_figures_and_a_column_keeps_its_decimals():
    item = number_on(Table(
        columns=("channel", "answers this year", "CSAT this year", "year"),
        rows=(("e-mail", 1192, 51.0, 2025), ("phone", 476, 50.4, 2026)),
    ))  # fmt: skip
    shown: Any = plain(view(item, session().history(WAITED.id)))["table"]
    assert shown["rows"] == [["e-mail", "1,192", "51.0", "2025"], ["phone", "476", "50.4", "2026"]]
    assert shown["figures"] == [False, True, True, False]


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
def test_every_row_of_a_table_is_seen_and_a_wide_one_says_so(stage, width):
    long = number_on(Table(
        columns=("customer", "opened", "topic"),
        rows=tuple((f"Customer {row}", "2026-01-12 10:08", "delivery") for row in range(14)),
    ))  # fmt: skip
    wide = number_on(Table(columns=tuple("uninterruptedheadings" + str(at) for at in range(9)),
                           rows=(tuple(range(9)),)))  # fmt: skip
    shown = stage(width=width)
    first = shown.mount(widget(long), "long")
    data = first.locator(".cc-data")
    assert data.evaluate("(box) => box.scrollHeight <= box.clientHeight")
    assert data.get_by_role("row").last.is_visible()
    assert not first.get_by_text("wider than the page").is_visible()
    second = shown.mount(widget(wide), "wide")
    second.get_by_text("wider than the page").wait_for()
    assert shown.page.evaluate("document.documentElement.scrollWidth") <= width


def test_public_and_private_are_marked_once():
    from msgspec.structs import replace

    from course.page.views.talk import entries
    from course.scenarios import SMALL, play

    first = SMALL.moments[0]
    private = replace(first.choices[0], acts=("go_private",))
    social = replace(
        SMALL, channel="social", moments=(replace(first, choices=(private,)), *SMALL.moments[1:])
    )
    made = entries(social, play(social, ["own-it", "new-mug"]))
    assert [one.text for one in made if one.who == "later"] == ["Now in private messages"]
    assert next(one.where for one in made if one.where) == "in public"
    assert {one.where for one in made[3:] if one.where} == {"in private"}


def test_silence_is_shown_as_silence():
    from msgspec.structs import replace

    from course.page.views.talk import entries
    from course.scenarios import SMALL, play
    from course.scenarios.definition import Line

    quiet = replace(SMALL.moments[0], says=(Line(text="…"),))
    mute = replace(SMALL, moments=(quiet, *SMALL.moments[1:]))
    made = entries(mute, play(mute, []))
    assert plain(made[-1]) == {
        "who": "silence", "text": "Silence on the line", "where": "", "typed": "", "by": "",
        "own": "", "turn": 0,
    }  # fmt: skip


def test_the_points_of_an_order_say_what_they_count():
    within = session()
    right = list(ORDER.key.order)
    within.answer(ORDER.id, [right[1], right[0], *right[2:]])
    assert seen(ORDER, within)["result"]["score"] == "5 of 6 points for the order"
    within.answer(ORDER.id, right)
    within.answer(ORDER.id, right[::-1])
    word = seen(ORDER, within)["result"]["word"]
    assert word == "Full marks on try 2; this try: not yet, 0 of 6 points for the order"


def test_what_was_tried_before_is_known_and_nothing_of_the_key_with_it():
    within = session()
    assert seen(FIRST_WORDS, within)["tried"] == []
    for options in (["pack"], ["congratulate"]):
        within.answer(FIRST_WORDS.id, options)
    assert sorted(seen(FIRST_WORDS, within)["tried"]) == ["congratulate", "pack"]
    within.answer(FIRST_WORDS.id, ["screws"])
    assert sorted(seen(FIRST_WORDS, within)["tried"]) == ["congratulate", "pack"]
    bare = Item(kind=FIRST_WORDS.kind, exercise=FIRST_WORDS.exercise)
    away = session(items=(bare,))
    away.answer(bare.id, ["pack"])
    assert seen(bare, away)["tried"] == []


def test_an_item_knows_where_it_was_at_the_last_check():
    within = session()
    at = {"warm": "act", "sorry": "apologise", "van": "act", "mine": "act"}
    within.answer(WHOSE_MOVE.id, at)
    within.draft(WHOSE_MOVE.id, at | {"warm": "acknowledge"})
    item = seen(WHOSE_MOVE, within)["items"][0]
    assert (item["at"], item["checked"], item["mark"]) == ("acknowledge", "act", "none")
    assert item["tried"] == ["act"]


def test_a_table_in_a_prompt_is_drawn_as_one():
    from tests.shipped import load_course

    tables = 0
    for item in load_course().items():
        for block in blocks(item.exercise.prompt):
            tables += block.kind == "table"
            assert not any("|" in run.text for line in block.lines for run in line), item.id
            assert block.kind != "table" or not len(block.lines) % block.columns
    assert tables >= 9


def test_what_is_no_table_stays_as_it_is():
    assert [one.kind for one in blocks("| a | b |\n|---|---|\n| 1 |")] == ["text"]
    assert [one.kind for one in blocks("| a |\n| b |")] == ["text"]


@pytest.mark.browser
def test_the_cells_of_a_table_are_heard_as_a_table(stage):
    from tests.shipped import load_course

    item = load_course().find("six-thousand")
    assert item is not None
    box = stage(width=390).mount(widget(item, session(items=(item,))))
    assert box.get_by_role("columnheader", name="cost for each one more").count() == 1
    row = box.get_by_role("row", name="a voucher of £10")
    assert row.get_by_role("cell").all_inner_texts() == ["900", "3", "-1 to 8", "£292"]
    assert box.page.evaluate("document.documentElement.scrollWidth") <= 390
