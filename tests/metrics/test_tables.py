from __future__ import annotations

from functools import partial

import narwhals.stable.v2 as nw
import pandas as pd
import pytest

from course.metrics import MetricsError, ces, csat, nps, score_table

TABLE = pd.DataFrame(
    {
        "team": ["B", "A", "A", None, "C", "A"],
        "year": [2024, 2024, 2025, 2024, 2024, 2024],
        "rating": [9.0, 10.0, 3.0, 10.0, None, 10.0],
    }
)


def test_one_row_a_group_in_the_same_kind_of_frame(engine):
    frame = engine(TABLE)
    table = score_table(nps, frame, "rating", by="team")
    assert type(table) is type(frame)
    rows = nw.from_native(table).lazy().collect().rows(named=True)
    found = [(row["team"] or None, row["n"], row["missing"]) for row in _plain(rows)]
    assert found == [("A", 3, 0), ("B", 1, 0), ("C", 0, 1), (None, 1, 0)]
    first, third = _plain(rows)[0], _plain(rows)[2]
    expected = nps([10, 3, 10])
    assert (first["value"], first["low"], first["high"]) == pytest.approx(
        (expected.value, expected.low, expected.high)
    )
    assert first["convention"] == expected.convention
    assert third["value"] is None
    assert third["warning"] == "nobody answered"


def _plain(rows):
    from course.metrics.frames import plain

    return [{name: plain(value) for name, value in row.items()} for row in rows]


def test_two_columns_of_groups_and_options():
    table = score_table(partial(csat, scale=(0, 10)), TABLE, "rating", by=["year", "team"])
    assert list(table.columns[:3]) == ["year", "team", "value"]
    assert len(table) == 5
    table = score_table(partial(ces, high="easy", scale=(1, 10)), TABLE, "rating", by="year")
    assert table["value"].tolist() == [9.75, 3.0]


@pytest.mark.parametrize(
    ("by", "word"),
    [([], "what makes the groups"), ("n", "name of a result"), ("region", "no column 'region'")],
)
def test_bad_groups_are_refused(by, word):
    with pytest.raises(MetricsError, match=word):
        score_table(nps, TABLE.assign(n=1), "rating", by=by)


def test_notes_stand_in_the_table():
    thin = pd.DataFrame({"team": ["A"] * 4 + ["B"], "rating": [1, 5, 5, 4, 9]})
    table = score_table(nps, thin, "rating", by="team")
    assert table["notes"].tolist() == [
        "no answer is above 5: check that the question went up to 10", ""
    ]  # fmt: skip


def test_one_shape_of_call(engine):
    frame = engine(TABLE)
    by_team = nps(frame, rating="rating", by="team")
    assert list(by_team) == ["A", "B", None]
    assert by_team["A"] == nps([10, 3, 10])
    assert "nobody" in by_team.without["C"] or "blank" in by_team.without["C"]
    assert nps(frame, rating="rating") == nps([9, 10, 3, 10, None, 10])
    easy = ces(frame, rating="rating", high="easy", scale=(1, 10), by=["year", "team"])
    assert easy[(2025, "A")].value == 3
