"""Right, wrong, partly right and invalid answers for every kind, through the one way in."""

import math
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from course.exercises import (
    KINDS,
    Invalid,
    Item,
    NeedsReview,
    NotAttempted,
    Recorded,
    Scored,
    check,
    choice,
    content_hash,
    dialogue,
    kind,
    seed,
    specimens,
    vary,
)
from course.exercises.base import World
from course.exercises.number import Number, NumberKey
from course.exercises.rank import Rank, RankKey
from course.scenarios import SMALL, SMALL_RULES
from course.scenarios.rights import NO_RIGHTS
from tests.exercises import made

ITEMS = [Item(kind=kind(name), exercise=exercise, key=key) for name, exercise, key in made.ALL]
NAMED = {item.id: item for item in ITEMS}
TAG: dict[str, type] = {"scored": Scored, "invalid": Invalid, "needs_review": NeedsReview}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_specimens_get_what_they_must(item: Item) -> None:
    made_ones = specimens(item)
    assert {one.name for one in made_ones} >= {"right", "wrong", "invalid"}
    for one in made_ones:
        result = check(item, one.answer)
        assert isinstance(result, TAG[one.result]), (one, result)
        if isinstance(result, Scored):
            assert one.low - 1e-9 <= result.share <= one.high + 1e-9, (one, result)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_nothing_is_wrong_with_the_made_ones(item: Item) -> None:
    assert item.kind.problems(item.exercise, item.key) == []


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_no_answer_is_not_attempted_and_no_key_is_recorded(item: Item) -> None:
    assert check(item, None) == NotAttempted()
    bare = Item(kind=item.kind, exercise=item.exercise)
    assert check(bare, specimens(item)[0].answer) in (
        Recorded(),
        check(item, specimens(item)[0].answer),
    )
    right = next(one for one in specimens(item) if one.name == "right")
    assert check(bare, right.answer) == Recorded()


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_the_public_view_holds_nothing_of_the_key(item: Item) -> None:
    shown = msgspec.json.encode(item.exercise).decode()
    for secret in ("because", "worth", "belongs", "slips", "rubric", "Reason of"):
        assert secret not in shown


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4)
    ),
    max_leaves=8,
)


@given(answer=JUNK)
@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_whatever_comes_is_answered_with_a_result(item: Item, answer: object) -> None:
    result = check(item, answer)
    assert isinstance(result, NotAttempted | Invalid | Scored | NeedsReview)
    if isinstance(result, Invalid):
        assert result.reason.endswith(".")
    if isinstance(result, Scored):
        assert 0 <= result.share <= 1


@pytest.mark.parametrize(
    ("exercise", "answer", "words"),
    [
        ("one", ["a", "b"], "Choose one"),
        ("one", [], "Nothing is chosen"),
        ("one", ["zz"], "There are: a, b, c"),
        ("one", "a", "a list of option ids"),
        ("several", ["a", "a"], "twice"),
        ("sort", {"x": "left"}, "2 of 3 are not placed"),
        ("sort", {"x": "left", "y": "up", "z": "left"}, "no heading called 'up'"),
        ("rank", ["p", "q", "r"], "1 of 4 has no place"),
        ("rank", ["p", "p", "q", "r"], "twice"),
        ("number", True, "came was yes or no"),
        ("number", "lots", "'lots' is not a number"),
        ("number", math.inf, "finite"),
        ("number", math.nan, "finite"),
        ("number", 140, "between -100 and 100"),
        ("reply", "Fine", "at least 5"),
        ("reply", "word " * 2000, "under 4,000"),
        ("reply", 7, "needs text"),
    ],
)
def test_an_invalid_answer_is_told_what_to_do(exercise: str, answer: object, words: str) -> None:
    result = check(NAMED[exercise], answer)
    assert isinstance(result, Invalid)
    assert words in result.reason


def scored(exercise: str, answer: object) -> Scored:
    result = check(NAMED[exercise], answer)
    assert isinstance(result, Scored)
    return result


def test_a_defensible_choice_earns_half_and_its_own_reason() -> None:
    result = scored("one", ["b"])
    assert (result.share, result.feedback) == (0.5, ("Reason of b",))


