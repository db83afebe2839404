"""How large each shipped scenario is, and what simple play earns in it.

Run it by hand: ``python -m tests.benchmarks.scenarios``.
"""

import time

from course.scenarios import explore, policies
from tests.scenarios.loading import shipped_scenarios

SHORT = {
    "best practice": "best",
    "always apologise": "sorry",
    "always remedy": "remedy",
    "keyword stuffing": "stuffed",
    "echo": "echo",
    "careless": "careless",
    "random": "random",
}


def main() -> None:
    print("handling mark / satisfaction as felt")
    print(f"{'scenario':24}{'states':>8}{'s':>6}{'top':>6}", end="")
    print("".join(f"{short:>13}" for short in SHORT.values()))
    for case in shipped_scenarios():
        began = time.perf_counter()
        found = explore(case)
        seconds = time.perf_counter() - began
        print(f"{case.id:24}{found.states:8,}{seconds:6.2f}{found.best_handling:6.0f}", end="")
        for result in policies(case):
            print(f"{result.handling:8.1f} /{result.satisfaction:3.1f}", end="")
        print()


if __name__ == "__main__":
    main()
