from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from course.metrics import MetricsError, agents_needed, erlang_c, with_shrinkage


def test_published_example():
    found = erlang_c(calls=100, period=1800, aht=180, agents=14, target=20)
    assert found.load == pytest.approx(10)
    assert found.wait_probability == pytest.approx(0.1741, abs=5e-5)
    assert found.service_level == pytest.approx(0.8884, abs=5e-5)
    assert found.asa == pytest.approx(7.84, abs=5e-3)
    assert found.occupancy == pytest.approx(10 / 14)
    assert erlang_c(100, 1800, 180, 13, 20).service_level == pytest.approx(0.7956, abs=5e-5)


@given(st.floats(0.1, 400), st.integers(1, 60))
def test_waiting_against_poisson_tables(load, spare):
    # Erlang C by its definition, with the Poisson probabilities of scipy.
    agents = int(load) + spare
    top = stats.poisson.pmf(agents, load) * agents / (agents - load)
    expected = top / (stats.poisson.cdf(agents - 1, load) + top)
    found = erlang_c(calls=load, period=1, aht=1, agents=agents)
    assert found.wait_probability == pytest.approx(expected, rel=1e-6, abs=1e-12)


@given(st.floats(1, 5000), st.floats(60, 3600), st.floats(1, 1200), st.floats(0, 300))
def test_limits_and_more_agents_wait_less(calls, period, aht, target):
    fewest = int(calls * aht / period) + 1
    one, more = (erlang_c(calls, period, aht, fewest + extra, target) for extra in (0, 1))
    for found in (one, more):
        assert 0 <= found.service_level <= 1
        assert 0 <= found.wait_probability <= 1
        assert 0 < found.occupancy < 1
        assert found.asa >= 0
    assert more.asa <= one.asa
    assert more.service_level >= one.service_level - 1e-12


@given(st.floats(1, 500), st.floats(0.05, 0.99))
def test_the_fewest_agents_are_enough_and_one_fewer_is_not(calls, level):
    found = agents_needed(calls, 1800, 180, 20, level)
    assert found.service_level >= level
    if found.agents - 1 > found.load:
        assert erlang_c(calls, 1800, 180, found.agents - 1, 20).service_level < level


def test_a_call_centre_of_thousands():
    found = erlang_c(calls=50_000, period=1800, aht=180, agents=5050)
    assert 0 < found.wait_probability < 1


@pytest.mark.parametrize(("agents", "away", "rota"), [(14, 0.3, 20), (14, 0, 14), (10, 0.35, 16)])
def test_shrinkage_divides(agents, away, rota):
    assert with_shrinkage(agents, away) == rota


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: erlang_c(100, 1800, 180, 10), ["10 agents", "10.00 erlangs", "At least 11"]),
        (lambda: erlang_c(100, 1800, 180, 4), ["cannot keep up", "At least 11"]),
        (lambda: erlang_c(100, 1800, 180, 14.0), ["whole number", "14.0"]),  # type: ignore[arg-type]
        (lambda: erlang_c(0, 1800, 180, 14), ["calls", "0"]),
        (lambda: erlang_c(100, 0, 180, 14), ["period", "seconds"]),
        (lambda: erlang_c(100, 1800, float("nan"), 14), ["aht", "nan"]),
        (lambda: erlang_c(100, 1800, "3 min", 14), ["aht", "'3 min'"]),  # type: ignore[arg-type]
        (lambda: erlang_c(100, 1800, 180, 14, -1), ["target", "-1"]),
        (lambda: agents_needed(100, 1800, 180, 20, 80), ["fraction", "80"]),
        (lambda: with_shrinkage(10, 1), ["shrinkage"]),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    with pytest.raises(MetricsError) as error:
        call()
    for word in words:
        assert word in str(error.value)
