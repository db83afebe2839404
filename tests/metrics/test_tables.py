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
