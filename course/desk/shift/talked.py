"""A conversation of the day as it was said, with what waiting has done to the customer's words."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec.structs import replace

from course.scenarios import Transcript
from course.scenarios.conversation.conditions import NOTHING, pick
from course.scenarios.conversation.engine import advance, find_choice, open_choices
from course.scenarios.conversation.index import Index
from course.scenarios.conversation.play import told
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import Passage
from course.scenarios.conversation.transcript import Offered, Prompt
from course.scenarios.definition import Line
from course.shift import Contact
from course.shift.again import Again
from course.shift.time import after_wait, soundly


class Talked(NamedTuple):
    """A conversation, and every state that it passed."""

    transcript: Transcript
    trail: tuple[Passage, ...]


def talked(contact: Contact, again: Again) -> Talked:
    """What was said with a contact, as far as the day has come."""
    index, one = contact.index, again.day.of(contact.id)
    trail = tuple(_passages(contact, again))
    # The customer speaks in the mood of the moment in which they speak.
    spoke = [_opening(contact, again), *(passage.result.after for passage in trail)]
    turns = tuple(
        replace(turn, said=said.text, said_by=said.by)
        for turn, said in zip(
            told(index, trail).turns, (_says(index, state) for state in spoke), strict=False
        )
    )
    ending = index.endings[one.talk.at] if one.talk.ended else None
    closing = pick(ending.says, one.talk, index) if ending else NOTHING
    transcript = Transcript(
        scenario=contact.scenario.id,
        turns=turns,
        state=one.talk,
        prompt=None if ending else _prompt(index, spoke[-1]),
        ending=ending,
        closing=closing.text,
        closing_by=closing.by,
    )
    return Talked(transcript, trail)


def _says(index: Index, spoke: State) -> Line:
    return NOTHING if spoke.ended else pick(index.moments[spoke.at].says, spoke, index)


def _opening(contact: Contact, again: Again) -> State:
    """The customer as they were when they were first served."""
    for action, after in zip(again.log, again.days[1:], strict=True):
        if action.do == "pick" and action.contact == contact.id:
            return after.of(contact.id).talk
    return again.days[0].of(contact.id).talk


def _passages(contact: Contact, again: Again) -> Iterator[Passage]:
    index, one = contact.index, again.day.of(contact.id)
    if one.status == "colleague":
        state = again.days[0].of(contact.id).talk
        for line in soundly(contact.scenario):
            choice = find_choice(index, state, line)
            result = advance(index, state, choice)
            yield Passage(state, choice, result)
            state = result.after
        return
    for at, action in enumerate(again.log):
        if action.do == "say" and action.contact == contact.id:
            day = again.days[at]
            state = after_wait(contact, day.of(contact.id), day.clock)
            choice = find_choice(index, state, action.what)
            yield Passage(state, choice, advance(index, state, choice))


def _prompt(index: Index, spoke: State) -> Prompt:
    moment, said = index.moments[spoke.at], _says(index, spoke)
    offered = tuple(Offered(id=one.id, text=one.text) for one in open_choices(index, spoke))
    return Prompt(
        moment=moment.id, later=moment.later, scene=moment.scene, said=said.text,
        said_by=said.by, typed=False, options=offered,
    )  # fmt: skip
