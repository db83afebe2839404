from __future__ import annotations

import heapq

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.metrics import (
    MetricsError,
    agents_needed,
    agents_needed_with_patience,
    erlang_a,
    erlang_c,
    patience_from,
    staff_day,
)


def test_nobody_hangs_up_is_erlang_c():
    patient, endless = erlang_a(100, 1800, 180, 14, patience=1e9), erlang_c(100, 1800, 180, 14)
    assert patient.service_level == pytest.approx(endless.service_level, abs=1e-5)
    assert patient.asa == pytest.approx(endless.asa, rel=1e-4)
    assert patient.wait_probability == pytest.approx(endless.wait_probability, rel=1e-4)


def test_no_patience_at_all_is_erlang_b():
    blocked = 1.0
    for servers in range(1, 11):
        blocked = 10 * blocked / (servers + 10 * blocked)
    found = erlang_a(100, 1800, 180, 10, patience=1e-6)
    assert found.abandoned == pytest.approx(blocked, rel=1e-4)


@settings(max_examples=8)
@given(st.floats(0.5, 30), st.integers(1, 40), st.floats(0.1, 10))
def test_balance_of_the_chain(load, agents, patience):
    # The steady state found from the generator of the chain, by linear algebra.
    size = agents + 150
    rates = np.zeros((size, size))
    for state in range(size - 1):
        rates[state, state + 1] = load
        leave = min(state + 1, agents) + max(0, state + 1 - agents) / patience
        rates[state + 1, state] = leave
    np.fill_diagonal(rates, -rates.sum(axis=1))
    system = np.vstack([rates.T, np.ones(size)])
    steady = np.linalg.lstsq(system, np.append(np.zeros(size), 1), rcond=None)[0]
    if steady[-1] > 1e-9:
        return
    waiting = np.maximum(0, np.arange(size) - agents)
    found = erlang_a(load, 1, 1, agents, patience)
    assert found.wait_probability == pytest.approx(steady[agents:].sum(), abs=1e-7)
    assert found.abandoned == pytest.approx((steady * waiting).sum() / patience / load, abs=1e-7)
    busy = (steady * np.minimum(np.arange(size), agents)).sum() / agents
    assert found.occupancy == pytest.approx(busy, abs=1e-7)


def test_against_a_simulation_of_the_queue():
    dice = np.random.default_rng(8)
    size, agents, patience, target = 60_000, 10, 1.0, 0.2
    arrive = np.cumsum(dice.exponential(0.1, size))
    work, patient = dice.exponential(1, size), dice.exponential(patience, size)
    free = [0.0] * agents
    in_time, waits = 0, []
    for at, length, limit in zip(arrive, work, patient, strict=True):
        start = max(at, free[0])
        if start - at > limit:
            continue  # hung up: first come, first served, so nobody behind is held up
        heapq.heapreplace(free, start + length)
        waits.append(start - at)
        in_time += start - at <= target
    found = erlang_a(calls=10, period=1, aht=1, agents=agents, patience=patience, target=target)
    assert found.abandoned == pytest.approx(1 - len(waits) / size, abs=0.012)
    assert found.service_level == pytest.approx(in_time / size, abs=0.015)
    assert found.asa == pytest.approx(np.mean(waits), rel=0.05)


def test_patience_is_not_the_wait_of_those_who_hung_up():
    found = erlang_a(100, 1800, 180, 10, patience=120)
    assert patience_from(found.abandoned, found.wait) == pytest.approx(120)


def test_a_large_centre_and_the_fewest_agents():
    found = agents_needed_with_patience(5000, 1800, 180, patience=120)
    assert found.service_level >= 0.8
    assert erlang_a(5000, 1800, 180, found.agents - 1, patience=120).service_level < 0.8
    assert found.agents < agents_needed(5000, 1800, 180).agents


def test_a_day_is_its_intervals():
    calls = {"9:00": 60, "9:30": 100, "10:00": 0, "10:30": 140}
    day = staff_day(calls, period=1800, aht=180, shrinkage=0.3)
    alone = [agents_needed(many, 1800, 180) for many in calls.values() if many]
    assert [one.agents for one in day.intervals if one.calls] == [one.agents for one in alone]
    assert day.service_level == pytest.approx(
        sum(many * one.service_level for many, one in zip((60, 100, 140), alone, strict=True)) / 300
    )
    assert day.agent_hours == sum(one.agents for one in alone) / 2
    assert day.most.interval == "10:30"
    assert day.intervals[1].people == 20
    fewer = staff_day(calls, period=1800, aht=180, patience=120)
    assert fewer.agent_hours < day.agent_hours
    assert list(fewer.to_frame()["interval"]) == list(calls)


@pytest.mark.parametrize(
    ("call", "word"),
    [
        (lambda: erlang_a(100, 1800, 180, 10, patience=0), "patience"),
        (lambda: erlang_a(100, 1800, 180, 0, patience=9), "agents"),
        (lambda: patience_from(5, 9), "write 5 % as 0.05"),
        (lambda: staff_day([], period=1800, aht=180), "no interval"),
        (lambda: staff_day([0, 0], period=1800, aht=180), "any calls"),
        (lambda: staff_day("100", period=1800, aht=180), "list or a mapping"),
        (lambda: staff_day({"9": -1}, period=1800, aht=180), "calls of '9'"),
        (lambda: staff_day([10], period=1800, aht=180, shrinkage=30), "write 30 % as 0.3"),
    ],
)
def test_bad_input_is_refused_in_words(call, word):
    with pytest.raises(MetricsError, match=word):
        call()
