"""What became of a day: three figures, the dashboard, each contact, and what mattered most."""

from collections.abc import Iterator

from course.desk.board.said import interval, with_unit
from course.desk.shift.beside import NAMES, Beside, figures
from course.desk.shift.messages import (
    Criterion,
    Decision,
    End,
    Ended,
    FigureRow,
    Headline,
)
from course.desk.shift.sitting import Place
from course.desk.shift.talked import Talked, talked
from course.desk.shift.words import CHANNELS, at, minutes, name, promise
from course.metrics import Score, Times
from course.metrics.words import counted
from course.scenarios import survey
from course.scenarios.handling.criteria import explain, title_of
from course.scenarios.handling.shares import shares_of
from course.shift import Action, Contact, Day, Desk
from course.shift.again import Again
from course.shift.measure import Figure
from course.shift.turning import Turning
from course.shift.worth import mark, worth

PLAIN = {
    "Handling mark": ("How well you handled them", "the mark: what you did, whatever they felt",
                      "higher is better"),
    "CSAT": ("Satisfied customers (CSAT)", "of those who answered, how many gave 4 or 5 of 5",
             "higher is better"),
    "NPS": ("Would recommend (NPS)", "those who give 9 or 10 less those who give 0 to 6",
            "higher is better"),
    "CES": ("How easy it was (CES)", "the mean of 1, very hard, to 7, very easy",
            "higher is better"),
    "FCR": ("Solved at the first contact (FCR)", "and not back since, as far as a day tells",
            "higher is better"),
    "First response": ("Wait for the first answer", "half waited at most so long",
                       "lower is better"),
    "Resolution time": ("Time until it was over", "half took at most so long", "lower is better"),
    "Left": ("Left without an answer", "gone while they waited", "lower is better"),
    "Promises kept": ("Promises kept", "of those that fell due", "higher is better"),
    "Cost of a contact": ("Cost of a contact", "your minutes, and what you gave",
                          "lower is better, where nobody is served worse for it"),
}  # fmt: skip
"""Each figure in plain words: what it is called, what it is, and which way is better."""


def end(again: Again, place: Place, beside: Beside, number: int, before: str) -> End:
    """All that is said once a day is over, as far as it has been worked out.

    Args:
        again: The day, played again.
        place: On which way it was played.
        beside: Other days on the same desk.
        number: Which of this trainee's days on the desk it is, from 1.
        before: What other days of this trainee came to.
    """
    day = again.day
    mine = figures(day)
    turned = beside.decisions.get(again.log)
    decisions = (
        () if turned is None or place.way.attempt else tuple(_decisions(day, turned, number))
    )
    return End(
        headlines=tuple(_headlines(day, mine)),
        figures=tuple(_rows(mine, beside)),
        days=NAMES,
        looking=_looking(beside),
        gap=_gap(beside, day),
        contacts=tuple(_ended(again, one) for one in day.desk.contacts),
        decisions=decisions,
        none=_none(turned, place, beside),
        before=before,
    )


def _looking(beside: Beside) -> str:
    if beside.failed:
        return "The other days could not be worked out. Your own day is not touched by that."
    missing = [one for one in NAMES if one not in beside.days]
    return "Looking for the best day …" if missing else ""


def _gap(beside: Beside, day: Day) -> str:
    best = beside.best
    if best is None:
        return ""
    return (
        f"The best day found comes to {best.worth:.1f}, and no day here can have more than "
        f"{best.bound:.1f}. Yours has {worth(day):.1f}."
    )


def _headlines(day: Day, mine: dict[str, Figure]) -> Iterator[Headline]:
    many = len(day.desk.contacts)
    left = sum(one.status == "left" for one in day.standings)
    served = sum(bool(one.said) for one in day.standings)
    csat = mine["CSAT"]
    yield Headline("Handling mark", f"{worth(day):.0f} of 100", "what you did; this is what counts")
    yield Headline("Answered", f"{served} of {many}", f"{counted(left, 'customer')} left waiting")
    value = f"{csat.score.value:.0f} %" if isinstance(csat.score, Score) else "–"
    base = f"of {counted(csat.score.n, 'answer')}" if csat.score else "nobody answered"
    yield Headline("Satisfied", value, f"{base}; what they felt, which is not marked")


def _rows(mine: dict[str, Figure], beside: Beside) -> Iterator[FigureRow]:
    there = [beside.days.get(one) for one in NAMES]
    for key, (called, means, better) in PLAIN.items():
        figure = mine[key]
        yield FigureRow(
            name=called,
            means=means,
            better=better,
            value=_value(figure),
            interval=_interval(figure),
            few=_few(figure),
            others=tuple(_value(one[1][key]) if one else "" for one in there),
        )


