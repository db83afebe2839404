"""Every message is answered; mistakes come back as a sentence; a line sent twice is said once."""

import pytest

from course.page import Card, Hello
from tests.page.samples import BROKEN_MUG, FIRST_WORDS, PROMISE, WAITED, Steady, session, widget


def ask(made, doing, value=None, re=1):
    sent = []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, {"re": re, "do": doing, "value": value})
    assert len(sent) == 1
    return sent[0]


def test_an_answer_is_saved_and_drawn():
    made = widget(FIRST_WORDS)
    assert ask(made, "answer", ["screws"], re="a-7") == {"re": "a-7", "saved": "14:02"}
    assert made.view["result"]["word"] == "Right"
    assert repr(made) == "<Choice first-words: 1 of 1>"


def test_an_invalid_answer_is_not_called_saved():
    made = widget(WAITED)
    assert ask(made, "answer", "lots") == {"re": 1, "saved": None}
    assert made.view["result"]["kind"] == "invalid"
    assert repr(made) == "<Number waited: not answered>"


def test_in_memory_nothing_is_called_saved():
    made = widget(FIRST_WORDS, session(Steady(saved=False)))
    assert ask(made, "answer", ["screws"])["saved"] is None
    assert made.view["saving"] is False


@pytest.mark.parametrize("doing", ["answer", "draft"])
def test_a_full_disk_becomes_a_sentence(doing):
    log = Steady()
    made = widget(FIRST_WORDS, session(log))
    log.refuses = True
    reply = ask(made, doing, ["screws"])
    assert reply["saved"] is None
    assert reply["error"].startswith("The disk refused it: No space left on device.")


@pytest.mark.parametrize(
    "message",
    [None, "answer", {}, {"re": 3}, {"re": 3, "do": "explode"}, {"re": 3, "do": "turn"}],
)
def test_nonsense_from_the_page_is_answered_too(message):
    made, sent = widget(BROKEN_MUG), []
    made.send = lambda message, buffers=None: sent.append(message)
    made._heard(None, message)
    assert sent[0]["saved"] is None
    assert sent[0]["error"].startswith("The course made a mistake")


def test_a_line_sent_twice_is_said_once():
    within = session()
    made = widget(BROKEN_MUG, within)
    for _ in range(2):
        ask(made, "turn", {"choice": "own-it", "typed": "", "play": 1, "after": 0})
    assert repr(made).startswith("<Dialogue broken-mug: 1 reply, mood ")
    assert len(within.history(BROKEN_MUG.id).turns) == 1


def test_a_line_that_cannot_be_said_here_is_not_kept():
    within = session()
    made = widget(BROKEN_MUG, within)
    reply = ask(made, "turn", {"choice": "form", "typed": "", "play": 1, "after": 0})
    assert "error" in reply
    assert within.history(BROKEN_MUG.id).turns == ()


def test_the_last_line_hands_in_the_conversation():
    within = session()
    made = widget(BROKEN_MUG, within)
    assert repr(made) == "<Dialogue broken-mug: 0 replies, mood 40>"
    for place, choice in enumerate(("own-it", "new-mug")):
        ask(made, "turn", {"choice": choice, "typed": "", "play": 1, "after": place})
    assert within.history(BROKEN_MUG.id).attempts[-1].answer == ["own-it", "new-mug"]
    assert repr(made).endswith("A new mug on its way, 100 of 100>")
    assert ask(made, "chart", {"dark": True, "narrow": True})["chart"].startswith("data:image/png")


def test_a_conversation_that_ended_as_the_kernel_died_is_handed_in_on_return():
    within = session()
    for choice in ("own-it", "new-mug"):
        within.turn(BROKEN_MUG.id, choice)
    assert not within.history(BROKEN_MUG.id).attempts
    assert widget(BROKEN_MUG, within).view["debrief"]
    assert len(within.history(BROKEN_MUG.id).attempts) == 1


def test_again_and_a_second_conversation():
    within = session()
    made = widget(BROKEN_MUG, within)
    for place, choice in enumerate(("sorry-only", "form")):
        ask(made, "turn", {"choice": choice, "typed": "", "play": 1, "after": place})
    ask(made, "again", 1)
    assert made.view["talk"][-1]["who"] == "them"
    for place, choice in enumerate(("own-it", "new-mug")):
        ask(made, "turn", {"choice": choice, "typed": "", "play": 2, "after": place})
    assert [one.answer for one in within.history(BROKEN_MUG.id).attempts] == [
        ["sorry-only", "form"],
        ["own-it", "new-mug"],
    ]


def test_a_name_is_asked_once_and_can_be_changed():
    within = session()
    made = Hello(within)
    assert (made.view["name"], repr(made)) == ("", "<Hello: no name yet>")
    ask(made, "name", "  Tomasz  ")
    assert Hello(within).view["name"] == "Tomasz"


def test_the_card_holds_the_trainees_own_sentence():
    within = session()
    made = Card(within, PROMISE.id, "Upset customers", ("Listens.",))
    assert made.view["own"] == ""
    within.answer(PROMISE.id, "When a customer shouts, I will say back what broke.")
    ask(made, "look")
    assert made.view["own"].startswith("When a customer shouts")


def test_who_finds_another_name_is_told_what_to_do():
    within = session()
    made = Hello(within)
    assert made.view["other"] == ""
    ask(made, "name", "Tomasz")
    assert made.view["other"].startswith("Not Tomasz? Then close this page")
    assert made.view["other"].endswith("course start OTHER-FOLDER")
