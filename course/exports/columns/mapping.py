"""The small file in which the owner of an export says what its columns are."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct, ValidationError, convert

from course.exports.columns.fields import Unit, fields
from course.exports.columns.opening_hours import opening_hours
from course.exports.errors import ExportError

High = Literal["easy", "effort"]
"""What a high answer to a question about effort means."""

EXAMPLE = """columns:
  opened: Eingang
  resolved: Erledigt
  satisfaction: Note
dates: day-first
zone: Europe/Berlin
satisfaction: {scale: [1, 5]}
status: {words: {Offen: open, Geschlossen: ended}}
in_time: {words: {Ja: yes, Nein: no}}
opening: {mon-fri: 09:00-17:30, sat: 10:00-14:00}
holidays: [2026-12-25, 2026-12-26]
"""
"""What a mapping file looks like."""


_GROUPS = {"promoter": 10, "passive": 8, "detractor": 3}
_YES_NO = {
    # One and nought are True and False to a dictionary.
    True: True, "true": True, "yes": True, "1": True,
    False: False, "false": False, "no": False, "0": False,
}  # fmt: skip
_STATES = {"closed": "ended", "solved": "ended", "resolved": "ended", "done": "ended",
           "pending": "open", "reopened": "open", "new": "open"}  # fmt: skip
VOIDS = ("merged", "spam", "deleted", "duplicate", "survey preview", "test")
"""What a status can say of a row that is no case."""
UNIT_SECONDS = {
    word: size
    for words, size in (
        ("ms", 0.001), ("s second seconds", 1.0), ("min minute minutes", 60.0),
        ("h hour hours", 3600.0), ("d day days", 86_400.0), ("w week weeks", 604_800.0),
    )
    for word in words.split()
}  # fmt: skip
Word = bool | int | str


class Meant(Struct, frozen=True, forbid_unknown_fields=True):
    """What the words in a column mean."""

    words: dict[str, Word] = {}


class Answers(Struct, frozen=True, forbid_unknown_fields=True):
    """How a survey question was asked."""

    scale: tuple[int, int] | None = None
    """Lowest and highest possible answer."""
    words: dict[str, Word] = {}
    """The number that each answer in words stands for; or a group: promoter, passive, detractor."""
    high: High | None = None
    """For a question about effort: what a high answer means."""

    @property
    def numbers(self) -> dict[str, int]:
        """The words with their numbers."""
        known = {word: _GROUPS.get(str(one), one) for word, one in self.words.items()}
        return {word: one for word, one in known.items() if isinstance(one, int)}


class Mapping(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be said about an export; all of it is optional."""

    columns: dict[str, str] = {}
    """What a column is, and its heading."""
    ignore: tuple[str, ...] = ()
    """Headings of columns to leave alone."""
    dates: Literal["day-first", "month-first"] | None = None
    zone: str | None = None
    decimal: Literal["comma", "dot"] | None = None
    """What stands before the decimals of a number: 1.620 is 1620 where it is a comma."""
    missing: tuple[str, ...] = ()
    """Further signs for no value."""
    sheet: str | None = None
    """The sheet of a workbook."""
    units: dict[str, Unit] = {}
    """The unit of a column with lengths of time, by what the column is."""
    window: str = "7d"
    """How soon another contact counts as a repeat."""
    opening: dict[str, str] = {}
    """When the desk is open: hours such as 09:00-17:30, by day or by days in a row (mon-fri)."""
    holidays: tuple[date, ...] = ()
    """Dates on which the desk was closed."""
    satisfaction: Answers = Answers()
    effort: Answers = Answers()
    recommend: Answers = Answers()
    words: dict[str, dict[str, Word]] = {}
    """What the fixed words of any other column mean, by what the column is."""

    def truths(self, role: str) -> dict[str, bool]:
        """The words for yes and no of a column, in small letters."""
        return {word.lower(): _YES_NO[_low(one)] for word, one in self._of(role).items()}

    def states(self) -> dict[str, str]:
        """What the words of the status mean, in small letters."""
        told = {word.lower(): str(_low(one)) for word, one in self._of("status").items()}
        return {word: _STATES.get(one, one) for word, one in told.items()}

    def lengths(self, role: str) -> dict[str, float]:
        """Seconds in the units of a column of lengths, by the owner's words for them."""
        return {word.lower(): UNIT_SECONDS[str(one)] for word, one in self._of(role).items()}

    def _of(self, role: str) -> dict[str, Word]:
        return self.words.get(role, {})


