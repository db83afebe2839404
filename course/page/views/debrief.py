"""What is looked at together once a conversation is over. Words before figures."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from course import scenarios
from course.answers import Correction
from course.charts.mood import STEPS, MoodStory
from course.exercises import Item
from course.exercises.dialogue import keyed
from course.language import ACTS
from course.page.messages import Message
from course.page.views.base import figure
from course.page.views.compared import compared
from course.page.views.gauge import Gauge, gauge
from course.page.views.lines import LineView, lines
from course.page.views.own import NOTHING, Own
from course.page.views.story import steps_taken, story
from course.scenarios import Debrief, Handling, Survey, Transcript
from course.scenarios.conversation.reasons import first_name


class MoodLine(Message, frozen=True):
    """One line of the agent's, what the customer said to it, and the mood after it."""

    turn: int
    line: str
    then: str
    mood: Gauge


class Step(Message, frozen=True):
    """A step of the chain, or several that one line did; why it is missing where it is."""

    name: str
    found: bool
    line: str = ""
    to: str = ""
    """Who heard it, where it was not the customer."""
    why: str = ""


class Fact(Message, frozen=True):
    """A question and what was said to it."""

    ask: str
    said: str


class SurveyView(Message, frozen=True):
    """The customer's answers, question by question, and why they came out so."""

    answered: bool
    comment: str
    why: tuple[str, ...]
    facts: tuple[Fact, ...] = ()
    none: str = ""
    """What is said where there is no answer."""


class PartView(Message, frozen=True):
    """One part of the handling mark."""

    title: str
    score: str
    why: str


class HandlingView(Message, frozen=True):
    """The handling mark and its parts."""

    mark: str
    fatal: tuple[str, ...]
    """Rules that must not be broken, and were."""
    parts: tuple[PartView, ...]


class DebriefView(Message, frozen=True):
    """Everything that is looked at together once a conversation is over."""

    finding: str
    table: tuple[MoodLine, ...]
    steps: tuple[Step, ...]
    survey: SurveyView
    lines: tuple[LineView, ...]
    """Every line, those first from which most can be learned."""
    handling: HandlingView
    best: bool
    """Whether it ended as well as it could."""


def told(item: Item, transcript: Transcript) -> MoodStory:
    """The mood of a conversation, ready to draw."""
    back = scenarios.debrief(keyed(item.exercise, item.key), transcript)
    return story(first_name(item.exercise.scenario), transcript, back)


def debrief(
    item: Item,
    transcript: Transcript,
    own: Own = NOTHING,
    begun: Collection[int] = (),
    corrections: Sequence[Correction] = (),
) -> DebriefView | None:
    """Everything for the page; None where the key is not here and the instructor marks.

    Args:
        item: The conversation, with its key.
        transcript: What was said.
        own: What the trainee wrote.
        begun: Lines that were taken back, where the road has not come to its end.
        corrections: Where the trainee said what is in those words, of this conversation.
    """
    if item.key is None:
        return None
    name = first_name(item.exercise.scenario)
    back = scenarios.debrief(keyed(item.exercise, item.key), transcript)
    line = story(name, transcript, back)
    return DebriefView(
        finding=line.finding,
        table=tuple(
            MoodLine(one.turn, one.text, _spoken(one.by, one.then), gauge(one.settled))
            for one in line.rows
        ),
        steps=tuple(_steps(back)),
        survey=_survey(back.survey, name),
        lines=tuple(
            lines(back, own, begun, lambda turn: compared(item, transcript, own, turn, corrections))
        ),
        handling=_handling(back.handling),
        best=_is_best(item, back),
    )


def _spoken(by: str, words: str) -> str:
    return f"{by}: {words}" if by and words else words


def _is_best(item: Item, back: Debrief) -> bool:
    return any(one.best and one.title == back.ending for one in item.exercise.scenario.endings)


def _steps(back: Debrief) -> Iterator[Step]:
    """What the case called for, that of one line together; why each missing part is missing."""
    reasons = {one.id: one.reason for one in back.handling.criteria}
    for turn, group in groupby(steps_taken(back), key=lambda one: one.turn):
        steps = list(group)
        if turn is None:
            for one in steps:
                yield Step(_did(one.step).capitalize(), found=False, why=reasons[one.step])
        else:
            names = [_did(one.step) for one in steps]
            yield Step(_listed(names), found=True, line=steps[0].line, to=steps[0].to)


def _did(step: str) -> str:
    """What a step of the chain, or an act, is called once it was done."""
    return STEPS[step] if step in STEPS else ACTS[step].did


def _listed(names: list[str]) -> str:
    """Names as one phrase.

    >>> _listed(["listened", "acknowledged", "took it on"])
    'Listened, acknowledged and took it on'
    """
    most, last = ", ".join(names[:-1]), names[-1]
    return f"{most} and {last}".capitalize() if most else last.capitalize()


def _handling(handling: Handling) -> HandlingView:
    return HandlingView(
        mark=figure(handling.mark),
        fatal=tuple(handling.fatal),
        parts=tuple(
            PartView(one.title, f"{figure(one.earned)} of {figure(one.total)}", one.reason)
            for one in handling.criteria
        ),
    )


def _survey(survey: Survey, name: str) -> SurveyView:
    made = SurveyView(answered=survey.answered, comment=survey.comment, why=tuple(survey.reasons))
    if not survey.answered:
        return replace(made, none=f"{name} did not answer. Many people do not.")
    believed = "Yes" if survey.resolved else "No"
    if survey.resolved != survey.resolved_in_fact:
        believed += f", but in fact it was {'' if survey.resolved_in_fact else 'not '}resolved"
    facts = (
        Fact("How satisfied were you?", f"{survey.satisfaction} of 5"),
        Fact("Was it made easy for you?", f"{survey.effort} of 7"),
        Fact("Would you recommend us?", f"{survey.recommend} of 10"),
        Fact("Was it resolved?", believed),
    )
    return replace(made, facts=facts)
