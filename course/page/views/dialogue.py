"""The page's data for a `dialogue`: the conversation so far, what can be said, the debrief."""

from collections.abc import Sequence
from typing import NamedTuple

from course import scenarios
from course.answers import History
from course.exercises import Item
from course.page.prose import blocks
from course.page.views.base import Now, View, figure, shuffled
from course.page.views.debrief import debrief
from course.page.views.gauge import gauge
from course.page.views.talk import WHERE, entries
from course.scenarios import Transcript
from course.scenarios.conversation.reasons import first_name


class Played(NamedTuple):
    """The conversation to show: the one under way, or the last one that ended."""

    transcript: Transcript
    typed: dict[str, str]


def played(item: Item, history: History) -> Played:
    """What has been said so far; nothing where the conversation was begun anew.

    An answer that came by another way than this page is shown as a conversation all the same.
    """
    now = _play(item, [turn.choice for turn in history.turns])
    last = history.attempts[-1] if history.attempts else None
    by_turns = bool(history.turns) and (now.ending is None or _newer(history))
    if history.anew or last is None or by_turns or list(last.answer) == list(now.choices):
        return Played(now, history.typed)
    return Played(_play(item, last.answer), history.typed)


def playing(item: Item, history: History) -> tuple[str, ...]:
    """The lines said in the conversation that is under way; none where the last one is over."""
    now = _play(item, [turn.choice for turn in history.turns])
    return () if now.ending else now.choices


def unhanded(item: Item, history: History) -> list[str]:
    """The lines of a conversation that is over and was not handed in; none otherwise."""
    now = _play(item, [turn.choice for turn in history.turns])
    return list(now.choices) if now.ending and _newer(history) else []


def _newer(history: History) -> bool:
    """Whether the last line said came after the last answer handed in."""
    return not history.attempts or history.turns[-1].at > history.attempts[-1].at


def _play(item: Item, choices: Sequence[str]) -> Transcript:
    """As much of a path as can still be played: the file may have changed since."""
    kept = list(choices)
    while True:
        try:
            return scenarios.play(item.exercise.scenario, kept)
        except ValueError:
            kept.pop()


def stands(item: Item, history: History) -> str:
    """Replies, mood and, at the end, how it ended and the handling mark."""
    transcript = played(item, history).transcript
    replies = len(transcript.turns)
    said = f"{replies} {'reply' if replies == 1 else 'replies'}"
    said += f", mood {transcript.state.points:.0f}"
    if transcript.ending is None or not history.attempts:
        return said
    said += f", {transcript.ending.title}"
    result = history.attempts[-1].result
    earned = getattr(result, "earned", None)
    return said if earned is None else f"{said}, {figure(earned)} of 100"


def picture(now: Now) -> View:
    """The conversation as it stands; the debrief once it is over and the key is here."""
    scenario, history = now.item.exercise.scenario, now.history
    transcript, typed = played(now.item, history)
    over = transcript.ending is not None
    return {
        "channel": scenario.channel,
        "where": WHERE[scenario.channel],
        "customer": scenario.customer.name,
        "first": first_name(scenario),
        "brief": blocks(scenario.brief),
        "sees": list(scenario.agent_sees),
        "rules": [
            {"title": rule.title, "text": rule.text}
            for rule in scenario.rules
            if rule.id in scenario.cites
        ],
        "play": len(history.attempts) + (0 if over else 1),
        "turns": len(transcript.turns),
        "talk": entries(scenario, transcript, typed),
        "asks": None if over else _asks(now, transcript),
        "mood": gauge(transcript.state.points) if over or history.hints else None,
        "ended": transcript.ending.title if transcript.ending else "",
        "debrief": debrief(now.item, transcript, typed) if over else None,
        # The first hint of a conversation is the gauge; those of the file come after it.
        "hints": {
            "shown": [blocks(one) for one in now.item.exercise.hints[: max(history.hints - 1, 0)]],
            "of": len(now.item.exercise.hints),
            "level": history.hints,
            "off": over or not history.hints,
        },
        "cameBack": bool(transcript.turns) and not over,
    }


def _asks(now: Now, transcript: Transcript) -> View:
    """What the trainee may say; where a line is to be typed first, nothing until it is."""
    prompt = transcript.prompt
    assert prompt is not None
    draft = now.history.draft if isinstance(now.history.draft, dict) else {}
    mine = draft if draft.get("moment") == prompt.moment else {}
    wait = prompt.typed and not mine.get("ready")
    options = shuffled(prompt.options, now.seed, prompt.moment)
    return {
        "moment": prompt.moment,
        "first": wait,
        "typed": str(mine.get("typed", "")),
        "choices": [] if wait else [{"id": one.id, "text": one.text} for one in options],
    }
