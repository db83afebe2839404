"""The trainee's own conversations, measured as the company's contacts are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from course import scenarios
from course.answers import PLAY, Answer, Session
from course.desk.board.said import base, interval, with_unit
from course.metrics import MetricsError, Score, ces, csat, nps
from course.metrics.rates import rate
from course.metrics.score import FEW
from course.metrics.words import counted
from course.page.messages import Message
from course.scenarios import Scenario, Survey, Transcript
from course.scenarios.conversation.reasons import first_name

T = TypeVar("T")


class OwnRow(Message, frozen=True):
    """One measure: yours beside the company's."""

    name: str
    yours: str
    company: str


class Quote(Message, frozen=True):
    """What a customer wrote."""

    who: str
    said: str


class OwnLine(Message, frozen=True):
    """One conversation in the table."""

    title: str
    customer: str
    ended: str
    satisfaction: str
    ease: str
    recommend: str
    resolved: str
    turns: str
    repeats: str


class OwnContacts(Message, frozen=True):
    """The tab of one's own contacts beside the company's scores."""

    count: int
    answered: int
    kept: int
    """So many are marked by the instructor and not shown."""
    summary: str
    rows: tuple[OwnRow, ...]
    quotes: tuple[Quote, ...]
    contacts: tuple[OwnLine, ...]


class Contact(NamedTuple):
    """One finished conversation and what its customer answered."""

    title: str
    customer: str
    channel: str
    ended: str
    survey: Survey
    turns: int
    repeats: int
    """Questions the customer had to answer twice."""
    promises_kept: int
    promises_broken: int
    at: str
    """When it was handed in, as the log writes times."""


def contacts(session: Session) -> tuple[list[Contact], int]:
    """The trainee's finished conversations in order of time, and how many are kept unread.

    A conversation whose key stays with the instructor is counted and not measured here.
    """
    made: list[Contact] = []
    kept = 0
    # Only what was answered is looked up: loading every exercise there is would take seconds.
    answered = {
        one.exercise
        for one in session.reading.records
        if isinstance(one, Answer) and one.way == PLAY
    }
    for exercise_id in sorted(answered):
        item = session.item(exercise_id)
        if item is None or item.kind.scenario is None:
            continue
        attempts = session.history(exercise_id).attempts
        if item.key is None or item.exercise.mode != "practice":
            kept += len(attempts)
            continue
        for attempt in attempts:
            shown = session.item(exercise_id, attempt.variant) or item
            scenario = item.kind.scenario(shown.exercise, shown.key)
            played = _play(scenario, attempt.answer)
            if played is not None:
                made.append(_contact(item.exercise.title, scenario, played, attempt.at))
    return sorted(made, key=lambda one: one.at), kept


def _play(scenario: Scenario, answer: Iterable[str]) -> Transcript | None:
    """The conversation; None where it cannot be played: the file has changed, or it is none."""
    try:
        played = scenarios.play(scenario, tuple(answer))
    except (TypeError, ValueError):
        return None
    return played if played.ending is not None else None


def _contact(title: str, scenario: Scenario, played: Transcript, at: str) -> Contact:
    assert played.ending is not None
    return Contact(
        title=title,
        customer=first_name(scenario),
        channel=scenario.channel,
        ended=played.ending.title,
        survey=scenarios.survey(scenario, played),
        turns=len(played.turns),
        repeats=played.state.repeats,
        promises_kept=len(played.state.kept),
        promises_broken=len(played.state.broken),
        at=at,
    )


def own(made: list[Contact], kept: int, company: dict[str, Score]) -> OwnContacts:
    """One's own contacts beside the company's scores."""
    answered = [one.survey for one in made if one.survey.answered]
    enough = len(answered) >= FEW
    return OwnContacts(
        count=len(made),
        answered=len(answered),
        kept=kept,
        summary=_summary(made, answered, enough),
        rows=tuple(_rows(made, answered, company, enough)) if made else (),
        quotes=_quotes(made),
        contacts=tuple(_line(one) for one in reversed(made)),
    )


def _quotes(made: list[Contact]) -> tuple[Quote, ...]:
    """What the last few customers wrote, each comment once."""
    said = {
        one.survey.comment: one.customer
        for one in made
        if one.survey.answered and one.survey.comment
    }
    return tuple(Quote(who, words) for words, who in said.items())[-3:]


