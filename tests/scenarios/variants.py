"""What somebody else makes of each shipped scenario: marks and properties, person by person.

Run it by hand: ``python -m tests.scenarios.variants`` for everybody, which takes minutes;
``python -m tests.scenarios.variants 4`` for the first four of each.
"""

import sys

from course.scenarios import check_properties, explore, policies
from course.scenarios.variants import PERSONS, variant
from tests.scenarios.loading import shipped_scenarios

HEADS = ("persons", "best least", "best most", "others most", "full least", "violations")


def main(most: int = PERSONS) -> None:
    """Prints a row for each scenario that varies."""
    print(f"{'scenario':22}" + "".join(f"{head:>13}" for head in HEADS), flush=True)
    for case in shipped_scenarios():
        if case.varies is None:
            print(f"{case.id:22}{1:13}")
            continue
        best, others, full, broken = list[float](), list[float](), list[float](), 0
        for number in range(1, most + 1):
            other = variant(case, number)
            found = {one.name: one.handling for one in policies(other, plays=60)}
            best.append(found.pop("best practice"))
            others.append(max(found.values()))
            full.append(explore(other).best_handling)
            broken += len(check_properties(other, sample=20).violations)
        row = (most, min(best), max(best), max(others), min(full), broken)
        print(f"{case.id:22}" + "".join(f"{one:13g}" for one in row), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else PERSONS)
