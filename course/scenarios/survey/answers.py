"""What the customer answers afterwards. A teaching model: no study gives these numbers.

Satisfaction follows the outcome first, then the treatment, then the average mood with its
worst moment and its end counted again. It is kept apart from the handling mark: perfect
handling may earn a 1, and a kind refusal often earns less than it deserves.
"""

from msgspec import Struct

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.conditions import times
from course.scenarios.conversation.index import Index, index_of
from course.scenarios.conversation.mood import mood_word
from course.scenarios.conversation.reasons import first_name
from course.scenarios.conversation.state import State
from course.scenarios.conversation.transcript import Transcript
from course.scenarios.definition import Scenario
from course.scenarios.survey.comment import comment_of
from course.scenarios.survey.feelings import Felt, felt_of


class Survey(Struct, frozen=True, kw_only=True):
    """A customer's answers, or their absence."""

    answered: bool
    """False where this customer never answers, or the conversation has not ended."""
    satisfaction: int | None
    """1 to 5, high = satisfied; None where there is no answer, as in every field below."""
    effort: int | None
    """1 to 7, high = very easy: the 2013 wording, 'made it easy'."""
    recommend: int | None
    """0 to 10."""
    resolved: bool | None
    """'Was it resolved?' as the customer believes."""
    resolved_in_fact: bool
    """Whether it was, as the file has it."""
    comment: str
    """In the customer's words; empty where there is no answer."""
    reasons: tuple[str, ...]
    """Why, in plain sentences, the weightiest first."""
    points: float
    """The satisfaction before it is cut into 1 to 5: 0 to 100, known even without an answer."""


def survey(
    scenario: Scenario, transcript: Transcript, coefficients: Coefficients = DEFAULT
) -> Survey:
    """Ask the customer how it was.

    >>> from course.scenarios import SMALL, play
    >>> answer = survey(SMALL, play(SMALL, ["own-it", "new-mug"]))
    >>> answer.satisfaction, answer.effort, answer.recommend, answer.resolved
    (5, 7, 9, True)
    >>> survey(SMALL, play(SMALL, ["own-it"])).answered
    False
    """
    index = index_of(scenario, coefficients)
    state, ending = transcript.state, transcript.ending
    felt = felt_of(index, state)
    answered = ending is not None and scenario.customer.answers_survey
    return Survey(
        answered=answered,
        satisfaction=felt.satisfaction if answered else None,
        effort=round(felt.ease) if answered else None,
        recommend=round(felt.recommend) if answered else None,
        resolved=felt.believed == "resolved" if answered else None,
        resolved_in_fact=ending is not None and ending.outcome == "resolved",
        comment=comment_of(index, transcript, felt) if answered else "",
        reasons=_reasons(index, transcript, felt) if ending else ("It has not ended yet.",),
        points=round(felt.points, 2),
    )


def _treatment(index: Index, state: State, felt: Felt) -> str:
    """How being heard weighed in the answers; well only where nothing slighted the customer."""
    slights = sum(
        times(index, state, row.name)
        for row in index.moves.values()
        if row.slight is not None and row.slight.treatment
    )
    slighted = state.repeats or state.transfers or slights
    if felt.treatment < 50:
        return (
            "This counts next: being heard and taken seriously. That did not happen, and it hurt."
        )
    if felt.treatment < 75:
        return "This counts next: being heard and taken seriously. Some of that was missing."
    if felt.believed == "abandoned":
        return "This counts next: being heard and taken seriously. That alone was not enough."
    how = "Most of that" if slighted else "That"
    return f"This counts next: being heard and taken seriously. {how} went well."


def _reasons(index: Index, transcript: Transcript, felt: Felt) -> tuple[str, ...]:
    name, state = first_name(index.scenario), transcript.state
    outcome = {
        "resolved": f"This counts most: {name} believes that it is solved.",
        "partly_resolved": f"This counts most: {name} got only part of what was needed.",
        "escalated": f"This counts most: {name} is still waiting for someone else.",
        "abandoned": f"This counts most: {name} gave up.",
    }[felt.believed]
    treatment = _treatment(index, state, felt)
    worst, end = mood_word(state.worst / 100), mood_word(state.points)
    mood = (
        f"The mood counts too: {worst} at the worst moment, and at the end too."
        if worst == end
        else f"The mood counts too: {worst} at the worst moment, {end} at the end."
    )
    reasons = [outcome, treatment, mood]
    if not set(state.broken) <= set(state.warned):
        most = int(index.k.broken_at_most // 20) + 1
        said = f"A promise was broken, and nobody told {name} in time."
        reasons.insert(1, f"{said} After that, {name} gives {most} of 5 at most.")
    if not index.scenario.customer.answers_survey:
        reasons.append(f"{name} does not answer surveys.")
    return tuple(reasons)
