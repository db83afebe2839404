"""A weaker line takes something out of reach, however well all the others are chosen."""

import pytest

from course.scenarios import play
from course.scenarios.coefficients import DEFAULT
from course.scenarios.exploration.outlook import outlook_of
from tests.scenarios.loading import scenario

NEARLY_ALL, LITTLE = 97, 75
TOLD = ["how-it-went", "and-when-you-rang", "anybody-else", "yours-and-the-list"]
SAFE = ["none-of-the-three", "which-page-first", "nabil-said-yes"]
ONE_WAY = ["what-we-know", "cannot-wait", "not-on-the-cable", "opened-for-you"]


def in_reach(name: str, said: list[str]) -> float:
    """The highest handling mark that is left after these lines."""
    case = scenario(name)
    return outlook_of(case, DEFAULT).mark(play(case, said).state)


@pytest.mark.parametrize(
    ("name", "before", "line", "most"),
    [
        ("birthday-cake", [], "taken-to-heart", NEARLY_ALL),
        ("birthday-cake", ["both-are-ours", "who-was-there"], "such-a-pity", NEARLY_ALL),
        ("all-brown", ["told-apart-before", "person-and-letters"], "few-days", NEARLY_ALL),
        ("two-of-ten", TOLD, "five-days", LITTLE),
        ("a-copy-please", SAFE, "line-is-out", LITTLE),
        ("forty-at-once", ONE_WAY, "keep-trying", LITTLE),
    ],
)
def test_the_best_is_out_of_reach(name: str, before: list[str], line: str, most: float) -> None:
    assert in_reach(name, before) > most
    assert in_reach(name, [*before, line]) <= most


def test_a_hope_about_others_is_worth_no_more_than_a_word_of_one_s_own() -> None:
    hope, word = (in_reach("two-of-ten", [*TOLD, one]) for one in ("five-days", "my-word-on-it"))
    assert hope <= word


ASKED = ["asked-in-plain-words", "safe-this-minute"]
STAYS = [*ASKED, "ruth-comes-in"]
NOT_SAFE = [*STAYS, "one-letter-will-do", "ringing-as-i-said"]


@pytest.mark.parametrize(
    "said",
    [[*ASKED, "emergency-now"], [*STAYS, "rings-at-once"], NOT_SAFE],
    ids=lambda one: one[-1],
)
def test_ringing_the_emergency_number_takes_nothing_out_of_reach(said: list[str]) -> None:
    assert in_reach("not-wanting", said) > NEARLY_ALL


@pytest.mark.parametrize("line", ["ring-your-son", "ruth-decides", "what-has-changed"])
def test_somebody_who_is_not_safe_is_not_left_to_another(line: str) -> None:
    assert in_reach("not-wanting", [*NOT_SAFE[:-1], line]) == 0
