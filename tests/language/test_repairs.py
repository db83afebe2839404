"""What holds for every rule: denial, supposition, quotation, copying, spelling, language, salad."""

import re

import pytest

from course.language import Facts, read
from course.language.noticing import rules
from course.language.patterns import small
from course.language.sieve import Sieve, needs
from tests.language.texts import TRAINING

SAYS = "The tap you fitted drips all night and I have had to put a bucket under it since Sunday."
TAP = Facts(problem_terms=("tap", "drips", "bucket"), says=SAYS)


def noticed(text: str) -> set[str]:
    return {one.move for one in read(text, TAP).findings}


def sure(text: str) -> set[str]:
    return set(read(text, TAP).moves())


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("I'm not sorry about the tap.", "apologise"),
        ("I am not going to say sorry.", "apologise"),
        ("It would be a lie to say I'm sorry.", "apologise"),
        ("It would be dishonest to tell you I am sorry.", "apologise"),
        ("I am under no obligation to ring you by four.", "set_time"),
        ("You'll never get a refund.", "offer_solution"),
        ("I am anything but sorry.", "apologise"),
        ("If anybody was offended, we apologise.", "apologise"),
        ("A refund is out of the question.", "offer_solution"),
        ("I won't ring you by four.", "follow_up"),
        ("I won't ring you by four.", "set_time"),
        ("I never get the time for this.", "set_time"),
        ("It's not that you did anything wrong.", "blame"),
    ],
)
def test_what_is_denied_is_not_done(text: str, move: str) -> None:
    assert move not in sure(text)


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("I can't apologise enough for the tap.", "apologise"),
        ("I couldn't be more sorry.", "apologise"),
        ("I'll ring you tomorrow, and I won't stop until the tap is dry.", "follow_up"),
        ("No, I'll ring you by five tomorrow.", "set_time"),
        ("I'm sorry it isn't fixed.", "apologise"),
    ],
)
def test_a_denial_of_something_else_takes_nothing_back(text: str, move: str) -> None:
    assert move in noticed(text)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("If I could, I would refund you today.", {"offer_solution", "set_time"}),
        ("If it were up to me I'd send a plumber tomorrow.", {"offer_solution", "set_time", "own"}),
        ("A good agent would apologise and give you a time.", {"apologise", "set_time"}),
        ("My colleague said she'd ring you tomorrow.", {"follow_up", "set_time", "own"}),
        ("You wrote 'I'll ring by four', and nobody did.", {"follow_up", "set_time", "own"}),
        ("> I'm sorry, I'll ring you by four.\nNoted.", {"apologise", "follow_up", "set_time"}),
        ('The letter says "we will refund you by Friday".', {"offer_solution", "set_time"}),
    ],
)
def test_what_is_supposed_or_said_by_others_is_not_done(text: str, moves: set[str]) -> None:
    assert not moves & sure(text)


def test_a_condition_that_may_come_true_keeps_its_promise() -> None:
    assert "follow_up" in noticed("If it still drips on Friday, I'll ring you at noon.")


@pytest.mark.parametrize(
    "text",
    [
        "I'm sorry you feel that way.",
        "Sorry if you were offended.",
        "I apologise if anyone was upset.",
        "I'm sorry, but you should have read the terms.",
        "I'm sorry that you think the tap is our problem.",
        "Sorry, but you chose the cheap one.",
        "I'm sorry you were under the impression that a tap lasts.",
        "We're sorry the tap bothered you so much.",
    ],
)
def test_a_non_apology_is_named_and_no_apology(text: str) -> None:
    assert "non_apology" in noticed(text)
    assert "apologise" not in sure(text)


def test_a_plain_apology_is_one() -> None:
    for text in ("I'm so sorry about the tap.", "We apologise for the mess in your kitchen."):
        assert "apologise" in sure(text)
        assert "non_apology" not in noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "What do you expect me to do?",
        "Why didn't you turn the water off?",
        "Did you even read the instructions?",
        "How is that my problem?",
        "Do you think anybody here cares where it drips?",
    ],
)
def test_a_question_that_accuses_asks_nothing(text: str) -> None:
    assert "clarify" not in noticed(text)
    assert noticed(text) & {"blame", "insult"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Which tap drips?", "It asks an open question."),
        ("Is the bucket full?", "It asks a question that yes or no can answer."),
        ("Tell me what sits on it.", "It asks for something that is needed."),
        ("ok so whats the number on the card", "It asks an open question."),
    ],
)
def test_a_question_is_told_by_its_kind(text: str, why: str) -> None:
    assert why in {one.why for one in read(text, TAP).findings if one.move == "clarify"}


