"""What is done in a review, on another road or in another variant is kept, and kept apart."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from course.answers import (
    PLAY,
    REVIEW,
    Answer,
    Correction,
    Feedback,
    Review,
    Session,
    Turn,
    Visit,
    Way,
    open_session,
)
from course.exercises import Item, Scored, seed
from course.exercises import best as right
from course.lessons import Course

Clock = Callable[[], datetime]
ROAD = Way(occasion="road", attempt=1, turn=1)


@pytest.fixture
def session(course: Course, clock: Clock, tmp_path: Path) -> Session:
    return open_session(course, tmp_path, clock)


@pytest.fixture
def reopened(course: Course, clock: Clock, tmp_path: Path) -> Callable[[], Session]:
    return lambda: open_session(course, tmp_path, clock)


def test_the_first_variant_draws_what_it_always_drew() -> None:
    # Worked out with the code of before there were variants.
    assert seed("9f86d081884c", "drawn-share") == 249025441596949
    assert seed("9f86d081884c", "drawn-share", 0) == seed("9f86d081884c", "drawn-share")


def variant_of(session: Session, number: int) -> Item:
    item = session.item("drawn-share", number)
    assert item is not None
    return item


def test_variants_differ_and_each_answer_is_marked_in_its_own(
    session: Session, reopened: Callable[[], Session]
) -> None:
    prompts = {variant_of(session, number).exercise.prompt for number in range(8)}
    assert len(prompts) > 3
    for variant in (0, 5, 2):
        answer = right(variant_of(session, variant))
        result = session.answer("drawn-share", answer, variant=variant)
        assert isinstance(result, Scored)
        assert result.full
    again = reopened().history("drawn-share")
    assert [one.variant for one in again.attempts] == [0, 5, 2]
    assert again.variant == 2
    session.draft("drawn-share", "5", variant=7)
    assert reopened().history("drawn-share").variant == 7
    assert all(isinstance(one.result, Scored) and one.result.full for one in again.attempts)
    assert not any(one.changed for one in again.attempts)
    kept = [one for one in session.reading.records if isinstance(one, Answer)]
    assert [one.seed for one in kept] == [
        seed(session.trainee, "drawn-share", variant) for variant in (0, 5, 2)
    ]


def test_a_review_stands_apart_from_play(session: Session, reopened: Callable[[], Session]) -> None:
    session.answer("pick-one", ["refund"])
    session.draft("pick-one", ["sorry"])
    session.hint("pick-one", 1)
    session.review(exercise="pick-one")
    session.hint("pick-one", 2, way=REVIEW)
    session.draft("pick-one", ["refund"], way=REVIEW)
    session.answer("pick-one", ["say-back"], way=REVIEW, variant=1)
    again = reopened()
    play, review = again.history("pick-one"), again.history("pick-one", REVIEW)
    assert [one.answer for one in play.attempts] == [["refund"]]
    assert (play.draft, play.hints) == (["sorry"], 1)
    assert [(one.answer, one.attempt) for one in review.attempts] == [(["say-back"], 1)]
    assert (review.draft, review.hints) == (None, 2)
    assert [one.exercise for one in again.reading.records if isinstance(one, Review)] == [
        "pick-one"
    ]


def test_what_was_answered_in_a_review_alone_is_not_done(session: Session) -> None:
    session.answer("pick-one", ["say-back"], way=REVIEW)
    assert not session.done("pick-one")
    session.answer("pick-one", ["say-back"])
    assert session.done("pick-one")


def test_a_road_says_where_it_left_and_leaves_the_play_alone(
    session: Session, reopened: Callable[[], Session]
) -> None:
    session.turn("broken-mug", "coupon")
    session.turn("broken-mug", "new-mug")
    session.answer("broken-mug", ["coupon", "new-mug"])
    session.turn("broken-mug", "own-it", way=ROAD)
    session.turn("broken-mug", "new-mug", way=ROAD)
    session.answer("broken-mug", ["own-it", "new-mug"], way=ROAD)
    again = reopened()
    play, road = again.history("broken-mug"), again.history("broken-mug", ROAD)
    assert [turn.choice for turn in play.turns] == ["coupon", "new-mug"]
    assert [one.answer for one in play.attempts] == [["coupon", "new-mug"]]
    assert [turn.choice for turn in road.turns] == ["own-it", "new-mug"]
    assert [one.answer for one in road.attempts] == [["own-it", "new-mug"]]
    other = Way(occasion="road", attempt=1, turn=2)
    assert again.history("broken-mug", other).turns == ()
    again.again("broken-mug", way=ROAD)
    assert reopened().history("broken-mug", ROAD).turns == ()
    assert reopened().history("broken-mug").turns == play.turns


def test_a_whole_conversation_again_is_another_try(session: Session) -> None:
    for _ in range(2):
        session.answer("broken-mug", ["own-it", "new-mug"])
        session.again("broken-mug")
    assert [one.attempt for one in session.history("broken-mug").attempts] == [1, 2]


def test_no_road_leaves_a_try_that_there_is_not(session: Session) -> None:
    session.answer("broken-mug", ["own-it", "new-mug"])
    with pytest.raises(ValueError, match="no road leaves try 2 of broken-mug"):
        session.turn("broken-mug", "own-it", way=Way(occasion="road", attempt=2, turn=1))
    with pytest.raises(ValueError, match="taken back from"):
        Way(occasion="road", attempt=1)
    with pytest.raises(ValueError, match="taken back from"):
        Way(occasion="review", attempt=1, turn=1)
    with pytest.raises(ValueError, match="taken back from"):
        Way(attempt=-1)


def test_a_typed_line_says_whether_it_was_placed(
    session: Session, reopened: Callable[[], Session]
) -> None:
    session.none_of_these("broken-mug", "Have you tried glue?")
    session.turn("broken-mug", "own-it", "In two pieces. Leave it with me.", placed=True)
    session.turn("broken-mug", "new-mug")
    history = reopened().history("broken-mug")
    assert [(turn.how, turn.choice) for turn in history.turns] == [
        ("placed", "own-it"), ("picked", "new-mug"),
    ]  # fmt: skip
    assert [turn.typed for turn in history.unplaced] == ["Have you tried glue?"]
    assert history.typed == {"own-it": "In two pieces. Leave it with me."}
    session.again("broken-mug")
    assert reopened().history("broken-mug").unplaced == ()
    with pytest.raises(ValueError, match="was typed first"):
        session.turn("broken-mug", "own-it", placed=True)
    with pytest.raises(ValueError, match="was typed first"):
        session.none_of_these("broken-mug", "  ")
    assert sum(isinstance(one, Turn) for one in session.reading.records) == 4


def test_the_trainee_has_the_last_word_on_what_the_reader_saw(
    session: Session, reopened: Callable[[], Session]
) -> None:
    session.answer("in-your-words", "I'm sorry your mug came without its handle.")
    session.correct("in-your-words", "blame", there=True, quote="came without")
    session.correct("in-your-words", "blame", there=False, quote="came without")
    session.correct("in-your-words", "apologise", there=True, quote="I'm sorry")
    session.correct("broken-mug", "own", there=True, turn=2)
    found = reopened().history("in-your-words").corrections
    assert [(one.move, one.there, one.attempt) for one in found] == [
        ("blame", False, 1), ("apologise", True, 1),
    ]  # fmt: skip
    [other] = reopened().history("broken-mug").corrections
    assert (other.move, other.turn, other.attempt) == ("own", 2, 1)
    assert all(one.content for one in session.reading.records if isinstance(one, Correction))
    with pytest.raises(ValueError, match="there is no move 'shout'"):
        session.correct("in-your-words", "shout", there=True)


def test_visits_reviews_and_feedback_are_kept(
    session: Session, reopened: Callable[[], Session]
) -> None:
    session.visit("first")
    session.visit("first", "the-mug")
    session.review(objective="ONE-1")
    session.how_was_it("first", 4, "More mugs, please.")
    session.wrong_here("The handle has no price.", lesson="first", exercise="broken-mug")
    kept = reopened().reading.records
    assert [(one.lesson, one.station) for one in kept if isinstance(one, Visit)] == [
        ("first", ""), ("first", "the-mug"),
    ]  # fmt: skip
    assert [one.objective for one in kept if isinstance(one, Review)] == ["ONE-1"]
    first, second = (one for one in kept if isinstance(one, Feedback))
    assert (first.question, first.lesson, first.rating) == ("how-was-it", "first", 4)
    assert (second.question, second.exercise, second.rating) == (
        "what-is-wrong", "broken-mug", None,
    )  # fmt: skip
    assert second.content


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda one: one.visit("no-such-lesson"), "no lesson"),
        (lambda one: one.review(), "name one"),
        (lambda one: one.review(objective="NO-1"), "no objective"),
        (lambda one: one.review(exercise="no-such"), "no exercise"),
        (lambda one: one.how_was_it("first", 6), "from 1 to 5"),
        (lambda one: one.how_was_it("last", 5), "no lesson"),
        (lambda one: one.wrong_here("?", exercise="no-such"), "no exercise"),
        (lambda one: one.draft("pick-one", ["sorry"], variant=-1), ">= 0"),
        (
            lambda one: one.draft("pick-one", [[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]),
            "deeper",
        ),
    ],
)
def test_what_could_not_be_read_back_is_not_written(
    session: Session, call: Callable[[Session], None], reason: str
) -> None:
    before = session.reading.records
    with pytest.raises((KeyError, ValueError), match=reason):
        call(session)
    assert session.reading.records == before


def test_records_of_no_exercise_change_no_history(session: Session) -> None:
    session.answer("pick-one", ["sorry"])
    before = session.history("pick-one")
    session.visit("first")
    session.review(exercise="pick-one")
    session.how_was_it("first", 5)
    session.wrong_here("?", exercise="pick-one")
    assert session.history("pick-one") == before
    assert session.history("pick-one", PLAY) == before
