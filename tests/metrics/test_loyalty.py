from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.metrics import (
    MetricsError,
    churn,
    churn_from_counts,
    churn_over,
    retention,
    retention_from_counts,
)

ROLES: dict[str, Any] = {"customer": "id", "joined": "joined", "left": "left"}
YEAR: dict[str, Any] = {"start": "2025-01-01", "end": "2026-01-01"}


def base(*rows: tuple[str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "id": [f"c{number}" for number in range(len(rows))],
            "joined": pd.to_datetime(pd.Series([joined for joined, _ in rows])),
            "left": pd.to_datetime(pd.Series([left for _, left in rows])),
        }
    )


PEOPLE = base(
    ("2024-02-01", None),  # stays
    ("2024-03-01", "2025-06-01"),  # lost
    ("2024-03-01", "2026-06-01"),  # leaves later
    ("2023-01-01", "2024-06-01"),  # gone before
    ("2025-02-01", None),  # new
    ("2025-02-01", "2025-03-01"),  # came and went
    ("2026-02-01", None),  # comes later
    ("2024-12-31", "2025-01-01"),  # there at the start, lost on the first day
)


def test_a_year_counted_by_hand(engine):
    frame = engine(PEOPLE)
    kept = retention(frame, **ROLES, **YEAR)
    assert (kept.value, kept.n, kept.missing) == (50, 4, 0)
    assert "1 joined and left inside the period, not counted" in kept.notes
    lost = churn(frame, **ROLES, **YEAR)
    assert (lost.value, lost.n) == (50, 4)
    both = churn(frame, **ROLES, **YEAR, of="start+new")
    assert (both.value, both.n) == (50, 6)
    assert kept.convention != lost.convention != both.convention


def test_published_churn_under_two_denominators():
    # 154 at the start, 85 of them lost, 51 new ones who stay.
    people = base(
        *[("2024-05-01", "2025-05-01")] * 85,
        *[("2024-05-01", None)] * 69,
        *[("2025-04-01", None)] * 51,
    )
    assert round(churn(people, **ROLES, **YEAR).value, 1) == 55.2
    assert round(churn(people, **ROLES, **YEAR, of="start+new").value, 1) == 41.5
    assert retention(people, **ROLES, **YEAR).value + churn(people, **ROLES, **YEAR).value == 100


days = st.integers(0, 900)


@given(st.lists(st.tuples(days, st.one_of(st.none(), days)), min_size=1), st.randoms())
def test_retention_is_what_the_formula_says(spans, random):
    first, last = 300, 600
    spans = [(joined, None if gone is None else joined + gone) for joined, gone in spans]

    def there(day: int) -> list[bool]:
        return [joined < day and (gone is None or gone >= day) for joined, gone in spans]

    at_start, at_end = sum(there(first)), sum(there(last))
    new = sum(
        here and first <= joined for here, (joined, _) in zip(there(last), spans, strict=True)
    )
    origin = pd.Timestamp("2020-01-01")
    rows = random.sample(spans, len(spans))
    people = pd.DataFrame(
        {
            "id": range(len(rows)),
            "joined": [origin + pd.Timedelta(days=joined) for joined, _ in rows],
            "left": pd.to_datetime(
                pd.Series(
                    [None if gone is None else origin + pd.Timedelta(days=gone) for _, gone in rows]
                )
            ),
        }
    )
    period: dict[str, Any] = {
        "start": (origin + pd.Timedelta(days=first)).to_pydatetime(),
        "end": (origin + pd.Timedelta(days=last)).to_pydatetime(),
    }
    if not at_start:
        with pytest.raises(MetricsError, match="nobody was there"):
            retention(people, **ROLES, **period)
        return
    kept, lost = (metric(people, **ROLES, **period) for metric in (retention, churn))
    assert kept.value == pytest.approx(100 * (at_end - new) / at_start)
    assert kept.value + lost.value == pytest.approx(100)
    assert kept == retention_like(kept, retention_from_counts(at_start, at_end, new))


def retention_like(score, counts):
    """The numbers of the counts, with the words of the score."""
    from dataclasses import replace

    return replace(counts, convention=score.convention, notes=score.notes)