def test_leading_and_stacked_questions_are_named() -> None:
    assert "leading_question" in noticed("You turned it off at the wall, didn't you?")
    (many,) = [
        one
        for one in read("Which tap is it, when did it start, and did you call anybody?").findings
        if one.move == "stacked_questions"
    ]
    assert "three questions" in many.why


def test_questions_in_a_row_are_many_from_three_on() -> None:
    row = "Is it the hot tap? When did it start? Have you a bucket?"
    found = read(f"Sorry about that. {row} I'll come at four.", TAP).findings
    (many,) = (one for one in found if one.move == "stacked_questions")
    assert (many.quote, many.certainty) == (row, "maybe")
    assert "three questions" in many.why
    two = "Is it the hot tap? When did it start? I'll come. Have you a bucket?"
    assert "stacked_questions" not in noticed(two)


def test_typing_errors_are_read_and_quoted_as_they_stand() -> None:
    reading = read("im realy sory, ill ring u tommorow", TAP)
    assert {"apologise", "follow_up", "set_time"} <= {one.move for one in reading.findings}
    assert "sory" in " ".join(one.quote for one in reading.findings)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Lo siento mucho, le mandamos otro grifo mañana.", "Spanish"),
        ("Es tut mir leid, wir rufen Sie morgen an.", "German"),
        ("Je suis désolé pour le robinet, nous vous rappelons demain.", "French"),
        ("Bardzo mi przykro, że kran cieknie.", "Polish"),
        ("Üzgünüm, yarın sizi arayacağım.", "no English"),
        ("Mae'n ddrwg gen i, ffonia i chi yfory.", "no English"),
        ("Jag är ledsen, jag ringer dig imorgon.", "no English"),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit.", "Latin"),
    ],
)
def test_another_language_is_said_and_not_guessed_at(text: str, language: str) -> None:
    (only,) = read(text, TAP).findings
    assert only.move == "other_language"
    assert language in only.why


def test_words_thrown_together_earn_nothing() -> None:
    for text in (
        "sorry refund replacement understand tomorrow apologise follow up",
        "Sorry sorry sorry sorry",
        "tap drips bucket sorry refund today",
    ):
        assert noticed(text) == {"word_salad"}
        assert not sure(text)


def test_the_customers_own_words_are_nobodys_acknowledgement() -> None:
    assert not sure(SAYS)
    assert "acknowledge" in noticed("Your tap has dripped since Sunday, with a bucket under it.")


@pytest.mark.parametrize(
    "text",
    [
        "You have been passed on five times.",
        "You told us five times in one call.",
        "You rang on two different occasions.",
    ],
)
def test_how_often_is_no_time(text: str) -> None:
    assert "set_time" not in sure(text)


def test_a_refusal_with_an_offer_beside_it_is_no_wall() -> None:
    wall = "I'm afraid our policy is thirty days, so we can't refund the tap."
    assert "policy_wall" in noticed(wall)
    assert "policy_wall" not in noticed(f"{wall} I'll send you a new tap today, free of charge.")


def test_a_fact_is_information() -> None:
    assert "inform" in noticed("The tracking shows that the new tap left Leeds this morning.")


@pytest.mark.parametrize(
    "text",
    [
        "No receipt, no refund.",
        "Good morning, Mrs de la Cruz.",
        "Hello Mr van de Berg.",
        "Hello Maria da Silva e Costa.",
    ],
)
def test_names_and_short_words_make_no_language(text: str) -> None:
    assert "other_language" not in {one.move for one in read(text).findings}


def test_mashed_keys_are_no_word_to_mend() -> None:
    # Each letter more once doubled the work: 600 letters took seconds, 4,000 the memory.
    assert read("k" * 3900 + " I'm sorry.").findings


@pytest.mark.parametrize(
    "text", ["I'll ring you between 2 and 4.", "Someone will be with you 5pm."]
)
def test_a_time_without_a_day_is_a_time(text: str) -> None:
    assert any(one.move == "set_time" for one in read(text).findings)


def test_a_count_is_no_time() -> None:
    assert all(
        one.move != "set_time" for one in read("We get between 2 and 4 of these calls.").findings
    )


