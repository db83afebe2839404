"""The frozen replies hold together: labelled fully, nothing twice, nothing leaked."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from course.language import MOVES
from tests.language.frozen.loading import (
    FILES,
    LABELS,
    Blind,
    Blinds,
    Replies,
    Second,
    bare,
    cases,
    decode,
    every,
    fingerprint,
    read,
    replies,
)

LANGUAGE = Path(__file__).parents[2] / "course" / "language"
HARMFUL = {"policy_wall", "blame"}


def test_a_field_that_nobody_knows_is_refused() -> None:
    text = "replies: [{id: r1, text: Hello, case: a, dose: [greet]}]"
    with pytest.raises(msgspec.ValidationError, match="unknown field `dose`"):
        decode(text, Replies)


def test_the_files_have_the_sizes_they_were_planned_with() -> None:
    assert {name: len(replies(name)) for name in FILES} == {
        "plain": 160, "agents": 120, "tricks": 60, "apologies": 60, "edges": 160,
    }  # fmt: skip
    assert len({one.case for one in replies("plain")}) == 30
    assert len({one.writer for one in replies("plain")}) >= 10


def test_a_text_that_was_changed_no_longer_fits_its_id() -> None:
    assert [one.id for one in every() if one.id != fingerprint(one.text)] == []


def test_no_id_and_no_text_stands_twice() -> None:
    for counted in (Counter(one.id for one in every()), Counter(bare(one.text) for one in every())):
        assert [what for what, times in counted.items() if times > 1] == []


def test_every_reply_answers_a_customer_and_every_customer_is_answered() -> None:
    assert {one.case for one in every()} == set(cases())


def test_problem_terms_are_the_customers_own_or_name_the_same_thing() -> None:
    for case in cases().values():
        said = f" {bare(case.says)} "
        assert sum(bare(term) in said for term in case.problem_terms) >= 2, case.id


def test_labels_are_known_and_never_contradict_each_other() -> None:
    for one in every():
        labels = (*one.does, *one.maybe, *one.must_not)
        assert set(labels) <= set(LABELS), one.id
        assert len(set(labels)) == len(labels), one.id


def test_every_move_is_done_often_enough_to_measure() -> None:
    done = Counter(label for one in every() for label in one.does)
    assert {name for name in MOVES if done[name] < 12} == set()


def test_tricks_earn_nothing_that_helps() -> None:
    for one in replies("tricks"):
        assert one.credits_nothing != bool(one.must_not), one.id
        assert set(one.does) <= {*HARMFUL, "insult", "non_apology", "empty_promise"}, one.id


def test_apologies_come_in_pairs_that_share_their_words() -> None:
    pairs = list(pairwise(replies("apologies")))[::2]
    for non, true in pairs:
        assert ("non_apology" in non.does, "apologise" in non.must_not) == (True, True), non.id
        assert ("apologise" in true.does, "non_apology" in true.does) == (True, False), true.id
        shared = set(bare(non.text).split()) & set(bare(true.text).split())
        assert len(shared) >= 3, (non.text, true.text)


def test_each_hard_edge_is_followed_by_its_near_miss() -> None:
    pairs = list(pairwise(replies("edges")))[::2]
    assert Counter(edge.kind for edge, _ in pairs) == {"blame": 40, "wall": 40}
    for edge, near in pairs:
        label = {"blame": "blame", "wall": "policy_wall"}[edge.kind]
        assert label in edge.does, edge.id
        assert (near.kind, near.must_not, near.case) == ("near_miss", (label,), edge.case), near.id


def test_the_second_labeller_sees_text_and_customer_and_no_label() -> None:
    ids = read("second", Second).ids
    assert len(set(ids)) == len(ids) == 400
    assert ids == tuple(sorted(ids)), "in the order of the files it would give labels away"
    known = {one.id: one for one in every()}
    assert read("blind", Blinds).replies == tuple(
        Blind(id, known[id].text, cases()[known[id].case].says) for id in ids
    )


def test_no_frozen_text_stands_in_what_the_reader_is_made_from() -> None:
    made_from = [path for path in LANGUAGE.rglob("*") if path.suffix in {".py", ".yaml"}]
    assert made_from
    words = " ".join(bare(path.read_text(encoding="utf-8")) for path in made_from)
    long = [one for one in every() if len(bare(one.text).split()) > 5]
    assert [one.id for one in long if bare(one.text) in words] == []
