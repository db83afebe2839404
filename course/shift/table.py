"""The day as the company's records would have it: a table of contacts, and one of surveys."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from course.company import table_text
from course.shift.day import Contact, Day, Standing
from course.shift.worth import felt

DATE = datetime(2026, 12, 1, tzinfo=ZoneInfo("Europe/London"))
"""The day that all shifts are written down as: no clock of the real world is asked."""
TEAMS = {"phone": "phones", "chat": "written", "e-mail": "written", "social": "social",
         "counter": "shops"}  # fmt: skip
YOU, OTHERS = "YOU", "COLLEAGUE"
"""Who is written down as having answered."""
ASKED_AFTER = 30
"""Minutes after the end until the survey goes out."""

Row = dict[str, object]


def contact_rows(day: Day) -> Iterator[Row]:
    """One row for each who got in touch before the day was over, in the order of their coming."""
    for contact, one in _came(day):
        solved = one.talk.ended and contact.index.endings[one.talk.at].outcome == "resolved"
        yield {
            "contact_id": contact.id,
            "customer_id": f"customer-{contact.id}",
            "channel": "store" if contact.channel == "counter" else contact.channel,
            "topic": contact.scenario.topic,
            "cause": contact.scenario.title,
            "opened": moment(day, contact.arrives),
            "first_response": moment(day, one.first),
            "resolved": moment(day, one.ended),
            "outcome": None if one.ended is None else "solved" if solved else "unsolved",
            "team": TEAMS[contact.channel],
            "agent_id": _who(one),
            "passed_on": int(one.status == "handed"),
            "handling_minutes": one.work,
            "system": "new",
        }


def survey_rows(day: Day) -> Iterator[Row]:
    """One row for each who was asked: all whose contact is over. Some never answer."""
    for contact, one in _came(day):
        given = felt(contact, one)
        if given is None or one.ended is None:
            continue
        answers = contact.scenario.customer.answers_survey
        sent = moment(day, one.ended + ASKED_AFTER)
        yield {
            "contact_id": contact.id,
            "sent": sent,
            "answered": sent if answers else None,
            "satisfaction": given.satisfaction if answers else None,
            "recommend": round(given.recommend) if answers else None,
            "ease": round(given.ease) if answers else None,
        }


def contacts_text(day: Day) -> str:
    """The table of contacts as CSV, in the columns of the company's."""
    return table_text("contacts", contact_rows(day))


def surveys_text(day: Day) -> str:
    """The table of surveys as CSV, in the columns of the company's."""
    return table_text("surveys", survey_rows(day))


def moment(day: Day, minute: int | None) -> str | None:
    """A minute of the day as the records write it; None where there is none."""
    return None if minute is None else on_clock(day, minute).isoformat(timespec="minutes")


def on_clock(day: Day, minute: int) -> datetime:
    """A minute of the day as a time."""
    return DATE + timedelta(minutes=day.desk.rules.opens + minute)


def _came(day: Day) -> Iterator[tuple[Contact, Standing]]:
    for contact, one in zip(day.desk.contacts, day.standings, strict=True):
        if one.status != "coming":
            yield contact, one


def _who(one: Standing) -> str | None:
    if one.first is None:
        return None
    return OTHERS if one.status == "colleague" else YOU
