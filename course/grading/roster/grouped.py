"""Groups of a cohort, from the columns of its list: section, team, shift, place."""

from course.grading.roster.roll import Roll

MOST = 12
"""Values that a column of groups has at most: one with more tells people apart, not groups."""
SMALLEST = 3
"""People that a group has on average at least."""


def groups_of(roll: Roll) -> dict[str, dict[str, str]]:
    """By column that holds groups: the group of each trainee who handed in, by trainee id.

    A column holds groups where it has two to twelve values, and three people to each on average.
    """
    people = [one.person.row for one in roll.present]
    found: dict[str, dict[str, str]] = {}
    for column in people[0] if people else ():
        values = [row[column] for row in people if row.get(column)]
        if 2 <= len(set(values)) <= min(MOST, len(values) // SMALLEST):
            found[column] = {
                standing.trainee: one.person.row.get(column, "")
                for one in roll.present
                for standing in one.standings
            }
    return found
