"""The record of training: what the log of one trainee shows, to print and to send.

The page is made from its facts and the course alone. So whoever has the hand-in makes the same
page again, and sees whether this one was changed.
"""

from collections.abc import Iterable, Iterator

import msgspec

from course.lessons import Course
from course.lessons.standards import Standard, StandardLine, standards
from course.progress import Facts, digest
from course.progress.facts import ConversationFacts, LessonFacts, ObjectiveFacts
from course.progress.times import CONVENTION
from course.reports.edition import edition
from course.reports.html import Html, Node, join, tag
from course.reports.page import page
from course.reports.words import count, day

PROVES = (
    "It shows what was answered in this course, on which days, and how far each answer fits the "
    "course's own key. First tries and later ones are told apart."
)
PROVES_NOT = (
    "It does not show who sat at the keyboard, nor how somebody serves a customer at work. Hints "
    "and any number of tries are allowed. It is practice, and no examination."
)
HASH = (
    "This is the SHA-256 of the facts above. Whoever has the file that was handed in can run "
    "'course grade' with '--record', which works the facts out again and confirms or denies them."
)


def training_record(course: Course, made: Facts) -> bytes:
    """The record of training as a page that needs nothing else, and prints on A4.

    Args:
        course: The content.
        made: What `course.progress.facts` found in the log.
    """
    objectives = (_objective(course, one) for one in made.objectives)
    return page(
        "Record of training",
        tag(
            "article",
            _who(made),
            _section("Lessons", map(_lesson, made.lessons)),
            _section("Conversations handled", map(_conversation, made.conversations)),
            _section("Objectives met, and on which tries", objectives, "two"),
            *(_standard(one, made) for one in standards(course)),
            tag("h2", "What this record proves"),
            tag("p", PROVES),
            tag("p", PROVES_NOT),
            tag("p", tag("code", digest(made), id="hash"), tag("br"), HASH,
                " Version of the course: ", tag("span", edition(course), id="edition"), ".",
                class_="foot"),
            tag("pre", canonical(made), id="facts", hidden=""),
            class_="record",
        ),
    )  # fmt: skip


def canonical(made: Facts) -> str:
    """The facts as the text that their hash is taken of."""
    return msgspec.json.encode(made, order="deterministic").decode()


def _who(made: Facts) -> Html:
    first, last = (made.days[0], made.days[-1]) if made.days else ("", "")
    several = f"{day(first)} to {day(last)}, on {len(made.days)} days"
    days = several if first != last else day(first)
    hours, minutes = divmod(made.minutes, 60)
    worked = f"{count(hours, 'hour', 'hours')} {count(minutes, 'minute', 'minutes')}"
    answered = count(made.answered, "exercise was", "exercises were")
    return join(
        tag("p", tag("strong", made.name or "No name given"), f", trainee {made.trainee}",
            class_="lead"),
        tag("p", f"Customer care: {days}. {worked} by the log; {answered} answered. {CONVENTION} "
            "Days are days of UTC."),
    )  # fmt: skip


Row = tuple[str, Node]
"""A date or an id on the left, a sentence on the right."""


def _section(title: str, rows: Iterable[Row], layout: str = "") -> Html | None:
    """A heading and its rows; nothing where there are none."""
    made = [tag("div", tag("dt", left), tag("dd", right)) for left, right in rows]
    if not made:
        return None
    return join(tag("h2", title), tag("dl", *made, class_=f"rows {layout}".strip()))


def _lesson(one: LessonFacts) -> Row:
    last = f", last on {_day(one.last)}" if one.last not in ("", one.first) else ""
    met = f"{one.met} of {count(one.core, 'core station', 'core stations')} met"
    return _day(one.first) or "not begun", f"{one.title.partition(':')[0]}: {met}{last}."


def _conversation(one: ConversationFacts) -> Row:
    tries = count(one.tries, "try", "tries")
    if one.handling is None:
        return _day(one.on), f"{one.title}, with {one.customer}: {tries}; marked by the instructor."
    met = "met" if one.met else "not met yet"
    return _day(one.on), (
        f"{one.title}, with {one.customer}: {one.ending}. Handling {one.handling:.0f} of 100, best "
        f"of {tries}, {met}."
    )


def _objective(course: Course, one: ObjectiveFacts) -> Row:
    known = course.objectives.get(one.id)
    said = (known.did or known.text) if known else one.id
    later = f", {one.later} later" if one.later else ""
    firsts = f"{one.first} of {count(one.tried, 'first try', 'first tries')}{later}"
    return _day(one.met) or "not met", f"{said[:1].upper()}{said[1:]} ({one.id}): {firsts}."


def _standard(one: Standard, made: Facts) -> Html | None:
    there = {two.id: two for two in made.objectives}
    left_out = [line.id for line in one.lines if not line.served_by]
    rows = (_line(line, there) for line in one.lines if line.served_by)
    none = f"Not part of this course: {', '.join(left_out)}." if left_out else None
    return join(
        _section(f"{one.title} ({one.id})", rows, "two"),
        tag("p", "Counted by objectives of the course that serve the line. ", none),
    )


def _line(line: StandardLine, there: dict[str, ObjectiveFacts]) -> Row:
    found = [there[one] for one in line.served_by if one in there]
    met = sum(bool(one.met) for one in found)
    of = count(len(line.served_by), "objective", "objectives")
    return line.id, f"{line.title}: {len(found)} of {of} practised, {met} met."


def _day(at: str) -> str:
    """A day with the first three letters of its month.

    >>> _day("2026-11-23")
    '23 Nov 2026'
    """
    number, _, rest = day(at).partition(" ")
    month, _, year = rest.partition(" ")
    return " ".join(one for one in (number, month[:3], year) if one)


def differences(told: Facts, found: Facts) -> Iterator[str]:
    """What a record says other than the answers, a sentence each.

    Args:
        told: What the record says.
        found: What the answers handed in come to.
    """
    left, right = _flat(told), _flat(found)
    for where in dict.fromkeys((*left, *right)):
        one, other = left.get(where, "nothing"), right.get(where, "nothing")
        if one != other:
            yield f"{where}: the record says {one}, and the answers say {other}."


def _flat(made: Facts) -> dict[str, str]:
    """Every fact by where it stands, as text."""
    found: dict[str, str] = {}
    for name, value in msgspec.to_builtins(made).items():
        if isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            for one in value:
                place = one.get("id") or one.get("exercise")
                found |= {f"{name} {place}, {part}": str(what) for part, what in one.items()}
        elif isinstance(value, list | tuple):
            found[name] = ", ".join(map(str, value)) or "nothing"
        else:
            found[name] = str(value)
    return found
