"""How easy a text is to read: sentences, syllables, the score, and what the lint makes of it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.lessons.diagnostic import Diagnostic
from course.lessons.rules.ease import closed, ease, sentences, syllables, words
from tests.shipped import checked, load_course

from .conftest import Spoilt

ONE = "first/exercises/pick-one.yaml"
PROMPT = "Ines holds up a mug without a handle. What do you say first?"
TWENTY_FIVE = " ".join(["word"] * 24) + " end."

PLAIN_TEXT = """\
The parcel was due on Monday. It did not come. She rang us on Tuesday and we told her that it was
on the van. It was not. Now it is Friday and she has no chair. Say what you will do and when.
"""
DENSE_TEXT = """\
Notwithstanding considerable operational difficulties, the organisation undertakes to facilitate
satisfactory reconciliation of outstanding documentation, subject to appropriate authorisation by
the responsible administrative department and verification of individual eligibility requirements.
"""


@pytest.mark.parametrize(
    ("text", "score"),
    [
        # The two examples with which Flesch's score is commonly explained, and their values.
        ("The cat sat on the mat.", 116.1),
        ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 37.5),
    ],
)
def test_published_examples_come_out(text: str, score: float) -> None:
    assert ease(sentences(text)).score == pytest.approx(score, abs=0.05)


def test_the_score_is_the_formula() -> None:
    measured = ease(["One two three four five six.", "Seven."])
    assert measured.words == 7
    assert measured.score == pytest.approx(206.835 - 1.015 * 7 / 2 - 84.6 * 8 / 7)
    assert ease([]) == (100, 0)


def test_plain_words_score_high_and_an_office_letter_low() -> None:
    assert ease(sentences(PLAIN_TEXT)).score > 90
    assert ease(sentences(DENSE_TEXT)).score < 0


@given(st.lists(st.sampled_from(["We came.", "It is late.", "Somebody answered."]), min_size=1))
def test_it_is_a_mean_so_the_order_and_a_repeat_change_nothing(found: list[str]) -> None:
    once = ease(found).score
    assert ease(found[::-1]).score == pytest.approx(once)
    assert ease(found * 3).score == pytest.approx(once)


@given(st.integers(min_value=1, max_value=40))
def test_longer_sentences_of_the_same_words_never_read_easier(length: int) -> None:
    short, long = "word " * length, "word " * (length + 1)
    assert ease([long]).score < ease([short]).score


COUNTED = {
    1: "desk chair rang said they're can't don't used clothes calls closed 14 £12.50 x",
    2: "table tables people about sorry again office promise parcel noticed wanted didn't one-hand",
    3: "delivered customer solution complaining wonderful twenty-four",
    4: "delivery dissatisfied apologised satisfaction application",
    5: "organisation complimentary satisfactory university",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, found in COUNTED.items() for word in found.split()]
)
def test_syllables_are_those_of_a_dictionary(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("…", []),
        ("It came. it broke. Why?", ["It came.", "it broke.", "Why?"]),
        ("'Is it here?' he asks. No.", ["'Is it here?' he asks.", "No."]),
        ("You said 'sorry.' She left.", ["You said 'sorry.'", "She left."]),
        ("I took… the blue one. Then … Friday.", ["I took… the blue one.", "Then …", "Friday."]),
        ("It seems to... stop.", ["It seems to... stop."]),
        ("£4.50 by 17.30. Up to £{limit}.", ["£4.50 by 17.30.", "Up to £{limit}."]),
        ("Two\nlines here.\n\nAnd one.", ["Two lines here.", "And one."]),
        ("Say:\n\n- what was seen\n- how sure\n  it is\n\n1. An end.",
         ["Say:", "what was seen", "how sure it is", "An end."]),
        ("# A heading\nText.\n| a | b |\n|---|---|\n```\ncode.\n```\n<b>\nEnd.", ["Text.", "End."]),
        ("**R**ead [the page](https://x.y/a?b. C) *now*, `csat`.", ["Read the page now, csat."]),
    ],
)  # fmt: skip
def test_sentences_of_a_markdown_text(text: str, found: list[str]) -> None:
    assert list(sentences(text)) == found


def test_words_are_what_is_spoken_and_labels_are_not_closed() -> None:
    assert len(words("A first-class box – £12 – isn't it?")) == 6
    assert closed("It says 'delivered'.")
    assert closed("Why?")
    assert not closed("With us, and with me")


def found(spoilt: Spoilt, code: str) -> list[Diagnostic]:
    return [one for one in spoilt.lint() if one.code == code]


def test_twenty_five_words_are_a_sentence_and_one_more_is_too_long(
    spoil: Callable[[], Spoilt],
) -> None:
    spoilt = spoil().change(ONE, PROMPT, TWENTY_FIVE)
    assert found(spoilt, "CC057") == []
    (one,) = found(spoilt.change(ONE, TWENTY_FIVE, f"One {TWENTY_FIVE}"), "CC057")
    assert (one.file, one.line, one.place, one.severity) == (ONE, 5, "prompt", "warning")
    assert "26 words: 'One word word" in one.problem


def test_a_hard_exercise_is_told_its_longest_sentence_and_its_long_words(
    spoil: Callable[[], Spoilt],
) -> None:
    hard = "Organisational documentation necessitates reconciliation. " * 20
    spoilt = spoil().change(ONE, PROMPT, f"{hard} Then administration follows the very last one.")
    (one,) = found(spoilt, "CC056")
    assert (one.file, one.severity) == (ONE, "warning")
    assert "60 is the least" in one.problem
    assert "begin with" in one.mend
    assert "'organisational', 'documentation'" in one.mend


def test_a_few_hard_words_are_no_hard_exercise(spoil: Callable[[], Spoilt]) -> None:
    spoilt = spoil().change(
        ONE, PROMPT, "Organisational documentation necessitates reconciliation."
    )
    assert spoilt.lint() == []


def test_the_text_of_a_page_is_read_and_its_code_and_headings_are_not(
    spoil: Callable[[], Spoilt],
) -> None:
    spoilt = spoil()
    page = spoilt.folder / "first" / "page.md"
    hard = "Organisational documentation necessitates reconciliation. " * 20
    long = f"One {TWENTY_FIVE}"
    text = page.read_text(encoding="utf-8")
    page.write_text(f"{text}\n## {long}\n\n```\n{hard}\n```\n\n### {hard}\n", encoding="utf-8")
    assert [one for one in spoilt.lint() if one.code in ("CC056", "CC057")] == []
    page.write_text(f"{text}\nIt’s {long}\n{hard}\n", encoding="utf-8")
    told = {one.code: one for one in spoilt.lint() if one.file == "first/page.md"}
    assert set(told) == {"CC055", "CC056", "CC057"}
    line = page.read_text(encoding="utf-8").splitlines()[told["CC057"].line - 1]
    assert "It’s One word" in line


def test_each_lesson_has_a_score_and_the_course_is_easy_to_read() -> None:
    found = checked()
    hard = [str(one) for one in found.found if one.code in ("CC055", "CC056", "CC057")]
    assert hard == []
    assert set(found.ease) == set(load_course().lessons)
    for measured in found.ease.values():
        assert 70 <= measured.score < 110
        assert measured.words > 500
