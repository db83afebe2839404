"""The tails behind limits by week, against `scipy.stats`."""

import numpy as np
import pytest
from scipy.stats import binom, hypergeom, norm, t

from course.exports.figures.tails import (
    hits_at,
    normal_two_sided,
    share_changed,
    student_reach,
)


def test_a_changed_share_is_as_rare_as_the_exact_law_says() -> None:
    dice = np.random.default_rng(1)
    for _ in range(400):
        total = int(10 ** dice.uniform(1, 5.5))
        good = int(dice.integers(0, total + 1))
        drawn = dice.integers(1, total, size=5)
        law = hypergeom(total, good, drawn)
        least, most = np.maximum(0, drawn + good - total), np.minimum(drawn, good)
        hits = np.clip(law.rvs(random_state=dice) + dice.integers(-9, 10, size=5), least, most)
        exact = 2 * np.minimum(law.cdf(hits), law.sf(hits - 1))
        rare = exact < 0.5
        ours = share_changed(hits, drawn, good, total)
        assert ours[rare] == pytest.approx(exact[rare], rel=1e-7, abs=1e-280)
        assert (ours[~rare] > 0.4).all()


def test_the_fewest_hits_are_those_of_the_binomial_law() -> None:
    dice = np.random.default_rng(2)
    for _ in range(500):
        of, share = int(10 ** dice.uniform(0, 5)), float(dice.random())
        part = float(dice.choice([0.0005, 0.01, 0.5, 0.99, 0.9995]))
        assert hits_at(part, float(of), share) == binom.ppf(part, of, share), (part, of, share)


@pytest.mark.parametrize("tail", [0.3, 0.01, 1e-6])
def test_reaches_are_those_of_the_normal_law_and_of_student(tail: float) -> None:
    assert student_reach(tail, 17.2) == pytest.approx(t.isf(tail, 17.2))
    assert normal_two_sided(-norm.isf(tail)) == pytest.approx(2 * tail)
