"""The sums behind the sliders, each against another way to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import MetricsError
from course.metrics.comparison.trial import trial
from course.metrics.loyalty.card import breaks_even, card
from course.metrics.loyalty.kept import points_to_pay, worth
from course.metrics.loyalty.years import years
from course.metrics.ratings.remembered import remembered
from course.metrics.ratings.silence import silence
from course.metrics.times.talk import calls_in_all, hours_of_talk

shares = st.floats(0.01, 0.99)


@given(shares, shares, shares)
def test_answered_and_silent_make_up_all(satisfied, pleased, others):
    one = silence(satisfied, pleased, others, 1000)
    silent = one.asked - one.answered
    both = (one.answered * one.shown + silent * one.silent) / one.asked
    assert both == pytest.approx(one.true)
    low, high = one.limits
    assert low <= one.true + 1e-9 <= high + 2e-9
    # The survey flatters exactly where the satisfied answer more often.
    assert (one.shown > one.true + 1e-9) == (pleased > others + 1e-9) or pleased == pytest.approx(
        others
    )


def test_silence_counted_person_by_person():
    people = [True] * 60 + [False] * 40
    answers = [
        one
        for place, one in enumerate(people)
        if (one and place % 2) or (not one and place % 5 == 0)
    ]
    one = silence(0.6, 0.5, 0.2, 100)
    assert one.answered == len(answers)
    assert one.shown == pytest.approx(100 * sum(answers) / len(answers))


@given(st.floats(0, 1000), st.integers(1, 10), shares, shares, st.floats(0, 0.5))
def test_each_way_of_counting_takes_something_off(paid, lifespan, margin, stay, discount):
    sums = [sum(getattr(one, name) for one in years(paid, lifespan, margin, stay, discount))
            for name in ("paid", "left", "each", "today")]  # fmt: skip
    assert sums == sorted(sums, reverse=True)


def test_years_against_the_closed_sum():
    ratio = 0.6 / 1.1
    wanted = 147 * 0.3 * (1 - ratio**5) / (1 - ratio)
    assert sum(one.today for one in years(147, 5, 0.3, 0.6, 0.1)) == pytest.approx(wanted)


@given(st.floats(1, 200), st.floats(0, 0.95), st.floats(0, 0.2))
def test_what_is_left_until_the_last_has_gone_against_year_after_year(margin, stay, discount):
    one_by_one = sum(year.today for year in years(margin, 600, 1.0, stay, discount))
    assert worth(margin, stay, discount) == pytest.approx(one_by_one)


@given(st.floats(1, 200), st.floats(0, 0.9), st.floats(0, 0.2), st.floats(0, 0.09))
def test_with_as_many_points_more_the_programme_costs_nothing(margin, stay, discount, spent):
    more = points_to_pay(margin, stay, discount, spent * margin) / 100
    if stay + more < 0.999:
        paid = worth(margin, stay + more, discount, spent * margin)
        assert paid == pytest.approx(worth(margin, stay, discount))


def test_five_points_more_bring_what_the_start_makes_of_them():
    """Halved leaving doubles the years, where later money counts in full."""
    for stay, brings in ((0.60, 11.1), (0.80, 20.0), (0.90, 33.3)):
        now, then = (worth(60, one, 0.1) for one in (stay, stay + 0.05))
        assert 100 * (then / now - 1) == pytest.approx(brings, abs=0.05)
    assert worth(60, 0.95, 0) == pytest.approx(2 * worth(60, 0.90, 0))


@given(st.floats(1, 30), st.integers(4, 20), shares)
def test_at_its_break_even_a_card_brings_what_it_costs(usual, after, filled):
    more = breaks_even(usual, after, filled, 3.0, 0.6)
    assert card(usual, more, after, filled, 3.0, 0.6).gain == pytest.approx(0, abs=1e-6)
    assert card(usual, 0, after, filled, 3.0, 0.6).gain < 0


def test_a_full_card_gives_away_one_drink_in_eleven():
    assert card(11, 0, 10, 1.0, 3.0, 0.6).free == pytest.approx(100)
    assert breaks_even(10, 1, 1.0, 2.0, 1.0) == float("inf")


@pytest.mark.parametrize(
    ("n", "base", "adds"), [(500, 0.05, 0.02), (900, 0.69, 0.1), (200, 0.1, 0)]
)
def test_power_is_that_of_statsmodels(n, base, adds):
    """With groups of one size, against the arcsine approximation, which is another one."""
    from statsmodels.stats.power import NormalIndPower
    from statsmodels.stats.proportion import proportion_effectsize

    far = proportion_effectsize(base + adds, base)
    wanted = NormalIndPower().power(far, n, 0.05) if adds else 0.05
    assert trial(n, n, base, adds).power == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: silence(0, 0.5, 0.5, 100),
        lambda: silence(0.5, 0.5, 0.5, 0),
        lambda: years(10, 0, 0.3, 0.6, 0.1),
        lambda: years(10, 3, 1.3, 0.6, 0.1),
        lambda: years(10, 3, 0.3, 0.6, 1),
        lambda: worth(0, 0.8, 0.1),
        lambda: worth(60, 1.0, 0.1),
        lambda: worth(60, 0.8, 1),
        lambda: points_to_pay(60, 0.8, 0.1, -1),
        lambda: card(10, 1, 0, 0.5, 3, 1),
        lambda: card(10, 1, 10, 1.5, 3, 1),
        lambda: trial(0, 10, 0.1, 0.1),
        lambda: trial(10, 10, 0.9, 0.2),
    ],
)
def test_what_makes_no_sense_is_refused(wrong):
    with pytest.raises(MetricsError):
        wrong()


marks = st.integers(1, 9)


@given(st.lists(marks, max_size=20), marks)
def test_only_the_worst_moment_and_the_end_move_what_peak_and_end_guess(between, end):
    one = remembered([*between, end])
    again = remembered([*between, 9, 9, end])
    assert again.peak_end == one.peak_end
    assert again.average >= one.average
    assert 1 <= one.peak_end <= 9


def test_no_moment_is_remembered_as_nothing():
    with pytest.raises(MetricsError, match="at least one moment"):
        remembered([])


@given(st.integers(0, 500), st.integers(0, 90))
def test_calls_in_all_against_round_after_round(first, in_hundred):
    calls, ringing = 0.0, float(first)
    while ringing > 1e-9:
        calls, ringing = calls + ringing, ringing * in_hundred / 100
    assert calls_in_all(first, in_hundred / 100) == pytest.approx(calls)
    assert hours_of_talk(first, in_hundred / 100, 6) == pytest.approx(calls / 10)


@pytest.mark.parametrize(("first", "again"), [(-1, 0.1), (10, 1.0), (10, -0.1)])
def test_calls_without_an_end_are_refused(first, again):
    with pytest.raises(MetricsError, match="a fraction from 0 and below 1"):
        calls_in_all(first, again)
    with pytest.raises(MetricsError, match="minutes is 0 or more"):
        hours_of_talk(10, 0.1, -1)
