"""Play a conversation from the ids of the lines chosen: the one way a path becomes words."""

from collections.abc import Sequence

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.conditions import NOTHING, pick
from course.scenarios.conversation.effects import Change
from course.scenarios.conversation.engine import open_choices, start
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.reasons import reason_for
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import Passage, trail_of
from course.scenarios.conversation.transcript import Effect, Offered, Prompt, Transcript, Turn
from course.scenarios.definition import Scenario


def play(
    scenario: Scenario, choice_ids: Sequence[str], coefficients: Coefficients = DEFAULT
) -> Transcript:
    """The conversation in which the agent says these lines, in this order.

    A conversation that has not ended is a valid transcript: its ``ending`` is None and its
    ``prompt`` waits for the next line. Raises `ChoiceError`, a `ValueError` naming the turn,
    where a line cannot be said.

    >>> from course.scenarios import SMALL
    >>> half = play(SMALL, ["sorry-only"])
    >>> half.turns[0].reasons[2]
    'You said sorry before you said what for, so it did not help.'
    >>> half.prompt.said
    'Sorry does not hold tea.'
    >>> play(SMALL, ["own-it", "new-mug"]).ending.title
    'A new mug on its way'
    """
    index = index_of(scenario, coefficients)
    return told(index, trail_of(index, choice_ids))


def told(index: Index, trail: Sequence[Passage]) -> Transcript:
    """A path in words, where its states are already known."""
    state, turns = start(index.scenario), list[Turn]()
    for number, (_, choice, result) in enumerate(trail, 1):
        moment = index.moments[state.at]
        said = pick(moment.says, state, index)
        reply = pick(choice.reply, result.heard, index)
        turns.append(
            Turn(
                number=number,
                moment=moment.id,
                later=moment.later,
                scene=moment.scene,
                said=said.text,
                said_by=said.by,
                before=state.points,
                choice=choice.id,
                text=choice.text,
                reply=reply.text,
                reply_by=reply.by,
                after=result.heard.points,
                effects=_effects(index, result.changes),
                due=_effects(index, result.due),
            )
        )
        state = result.after
    ending = index.endings[state.at] if state.ended else None
    closing = pick(ending.says, state, index) if ending else NOTHING
    return Transcript(
        scenario=index.scenario.id,
        turns=tuple(turns),
        state=state,
        prompt=_prompt(index, state) if ending is None else None,
        ending=ending,
        closing=closing.text,
        closing_by=closing.by,
    )


def _effects(index: Index, changes: list[Change]) -> tuple[Effect, ...]:
    return tuple(
        Effect(
            kind=change.kind,
            points=round(change.points, 2) + 0.0,
            reason=reason_for(index, change),
        )
        for change in changes
    )


def _prompt(index: Index, state: State) -> Prompt:
    moment = index.moments[state.at]
    said = pick(moment.says, state, index)
    return Prompt(
        moment=moment.id,
        later=moment.later,
        scene=moment.scene,
        said=said.text,
        said_by=said.by,
        typed=moment.typed,
        options=tuple(
            Offered(id=choice.id, text=choice.text) for choice in open_choices(index, state)
        ),
    )
