"""The same everywhere, at any size, in any format."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from course.company import CompanyError, read_table, write
from course.company.calendar import day_number, iso_minutes, to_local, to_utc
from course.company.files.dictionary import dictionary
from course.company.generator.chunk import chunk
from course.company.generator.draws import Draws, mixed, stream
from course.company.generator.opening import opening
from course.company.generator.world import world
from course.company.settings import baseline


def test_splitmix64_is_the_published_one():
    # The first three numbers of the reference generator seeded with 1234567.
    step, all_bits = 0x9E3779B97F4A7C15, (1 << 64) - 1
    made = [mixed((1234567 + step * turn) & all_bits) for turn in (1, 2, 3)]
    assert made == [6457827717110365317, 3203168211198807973, 9817491932198370423]


@given(seed=st.integers(0, 2**63), key=st.integers(0, 2**63))
def test_arrays_and_plain_numbers_agree(seed: int, key: int):
    word = Draws(seed).words("any", np.array([key], dtype=np.uint64))
    assert int(word[0]) == mixed((stream(seed, "any") + key * 0x9E3779B97F4A7C15) % 2**64)


def test_draws_are_fair_enough():
    keys = np.arange(60_000, dtype=np.uint64)
    counts = np.bincount(Draws(3).below("die", keys, 6), minlength=6)
    assert (abs(counts - 10_000) < 400).all()
    yes = Draws(3).chance("coin", keys, 250).mean()
    assert 0.24 < yes < 0.26
    both = Draws(3).chance("coin", keys, 500) & Draws(3).chance("other coin", keys, 500)
    assert 0.24 < both.mean() < 0.26


@given(st.integers(day_number(date(2020, 1, 1)) * 1440, day_number(date(2030, 1, 1)) * 1440))
@settings(max_examples=200)
def test_the_clock_is_that_of_london(minute: int):
    there = datetime.fromtimestamp(minute * 60, UTC).astimezone(ZoneInfo("Europe/London"))
    utc = np.array([minute], dtype=np.int64)
    assert iso_minutes(utc)[0] == there.isoformat(timespec="minutes")
    again = to_utc(to_local(utc))[0]
    assert again in (minute, minute - 60)


def test_waiting_counts_opening_time_only():
    phones = baseline().teams[0]
    start = day_number(date(2026, 7, 3))
    hours = opening(phones, start, 30, ())
    friday_evening = np.array([start * 1440 + 19 * 60 + 50], dtype=np.int64)
    assert int(hours.after(friday_evening, 20)[0]) == (start + 1) * 1440 + 8 * 60 + 10
    sunday = np.array([(start + 2) * 1440 + 12 * 60], dtype=np.int64)
    assert int(hours.after(sunday, 0)[0]) == (start + 3) * 1440 + 8 * 60


def test_size_never_changes_a_customer():
    whole, part = chunk(world(), 1, 400), chunk(world(), 200, 260)
    for name, table in part.items():
        told = dictionary()[name]
        names = [told.source(column) for column in told.columns]
        big = pd.DataFrame({column: whole[name][column] for column in names})
        small = pd.DataFrame({column: table[column] for column in names})
        first = told.source(next(iter(told.columns)))
        mine = big[big[first].str[1:7].astype(int).between(200, 260)].reset_index(drop=True)
        pd.testing.assert_frame_equal(mine, small, check_dtype=False, obj=name)


def test_more_customers_only_add_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("course.company.files.writing._AT_A_TIME", 70)
    write(tmp_path / "small", customers=100)
    write(tmp_path / "large", customers=200)
    for name in dictionary():
        small = (tmp_path / "small" / f"{name}.csv").read_bytes()
        assert (tmp_path / "large" / f"{name}.csv").read_bytes().startswith(small), name


def test_seeds_differ(tmp_path: Path):
    for seed in (1, 2):
        write(tmp_path / str(seed), customers=20, seed=seed)
    one, two = ((tmp_path / str(seed) / "customers.csv").read_bytes() for seed in (1, 2))
    assert one != two


def test_parquet_holds_the_same(tmp_path: Path):
    pytest.importorskip("pyarrow")
    write(tmp_path, customers=300)
    write(tmp_path, customers=300, format="parquet", replace=True)
    for name, told in dictionary().items():
        table = pd.read_parquet(tmp_path / f"{name}.parquet")
        as_csv = read_table(tmp_path, name)
        assert list(table) == list(as_csv)
        for column, one in told.columns.items():
            left, right = table[column], as_csv[column]
            if one.type == "date":
                left = pd.to_datetime(left)
            assert (left.isna() == right.isna()).all(), (name, column)
            assert (left.dropna() == right.dropna()).all(), (name, column)


def test_what_is_there_is_not_overwritten(tmp_path: Path):
    (tmp_path / "orders.csv").write_text("mine\n", encoding="utf-8")
    with pytest.raises(CompanyError, match=r"already holds orders\.csv"):
        write(tmp_path, customers=3)
    assert (tmp_path / "orders.csv").read_text(encoding="utf-8") == "mine\n"
    assert [path.name for path in tmp_path.iterdir()] == ["orders.csv"]


def test_own_tables_stay_in_the_description(tmp_path: Path):
    text = "# Ours\n\nKept.\n"
    (tmp_path / "README.md").write_text(text, encoding="utf-8")
    for _ in range(2):
        write(tmp_path, customers=3, replace=True)
        assert (tmp_path / "README.md").read_text(encoding="utf-8").startswith(text)
        assert (tmp_path / "README.md").read_text(encoding="utf-8").count("### orders.csv") == 1


def test_a_broken_run_leaves_no_half_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("course.company.files.writing.chunk", fail)
    with pytest.raises(RuntimeError):
        write(tmp_path, customers=3)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("given_wrong", "why"),
    [
        ({"customers": 0}, "from 1 to 9,999,999"),
        ({"customers": 10_000_000}, "from 1 to 9,999,999"),
        ({"format": "xlsx"}, "'csv' or 'parquet'"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, given_wrong: dict[str, object], why: str):
    with pytest.raises(CompanyError, match=why):
        write(tmp_path, **given_wrong)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_pyarrow_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(CompanyError, match=r"customer-care-course\[fast\]"):
        write(tmp_path, customers=3, format="parquet")


def test_reading_says_what_is_missing(tmp_path: Path):
    with pytest.raises(CompanyError, match="There is no table 'sales'"):
        read_table(tmp_path, "sales")
    with pytest.raises(CompanyError, match=r"holds no orders\.csv"):
        read_table(tmp_path, "orders")


def test_a_million_customers_keep_their_names():
    people = chunk(world(), 1_000_000, 1_000_001)["customers"]
    assert people["customer_id"].tolist() == ["C1000000", "C1000001"]


def test_importing_the_room_imports_nothing_heavy():
    heavy = "['numpy', 'pandas', 'pyarrow', 'yaml', 'msgspec']"
    code = f"import sys, course.company; print([m for m in {heavy} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_csv_is_read_back_by_the_standard_reader(tmp_path: Path):
    write(tmp_path, customers=200)
    with (tmp_path / "messages.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {5}
