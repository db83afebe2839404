"""A day on the desk: how fair days are, what groups and tricks come to, and how long it takes.

Run it by hand: ``python -m tests.benchmarks.shift [--days 200] [--best 200]``; 0 leaves a
table out. It walks through
every conversation once, which takes some seconds, and a best day takes one or two.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from functools import partial
from itertools import combinations
from statistics import mean, quantiles, stdev
from typing import Any

from course.lessons.conversations import Conversations
from course.lessons.load import Course
from course.shift import Action, Day, Desk, Rules, actions, advance, begin, day_for, replay
from course.shift.best import best_day
from course.shift.drawing import desk_of, draw, work_in
from course.shift.fair import WORK, is_fair
from course.shift.policies import PEOPLE, TRICKS, play
from course.shift.rehearsal import MEASURES, middle, of_day, paired
from course.shift.turning import turning_points
from course.shift.worth import worth


def cpu(work: Callable[[], Any]) -> tuple[Any, float]:
    """What some work gives, and the seconds of the processor that it takes."""
    began = time.process_time()
    made = work()
    return made, time.process_time() - began


def spread(name: str, values: Sequence[float]) -> str:
    cuts = quantiles(values, n=20)
    return (
        f"{name:40}{mean(values):7.1f}{stdev(values):6.1f}{min(values):7.1f}{cuts[0]:7.1f}"
        f"{cuts[-1]:7.1f}{max(values):7.1f}"
    )


def timings(load: Callable[[], Course]) -> None:
    print("\nTimings, seconds of the processor")
    course = load()
    (known, desk), seconds = cpu(lambda: _opened(course))
    print(f"  a day opens, conversations read   {seconds:.2f}   (below 1)")
    day, log = play(desk, PEOPLE["fair and planful"])
    again, seconds = cpu(lambda: replay(desk, log))
    assert again == day
    print(f"  its log of {len(log)} actions replays     {seconds:.3f}  (below 0.2)")
    slowest, now = 0.0, begin(desk)
    for action in log:
        now, took = cpu(partial(_step, now, action))
        slowest = max(slowest, took)
    print(f"  its slowest line, with what is next {slowest:.4f} (below 0.05)")
    _, seconds = cpu(lambda: best_day(desk))
    print(f"  the best day, first time           {seconds:.1f}")
    print(f"  the best day, once walked          {cpu(lambda: best_day(desk))[1]:.1f}")
    print(f"  what mattered most                 {cpu(lambda: turning_points(desk, log))[1]:.1f}")
    assert known.names


def _step(day: Day, action: Action) -> Day:
    day = advance(day, action)
    actions(day)
    return day


def _opened(course: Course) -> tuple[Conversations, Desk]:
    known = Conversations(course)
    return known, day_for(1, known.names, known)


def fairness(known: Conversations, days: int) -> None:
    print(f"\nFairness: mean handling mark over {days} seeds")
    print(f"{'':40}{'mean':>7}{'sd':>6}{'least':>7}{'5 %':>7}{'95 %':>7}{'most':>7}")
    found = [best_day(day_for(seed, known.names, known)) for seed in range(days)]
    print(spread("best day found, fair days", [one.worth for one in found]))
    print(spread("upper bound, fair days", [one.bound for one in found]))
    print(spread("gap between them", [one.gap for one in found]))
    few = min(days, 50)
    first = [draw(seed, known.names, known, Rules()) for seed in range(few)]
    fair = sum(is_fair(seed, drawn) for seed, drawn in enumerate(first))
    print(f"of the first days drawn {fair} of {few} are fair; the others are drawn again")
    any_day = [best_day(desk_of(seed, drawn, Rules())) for seed, drawn in enumerate(first)]
    print(spread(f"best day found, any day of {few}", [one.worth for one in any_day]))
    print(spread(f"minutes of work, any day of {few}", [float(work_in(drawn)) for drawn in first]))
    print(f"minutes of work, fair days: {WORK[0]} to {WORK[1]}")


GROUPS = ("good and slow", "fast and cold", "generous and careless", "fair and planful")


def groups(known: Conversations, days: int) -> None:
    print(f"\nKnown groups and tricks over {days} days, means")
    heads = ("handling", "sd", "felt 1-5", "wait", "left", "£", "kept %", "beats planful %")
    print(f"{'':28}" + "".join(f"{head:>10}" for head in heads))
    desks = [day_for(seed, known.names, known) for seed in range(days)]
    planful = [worth(play(desk, PEOPLE["fair and planful"])[0]) for desk in desks]
    apart = dict[str, list[dict[str, float]]]()
    for name, player in {**PEOPLE, **TRICKS}.items():
        ended = [play(desk, player)[0] for desk in desks]
        marks = [worth(day) for day in ended]
        apart[name] = list(map(of_day, ended))
        means = {one: middle([day[one] for day in apart[name]]) for one in MEASURES}
        above = sum(a > b for a, b in zip(marks, planful, strict=True))
        cells = (
            means["mark"], stdev(marks), means["felt"], means["wait"], means["left"],
            means["cost"], means["kept"], 100 * above / days,
        )  # fmt: skip
        print(f"{name:28}" + "".join(f"{cell:10.1f}" for cell in cells), flush=True)
    print(
        "\nHow far apart two groups are on the same day: mean difference and its 95 % interval, and"
        "\nin brackets the difference in standard deviations of it. * tells them apart best."
    )
    for one, other in combinations(GROUPS, 2):
        print(f"{one}, less {other}")
        pairs = {
            measure: found
            for measure in MEASURES
            if measure != "contacts"
            and (found := paired([day[measure] for day in apart[one]],
                                 [day[measure] for day in apart[other]]))
        }  # fmt: skip
        best = max(pairs, key=lambda measure: abs(pairs[measure].size))
        for measure, found in pairs.items():
            mark = "*" if measure == best else " " if found.beyond_chance else "-"
            print(f"  {mark} {MEASURES[measure]:30}{found.mean:8.1f} ({found.low:.1f} to "
                  f"{found.high:.1f}) [{found.size:.1f}]")  # fmt: skip
    print("  - is not beyond chance")


def main() -> None:
    from course.lessons import load_course

    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=20)
    parser.add_argument("--best", type=int, default=10)
    given = parser.parse_args()
    timings(load_course)
    known = Conversations(load_course())
    if given.days:
        groups(known, given.days)
    if given.best:
        fairness(known, given.best)


if __name__ == "__main__":
    main()
