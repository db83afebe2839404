"""Whether something was handed in late: by the clock of whoever collects, and by its own word."""

from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


class BadDue(ValueError):
    """A time that cannot be used, with how to write it."""


def read_due(text: str, zone: str | None = None) -> datetime:
    """A time with its zone, from how somebody writes it.

    Args:
        text: Such as 2026-12-01 17:00, or with a zone of its own: 2026-12-01T17:00+01:00. A day
            alone lasts to its end.
        zone: The name of the zone, such as Europe/London; None for that of this computer.

    Raises:
        BadDue: where it is no time, or there is no zone of that name.

    >>> read_due("2026-12-01", "Europe/Berlin").isoformat()
    '2026-12-01T23:59:59+01:00'
    """
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise BadDue(
            f"'{text}' is not a time. Write the year first, such as 2026-12-01 17:00."
        ) from None
    if len(text.strip()) == len("2026-12-01"):
        found = found.replace(hour=23, minute=59, second=59)
    if found.tzinfo is not None:
        return found
    return found.replace(tzinfo=_zone(zone)) if zone else found.astimezone()


def _zone(name: str) -> tzinfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise BadDue(
            f"There is no zone called '{name}'. Write it as in Europe/London or America/New_York."
        ) from None


def lateness(due: datetime, shown: str, path: Path, made: str) -> str:
    """A sentence on one file where it came late or says so; empty where it did neither.

    Args:
        due: When it was due.
        shown: The name of the file.
        path: Where it lies: its date is that of the download, or that in the zip.
        made: When it says it was made, in UTC.
    """
    came = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    says = _made(made)
    late = came - due
    own = says - due if says is not None else timedelta(0)
    if late <= timedelta(0) and own <= timedelta(0):
        return ""
    here = f"late by {_length(late)}" if late > timedelta(0) else "in time"
    if says is None:
        claims = "it does not say when it was made"
    elif own > timedelta(0):
        claims = f"it says that it was made {_length(own)} late"
    else:
        claims = "it says that it was made in time"
    return f"{shown} is {here} by its date here, {_shown(came, due)}; {claims}."


def _made(made: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(made)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _shown(came: datetime, due: datetime) -> str:
    return f"{came.astimezone(due.tzinfo):%Y-%m-%d %H:%M}"


def _length(late: timedelta) -> str:
    """How long, in words.

    >>> _length(timedelta(minutes=1)), _length(timedelta(hours=26)), _length(timedelta(seconds=9))
    ('1 minute', '1 day 2 hours', 'less than a minute')
    """
    minutes = int(late.total_seconds()) // 60
    parts = [(minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute")]
    said = [f"{many} {one}{'s' * (many != 1)}" for many, one in parts if many]
    return " ".join(said[:2]) or "less than a minute"