def _low(one: Word) -> Word:
    return one.lower() if isinstance(one, str) else one


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        ExportError: If it is not there, is no YAML, or says something that nobody knows or that
            cannot be; with the place.
    """
    from course.yaml_text import YamlProblem, parse

    try:
        told, _ = parse(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ExportError(f"The mapping file {path} cannot be read: {error.strerror}.") from None
    except (YamlProblem, UnicodeDecodeError) as error:
        where = f", line {error.line}" if isinstance(error, YamlProblem) else ""
        raise ExportError(f"{path.name}{where}: this is not YAML. It looks like this:\n{EXAMPLE}"
                          ) from None  # fmt: skip
    try:
        found = convert(_gathered(told or {}), Mapping)
    except ValidationError as error:
        raise ExportError(f"{path.name}: {_plain(error)}. It looks like this:\n{EXAMPLE}") from None
    unknown = [
        name for name in (*found.columns, *found.units, *found.words) if name not in fields()
    ]
    if unknown:
        raise ExportError(
            f"{path.name}: nothing is called {unknown[0]!r}. A column can be: "
            f"{', '.join(fields())}."
        )
    if wrong := _wrong_word(found):
        raise ExportError(f"{path.name}: {wrong}.")
    try:
        opening_hours(found.opening, found.holidays)
    except ExportError as error:
        raise ExportError(f"{path.name}: {error}") from None
    return found


def _gathered(told: Any) -> Any:
    """`status: {words: …}` and the like under one key; `satisfaction` and its like stay apart."""
    if not isinstance(told, dict):
        return told
    own = set(Mapping.__struct_fields__)
    roles = [role for role in fields() if role in told and role not in own]
    if not roles:
        return told
    there = {key: one for key, one in told.items() if key not in roles}
    words = {role: convert(told[role], Meant).words for role in roles}
    return {**there, "words": {**(there.get("words") or {}), **words}}


def _wrong_word(mapping: Mapping) -> str:
    """The first word that means something its column cannot be, as a sentence; else empty."""
    can: dict[str, tuple[Any, ...]] = {
        "status": ("open", "ended", *_STATES, *VOIDS),
        "length": tuple(UNIT_SECONDS),
        "truth": tuple(_YES_NO),
        "void": tuple(_YES_NO),
        "count": tuple(_YES_NO),
    }
    for role, words in mapping.words.items():
        known = can.get(fields()[role].kind)
        if known is None:
            return f"{role!r} has no fixed words, so 'words' say nothing there"
        for given in words.values():
            if _low(given) not in known:
                said = ", ".join(
                    dict.fromkeys(str(one) for one in known if not isinstance(one, int))
                )
                return f"a word for {role!r} cannot mean {given!r}; it can be {said}"
    for role in ("satisfaction", "effort", "recommend"):
        for given in getattr(mapping, role).words.values():
            if isinstance(given, bool) or (isinstance(given, str) and given not in _GROUPS):
                return f"a word for {role!r} stands for a whole number, not for {given!r}" + (
                    "; or for promoter, passive or detractor" if role == "recommend" else ""
                )
    return ""


def _plain(error: ValidationError) -> str:
    """What msgspec found, with the place written as in the file.

    >>> _plain(ValidationError("Object contains unknown field `zon` - at `$.satisfaction`"))
    'unknown field `zon`, in satisfaction'
    """
    text, _, place = str(error).partition(" - at ")
    where = place.strip("`$.")
    text = text.replace("Object contains unknown field", "unknown field")
    return f"{text}, in {where}" if where else text
