"""Which cases have ended: the status decides, and dates and lengths follow it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.exports.columns.mapping import Mapping
from course.exports.values.states import ENDED, OPEN
from course.exports.words import counted

if TYPE_CHECKING:
    import pandas as pd

_ENDS = ("resolved", "closed")
_LENGTHS = ("resolution_time", "resolution_time_business")


def ended_or_open(
    frame: pd.DataFrame, headings: dict[str, str], mapping: Mapping, told: list[str]
) -> pd.DataFrame:
    """Take the ends of cases that are open away, and add points in time given as lengths.

    A date or a length in a case that its status calls open was left from before it was opened
    again, or is a sign for not yet. So is a length of zero in a case without an end.
    """
    frame = frame.copy(deep=False)
    if "stands" in frame:
        open_ones = frame["stands"] == OPEN
        for role in (*_ENDS, *_LENGTHS):
            if role not in frame:
                continue
            stale = open_ones & frame[role].notna()
            if stale.any():
                frame.loc[stale, role] = None
                told.append(
                    f"{counted(int(stale.sum()), 'case')} with {headings[role]!r} "
                    f"{'is' if stale.sum() == 1 else 'are'} open by {headings['status']!r}: "
                    "counted as open"
                )
    there = [role for role in _ENDS if role in frame and frame[role].notna().any()]
    for role in _LENGTHS:
        if role in frame and there:
            zero = (frame[role] == 0) & frame[there].isna().all(axis=1)
            if zero.any():
                frame.loc[zero, role] = None
                told.append(
                    f"{headings[role]!r}: {counted(int(zero.sum()), 'zero')} in cases without an "
                    "end left out"
                )
    return _derived(frame)


def waits_no_more(frame: pd.DataFrame) -> pd.Series:
    """Which cases have ended, by their status or by a date."""
    found = frame["stands"] == ENDED if "stands" in frame else frame["opened"].isna() & False
    for role in _ENDS:
        if role in frame:
            found = found | (frame[role].notna() & ~_open(frame))
    return found


def _open(frame: pd.DataFrame) -> pd.Series:
    return frame["stands"] == OPEN if "stands" in frame else frame["opened"].isna() & False


def _derived(frame: pd.DataFrame) -> pd.DataFrame:
    """Points in time that an export gives as lengths only."""
    import pandas as pd

    if "opened" not in frame:
        return frame
    for end, length in (("responded", "response_time"), ("resolved", "resolution_time")):
        ends = {end, "closed"} if end == "resolved" else {end}
        if length in frame and not any(one in frame and frame[one].notna().any() for one in ends):
            after = pd.to_timedelta(frame[length], unit="s").astype("timedelta64[us]")
            frame = frame.assign(**{end: frame["opened"] + after})
    return frame