def _value(figure: Figure) -> str:
    """A number as it stands in the table; a dash where there is none."""
    score = figure.score
    if score is None:
        return "–"
    if isinstance(score, Times):
        middle = score.median_with_open
        return "not reached" if middle is None else f"{middle:.0f} min"
    return with_unit(score).replace(" pounds", "") if score.unit != " pounds" else (
        f"£{score.value:.2f}"
    )  # fmt: skip


def _interval(figure: Figure) -> str:
    score = figure.score
    if score is None:
        return figure.said
    if isinstance(score, Times):
        low = "0" if score.low is None else f"{score.low:.0f}"
        return f"{low} or more" if score.high is None else f"{low} to {score.high:.0f}"
    return interval(score)


def _few(figure: Figure) -> str:
    """'Too few to say', and how many it stands on."""
    score = figure.score
    if score is None or not score.warning:
        return ""
    many = score.n + score.open if isinstance(score, Times) else score.n
    each = ("case", "cases") if isinstance(score, Times) else score.each
    return f"{counted(many, *each)}: too few to say"


def _ended(again: Again, contact: Contact) -> Ended:
    one = again.day.of(contact.id)
    said = talked(contact, again)
    asked = survey(contact.scenario, said.transcript)
    came = one.status != "coming"
    return Ended(
        id=contact.id,
        who=name(contact),
        channel=contact.channel,
        channel_name=CHANNELS[contact.channel],
        about=contact.scenario.title,
        how=_how(again.day, contact),
        mark=f"{mark(contact, one):.0f}",
        survey=(
            f"Satisfied: {asked.satisfaction} of 5. Easy: {asked.effort} of 7. "
            f"Would recommend: {asked.recommend} of 10"
            if asked.answered and came
            else "No answer to the survey"
        ),
        comment=asked.comment if came else "",
        why=asked.reasons if came and one.said else (),
        criteria=tuple(_criteria(contact, said)) if one.said else (),
        minutes=minutes(one.work) if one.work else "",
    )


def _how(day: Day, contact: Contact) -> str:
    one = day.of(contact.id)
    if not one.talk.ended:
        return "Not answered by closing time"
    title = contact.index.endings[one.talk.at].title
    return f"{at(day, one.ended or 0)} {title}"


def _criteria(contact: Contact, said: Talked) -> Iterator[Criterion]:
    index = contact.index
    for share in shares_of(index, said.transcript.state):
        earned = f"{share.share * share.weight:.1f}".removesuffix(".0")
        why, _ = explain(index, share, said.trail)
        yield Criterion(title_of(index, share.id), f"{earned} of {share.weight:g}", why)


def _none(turned: tuple[Turning, ...] | None, place: Place, beside: Beside) -> str:
    if place.way.attempt:
        return ""
    if turned is None:
        return "" if beside.failed else "Looking for the decisions that mattered most …"
    return "" if turned else "No single decision would have made this day better by half a mark."


def _decisions(day: Day, turned: tuple[Turning, ...], number: int) -> Iterator[Decision]:
    for one in turned:
        helped = [name(day.desk.contacts[day.desk.at[who]]) for who in one.helped]
        whom = f" Most of it for {', '.join(helped[:2])}." if helped else ""
        yield Decision(
            at=at(day, one.clock),
            did=did(day.desk, one.did),
            instead=did(day.desk, one.instead),
            followed=(
                f"The day's mean mark would have been {one.lost:.1f} higher, gone on with well."
                f"{whom}"
            ),
            attempt=number,
            turn=one.at + 1,
        )


DID = {
    "pick": "serve {who}",
    "say": "say “{line}” to {who}",
    "hold": "put {who} on hold",
    "hand_over": "hand {who} over",
    "ask_lead": "ask the lead about {who}",
    "call_back": "promise {who} a call back",
    "follow_up": "keep the promise to {who}: to {line}",
    "wait": "wait",
}


def did(desk: Desk, action: Action) -> str:
    """Something done, to follow 'you' or 'instead:'.

    >>> did(Desk(()), Action("wait"))
    'wait'
    """
    if not action.contact:
        return DID[action.do]
    contact = desk.contacts[desk.at[action.contact]]
    lines = {one.id: one.text for moment in contact.scenario.moments for one in moment.choices}
    words = (
        promise(contact, action.what) if action.do == "follow_up" else lines.get(action.what, "")
    )
    return DID[action.do].format(who=name(contact), line=words)