@pytest.mark.parametrize(
    "text",
    [
        "Congratulations, you managed to plug it in.",
        "Well done for reading the leaflet for once.",
        "Give the man a medal, he has found the tap.",
        "My heart bleeds for your bucket.",
        "Even my five-year-old can change a washer.",
        "It's a tap, not a space shuttle.",
        "Nobody died, it's a drip.",
        "Oh good, an expert.",
        "Pull the other one.",
        "Have you nothing better to do?",
        "Are you always this slow?",
        "You're a few sandwiches short of a picnic.",
        "You must be new to plumbing.",
        "Go and bother somebody else.",
        "Do I have to draw you a picture?",
        "With all due respect, that's your own tap.",
        "You are an idiot, sir.",
    ],
)
def test_mockery_is_asked_about_and_its_words_are_quoted(text: str) -> None:
    (one,) = (one for one in read(text, TAP).findings if one.move == "insult")
    assert one.certainty == "maybe"
    assert one.quote in text


@pytest.mark.parametrize(
    "text",
    [
        "Congratulations on the new flat, and I'm sorry about the tap.",
        "Well done, you found the valve, and that was the hard part.",
        "You deserve a medal for your patience.",
        "My five-year-old has a bucket like that.",
        "Even a small drop is too much.",
        "Nobody thinks that you made it up.",
        "Pull the other one towards you.",
        "It's always this slow on a Monday.",
        "Your sandwiches are on their way.",
        "I'm new to plumbing myself.",
        "Don't bother to send it back.",
        "I've nothing better to do than sort this out for you.",
        "Could you spell it out for me once more?",
        "That's not a stupid question.",
        "You're not being difficult at all.",
        "I felt like an idiot when I saw what we had fitted.",
        "I'm the daft one, I read the numbers backwards.",
        "Nobody here thinks you're stupid.",
        "What a stupid mistake of ours.",
        "No offence taken.",
        "Are you thinking of ending your life?",
        "Are you thinking about killing yourself?",
        "When you say that, do you mean that you want to die?",
        "Have you had thoughts of suicide before today?",
        "Has it come to the point that you think about taking your own life?",
        "I need to ask you this: are you going to hurt yourself?",
        "I've marked it as urgent, so it can't get lost again.",
        "A thick mat under it would help.",
        "I won't be called stupid.",
        "The princess tap is out of stock.",
        "I'm the plonker who fitted it.",
        "The drip should go away by itself.",
        "You're entitled to a new tap.",
        "Stupid me, I sent him to the wrong street.",
        "It's a stupid little washer, and I'll bring it today.",
    ],
)
def test_kind_words_that_mockery_uses_too_are_not_asked_about(text: str) -> None:
    assert "insult" not in noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "You utter plonker.",
        "Pipe down.",
        "You're too thick for this tap.",
        "How many times do I have to tell you?",
        "I can't follow you with that accent.",
        "Just go away, will you.",
        "YOU ARE A MORON",
        "u idoit",
        "How dare you.",
        "People like yourself never listen.",
        "Go and kill yourself.",
        "Do us all a favour and kill yourself.",
        "Why don't you kill yourself?",
        "We'd all be better off without you.",
    ],
)
def test_abuse_in_plain_words_is_asked_about(text: str) -> None:
    assert "insult" in noticed(text)


@pytest.mark.parametrize(
    "text",
    [
        "Should pigs fly, I'll send a fitter by four.",
        "You'll have a new tap by Friday when hell freezes over.",
        "I'll ring you on the 30th of February.",
    ],
)
def test_what_is_promised_for_a_day_that_never_comes_is_no_promise(text: str) -> None:
    assert not sure(text) & {"set_time", "own", "offer_solution", "follow_up"}


@pytest.mark.parametrize(
    "text", ["Samahani sana.", "Asante sana.", "Mi dispiace.", "Özür dilerim."]
)
def test_a_short_sentence_in_another_language_is_named(text: str) -> None:
    assert noticed(text) == {"other_language"}


@pytest.mark.parametrize(
    "text", ["Boo hoo.", "Refund sent.", "Noted, thanks.", "Uh-huh.", "Dear Oyelaran"]
)
def test_a_short_english_sentence_is_not_taken_for_another_language(text: str) -> None:
    assert "other_language" not in noticed(text)


def test_the_sieve_hides_nothing_that_a_rule_sees() -> None:
    """What a rule needs is a short cut: with it or without it the rule sees the same."""
    written = (path.read_text(encoding="utf-8") for path in TRAINING.glob("*.yaml"))
    said = {one for text in written for one in re.findall(r"- text: (.+)", text)}
    assert len(said) > 5000
    each = [rule for _, _, rule in rules()]
    lists = [needs(rule.pattern) for rule in each]
    assert sum(map(bool, lists)) >= len(each) - 2, "run python -m tests.language.needs"
    sieve = Sieve(lists)
    for one in said:
        fits = sieve.fits(small(one))
        for at, rule in enumerate(each):
            assert fits >> at & 1 or not list(rule.spans(one, (), ())), one
