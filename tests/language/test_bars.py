"""The reader keeps what it reached on the frozen replies; `tests.language.bars` prints all."""

import pytest

from course.language import read
from course.language.besides import BESIDES
from course.language.model import WEIGHTS, weights
from course.language.moves import MOVES
from tests.language.bars import apologies, counted, harms, kappa, rows, tricked, twice
from tests.language.frozen.loading import FILES, LABELS
from tests.language.texts import spoken
from tests.scenarios.natural import natural, natural_names


@pytest.mark.parametrize(("name", "least"), [("plain", 0.77), ("agents", 0.72)])
def test_what_replies_do_is_noticed(name: str, least: float) -> None:
    assert counted(rows(name), "both").f1 >= least


def test_what_is_said_to_be_found_is_nearly_always_right() -> None:
    everything = tuple(row for name in FILES for row in rows(name))
    assert counted(everything, "found").precision >= 0.88


@pytest.mark.parametrize("name", ["blame", "policy_wall"])
def test_blame_and_walls_are_asked_about(name: str) -> None:
    hits = counted(harms(), "both", [name])
    assert hits.recall >= 0.5
    assert hits.precision >= 0.6


def test_blame_and_walls_are_never_more_than_asked_about() -> None:
    for _, one in harms():
        assert not one.found & {"blame", "policy_wall", *BESIDES}


def test_insults_are_asked_about_and_little_else_is_taken_for_one() -> None:
    everything = tuple(row for name in FILES for row in rows(name))
    hits = counted(everything, "both", ["insult"])
    assert hits.right >= 3
    assert hits.wrong <= 0.01 * len(everything)


def test_who_means_well_is_not_asked_about_insults() -> None:
    lines = [one.said.text for one in spoken()]
    lines += [line.text for name in natural_names() for one in natural(name) for line in one.said]
    asked = [one for one in lines if "insult" in {each.move for each in read(one).findings}]
    assert len(lines) > 1000
    assert len(asked) <= 0.01 * len(lines), asked


def test_tricks_earn_little() -> None:
    assert tricked() <= 0.15


def test_non_apologies_are_hardly_ever_credited_and_true_ones_are() -> None:
    assert apologies("non_apology") <= 2.1 / 15
    assert apologies("true_apology") >= 0.8


def test_two_readers_agree_on_what_there_is_to_see() -> None:
    assert kappa([(True, False), (False, True)]) == -1
    both = twice()
    assert {len(pairs) for pairs in both.values()} == {400}
    assert min(kappa(both[name]) for name in LABELS if name not in ("greet", "inform")) > 0.7


def test_the_weights_fit_the_tables_and_the_limit() -> None:
    assert WEIGHTS.stat().st_size < 1_000_000
    assert set(weights().names) == set(LABELS)
    assert set(weights().limits) == set(LABELS)
    assert {*MOVES, *BESIDES} >= set(LABELS)
