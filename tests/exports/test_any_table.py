"""Whatever is in a table, it is measured or refused in a sentence, and no row goes uncounted."""

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.cli.measure import measure
from course.exports import ExportError, understand

HEADINGS = (
    "Ticket ID", "Created", "Resolved", "Closed", "Customer", "Topic", "Team", "CSAT", "NPS",
    "CES", "Reopens", "SLA met", "Time to close (hours)", "Updated", "x",
    "Resolved (Europe/Berlin)", "Time to close within business hours (hours)",
)  # fmt: skip
cells = st.one_of(
    st.sampled_from(["", "?", "1", "5", "10", "2026-03-02 09:00", "2026-03-02T09:00Z", "yes",
                     "13/01/2026", "03/04/2026", "2026-03-02 09:00 EST", "2026-03-02 09:00 BST",
                     "2026-03-02 09:00 CST", "45678.5", "45678", "4,5", "Good", "open",
                     "1:30:00", "-1"]),
    st.text(max_size=8),
)  # fmt: skip
tables = st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=8, unique=True).flatmap(
    lambda names: st.tuples(
        st.just(names),
        st.lists(st.lists(cells, min_size=0, max_size=len(names) + 1), min_size=1, max_size=25),
    )
)


def write(folder: str, table: tuple[list[str], list[list[str]]]) -> Path:
    path = Path(folder) / "any.csv"
    with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
        csv.writer(file).writerows([table[0], *table[1]])
    return path


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables)
def test_measured_or_refused(table: tuple[list[str], list[list[str]]]) -> None:
    with TemporaryDirectory() as folder:
        path = write(folder, table)
        assert measure(path, out=Path(folder), day_first=True, zone="Europe/London") in (0, 1, 2)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables)
def test_every_row_is_a_case_or_counted(table: tuple[list[str], list[list[str]]]) -> None:
    with TemporaryDirectory() as folder:
        try:
            export = understand(write(folder, table), day_first=True, zone="Europe/London")
        except ExportError:
            return
        lost = sum(one.rows for one in export.left_out.values())
        merged = export.cases.events - len(export.frame) if export.cases.events else 0
        assert export.rows == len(export.frame) + lost + merged
