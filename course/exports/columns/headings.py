"""What a heading says beside its name: a unit, a zone, or that only business hours count."""

from __future__ import annotations

import re
from functools import cache

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WRAPPED = re.compile(r"^custom field \((.*)\)\.?$", re.IGNORECASE)
_UNITS = re.compile(
    r" (?:in )?(?:ms|milliseconds|seconds|secs|sec|minutes|mins|min|hours|hrs|h|days"
    r"|calendar|h{1,3} mm(?: ss)?)$"
)
_UTC = re.compile(r"\((?:UTC|GMT)[^)]*\)", re.IGNORECASE)
_PLACE = re.compile(r"\(([A-Za-z]+(?:/[A-Za-z][A-Za-z_+-]*\d*)+)\)")
_BUSINESS = re.compile(
    r"[ ,_(]*(?<![a-z])(?:only[ _])?(?:(?:with)?in|during)[ _]"
    r"(?:business|office|working|operating|sla)[ _]hours(?![a-z])\)?"
    r"|[ ,_]*\((?:business|office|working|operating|sla) hours\)",
    re.IGNORECASE,
)


def plain(heading: str) -> str:
    """A heading in small letters without signs, units and zones, fit to be compared.

    >>> plain("Custom field (Satisfaction)"), plain("firstReplyTime"), plain("Created at (UTC)")
    ('satisfaction', 'first reply time', 'created at')
    >>> plain("First response time (in hrs)"), plain("Conversation started at (Europe/Madrid)")
    ('first response time', 'conversation started at')
    >>> plain("Calls (in/out)")
    'calls in out'
    >>> plain("First reply time in minutes within business hours")
    'first reply time in business hours'
    """
    text = _WRAPPED.sub(r"\1", heading.strip())
    text = _UTC.sub("", _PLACE.sub("", text) if zone_in(text) else text)
    inside = in_business_hours(text)
    text = without_business_hours(text)
    if " " not in text:
        # Capitals part words only where nothing else does: firstReplyTime, but HubSpot team.
        text = _CAMEL.sub(" ", text)
    text = re.sub(r"[^0-9a-z]+", " ", text.lower()).strip()
    # Twice, for 'in minutes calendar' and the like.
    text = _UNITS.sub("", _UNITS.sub("", text))
    return f"{text} in business hours" if inside else text


def in_business_hours(heading: str) -> bool:
    """Whether a length of time leaves out the hours in which the desk was closed.

    >>> in_business_hours("First response time, only within office hours (seconds)")
    True
    >>> in_business_hours("reply_time_in_minutes_within_business_hours")
    True
    >>> in_business_hours("Resolution time in hours")
    False
    """
    return bool(_BUSINESS.search(heading))


def without_business_hours(heading: str) -> str:
    """The heading without those words, so that their 'hours' are not taken for its unit.

    >>> without_business_hours("Time to close, within office hours (seconds)")
    'Time to close (seconds)'
    """
    return _BUSINESS.sub("", heading)


@cache
def zone_in(heading: str) -> str | None:
    """The zone that a heading names for all its cells; None where it names none.

    >>> zone_in("Created at (UTC)"), zone_in("Conversation started at (America/New_York)")
    ('UTC', 'America/New_York')
    >>> zone_in("Requests (in/out)") is None
    True
    """
    from zoneinfo import ZoneInfo

    if re.search(r"\((?:utc|gmt)\)", heading, re.IGNORECASE):
        return "UTC"
    found = _PLACE.search(heading)
    if not found:
        return None
    try:
        return ZoneInfo(found[1]).key
    except (ValueError, OSError, LookupError):
        return None
