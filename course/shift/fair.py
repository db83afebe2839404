"""Days of one difficulty: a day that asks for too much or too little is drawn again."""

from collections.abc import Iterable, Sequence

from course.metrics.words import counted
from course.shift.day import Desk
from course.shift.drawing import Drawn, Fewer, Scenarios, desk_of, draw, without, work_in
from course.shift.policies import PEOPLE, play
from course.shift.rules import Rules
from course.shift.worth import worth

WORK = (290, 320)
"""Minutes of work that a day of 300 minutes may ask for."""
REACHED = (82, 95)
"""The mean handling mark that somebody fair and planful may come to in it.
`tests/benchmarks/shift.py` shows how far apart the best possible days are then."""
ATTEMPTS = 5_000
"""Days drawn of one seed before we say that these conversations make no fair one."""


class NoDay(ValueError):
    """No day can be made of these conversations."""


def day_for(
    seed: int,
    names: Iterable[str],
    scenarios: Scenarios,
    rules: Rules | None = None,
    pages: Sequence[Fewer] = (),
) -> Desk:
    """The desk of a seed: the first of its days that is a fair one, the same for everybody.

    What a lead changes beforehand changes nothing of who would have come.

    Args:
        seed: A whole number; the same gives everybody the same day.
        names: The conversations that there are.
        scenarios: Gives one by its name.
        rules: What can be granted, and who else serves.
        pages: Help pages, and how many fewer get in touch for each.

    Raises:
        NoDay: where there are no conversations, or too long or too short ones for a day.
    """
    rules, known = rules or Rules(), sorted(names)
    if not known:
        raise NoDay("There is no conversation to make a day of.")
    for attempt in range(ATTEMPTS):
        drawn = draw(seed, known, scenarios, Rules(), attempt)
        if is_fair(seed, drawn):
            coming = without(seed, drawn, pages)
            if not coming:
                raise NoDay("These help pages leave nobody who gets in touch. Let some come.")
            return desk_of(seed, coming, rules)
    low, high = WORK
    raise NoDay(
        f"With {counted(len(known), 'conversation')} there is no day of {low} to {high} minutes "
        "of work. Add some, on other channels."
    )


def is_fair(seed: int, drawn: Sequence[Drawn]) -> bool:
    """Does the day ask for as much as others do, and give a good colleague as much of a chance?"""
    if not WORK[0] <= work_in(drawn) <= WORK[1]:
        return False
    day, _ = play(desk_of(seed, drawn, Rules()), PEOPLE["fair and planful"])
    return REACHED[0] <= worth(day) <= REACHED[1]
