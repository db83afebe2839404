from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import Histogram, MetricsError, ces, csat, nps

PUBLISHED = Histogram({5: 42, 4: 32, 3: 10, 2: 9, 1: 14})


def test_published_satisfaction():
    assert round(csat(PUBLISHED).value, 1) == 69.2
    assert round(csat(PUBLISHED, measure="mean").value, 2) == 3.74
    assert csat(PUBLISHED).convention == "top-2-box of 1-5"


def test_published_recommendation():
    # Half promoters, a third passives, a sixth detractors.
    score = nps(Histogram({9: 162, 8: 108, 6: 54}))
    assert round(score.value, 1) == 33.3
    assert score.spread is not None
    assert (score.spread / 100) ** 2 == pytest.approx(5 / 9)
    assert score.spread / 100 / 324**0.5 == pytest.approx(0.0414, abs=5e-5)


def test_seven_point_satisfaction_counts_six_and_seven():
    assert csat([7, 6, 5, 1], scale=(1, 7)).value == 50
    assert csat([7, 6, 5, 1], scale=(1, 7), boxes=1).value == 25


def test_groups_of_recommendation():
    for rating in range(11):
        expected = 100 if rating >= 9 else -100 if rating <= 6 else 0
        assert nps([rating]).value == expected


def test_a_question_that_may_have_begun_at_one_is_said():
    assert "check that the question began at 0" in str(nps(Histogram({1: 10, 9: 5})))
    assert not nps(Histogram({1: 9, 9: 5})).notes
    assert not nps(Histogram({0: 1, 1: 10, 9: 5})).notes


def test_effort_in_both_directions():
    answers = [7, 7, 6, 4, 2]
    easy, effort = ces(answers, high="easy"), ces(answers, high="effort")
    assert easy.value == effort.value == 5.2
    assert easy.convention != effort.convention
    assert ces(answers, high="easy", measure="net").value == pytest.approx(40)
    assert ces(answers, high="effort", measure="net").value == pytest.approx(-40)
    assert ces([5, 4, 1], high="effort", scale=(1, 5)).convention == "mean of 1-5, high = effort"


def test_effort_needs_a_direction():
    with pytest.raises(TypeError):
        ces([5])  # type: ignore[call-overload]
    with pytest.raises(MetricsError, match="what a high answer means"):
        ces([5], high="good")  # type: ignore[call-overload]


METRICS: dict[str, tuple[Any, tuple[int, int], tuple[int, int]]] = {
    "csat": (csat, (1, 5), (0, 100)),
    "csat mean": (lambda r: csat(r, measure="mean"), (1, 5), (1, 5)),
    "nps": (nps, (0, 10), (-100, 100)),
    "ces": (lambda r: ces(r, high="easy"), (1, 7), (1, 7)),
    "ces net": (lambda r: ces(r, high="easy", measure="net"), (1, 7), (-100, 100)),
}


@pytest.mark.parametrize("name", METRICS)
@given(data=st.data())
def test_limits_hold_and_blanks_never_count(name, data):
    metric, (lowest, highest), (least, most) = METRICS[name]
    ratings = data.draw(st.lists(st.integers(lowest, highest), min_size=1))
    blanks = data.draw(st.integers(0, 20))
    score = metric(ratings)
    assert least <= score.low <= score.value <= score.high <= most
    with_blanks = metric(ratings + [None] * blanks)
    assert with_blanks.missing == blanks
    assert (with_blanks.value, with_blanks.n) == (score.value, score.n)
    assert (with_blanks.low, with_blanks.high) == (score.low, score.high)


@pytest.mark.parametrize("n", [1, 2, 30, 1000])
def test_all_promoters_are_a_hundred_and_still_uncertain(n):
    score = nps([10] * n)
    assert score.value == score.high == 100
    assert score.low < 100


def test_more_answers_narrow_the_interval():
    widths = [
        score.high - score.low for score in (nps(Histogram({10: n, 0: n})) for n in (5, 50, 500))
    ]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize("name", METRICS)
def test_alike_answers_have_an_interval_with_a_width(name):
    metric, (_, highest), _ = METRICS[name]
    score = metric([highest] * 5)
    assert score.low < score.high


def test_same_score_on_every_engine(engine):
    frame = engine(pd.DataFrame({"rating": [9.0, 10.0, 7.0, 3.0, None]}))
    expected = nps([9, 10, 7, 3, None])
    assert nps(Histogram.of(frame, column="rating")) == expected


def test_sentences():
    assert str(csat(PUBLISHED)) == "CSAT 69.2 % (59.9 to 77.1), 107 answers, 0 blank"
    assert str(nps([10])).endswith("1 answer, 0 blank; under 30 answers: too few to say much")
    assert "-0" not in str(nps([10, 0]))
    assert nps([10] * 29).warning
    assert not nps([10] * 30).warning


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: csat([5, 6, 9, None]), ["2 of 4 rows", "scale 1 to 5", "6"]),
        (lambda: nps([11, 10]), ["1 of 2 rows", "scale 0 to 10", "11"]),
        (lambda: csat([0, 5]), ["1 of 2 rows", "0"]),
        (lambda: csat([]), ["no row"]),
        (lambda: csat([None, None]), ["all 2 rows are blank"]),
        (lambda: csat(pd.Series([9], name="stars")), ["'stars'"]),
        (lambda: nps([5], scale=(1, 10)), ["0 to 10", "1 to 10"]),
        (lambda: csat([5], scale=(5, 1)), ["scale"]),
        (lambda: csat([5], scale=5), ["scale"]),  # type: ignore[call-overload]
        (lambda: csat([5], boxes=5), ["boxes", "1 to 4"]),
        (lambda: csat([5], measure="median"), ["top-box"]),  # type: ignore[call-overload]
        (lambda: ces([5], high="easy", scale=(1, 5), measure="net"), ["1 to 7"]),
        (lambda: ces([5], high="easy", measure="sum"), ["'net'"]),  # type: ignore[call-overload]
        (lambda: csat([5], confidence=95), ["0.95"]),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    with pytest.raises(MetricsError) as error:
        call()
    for word in words:
        assert word in str(error.value)