def _summary(made: list[Contact], answered: list[Survey], enough: bool) -> str:
    if not made:
        return ""
    said = f"{counted(len(made), 'conversation')}, {counted(len(answered), 'survey')}"
    if enough:
        return f"{said}: {_csat(answered)}"
    return f"{said}. Under {FEW} surveys say little about how you work, so here are counts."


def _csat(answered: list[Survey]) -> str:
    score = csat([one.satisfaction for one in answered])
    return f"CSAT {with_unit(score)} ({interval(score)})."


def _rows(
    made: list[Contact], answered: list[Survey], company: dict[str, Score], enough: bool
) -> Iterator[OwnRow]:
    """Each measure: yours beside the company's."""
    blanks = [None] * (len(made) - len(answered))
    satisfied = [one.satisfaction for one in answered if one.satisfaction is not None]
    recommend = [one.recommend for one in answered if one.recommend is not None]
    ease = [one.effort for one in answered if one.effort is not None]
    believed = [one.resolved for one in answered]
    rows = [
        ("Satisfied (4 or 5)", _share(satisfied, lambda one: one >= 4),
         _score(lambda: csat([*satisfied, *blanks])), "csat"),
        ("Recommend (0 to 10)", _sides(recommend), _score(lambda: nps([*recommend, *blanks])),
         "nps"),
        ("Ease (1 to 7, high is easy)", _listed(ease),
         _score(lambda: ces([*ease, *blanks], high="easy")), "ces"),
        ("Resolved, as the customer says", _share(believed, bool), _score(lambda: _yes(believed)),
         ""),
    ]  # fmt: skip
    for name, counts, score, key in rows:
        yours = _text(score) if enough and score else counts
        yield OwnRow(name, yours, _text(company[key]) if key in company else "not asked")
    turns = sorted(one.turns for one in made)
    spread = f"{turns[0]} to {turns[-1]}, the middle one {turns[len(turns) // 2]}"
    lines = f"{turns[0]}" if turns[0] == turns[-1] else spread
    yield OwnRow("Your lines in a conversation", lines, "not counted")
    repeats = sum(one.repeats for one in made)
    twice = f"{repeats} in {counted(len(made), 'conversation')}"
    yield OwnRow("Questions you asked twice", twice, "not counted")


def _score(work_out: Callable[[], Score]) -> Score | None:
    try:
        return work_out()
    except MetricsError:
        return None


def _yes(believed: list[bool | None]) -> Score:
    if not believed:
        raise MetricsError("Nobody answered.")
    hits = sum(1 for one in believed if one)
    return rate("Resolved", hits, len(believed), 0, "as the customer says", 0.95,
                each=("answer", "answers"))  # fmt: skip


def _text(score: Score) -> str:
    return f"{with_unit(score)} ({interval(score)}), {base(score)}"


def _share(values: Sequence[T], good: Callable[[T], object]) -> str:
    """So many of so many; a dash where nobody answered.

    >>> _share([5, 2, 4], lambda one: one >= 4), _share([], bool)
    ('2 of 3', 'no answer yet')
    """
    return f"{sum(map(bool, map(good, values)))} of {len(values)}" if values else "no answer yet"


def _sides(values: list[int]) -> str:
    """Promoters, passives and detractors as counts.

    >>> _sides([10, 8, 6, 9])
    '2 of 9 or 10, 1 of 7 or 8, 1 of 0 to 6'
    """
    if not values:
        return "no answer yet"
    up, down = sum(one >= 9 for one in values), sum(one <= 6 for one in values)
    return f"{up} of 9 or 10, {len(values) - up - down} of 7 or 8, {down} of 0 to 6"


def _listed(values: list[int]) -> str:
    """How many gave which answer.

    >>> _listed([6, 5, 6])
    '2 gave 6, 1 gave 5'
    """
    ratings = sorted(set(values), reverse=True)
    return ", ".join(f"{values.count(one)} gave {one}" for one in ratings) or "no answer yet"


def _line(one: Contact) -> OwnLine:
    survey = one.survey
    said = survey.answered
    return OwnLine(
        title=one.title,
        customer=f"{one.customer}, {one.channel}",
        ended=one.ended,
        satisfaction=str(survey.satisfaction) if said else "no answer",
        ease=str(survey.effort) if said else "",
        recommend=str(survey.recommend) if said else "",
        resolved=("yes" if survey.resolved else "no") if said else "",
        turns=str(one.turns),
        repeats=str(one.repeats),
    )
