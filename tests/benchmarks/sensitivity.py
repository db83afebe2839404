"""How far the customer model's numbers can move before a property breaks.

Run it by hand: ``python -m tests.benchmarks.sensitivity [draws]``. Each draw scales every
coefficient by its own random factor and checks all properties over the test scenarios and the
smaller shipped ones.
"""

import random
import sys
import time

from msgspec.structs import fields, replace

from course.language import ACTS, MOVES, Move
from course.scenarios import Coefficients, check_properties, explore, variations
from course.scenarios.exploration.properties import PROPERTIES
from tests.scenarios.loading import own_scenarios, shipped_scenarios

SPREADS = (0.1, 0.25, 0.5)
MOST_STATES = 1500
"""Larger shipped scenarios would take minutes and say little more."""
KEPT = ("full_trust", "moves", "acts")
"""A point on a scale rather than a strength, and the rows, which are scaled part by part."""


def drawn(spread: float, seed: int) -> Coefficients:
    """Every coefficient and the points of every row, each times a factor of its own."""
    dice, changed = random.Random(seed), {}
    for field in fields(Coefficients):
        if field.name in KEPT:
            continue
        value, factor = getattr(Coefficients(), field.name), dice.uniform(1 - spread, 1 + spread)
        if isinstance(value, tuple):
            changed[field.name] = tuple(part * factor for part in value)
        else:
            changed[field.name] = value * factor
    model = replace(Coefficients(), **changed)
    return replace(
        model,
        moves=tuple(_scaled(row, dice.uniform(1 - spread, 1 + spread)) for row in MOVES.values()),
        acts=tuple(
            replace(row, gain=row.gain * dice.uniform(1 - spread, 1 + spread))
            for row in ACTS.values()
        ),
    )


def _scaled(row: Move, factor: float) -> Move:
    gain, slight = row.gain, row.slight
    if gain is not None:
        gain = replace(gain, points=tuple(part * factor for part in gain.points))
    if slight is not None:
        slight = replace(slight, points=slight.points * factor, trust=slight.trust * factor)
    return replace(row, gain=gain, slight=slight)


def main(draws: int) -> None:
    cases = [case for own in own_scenarios() for case in list(variations(own))[::3]]
    cases += [case for case in shipped_scenarios() if explore(case).states < MOST_STATES]
    print(f"{len(cases)} scenarios and customers, {draws} draws for each spread")
    for spread in SPREADS:
        began, clean = time.perf_counter(), 0
        checked, failed = dict.fromkeys(PROPERTIES, 0), dict.fromkeys(PROPERTIES, 0)
        for seed in range(draws):
            model, found = drawn(spread, seed), 0
            for case in cases:
                report = check_properties(case, model, sample=60)
                found += len(report.violations)
                for name in PROPERTIES:
                    checked[name] += report.checked[name]
                for finding in report.violations:
                    failed[finding.property] += 1
            clean += not found
        seconds = time.perf_counter() - began
        print(f"within {spread:.0%}: {clean} of {draws} draws clean ({seconds:.0f} s)")
        for name in PROPERTIES:
            if failed[name]:
                share = failed[name] / max(checked[name], 1)
                print(f"  {name}: {failed[name]} of {checked[name]} checks ({share:.2%})")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 12)