def test_rows_that_make_no_sense_are_counted(engine):
    people = pd.concat(
        [PEOPLE, base(("2024-05-01", "2024-04-01"), (None, "2025-04-01"))], ignore_index=True
    )
    people["id"] = [f"c{number}" for number in range(len(people))]
    people.loc[0, "id"] = None
    kept = retention(engine(people), **ROLES, **YEAR)
    assert (kept.n, kept.missing) == (3, 3)
    assert "1 row without 'id' left out" in kept.notes
    assert "1 row without 'joined' left out" in kept.notes
    assert "1 row with 'left' before 'joined' left out" in kept.notes


def test_a_period_that_was_not_observed_is_said():
    def notes(**period: Any) -> str:
        return "; ".join(retention(PEOPLE, **ROLES, **period).notes)

    assert "last date" not in notes(**YEAR)
    part = notes(start="2026-01-01", end="2027-01-01")
    assert "part of the period lies after the last date in the table, 2026-06-01" in part
    assert "lies wholly after" in notes(start="2028-01-01", end="2029-01-01")
    assert "last date" not in notes(start="2026-01-01", end="2027-01-01", until="2027-01-01")
    ends = notes(start="2026-01-01", end="2027-01-01", until=date(2026, 9, 1))
    assert "the records end on 2026-09-01, before the period does" in ends


def test_nobody_has_left(engine):
    people = PEOPLE.assign(left=None)
    kept = retention(engine(people), **ROLES, **YEAR)
    assert (kept.value, kept.n) == (100, 5)


def test_moments_may_be_text_dates_or_datetimes():
    for start in ("2025-01-01", date(2025, 1, 1), datetime(2025, 1, 1)):
        assert retention(PEOPLE, **ROLES, start=start, end="2026-01-01").value == 50


def test_a_year_of_months_is_not_twelve_times_a_month():
    assert churn_over(5) == pytest.approx(100 * (1 - 0.95**12))
    assert churn_over(100) == 100
    assert churn_over(5, 1) == pytest.approx(5)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: retention(PEOPLE, **ROLES, start="2025-01-01", end="2025-01-01"), ["is empty"]),
        (lambda: retention(PEOPLE, **ROLES, start="2020-01-01", end="2021-01-01"), ["nobody"]),
        (lambda: retention(PEOPLE, **ROLES, start="1 May", end="2025-01-01"), ["'1 May'", "date"]),
        (
            lambda: retention(PEOPLE, **ROLES, start="2025-01-01T00:00+00:00", end="2026-01-01"),
            ["'joined'", "time zone"],
        ),
        (
            lambda: retention(PEOPLE.assign(id="c1"), **ROLES, **YEAR),
            ["'id'", "7 rows of 8", "One row a customer"],
        ),
        (
            lambda: retention(PEOPLE.assign(joined="2025"), **ROLES, **YEAR),
            ["'joined'", "8 rows", "'2025'"],
        ),
        (
            lambda: retention(
                PEOPLE.assign(left=PEOPLE["left"].dt.tz_localize("UTC")), **ROLES, **YEAR
            ),
            ["'left'", "only one has a time zone"],
        ),
        (lambda: retention(PEOPLE.drop(columns="left"), **ROLES, **YEAR), ["no column 'left'"]),
        (lambda: churn(PEOPLE, **ROLES, **YEAR, of="end"), ["'start+new'"]),  # type: ignore[call-overload]
        (lambda: retention_from_counts(10, 30, 10), ["cannot come from 10"]),
        (lambda: retention_from_counts(10, 5, 8), ["cannot come from"]),
        (lambda: retention_from_counts(0, 0, 0), ["nobody"]),
        (lambda: retention_from_counts(10.5, 5, 0), ["at_start"]),  # type: ignore[arg-type]
        (lambda: churn_from_counts(10, 11), ["11 lost of 10"]),
        (lambda: churn_over(101), ["per cent"]),
        (lambda: churn_over(5, 0), ["periods"]),
    ],
)
def test_bad_input_is_refused_in_words(call, words):
    with pytest.raises(MetricsError) as error:
        call()
    for word in words:
        assert word in str(error.value)
