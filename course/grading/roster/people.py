"""Lists of people, as Moodle, Canvas and a spreadsheet give them."""

import csv
import io
from typing import Literal

from msgspec import Struct

from course.grading.names import printable
from course.grading.quoted import IN_CELL

Kind = Literal["moodle", "canvas", "plain"]

LARGEST = 5 * 1024 * 1024
"""Bytes a list may have."""
WHOLE = ("student", "name", "full name", "fullname")
GIVEN = ("first name", "firstname", "given name", "given names")
FAMILY = ("last name", "lastname", "surname", "family name")
IDS = (
    "id", "id number", "idnumber", "student id", "sis user id", "sis login id", "username",
    "login", "login id", "user name", "email", "email address", "e-mail", "trainee",
)  # fmt: skip
NOBODY = ("points possible", "student, test")
"""Rows of Canvas that are no person."""


class BadRoster(ValueError):
    """A list that cannot be used, with what is wrong and what to do."""


class Person(Struct, frozen=True, kw_only=True):
    """Somebody who should hand in."""

    name: str
    ids: frozenset[str]
    """What else tells them apart, in small letters: addresses, logins, numbers."""
    row: dict[str, str]
    """The row as it came, for the gradebook."""


class Roster(Struct, frozen=True, kw_only=True):
    """A list of people."""

    kind: Kind
    columns: tuple[str, ...]
    people: tuple[Person, ...]


def read_roster(raw: bytes) -> Roster:
    """A list from its bytes: CSV with a row of headings, with commas, semicolons or tabs.

    Raises:
        BadRoster: where no column holds names or ids, a row holds too many cells, or nobody is
            there.

    >>> found = read_roster(b"First name,Last name,Email address\\nAsha,Verma,av@x.org\\n")
    >>> found.kind, [(one.name, sorted(one.ids)) for one in found.people]
    ('moodle', [('Asha Verma', ['av@x.org'])])
    """
    if len(raw) > LARGEST:
        raise BadRoster(f"The roster is larger than {LARGEST // 1024**2} MB. Is it the right file?")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        # What some spreadsheet programs write when they save as CSV.
        text = raw.decode("cp1252", "replace")
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))
    try:
        rows = [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise BadRoster(f"The roster is not a table: {error}.") from None
    if any(len(cell) > IN_CELL for row in rows for cell in row):
        raise BadRoster("The roster is not a table: a cell is longer than any name or address.")
    columns = rows[0] if rows else []
    known = {name.casefold() for name in columns}
    if not known & {*WHOLE, *GIVEN, *FAMILY, *IDS}:
        raise BadRoster(
            "The roster has no column that holds names. Its first row should be headings, such as "
            "'Name' and 'Email', or those that Moodle or Canvas write."
        )
    people = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) > len(columns):
            raise BadRoster(f"The roster, row {number}: it has more cells than there are headings.")
        found = _person(dict(zip(columns, row, strict=False)))
        if found is not None:
            people.append(found)
    if not people:
        raise BadRoster("The roster names nobody.")
    return Roster(kind=_kind(known), columns=tuple(columns), people=tuple(people))


def _kind(known: set[str]) -> Kind:
    if "student" in known and "id" in known:
        return "canvas"
    if known & {*GIVEN} and known & {*FAMILY}:
        return "moodle"
    return "plain"


def _person(row: dict[str, str]) -> Person | None:
    cells = {name.casefold(): cell for name, cell in row.items()}
    whole = next((cells[name] for name in WHOLE if cells.get(name)), "")
    if whole.casefold() in NOBODY:
        return None
    parts = [next((cells[one] for one in names if cells.get(one)), "") for names in (GIVEN, FAMILY)]
    name = whole or " ".join(filter(None, parts))
    ids = frozenset(cells[one].casefold() for one in IDS if cells.get(one))
    if not name and not ids:
        return None
    return Person(name=printable(name or min(ids))[:80], ids=ids, row=row)
