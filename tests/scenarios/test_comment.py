"""What customers write in the survey: about this case, each in their own way."""

from itertools import product
from typing import get_args

import pytest
from msgspec.structs import replace

from course.language.row import Voice
from course.scenarios import SMALL, Scenario, play, survey
from course.scenarios.definition import Channel, Line, Temperament
from course.scenarios.survey.voices import GLAD, HIGH, LOW, NOBODY, OWNED_UP, SORRY
from tests.scenarios.loading import scenario, shipped_scenarios

PATHS = (["own-it", "new-mug"], ["own-it", "form"], ["ask-courier"], ["coupon", "new-mug"])
BROKEN = ["so-sorry", "open-search", "wait-search", "done-then"]


def comment(case: Scenario, path: list[str], **customer: object) -> str:
    case = replace(case, customer=replace(case.customer, **customer))
    return survey(case, play(case, path)).comment


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_four_people_put_it_in_four_ways(path: list[str]) -> None:
    said = [comment(SMALL, path, temperament=who) for who in get_args(Temperament)]
    assert len(set(said)) == 4
    assert said == [comment(SMALL, path, temperament=who) for who in get_args(Temperament)]


def test_the_thing_that_helped_is_named() -> None:
    for who in get_args(Temperament):
        assert "new mug by courier" in comment(SMALL, ["own-it", "new-mug"], temperament=who)


def test_a_broken_promise_is_remembered_in_the_agent_s_own_words() -> None:
    case = scenario("missing-parcel")
    for who in get_args(Temperament):
        assert "‘I'm opening a search" in comment(case, BROKEN, temperament=who)


def test_nobody_rings_by_e_mail() -> None:
    words = {"e-mail": "e-mail", "counter": "journey", "phone": "call", "social": "post"}
    for channel, word in words.items():
        case = replace(SMALL, channel=channel)
        assert f"another {word}." in comment(case, ["own-it", "form"], temperament="calm")


def test_someone_who_types_without_capitals_fills_in_forms_so_too() -> None:
    def chatting(*said: str) -> Scenario:
        moments = tuple(
            replace(m, says=tuple(Line(text=text) for text in said)) for m in SMALL.moments
        )
        return replace(SMALL, channel="chat", moments=moments)

    assert "i gave up" in comment(chatting("its broken"), ["own-it", "form"], temperament="anxious")
    typed = comment(chatting("its broken"), ["own-it", "form"], temperament="angry")
    assert "im done with you" in typed
    assert "‘" not in typed or "’" in typed
    kept = comment(chatting("it's broken"), ["own-it", "form"], temperament="angry")
    assert "i'm done with you" in kept


def test_every_sentence_is_plain_and_nobody_shares_one() -> None:
    voices: list[Voice] = [NOBODY, OWNED_UP]
    voices += [voice for group in (GLAD, SORRY, HIGH, LOW) for voice in group.values()]
    for voice in voices:
        assert len(set(voice)) == 4, voice
        for words in voice:
            assert "!" not in words
            assert len(words.split()) <= 20
            assert words.endswith((".", "?", "{line}")), words


def test_comments_from_all_shipped_conversations_are_short_and_filled_in() -> None:
    found = set()
    for case in shipped_scenarios():
        for line in case.plan:
            said = survey(case, play(case, line.choices)).comment
            found.add((case.id, said))
            assert len(said.split()) <= 60, said
            assert not set("{}!") & set(said), said
            assert "  " not in said
    assert len({said for _, said in found}) >= 0.9 * len(found), "few customers say the same"


def test_all_channels_have_words_for_everything() -> None:
    for channel, who, path in product(get_args(Channel), get_args(Temperament), PATHS):
        assert comment(replace(SMALL, channel=channel), path, temperament=who)
