"""Months as whole numbers, counted from year 0, so that they can be added to."""

import calendar


def month_key(month: int) -> str:
    """A month as the page sends it.

    >>> month_key(2025 * 12 + 10)
    '2025-11'
    """
    return f"{month // 12}-{month % 12 + 1:02}"


def read_month(key: str) -> int | None:
    """The month of a key; None where it is none.

    >>> read_month("2025-11") == 2025 * 12 + 10, read_month("soon"), read_month("2025-13")
    (True, None, None)
    """
    year, _, number = key.partition("-")
    if not (year.isdigit() and number.isdigit() and 1 <= int(number) <= 12):
        return None
    return int(year) * 12 + int(number) - 1


def month_name(month: int, *, short: bool = False) -> str:
    """A month in words.

    >>> month_name(2025 * 12 + 10), month_name(2025 * 12 + 10, short=True)
    ('November 2025', 'Nov 2025')
    """
    year, number = divmod(month, 12)
    if short:
        return f"{calendar.month_abbr[number + 1]} {year}"
    return f"{calendar.month_name[number + 1]} {year}"


def span(first: int, last: int) -> str:
    """A period in words.

    >>> span(24300, 24300), span(24310, 24313)
    ('January 2025', 'November 2025 to February 2026')
    """
    return month_name(first) if first == last else f"{month_name(first)} to {month_name(last)}"
