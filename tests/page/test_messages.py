"""What the page sends is read strictly, and nothing that it sends ends in a traceback."""

from typing import get_type_hints

import msgspec
import pytest

from course.desk import Bench, Dashboard, Sliders
from course.exercises import Item
from course.page import Card, ExerciseWidget, HandIn, Hello
from course.page.messages import Message
from course.page.typedefs import declare
from tests.page.samples import ALL, BROKEN_MUG, FIRST_WORDS, PROMISE, WAITED, session, widget

WIDGETS = (ExerciseWidget, Card, HandIn, Hello, Dashboard, Bench, Sliders)


def ask(made, message):
    sent = []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, message)
    assert len(sent) == 1
    return sent[0]


@pytest.mark.parametrize("one", WIDGETS, ids=lambda one: one.__name__)
def test_every_question_has_its_answer_and_the_type_that_it_is_read_as(one):
    for doing, wanted in one.hears.items():
        hints = get_type_hints(getattr(one, f"_on_{doing}"))
        assert issubclass(hints.pop("return"), Message)
        taken = next(iter(hints.values()))
        assert taken in (object, type(None) if wanted is None else wanted), doing
    answered = {name.removeprefix("_on_") for name in dir(one) if name.startswith("_on_")}
    missing = answered - set(one.hears) - ({"draft"} if one is ExerciseWidget else set())
    assert {name for name in missing if name in vars(one)} == set()


@pytest.mark.parametrize(
    ("item", "doing", "value"),
    [
        (FIRST_WORDS, "answer", None),
        (FIRST_WORDS, "answer", [["screws"]]),
        (FIRST_WORDS, "draft", "screws"),
        (FIRST_WORDS, "hint", "two"),
        (WAITED, "draft", 4),
        (PROMISE, "draft", {"own": "nearly"}),
        (BROKEN_MUG, "draft", {"moment": "opening", "typed": 7, "ready": False}),
        (BROKEN_MUG, "turn", {"choice": "own-it", "play": 1, "after": "0", "typed": ""}),
        (BROKEN_MUG, "chart", {"dark": "yes", "narrow": False}),
        (BROKEN_MUG, "_show", None),
        (BROKEN_MUG, "answer__class__", None),
    ],
)
def test_a_message_of_another_shape_is_refused_in_a_sentence(item, doing, value, caplog):
    within = session()
    before = len(within.reading.records)
    reply = ask(widget(item, within), {"re": "x-1", "do": doing, "value": value})
    assert (reply["re"], reply["saved"]) == ("x-1", None)
    assert reply["error"].startswith("The course made a mistake: it cannot read what this page")
    assert len(within.reading.records) == before
    assert "Traceback" not in caplog.text


@pytest.mark.parametrize("item", ALL, ids=lambda one: one.id)
def test_what_is_sent_is_what_its_struct_says(item):
    made = widget(item)
    assert msgspec.convert(made.view, type(made._view())) == made._view()


@pytest.mark.browser
def test_nothing_that_anybody_wrote_becomes_markup(stage):
    evil = "<img src=x onerror='window.broken = 1'>${1}"
    item = Item(
        kind=FIRST_WORDS.kind,
        exercise=msgspec.structs.replace(FIRST_WORDS.exercise, title=evil, prompt=evil, says=evil),
        key=FIRST_WORDS.key,
    )
    within = session(items=(item, PROMISE, BROKEN_MUG))
    within.profile(evil)
    within.answer(PROMISE.id, evil + " and six more words to be long enough")
    within.turn(BROKEN_MUG.id, "own-it", evil)
    opened = stage()
    for name, made in {
        "choice": widget(item, within),
        "reply": widget(PROMISE, within),
        "talk": widget(BROKEN_MUG, within),
        "hello": Hello(within),
        "card": Card(within, PROMISE.id, evil, (evil,)),
    }.items():
        box = opened.mount(made, name)
        field = box.locator("textarea")
        shown = box.inner_text() + (field.input_value() if field.count() else "")
        assert evil in shown, name
        assert box.locator("img[src=x]").count() == 0
    assert opened.page.evaluate("window.broken") is None


def test_two_structs_of_one_name_are_refused():
    class Twin(Message, frozen=True):
        one: int

    first = Twin

    class Twin(Message, frozen=True):  # type: ignore[no-redef]
        two: int

    with pytest.raises(ValueError, match="two structs are called Twin"):
        declare([first, Twin], {})
