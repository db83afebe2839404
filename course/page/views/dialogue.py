"""The page's data for a `dialogue`: the conversation so far, what can be said, the debrief."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import asdict, replace

from course import scenarios
from course.answers import History
from course.exercises import Item
from course.page.messages import Message
from course.page.prose import Block, blocks
from course.page.views.base import ExerciseView, Hints, Now, OptionView, figure, shuffled
from course.page.views.debrief import DebriefView, debrief
from course.page.views.gauge import Gauge, gauge
from course.page.views.talk import Line, entries
from course.scenarios import Transcript
from course.scenarios.conversation.reasons import first_name


class LineDraft(Message, frozen=True):
    """A line of the trainee's own, and whether the lines to choose from may be shown."""

    moment: str
    typed: str
    ready: bool


class Turn(Message, frozen=True):
    """A line that is said."""

    choice: str
    typed: str
    """What the trainee had written before."""
    play: int
    """In this conversation: the first, the second, and so on."""
    after: int
    """So many lines were said before it; a line sent twice is said once."""


class Rule(Message, frozen=True):
    """One of the company's rules."""

    title: str
    text: str


class Asks(Message, frozen=True):
    """What the trainee may say."""

    moment: str
    first: bool
    """Whether a line is to be typed before those to choose from are shown."""
    typed: str
    choices: tuple[OptionView, ...]


class DialogueView(ExerciseView, frozen=True, kw_only=True):
    """A conversation: so far, what can be said, and once it is over the debrief."""

    channel: str
    customer: str
    first: str
    """The customer's first name."""
    brief: tuple[Block, ...]
    sees: tuple[str, ...]
    rules: tuple[Rule, ...]
    play: int
    """The first conversation, the second, and so on."""
    turns: int
    talk: tuple[Line, ...]
    asks: Asks | None
    mood: Gauge | None
    ended: str
    debrief: DebriefView | None


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


def play_of(history: History, transcript: Transcript) -> int:
    """Which conversation is shown: the first, the second, and so on."""
    return len(history.attempts) + (0 if transcript.ending else 1)


def fits(item: Item, history: History, turn: Turn) -> bool | None:
    """Whether a line goes on from where the conversation is; None where it was said already."""
    now, typed = played(item, history)
    if turn.play != play_of(history, now):
        return False
    if turn.after == len(now.choices):
        return now.ending is None
    said = now.choices[turn.after : turn.after + 1] == (turn.choice,)
    return None if said and typed.get(turn.choice, "") == turn.typed else False


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


def picture(now: Now, base: ExerciseView) -> DialogueView:
    """The conversation as it stands; the debrief once it is over and the key is here."""
    scenario, history = now.item.exercise.scenario, now.history
    transcript, typed = played(now.item, history)
    over = transcript.ending is not None
    hints = now.item.exercise.hints
    base = replace(
        base,
        came_back=bool(transcript.turns) and not over,
        # The first hint of a conversation is the gauge; those of the file come after it.
        hints=Hints(
            shown=tuple(blocks(one) for one in hints[: max(history.hints - 1, 0)]),
            of=len(hints),
            level=history.hints,
            off=over or not history.hints,
        ),
    )
    return DialogueView(
        **asdict(base),
        channel=scenario.channel,
        customer=scenario.customer.name,
        first=first_name(scenario),
        brief=blocks(scenario.brief),
        sees=tuple(scenario.agent_sees),
        rules=tuple(
            Rule(rule.title, rule.text) for rule in scenario.rules if rule.id in scenario.cites
        ),
        play=play_of(history, transcript),
        turns=len(transcript.turns),
        talk=entries(scenario, transcript, typed),
        asks=None if over else _asks(now, transcript),
        mood=gauge(transcript.state.points) if over or history.hints else None,
        ended=transcript.ending.title if transcript.ending else "",
        debrief=debrief(now.item, transcript, typed) if over else None,
    )


def _asks(now: Now, transcript: Transcript) -> Asks:
    """What the trainee may say; where a line is to be typed first, nothing until it is."""
    prompt = transcript.prompt
    assert prompt is not None
    draft = now.history.draft if isinstance(now.history.draft, dict) else {}
    mine = draft if draft.get("moment") == prompt.moment else {}
    wait = prompt.typed and not mine.get("ready")
    options = [] if wait else shuffled(prompt.options, now.seed, prompt.moment)
    return Asks(
        moment=prompt.moment,
        first=wait,
        typed=str(mine.get("typed", "")),
        choices=tuple(OptionView(one.id, one.text) for one in options),
    )