def test_choosing_everything_earns_nothing() -> None:
    assert scored("several", ["a", "b", "c", "d"]).earned == 0
    assert scored("several", ["a", "b", "c"]).share == 0.5


def test_what_the_key_names_with_nought_costs_nothing_and_need_not_be_found() -> None:
    key = choice.ChoiceKey(worth={"a": 1.0, "b": 1.0, "d": 0.0}, because=made.SEVERAL_KEY.because)
    assert choice.score(made.SEVERAL, key, ["a", "b"]).full
    fine = choice.score(made.SEVERAL, key, ["a", "b", "d"])
    assert fine.full
    assert fine.feedback == ("Reason of a", "Reason of b", "Reason of d")
    assert choice.score(made.SEVERAL, key, ["a", "b", "c", "d"]).earned == 1


def test_what_was_missed_is_not_given_away() -> None:
    assert scored("several", ["a"]).feedback == ("Reason of a",)


def test_sort_allows_two_defensible_places() -> None:
    assert scored("sort", {"x": "left", "y": "right", "z": "right"}).full
    assert scored("sort", {"x": "left", "y": "right", "z": "left"}).full


def test_rank_lets_ties_stand_either_way() -> None:
    assert scored("rank", ["p", "r", "q", "s"]).full
    assert scored("rank", ["q", "p", "r", "s"]).earned == 4
    assert scored("rank", ["s", "q", "r", "p"]).earned == 0


@given(st.permutations("abcde"))
def test_rank_counts_every_pair_as_kendall_does(answer: list[str]) -> None:
    result = ranked(answer)
    tau = stats.kendalltau([answer.index(one) for one in "abcde"], range(5)).statistic
    assert math.isclose(result.share, (tau + 1) / 2, abs_tol=1e-9)
    assert math.isclose(sum(part.earned for part in result.parts), result.earned)
    assert math.isclose(sum(part.total for part in result.parts), result.total)


def test_one_item_far_too_early_is_the_one_that_is_named() -> None:
    result = ranked(["e", "a", "b", "c", "d"])
    assert (result.earned, result.total, result.feedback) == (6, 10, ("Reason of e",))
    assert [part.id for part in result.parts if part.earned < part.total] == ["e"]


@given(st.permutations("abcde"))
def test_what_must_be_first_is_worth_half(answer: list[str]) -> None:
    plain, first = ranked(answer), ranked(answer, "a", "b")
    if set(answer[:2]) == {"a", "b"}:
        assert first == plain
        return
    assert first.earned == min(plain.earned, plain.total / 2)
    assert "must come first" in first.feedback[0]
    assert first.feedback[0].startswith(("‘Text of a’", "‘Text of b’"))


def test_what_must_be_first_stands_first_in_the_order() -> None:
    for wrong in (("b",), ("c",), ("a", "x")):
        places = [place for place, _, _ in kind("rank").problems(FIVE, five(*wrong))]
        assert places == ["key.must_be_first"], wrong
    assert not kind("rank").problems(FIVE, five("a", "b"))
    for order, said in (
        ((tuple("abcde"),), "all items may change places"),
        (((), *"abcde"), "an inner list is empty"),
    ):
        key = RankKey(order=order, because=made.because(*"abcde"))
        (one,) = kind("rank").problems(FIVE, key)
        assert one[0] == "key.order"
        assert said in one[1]
    (twice,) = kind("rank").problems(FIVE, five("a", "a"))
    assert twice[:2] == ("key.must_be_first", "an item is named twice")
    tied = RankKey(order=(("a", "b"), "c", "d", "e"), because=made.because(*"abcde"))
    half = msgspec.structs.replace(tied, must_be_first=("a",))
    assert [place for place, _, _ in kind("rank").problems(FIVE, half)] == ["key.must_be_first"]


FIVE = Rank(id="five", title="Five", prompt="?", covers=(), items=made.options(*"abcde"))


def five(*first: str) -> RankKey:
    return RankKey(order=tuple("abcde"), because=made.because(*"abcde"), must_be_first=first)


def ranked(answer: list[str], *first: str) -> Scored:
    result = check(Item(kind=kind("rank"), exercise=FIVE, key=five(*first)), answer)
    assert isinstance(result, Scored)
    return result


