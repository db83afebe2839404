"""The eight numbers of the dashboard: each a calculator, the rows it is given, and its words."""

from collections.abc import Callable
from typing import NamedTuple

from course.desk.board.desk import Desk
from course.desk.board.ending import end_of_records
from course.desk.board.lengths import RULE, length
from course.desk.frames import Column, Mask
from course.metrics import (
    MetricsError,
    Score,
    Times,
    ces,
    csat,
    fcr,
    first_response_time,
    nps,
    resolution_time,
)
from course.metrics.rates import rate


class Measure(NamedTuple):
    """One number of the dashboard.

    ``work_out`` takes the records, a mask of rows and whether zeros are blanks.
    """

    id: str
    name: str
    long: str
    how: str
    """How it is counted, for someone who has never counted it."""
    axis: tuple[float, float] | None
    """The ends of its scale; None where it has no upper end."""
    good: str
    """Whether ``high`` or ``low`` is wanted; empty for neither."""
    work_out: Callable[[Desk, Mask, bool], Score]
    trends: bool = True
    """Whether control limits can be drawn for it."""
    by_answers: bool = False
    """Whether it stands on answered surveys."""


NOBODY = "Nobody was invited to a survey here."


def _surveys(desk: Desk, rows: Mask, column: str) -> Column:
    invited = rows & desk.contacts["invited"]
    if not invited.any():
        raise MetricsError(NOBODY)
    return desk.contacts.loc[invited, column]


def _csat(desk: Desk, rows: Mask, _: bool) -> Score:
    return csat(_surveys(desk, rows, "satisfaction"))


def _nps(desk: Desk, rows: Mask, _: bool) -> Score:
    return nps(_surveys(desk, rows, "recommend"))


def _ces(desk: Desk, rows: Mask, zeros: bool) -> Score:
    answers = _surveys(desk, rows, "ease")
    return ces(answers.where(answers != 0) if zeros else answers, high="easy")


def _fcr(desk: Desk, rows: Mask, _: bool) -> Score:
    # A second contact counts wherever and whenever it came in, also after the period, so the
    # calculator sees all contacts of these customers and is told which cases are wanted. Only
    # cases too near the end of the records cannot be judged.
    contacts = desk.contacts[["customer_id", "topic", "opened"]].assign(wanted=rows)
    near = contacts["customer_id"].isin(contacts.loc[rows, "customer_id"].unique())
    return fcr(
        contacts[near], customer="customer_id", topic="topic", opened="opened",
        resolvable="wanted", until=end_of_records(contacts["opened"]),
    )  # fmt: skip


def _resolution(desk: Desk, rows: Mask, _: bool) -> Score:
    contacts = desk.contacts.loc[rows, ["opened", "resolved"]]
    return _as_score(resolution_time(contacts, opened="opened", resolved="resolved"), "closed")


def _response(desk: Desk, rows: Mask, _: bool) -> Score:
    by_people = rows & (desk.contacts["team"] != "bot")
    if rows.any() and not by_people.any():
        raise MetricsError("The assistant handled all of these; a person answered none of them.")
    contacts = desk.contacts.loc[by_people, ["opened", "first_response"]]
    times = first_response_time(contacts, opened="opened", responded="first_response")
    return _as_score(times, "answered")


def _as_score(times: Times, done: str) -> Score:
    """The median wait in hours with its interval, in the shape of the other numbers."""
    middle = times.median_with_open
    if middle is None or times.low is None or times.high is None:
        raise MetricsError(
            f"So many of these {times.n + times.open:,} contacts are still open that their "
            "median, or its range, cannot be worked out."
        )
    nine = "a time that is not known yet"
    if times.p90_with_open is not None:
        nine = length(times.p90_with_open)
    open_ones = f", {times.open:,} not {done} yet" if times.open else ""
    return Score(
        value=middle,
        low=times.low,
        high=times.high,
        n=times.n + times.open,
        missing=times.missing,
        convention=f"median; {times.convention}; {RULE}",
        metric=f"{times.metric}, median",
        unit=f" {times.unit}",
        each=("contact", "contacts"),
        left_out="left out",
        notes=(
            f"nine in ten within {nine}, mean {length(times.mean)}{open_ones}",
            *times.notes,
        ),
    )


