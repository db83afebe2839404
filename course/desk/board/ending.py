"""Where the records end."""

from datetime import datetime, timedelta

from course.desk.frames import Column


def end_of_records(times: Column) -> datetime | None:
    """The midnight after the last of some times; None where there is none.

    Args:
        times: A pandas Series.

    >>> import pandas as pd
    >>> end_of_records(pd.Series(pd.to_datetime(["2026-10-30 09:00", "2026-10-31 21:09"])))
    datetime.datetime(2026, 11, 1, 0, 0)
    >>> end_of_records(pd.Series(["soon"])) is None
    True
    """
    if times.dtype.kind != "M" or times.isna().all():
        return None
    # The day on which the clocks change has 23 or 25 hours; 26 lead into the next one from any.
    end: datetime = (times.max().normalize() + timedelta(hours=26)).normalize().to_pydatetime()
    return end