@pytest.mark.parametrize("answer", [22.2, "22.2", "22,2", " 22.2 % ", 22.22])
def test_a_number_may_be_written_as_people_write_it(answer: object) -> None:
    assert scored("number", answer).full


def test_a_named_slip_is_named() -> None:
    # Promoters 4, passives 3, detractors 2 of nine answers; passives counted up gives 55.6.
    result = scored("number", 55.6)
    assert result.share == 0.5
    assert result.feedback == ("You counted passives as promoters.",)


def test_a_number_far_off_is_told_the_direction_not_the_answer() -> None:
    (told,) = scored("number", -40).feedback
    assert "too low" in told
    assert "22" not in told


def test_a_variant_changes_prompt_and_key_together() -> None:
    exercise = Number(
        id="drawn",
        title="Drawn",
        prompt="{fives} fives and {ones} ones: CSAT?",
        covers=(),
        draws={"fives": (10, 20, 30), "ones": (10, 15)},
        low=0,
        high=100,
    )
    key = NumberKey(
        calculator="csat",
        arguments={"counts": {5: "{fives}", 1: "{ones}"}},
        because="Fives over all.",
    )
    item = Item(kind=kind("number"), exercise=exercise, key=key)
    seen = set()
    for trainee in range(30):
        drawn = vary(item, seed(f"t{trainee}", "drawn"))
        fives, ones = (int(word) for word in drawn.exercise.prompt.split() if word.isdigit())
        seen.add((fives, ones))
        result = check(drawn, 100 * fives / (fives + ones))
        assert isinstance(result, Scored)
        assert result.full
    assert len(seen) > 3


def test_the_content_hash_follows_the_public_view_and_ignores_the_key() -> None:
    changed = msgspec.structs.replace(made.ONE, prompt="Which one?")
    assert content_hash(changed) != content_hash(made.ONE)


def test_problems_name_the_place_and_the_mend() -> None:
    bare = msgspec.structs.replace(made.ONE_KEY, because={"a": "Only this."}, worth={"zz": 1.0})
    found = kind("choice").problems(made.ONE, bare)
    assert ("key.because", "option 'b' has no explanation", "add 'b:' with the reason") in found
    assert any(place == "key.worth.zz" for place, _, _ in found)
    assert kind("number").problems(
        made.NUMBER, msgspec.structs.replace(made.NUMBER_KEY, calculator="magic")
    )
    assert kind("rank").problems(made.RANK, msgspec.structs.replace(made.RANK_KEY, order=("p",)))
    assert kind("sort").problems(made.SORT, msgspec.structs.replace(made.SORT_KEY, belongs={}))
    assert kind("reply").problems(
        made.REPLY, msgspec.structs.replace(made.REPLY_KEY, model="Someone will be in touch soon.")
    )


def test_every_kind_is_registered_under_its_own_name() -> None:
    assert [kind(name).name for name in KINDS] == list(KINDS)
    with pytest.raises(KeyError, match="choice, sort, rank"):
        kind("essay")


def test_how_the_desk_files_a_conversation_is_no_part_of_what_is_played() -> None:
    scenario = msgspec.to_builtins(SMALL)
    plain = {"id": "mug", "title": "Mug", "prompt": "Answer.", "covers": [], "scenario": scenario}
    filed = {**plain, "scenario": {**scenario, "topic": "club", "by_chance": False}}

    def laid_out(data: dict[str, Any]) -> tuple[dialogue.Dialogue, dialogue.DialogueKey]:
        public, key = dialogue.split(data)
        world = World(lambda: SMALL_RULES, lambda _: None, lambda: NO_RIGHTS)
        exercise, settled = dialogue.settle(
            msgspec.convert({"kind": "dialogue", **public}, dialogue.Dialogue),
            msgspec.convert(key, dialogue.DialogueKey),
            world,
        )
        assert settled is not None
        return exercise, settled

    (before, _), (after, key) = laid_out(plain), laid_out(filed)
    assert content_hash(before) == content_hash(after)
    whole = dialogue.keyed(after, key)
    assert (whole.topic, whole.by_chance) == ("club", False)
