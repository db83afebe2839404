"""Marks as a file that the learning system the list came from takes back.

Moodle asks on import which column says who somebody is, and which holds the grade. Canvas knows
its own five columns by their headings, and makes a new assignment of a heading it does not know.
"""

from course.grading.roster.people import Roster
from course.grading.roster.roll import Roll
from course.grading.tables import table

TITLE = "Customer care"
CANVAS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")
KEPT = ("first name", "last name", "surname", "id number", "email address", "username")
"""Of Moodle's columns: those that say who somebody is. Old grades are not sent back."""


def gradebook(roster: Roster, roll: Roll) -> tuple[str, bytes]:
    """The name of the file and its bytes: a row for each person, and their mark out of 100.

    Somebody of whom nothing came, or of whom it is not sure, has an empty cell: no mark there is
    overwritten.
    """
    match roster.kind:
        case "canvas":
            columns = [one for one in CANVAS if one in roster.columns]
        case "moodle":
            columns = [one for one in roster.columns if one.casefold() in KEPT]
        case _:
            columns = list(roster.columns)
    rows = []
    for one in roll.present:
        mark = one.standings[0].mark if len(one.standings) == 1 else None
        cells = [one.person.row.get(column, "") for column in columns]
        rows.append([*cells, "" if mark is None else round(mark, 1)])
    return f"gradebook-{roster.kind}.csv", table([*columns, TITLE], rows)
