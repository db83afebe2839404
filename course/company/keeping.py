"""Settings about keeping customers: asking them, writing to them, and who stays."""

from __future__ import annotations

from datetime import date

from course.company.strict import Strict

_Numbers = tuple[int, ...]


class Ticked(Strict, frozen=True):
    """Until a day, a form came with the box already ticked for some."""

    until: date
    ticked: int


class Uplift(Strict, frozen=True):
    """Mails sell to those who had stopped buying, and to nobody else; some addresses are dead."""

    from_: date
    until: date
    buys: dict[str, int]
    adds: dict[str, int]
    dead: dict[str, int]


class StaleList(Strict, frozen=True):
    """The list was made long before it was used."""

    made: date
    buys_within: int


class Fatigue(Strict, frozen=True):
    """Who opens each mail of a series, and who asks for no more after it."""

    opens: _Numbers
    leaves: _Numbers


class QuietUnhappy(Strict, frozen=True):
    """Who answers about a delivery, by what they felt; half of the silent are rung."""

    from_: date
    pleased: int
    pleased_late: int
    answers: dict[int, int]
    rung: int
    reached: int


class OneWord(Strict, frozen=True):
    """One question in two wordings, drawn by lot: one of them leaves no room for a no."""

    from_: date
    until: date
    pleased: int
    pleased_late: int
    answers: int
    pushed: int


class HelpPage(Strict, frozen=True):
    """How often people read the page of a topic before they get in touch, and without doing so."""

    from_: date
    reads_first: dict[str, int]
    reads_only: dict[str, int]


class Tip(Strict, frozen=True):
    """A tip on the account page makes one feature used, and does nothing for another."""

    from_: date
    uses: dict[str, int]
    adds: dict[str, int]


class AskedForPerson(Strict, frozen=True):
    """Who asks the assistant for a person before it closes the chat."""

    unsolved: int
    solved: int


class LoyalComplain(Strict, frozen=True):
    """Who takes a care plan and who ends it, by orders in the year before; nothing else matters."""

    from_: date
    until: date
    takes: _Numbers
    ends_a_month: _Numbers


class FreeMonths(Strict, frozen=True):
    """A month whose plans cost nothing at first."""

    from_: date
    until: date
    takes_more: int
    months: int
    ends: int


class OfferCustomers(Strict, frozen=True):
    """Who came by an offer gets money off again and again."""

    first: int
    later: int
    later_often: int


class MondayPhones(Strict, frozen=True):
    """Calls an hour from the opening on, by the hour, and how many more come on a Monday."""

    from_: date
    calls: _Numbers
    monday: int


class Idea(Strict, frozen=True):
    """One way to keep customers that was tried: what it costs in pence, and who left."""

    id: str
    title: str
    each: int
    once: int
    people: int
    leave: int
    leave_with: int


class Pilots(Strict, frozen=True):
    """What was tried; some of it works, some of it pays."""

    ideas: tuple[Idea, ...]


class EverydayKeeping(Strict, frozen=True):
    """Ordinary life around these truths."""

    texts: int
    consent_days: _Numbers
    consent_how: dict[str, int]
    came_by: dict[str, int]
    margin: int
    carriage: dict[str, int]
    plan_months: int
    thumbs: int
    turns: _Numbers
    thumbs_up: int
    talk_seconds: _Numbers
    away: int
    in_time: _Numbers


class Keeping(Strict, frozen=True):
    """The parameters of all these truths."""

    ticked: Ticked
    uplift: Uplift
    stale_list: StaleList
    fatigue: Fatigue
    quiet_unhappy: QuietUnhappy
    one_word: OneWord
    help_page: HelpPage
    tip: Tip
    asked_for_person: AskedForPerson
    loyal_complain: LoyalComplain
    free_months: FreeMonths
    offer_customers: OfferCustomers
    monday_phones: MondayPhones
    pilots: Pilots