def _volume(desk: Desk, rows: Mask, _: bool) -> Score:
    count = int(rows.sum())
    return Score(
        value=count, low=count, high=count, n=count, missing=0,
        convention="contacts opened in the period", metric="Contacts", decimals=0,
        each=("contact", "contacts"), left_out="left out",
    )  # fmt: skip


def _answering(desk: Desk, rows: Mask, _: bool) -> Score:
    invited = rows & desk.contacts["invited"]
    asked = int(invited.sum())
    if not asked:
        raise MetricsError(NOBODY)
    answered = int((invited & desk.contacts["survey_answered"].notna()).sum())
    words = "answered of those invited"
    each = ("invitation", "invitations")
    return rate("Response rate", answered, asked, 0, words, 0.95, each=each)


MEASURES = {
    one.id: one
    for one in (
        Measure(
            id="csat", name="CSAT", long="Customer satisfaction", axis=(0, 100), good="high",
            how="Answers of 4 or 5 to 'How satisfied were you?', as a share of all answers from 1 "
            "to 5. A survey left blank is no answer and is not in it.",
            work_out=_csat, by_answers=True,
        ),
        Measure(
            id="nps", name="NPS", long="Net Promoter Score", axis=(-100, 100), good="high",
            how="The share of answers of 9 or 10 to 'How likely are you to recommend us?' less the "
            "share of 0 to 6. Answers of 7 or 8 count among all answers and on neither side.",
            work_out=_nps, by_answers=True,
        ),
        Measure(
            id="ces", name="Ease (CES)", long="Customer effort, asked as ease", axis=(1, 7),
            good="high",
            how="The average answer to 'We made it easy', from 1 to 7. Here a high answer means "
            "easy. Other companies ask for effort, where high means hard.",
            work_out=_ces, by_answers=True,
        ),
        Measure(
            id="fcr", name="First contact", long="First contact resolution", axis=(0, 100),
            good="high",
            how="Of all cases that begin here, the share in which the same customer was not in "
            "touch about the same topic again within 7 days, by any channel. Cases from the last "
            "7 days of the records are left out: those customers may still come back.",
            work_out=_fcr,
        ),
        Measure(
            id="resolution_time", name="Resolution", long="Time to resolution", axis=None,
            good="low",
            how="From opening to closing, by the calendar, nights and weekends included. Half are "
            "closed within the median. Open contacts count as lasting at least until now. Times "
            f"are given {RULE}.",
            work_out=_resolution, trends=False,
        ),
        Measure(
            id="first_response_time", name="First reply", long="Time to the first reply",
            axis=None, good="low",
            how="From opening to the first answer by a person. Contacts that the chat assistant "
            f"handled are not in it. Times are given {RULE}.",
            work_out=_response, trends=False,
        ),
        Measure(
            id="volume", name="Contacts", long="Number of contacts", axis=None, good="",
            how="Every call, message and visit opened in the period. They were counted, not "
            "sampled, so there is no range.",
            work_out=_volume, trends=False,
        ),
        Measure(
            id="response_rate", name="Answered", long="Survey response rate", axis=(0, 100),
            good="",
            how="Of all invitations to the survey, the share that was answered. People who do not "
            "answer may think differently, and no range shows that.",
            work_out=_answering,
        ),
    )
}  # fmt: skip


class Found(NamedTuple):
    """A number, or the sentence that says why there is none."""

    score: Score | None
    problem: str = ""


def work_out(measure: Measure, desk: Desk, rows: Mask, *, zeros: bool = False) -> Found:
    """One number for some rows of the records."""
    try:
        return Found(measure.work_out(desk, rows, zeros))
    except MetricsError as error:
        return Found(None, str(error))
