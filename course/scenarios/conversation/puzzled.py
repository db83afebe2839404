"""What a customer says to words that are none of the lines. The conversation stays where it is."""

from collections.abc import Mapping, Sequence

from course.scenarios.coefficients import DEFAULT
from course.scenarios.conversation.conditions import holds, pick
from course.scenarios.conversation.index import index_of
from course.scenarios.conversation.mood import at_worst
from course.scenarios.conversation.trail import reached
from course.scenarios.definition import Line, Scenario, Temperament

GENERAL: Mapping[Temperament, tuple[str, ...]] = {
    "calm": (
        "I'm not sure what you mean. Could you say that another way?",
        "Sorry, I don't follow. What are you telling me?",
        "I don't quite understand. Could you try again?",
    ),
    "anxious": (
        "I'm sorry, I don't understand. What does that mean for me?",
        "Sorry, could you say that again? I don't want to get it wrong.",
        "I'm not sure what you're telling me. What happens now?",
    ),
    "impatient": (
        "I don't understand. What does that mean for me?",
        "Say that again, please. I don't have long.",
        "What do you mean? I need to know what happens now.",
    ),
    "angry": (
        "I don't understand what you're saying to me. Say it again.",
        "What do you mean by that? Tell me plainly.",
        "Say that another way. I want to be sure what I'm hearing.",
    ),
}
"""For moments without lines of their own. None of them calls the words bad: they may be good ones,
and it is the scenario that has no line for them."""


def puzzled(scenario: Scenario, choice_ids: Sequence[str], before: int = 0) -> Line:
    """What is said to words that are none of the lines which can be said now.

    Args:
        scenario: The conversation.
        choice_ids: The lines said so far.
        before: How many words were none of the lines at this moment already.

    >>> from course.scenarios import SMALL
    >>> puzzled(SMALL, []).text
    "I'm not sure what you mean. Could you say that another way?"
    >>> puzzled(SMALL, [], 1) == puzzled(SMALL, [], 4) != puzzled(SMALL, [])
    True

    Raises:
        ChoiceError: where a line cannot be said.
        ValueError: where the conversation is over.
    """
    index, state = index_of(scenario, DEFAULT), reached(scenario, choice_ids)
    if state.ended:
        raise ValueError("the conversation is over, and nobody answers any more")
    moment = index.moments[state.at]
    own = [
        line
        for line in moment.unplaced
        if (line.mood is None or at_worst(state.points, line.mood))
        and holds(line.when, state, index)
    ]
    if own:
        return own[before % len(own)]
    by = pick(moment.says, state, index).by
    # How somebody else takes things is not written down.
    said = GENERAL["calm" if by else scenario.customer.temperament]
    return Line(text=said[before % len(said)], by=by)
