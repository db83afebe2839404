"""Each case once: events put together, copies and older rows left out, near copies named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.exports.columns.fields import fields
from course.exports.files.rows import COPIES, Rows
from course.exports.values.column import Column, codes_of
from course.exports.words import counted

if TYPE_CHECKING:
    import pandas as pd

_EVENTS = 1.5
"""So many rows a case are events."""
_RATINGS = ("satisfaction", "recommend", "effort")


def one_row_a_case(frame: pd.DataFrame, rows: Rows, told: list[str]) -> tuple[pd.DataFrame, int]:
    """Put the events of a case together, or drop what is there twice; the latest word counts."""
    if "case" not in frame or not frame["case"].duplicated().any():
        return frame, 0
    named = frame["case"].notna()
    facts = [name for name in frame if name not in ("place", "written")]
    twice = frame["case"].duplicated(keep=False) & named
    copies = frame[twice].duplicated(subset=facts).reindex(frame.index, fill_value=False)
    events = named.sum() / max(frame["case"].nunique(), 1) >= _EVENTS
    if not events and "updated" in frame:
        states = frame[named & ~copies].groupby("case")["updated"].nunique()
        events = bool((states > 1).mean() > 0.2)
    if not events:
        rows.leave(COPIES, frame["place"][copies].to_numpy())
        return _latest(frame[~copies], rows), 0
    order = frame.sort_values("updated", kind="stable") if "updated" in frame else frame
    grouped = order[order["case"].notna()].groupby("case", sort=False)
    how = {"opened": "min", "day": "min", "responded": "min", "reopens": "max", "resolved": "max"}
    merged = grouped.agg({name: how.get(str(name), "last") for name in facts if name != "case"})
    merged["places"] = grouped["place"].agg(list)
    merged = merged.reset_index()
    nameless = order["place"][order["case"].isna()].to_numpy()
    rows.leave("of an event log that name no case", nameless)
    told.append(
        f"{counted(len(frame), 'row')} are events: put together to {counted(len(merged), 'case')}, "
        "with the last word on each"
    )
    return merged, len(frame) - len(nameless)


def all_different(cases: Column) -> bool:
    """Whether each case has one row and none is blank, as far as can be said quickly.

    >>> all_different(Column.of(["3", "1"])), all_different(Column.of(["A1", "A1"]))
    (True, False)
    """
    import numpy as np
    import pyarrow as pa
    import pyarrow.compute as pc

    text = cases.text
    if pc.any(pc.equal(text, "")).as_py():
        return False
    try:
        numbers = pc.cast(text, pa.int64()).to_numpy()
    except pa.ArrowInvalid:
        return bool(pc.count_distinct(text).as_py() == len(text))
    if not bool((numbers[1:] > numbers[:-1]).all()):
        numbers = np.sort(numbers)
    return bool((numbers[1:] > numbers[:-1]).all())


def _latest(frame: pd.DataFrame, rows: Rows) -> pd.DataFrame:
    """The row of each case with the latest date; of rows without dates the last one."""
    times = ["updated"] if "updated" in frame else [
        name for name in frame if name != "day" and _is_time(str(name))
    ]  # fmt: skip
    order = frame
    if times:
        latest = frame[times].max(axis=1)
        order = frame.loc[latest.sort_values(kind="stable", na_position="first").index]
    older = order["case"].duplicated(keep="last") & order["case"].notna()
    rows.leave("about a case that has a later row", order["place"][older].sort_values().to_numpy())
    return order[~older].sort_index().reset_index(drop=True)


def kept(frame: pd.DataFrame, rows: Any) -> pd.DataFrame:
    """Some rows of a frame, which is taken apart column by column: it is never held twice."""
    import pandas as pd

    names: list[Any] = list(frame)
    return pd.DataFrame({name: frame.pop(name)[rows].reset_index(drop=True) for name in names})


def near_copies(frame: Any) -> list[str]:
    """Answers of the same person in the same minute with the same score and text, named."""
    scores = [name for name in _RATINGS if name in frame]
    if not scores or "opened" not in frame or not {"customer", "written"} & set(frame):
        return []
    keys = [name for name in ("customer", "written") if name in frame]
    there = frame[scores].notna().any(axis=1) & frame["opened"].notna()
    for name in keys:
        # Without a name, only what was written tells two people apart.
        there &= frame[name].notna() if name == "customer" else (
            (frame[name] != 0) | ("customer" in frame)
        )  # fmt: skip
    part = frame.loc[there, [*keys, *scores]]
    part["minute"] = frame.loc[there, "opened"].dt.floor("min")
    if "customer" in keys:
        part["customer"] = codes_of(part["customer"])[0]
    number = int(_perhaps_twice(part).duplicated().sum())
    if not number:
        return []
    same = [*(["person"] if "customer" in keys else []), "minute", "score"]
    said = ", ".join(same) + " and text" if "written" in keys else " and ".join(
        [", ".join(same[:-1]), same[-1]])  # fmt: skip
    be = "is a near copy" if number == 1 else "are near copies"
    return [f"{counted(number, 'row')} {be} of another: the same {said}; counted all the same"]


def _perhaps_twice(part: pd.DataFrame) -> pd.DataFrame:
    """The rows that may be alike: looking through all of them takes much room."""
    import numpy as np
    from pandas.util import hash_pandas_object

    prints = hash_pandas_object(part, index=False).to_numpy()
    rising = np.sort(prints)
    return part[np.isin(prints, rising[1:][rising[1:] == rising[:-1]])]


def _is_time(name: str) -> bool:
    return name in fields() and fields()[name].kind == "time"
