"""The same act, everywhere it occurs in the course, and what it is scored.

Run:  python -m tests.scenarios.acts > acts.md

A table for each act: every line of a scenario and every option of an exercise that does it. What
is scored otherwise than usual is marked, with the reason why it may be. The reasons stand in
`reasons.yaml`; a test holds that each such row has one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from tests.scenarios.acts.does import ACTS, Act
from tests.scenarios.acts.reasons import reasons
from tests.scenarios.acts.scored import Row, in_exercises, in_scenario
from tests.scenarios.loading import shipped_scenarios
from tests.shipped import load_course


def table(act: Act, rows: Iterable[Row]) -> Iterator[str]:
    """One act as Markdown."""
    rows = [row for row in rows if row.act == act.title]
    counts = Counter(row.score.verdict for row in rows)
    known = reasons().get(act.title, {})
    differ = [row for row in rows if row.differs()]
    unexplained = sum(row.place.where not in known for row in differ)
    yield f"\n## {act.title}\n"
    yield (
        f"{len(rows)} places. "
        + ", ".join(f"{counts[one]} {one}" for one in ("good", "weak", "bad"))
        + f"; usual is {act.usual}. {len(differ)} differ, {unexplained} of them without a reason."
    )
    yield "\n| | where | words | scored | rank | breach | verdict | why it differs |"
    yield "|---|---|---|---|---|---|---|---|"
    for row in rows:
        why = known.get(row.place.where, "") if row.differs() else ""
        cells = ("≠" if row.differs() else "", row.place.where, row.place.words.replace("|", "/"),
                 row.score.points, row.score.rank, row.score.breaches, row.score.verdict or "",
                 why)  # fmt: skip
        yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Prints the tables of the course that ships."""
    print("# The same act in every place\n")
    print("Scored: in a scenario, the marks that the line puts out of reach beside the best line")
    print(
        "of its moment, over the states in which it does the act; in an exercise, what the option"
    )
    print("is worth. ≠ marks what is scored otherwise than usual.")
    rows = [row for case in shipped_scenarios() for row in in_scenario(case)]
    rows += in_exercises(load_course().items())
    for act in ACTS:
        print(*table(act, rows), sep="\n")


if __name__ == "__main__":
    main()
