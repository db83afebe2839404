"""The customer's own sentence or two, put together from what happened."""

from collections.abc import Iterator

from course.scenarios.definition import Outcome, Scenario
from course.scenarios.feelings import Felt
from course.scenarios.quote import PROMISING, from_sentence_with, quoted
from course.scenarios.transcript import Effect, Transcript, Turn

_OUTCOME: dict[Outcome, tuple[str, str]] = {
    "resolved": ("Sorted, and I know what happens next.", "Sorted."),
    "partly_resolved": ("Not what I rang for, but it is something.", "Half of it, at best."),
    "escalated": ("Someone else has it now. I am waiting.", "Passed up. Still waiting."),
    "abandoned": ("I gave up in the end.", "Waste of time."),
}
_WRITTEN = "Not what I wrote for, but it is something."
"""Nobody rings by e-mail."""

_LOW: dict[str, str] = {
    "promise_broken": "I was told {line} It never happened.",
    "promise_warned": "It was late, but at least I was told.",
    "blame": "I was told {line} As if that helped me.",
    "policy_wall": "All I got for an answer was {line}",
    "redirect": "{line} So I start all over again.",
    "close_unsolved": "They said goodbye before anything was done.",
    "repeat": "I had to say the same thing twice.",
    "misfit": "I was offered something I have no use for.",
    "stall_act": "I needed help and got conversation.",
    "stall_answer": "I asked one thing and had to wait for it.",
    "past_patience": "It took far too long.",
}
_HIGH: dict[str, str] = {
    "solution": "{line} That was what I needed to hear.",
    "promise_kept": "They said what they would do, and then they did it.",
    "acknowledge": "Whoever it was had listened to me.",
    "apologise": "The sorry sounded meant.",
    "own": "Somebody took it on at last.",
    "own_doubted": "They said they would take it on. I will see.",
    "hand_over": "I did not have to tell it all again.",
    "empathise": "They were kind about it.",
    "clarify": "They asked the right thing.",
}


def comment_of(scenario: Scenario, transcript: Transcript, felt: Felt) -> str:
    """How it ended, then the one thing that stayed with this customer."""
    terse = scenario.customer.temperament in ("angry", "impatient") or transcript.state.points < 20
    first = _OUTCOME[felt.believed][terse]
    if scenario.channel in ("e-mail", "chat", "social") and "rang" in first:
        first = _WRITTEN
    if scenario.channel == "counter" and "rang" in first:
        first = first.replace("rang", "came")
    low = felt.satisfaction <= 3
    second = _remembered(scenario, transcript, low=low)
    if not second and low and "own" not in transcript.state.steps:
        second = "Nobody really took it on."
    return f"{first} {second}".strip()


def _remembered(scenario: Scenario, transcript: Transcript, *, low: bool) -> str:
    """What is remembered: the worst of a poor contact, the best of a good one."""
    known = _LOW if low else _HIGH
    sign = -1 if low else 1
    found = [
        (sign * effect.points, -turn.number, turn, effect)
        for turn, effect in _all(transcript)
        if effect.kind in known and sign * effect.points > 0
    ]
    if not found:
        return ""
    *_, turn, effect = max(found, key=lambda item: item[:2])
    text = turn.text
    if effect.kind == "promise_broken":
        text = from_sentence_with(_promise_of(scenario, transcript, turn).text, PROMISING)
    return known[effect.kind].format(line=quoted(text))


def _all(transcript: Transcript) -> Iterator[tuple[Turn, Effect]]:
    for turn in transcript.turns:
        for effect in (*turn.effects, *turn.due):
            yield turn, effect


def _promise_of(scenario: Scenario, transcript: Transcript, due: Turn) -> Turn:
    """The turn in which the promise was made that was broken after this one."""
    broken = {
        (moment.id, choice.id)
        for moment in scenario.moments
        for choice in moment.choices
        if choice.promise in transcript.state.broken
    }
    earlier = transcript.turns[: due.number]
    return next((turn for turn in earlier if (turn.moment, turn.choice) in broken), due)
