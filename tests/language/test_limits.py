"""What anybody may paste into the box: it is answered, and every quotation is the writer's own."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.language import Facts, Option, Reading, nearest, read
from course.language.reading import LONGEST, MOST
from course.language.words import plain

PARCEL = Facts(
    problem_terms=("parcel", "door"), jargon=("SLA",), says="My parcel never came at all."
)
PIECES = (
    *("I'm sorry", "<b>parcel</b>", "\u202e", "\u200b", "\x00", "\ud800", "’", "'", '"', "“", "😬"),
    *("?!", "\n", "I'll ring you by four", "not", "if I could,", "You wrote 'x y", "&lt;", ">"),
    *("مرحبا", "ſ", "İ", "é", "parcel", "you should have", "what do you expect", "  ", ",", "-"),
    "<script>alert(1)</script>",
)


def sound(text: str, reading: Reading) -> None:
    for one in reading.findings:
        assert one.quote.strip()
        assert one.quote in plain(text)
        assert one.certainty in ("found", "maybe")


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_odd_pieces_are_read_and_quoted_as_they_stand(text: str) -> None:
    sound(text, read(text, PARCEL))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_odd_pieces_run_together_are_read_too(text: str) -> None:
    sound(text, read(text, PARCEL))


@settings(deadline=None)
@given(st.text(st.characters(codec=None), max_size=200))
def test_half_letters_are_no_trouble(text: str) -> None:
    sound(text, read(text, PARCEL))


@pytest.mark.parametrize(
    "piece",
    [
        *("a", " ", "'", '"', "?", ".", "<a", "'a ", "you ", "sorry ", "not ", "if ", ", and you"),
        *("\u202e", "😬", "£1", "what ", "the a ", "I'll ", "0", "- ", "\n", "ill ", "parcel "),
        *("aa-", "you have ", "I'm ", "it is ", "> "),
    ],
)
def test_a_megabyte_of_anything_is_read_to_its_limit(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    reading = read(text, PARCEL)
    assert reading.unread == len(text) - LONGEST
    sound(text, reading)
    assert nearest(text, [Option(id="one", text=text)])[0].id == "one"


def test_what_is_hidden_inside_words_does_not_hide_them() -> None:
    assert "apologise" in read("I'm so so\u200brry about the par\u00adcel.", PARCEL).moves()
    assert read("I'm <b>so sorry</b> about the parcel.", PARCEL).findings[0].quote


def test_of_very_many_sentences_the_first_are_read() -> None:
    one = "I'm sorry.\n"
    text = one * 90_000
    reading = read(text, PARCEL)
    assert reading.moves() == ("apologise",)
    assert reading.unread == len(text) - MOST * len(one)
    assert not read(one * MOST, PARCEL).unread
    sound(text, reading)


@pytest.mark.parametrize("text", ["https://example.org/a?page=2", "&lt;b&gt;parcel&lt;/b&gt;"])
def test_addresses_and_marks_ask_nothing_and_are_no_language(text: str) -> None:
    assert not {one.move for one in read(text).findings} & {"clarify", "other_language"}
