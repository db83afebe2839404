"""A day in words, for the terminal: who gets in touch, what comes of it, and what mattered."""

from collections.abc import Iterable, Iterator, Sequence
from math import isnan

from course.metrics import Times
from course.shift.action import Action
from course.shift.best import best_day
from course.shift.day import Contact, Day, Desk
from course.shift.measure import Figure, measured
from course.shift.policies import PEOPLE, TRICKS, play
from course.shift.rehearsal import MEASURES, Paired, middle, of_day, paired
from course.shift.rules import clock
from course.shift.turning import Turning, turning_points

DONE: dict[str, str] = {
    "pick": "serve {who}",
    "say": "say ‘{line}’ to {who}",
    "hold": "put {who} on hold",
    "hand_over": "hand {who} over to a colleague",
    "ask_lead": "ask the lead about {who}",
    "call_back": "promise {who} a call back",
    "follow_up": "do for {who} what was promised",
    "wait": "wait",
}
"""What can be done, in words."""
COLUMNS = ("Handling mark", "CSAT", "First response", "Left", "Cost of a contact")
"""Figures by which ways of working are compared."""


def queue(desk: Desk) -> str:
    """Who gets in touch, when and how, and what it is about."""
    head = f"Day {desk.seed}: {len(desk.contacts)} contacts from {clock(desk.rules, 0)} to "
    rows = [
        (clock(desk.rules, one.arrives), one.id, one.channel, one.scenario.customer.name,
         one.scenario.customer.temperament, one.scenario.topic, one.scenario.title)
        for one in desk.contacts
    ]  # fmt: skip
    return f"{head}{clock(desk.rules, desk.rules.minutes)}\n{_table(rows)}"


def reached(desk: Desk) -> str:
    """What each way of working comes to on this day, and the best day beside its bound."""
    found = best_day(desk)
    days = {name: play(desk, player)[0] for name, player in {**PEOPLE, **TRICKS}.items()}
    rows: list[tuple[str, ...]] = [("", *COLUMNS)]
    rows += [(name, *_row(day)) for name, day in {"best found": found.day, **days}.items()]
    return (
        f"{_table(rows)}\n"
        f"The best day found has a mean handling mark of {found.worth:.1f}. No day here can have "
        f"more than {found.bound:.1f}, so at most {found.gap:.1f} are missing.\n"
        f"In brackets is where each number may lie (95 %). With {len(desk.contacts)} contacts all "
        "of them are too few to say much of a person: compare whole days, not decimals."
    )


def changes(usual: Day, changed: Day) -> str:
    """One day without and with what a lead changes, side by side, figure by figure."""
    before, after = ({one.name: _cell(one) for one in measured(day)} for day in (usual, changed))
    many = [str(len(day.standings)) for day in (usual, changed)]
    rows = [("", "as it is", "with the change"), ("Contacts", *many)]
    rows += [(name, before[name], after[name]) for name in before]
    return (
        f"{_table(rows)}\n"
        "In brackets is where each number may lie (95 %). This is one day: see more of them with "
        "--days before you believe in an effect."
    )


def rehearsed(usual: Sequence[Day], changed: Sequence[Day]) -> str:
    """The means of many days without and with the change, and what chance alone may have done."""
    before, after = [of_day(day) for day in usual], [of_day(day) for day in changed]
    rows = [("", "as it is", "with the change", "difference", "")]
    for name, words in MEASURES.items():
        ones, others = [day[name] for day in after], [day[name] for day in before]
        rows.append(
            (words, _one(middle(others)), _one(middle(ones)), *_apart(paired(ones, others)))
        )
    return (
        f"{_table(rows)}\n"
        f"Means of the same {len(usual)} days, each without and with the change. In brackets is "
        "where the mean difference may lie (95 %). The cost is what was given and the minutes that "
        "were worked; a colleague with nothing to do, and the writing of a help page, come on top."
    )


def _one(value: float) -> str:
    return "-" if isnan(value) else f"{value:.1f}"


def _apart(found: Paired | None) -> tuple[str, str]:
    if found is None:
        return "-", "too few days"
    if found.low == found.high == 0:
        return "none", ""
    more = "more" if found.mean > 0 else "less"
    said = more if found.beyond_chance else "may be chance"
    return f"{found.mean:+.1f} ({found.low:+.1f} to {found.high:+.1f})", said


def ended(day: Day, log: Sequence[Action]) -> str:
    """A finished day: its dashboard, how each contact went, and what mattered most."""
    figures = "\n".join(f"  {one.score or f'{one.name}: {one.said}'}" for one in measured(day))
    rows = [
        (f"  {contact.id}", contact.scenario.customer.name, _ended_how(contact, day))
        for contact in day.desk.contacts
    ]
    turned = "\n".join(_turned(day.desk, turning_points(day.desk, log)))
    return f"{figures}\n\n{_table(rows)}\n\n{turned}"


def _ended_how(contact: Contact, day: Day) -> str:
    one = day.of(contact.id)
    if not one.talk.ended:
        return "not answered by closing time"
    return f"{clock(day.desk.rules, one.ended or 0)} {contact.index.endings[one.talk.at].title}"


def _turned(desk: Desk, points: Sequence[Turning]) -> Iterator[str]:
    if not points:
        yield "No single decision would have made this day better by half a mark."
        return
    yield "What mattered most, were the rest of the day gone on with well:"
    for one in points:
        helped = ", ".join(_name(desk, name) for name in one.helped) or "nobody in particular"
        yield (
            f"  {clock(desk.rules, one.clock)} Done: {said(desk, one.did)}. Better: "
            f"{said(desk, one.instead)}. {one.lost:.1f} marks of the day's mean; it would have "
            f"helped {helped}."
        )


def said(desk: Desk, action: Action) -> str:
    """An action in words, with the words of a line and the name of a customer."""
    if not action.contact:
        return DONE[action.do]
    contact = desk.contacts[desk.at[action.contact]]
    lines = {c.id: c.text for moment in contact.scenario.moments for c in moment.choices}
    return DONE[action.do].format(
        who=_name(desk, action.contact), line=lines.get(action.what, "").rstrip(".")
    )


def _name(desk: Desk, contact: str) -> str:
    return f"{desk.contacts[desk.at[contact]].scenario.customer.name} ({contact})"


def _row(day: Day) -> list[str]:
    figures = {one.name: one for one in measured(day)}
    return [_cell(figures[name]) for name in COLUMNS]


def _cell(figure: Figure) -> str:
    """A value with its interval; a dash where there is none.

    >>> from course.metrics import Score
    >>> _cell(Figure("FCR", Score(60.2, 30.4, 80, 10, 0, "per case"), ""))
    '60 (30 to 80)'
    """
    score = figure.score
    if score is None:
        return "-"
    if isinstance(score, Times):
        low = "?" if score.low is None else f"{score.low:.0f}"
        high = "?" if score.high is None else f"{score.high:.0f}"
        middle = score.median_with_open
        value = "?" if middle is None else f"{middle:.0f}"
        return f"{value} min ({low} to {high})"
    unit = score.unit.replace("pounds", "£")
    return f"{score.value:.0f}{unit} ({score.low:.0f} to {score.high:.0f})"


def _table(rows: Iterable[Sequence[str]]) -> str:
    """Columns one below the other."""
    lines = list(rows)
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
