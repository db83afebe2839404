"""Charts by week: no sign where nothing happened, and a real drop found soon.

The long form, with a thousand files of each kind, is tests/benchmarks/measure_quiet.py.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import binom

from course.exports import measure_cases, understand
from course.exports.figures.score_weeks import score_weeks
from course.exports.record import record
from course.metrics import Histogram, csat
from tests.benchmarks.measure_quiet import answered, cries_wolf, finds
from tests.exports.desks import desk

Save = Callable[..., Path]
MONDAY = date(2026, 1, 5)


@pytest.mark.parametrize(("usual", "share"), [(20, 0.8), (100, 0.9)])
def test_hardly_a_quiet_file_shows_a_sign(usual: float, share: float) -> None:
    random = np.random.default_rng(7)
    # At one in twenty, more than six of sixty come once in thirty runs. The long form has more.
    assert sum(any(cries_wolf(random, usual, share)) for _ in range(60)) <= 6


@pytest.mark.parametrize(("week", "until"), [(22, 26), (14, 26)])
def test_a_drop_of_ten_points_is_found_within_four_weeks(week: int, until: int) -> None:
    random = np.random.default_rng(7)
    assert sum(finds(random, week, until) for _ in range(60)) >= 48


def test_limits_are_exact_binomial_ones() -> None:
    weeks = {MONDAY + timedelta(weeks=one): Histogram({5: 16, 2: 4}) for one in range(10)}
    found = score_weeks(weeks, csat, (4, 5))
    assert found is not None
    low, high = (5 * binom.ppf(one, 20, 0.8) for one in (0.001, 0.999))
    assert {(one.low, one.high) for one in found.points} == {(low, high)}
    assert found.signals == ()


def test_many_answers_whose_weeks_differ_get_the_limits_of_laney() -> None:
    random = np.random.default_rng(3)
    shares = [0.7 + 0.06 * float(one) for one in random.uniform(-1, 1, 26)]
    found = score_weeks(answered(random, [5000] * 26, shares), csat, (4, 5))
    assert found is not None
    assert "Laney's" in found.limits
    assert found.signals == ()


def test_a_week_outside_and_a_lasting_drop_are_told_apart(save: Save) -> None:
    def make(i: int) -> list[str]:
        week = i // 60
        bad = 0.7 if week == 5 else 0.55 if week >= 12 else 0.15
        day = MONDAY + timedelta(weeks=week, days=i % 7)
        return [str(i), f"{day} 10:00", "2" if (i * 37 % 100) / 100 < bad else "5"]

    export = understand(save(desk(["Ticket ID", "Created", "CSAT"], make, 60 * 20)))
    found = measure_cases(export)
    line = found.score_by_week
    assert line is not None
    assert "from the week of 30 March 2026 on" in str(line)
    assert "9 February 2026" in str(line)
    told = record(export, found)["score_by_week"]
    assert [one["signal"] for one in told["weeks"]].count("shift") == 8


@pytest.mark.parametrize("answers", [1, 3])
def test_weeks_of_few_answers_have_no_limits(answers: int, save: Save) -> None:
    def make(i: int) -> list[str]:
        return [str(i), str(MONDAY + timedelta(days=7 * i // answers)), "52"[i % 2]]

    found = measure_cases(understand(save(desk(["ID", "Date", "CSAT"], make, 40 * answers))))
    assert found.score_by_week is None
    assert "under 8 weeks with 10 answers" in dict(found.skipped)["CSAT by week"]
    assert found.volume is not None
    assert found.volume.signals == ()
