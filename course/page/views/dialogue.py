"""The page's data for a `dialogue`: the conversation so far, what can be said, the debrief."""

from collections.abc import Iterator, Sequence

from msgspec import convert
from msgspec.structs import asdict, replace

from course.answers import History
from course.exercises import Item
from course.exercises.own_words import facts_of
from course.exercises.prose import Block, blocks
from course.language import Option, nearest
from course.page.messages import Message
from course.page.views.again import last_time
from course.page.views.base import ExerciseView, Hints, Now, figure, shuffled
from course.page.views.compared import ComparedView, compared
from course.page.views.debrief import DebriefView, debrief
from course.page.views.doubts import Doubt, doubt
from course.page.views.gauge import Gauge, gauge
from course.page.views.playing import (
    LineDraft,
    Talk,
    begun,
    corrections_of,
    open_road,
    play_of,
    played,
    whereabouts,
)
from course.page.views.roads import TwoRoads, taken
from course.page.views.talk import Line, entries
from course.scenarios.conversation.reasons import first_name
from course.scenarios.definition import IdentityHere

MOST = 3
"""Of what is compared, so much is shown while the conversation goes on."""
UNWRITTEN = LineDraft(moment="", typed="", ready=False)


class Rule(Message, frozen=True):
    """One of the company's rules."""

    title: str
    text: str


class IdentityView(Message, frozen=True):
    """Who has passed the check, as the company has it."""

    needed: str
    """How many details, in a word: 'Two of these'."""
    counts: tuple[str, ...]
    does_not_count: tuple[str, ...]
    more: tuple[Rule, ...]
    """On this channel, for somebody else, and what needs no check."""


class Piece(Message, frozen=True):
    """Part of a line."""

    text: str
    shared: bool
    """Whether what the trainee wrote has it too."""


class LineToSay(Message, frozen=True):
    """A line that can be said."""

    id: str
    text: str
    pieces: tuple[Piece, ...]


class Asks(Message, frozen=True):
    """What the trainee may say."""

    moment: str
    play: int
    """In which conversation, from 1."""
    road: int
    """After which of its lines was taken back, from 1; 0 in play."""
    first: bool
    """Whether a line is to be typed before those to choose from are shown."""
    needed: bool
    """Whether they stay hidden until something was typed."""
    typed: str
    """In the box or, once the lines are shown, to be placed with one of them; empty for neither."""
    choices: tuple[LineToSay, ...]
    """Those nearest to what was typed first."""
    tries: int
    """So many words were none of these lines."""
    settled: tuple[str, ...]
    """What these words were asked about already."""
    doubt: Doubt | None
    """What is to be answered before the lines are shown."""
    paused: bool
    """An insult was meant, so the conversation waits."""


class RoadView(Message, frozen=True):
    """The road under way after a line was taken back."""

    turn: int
    """Which line, from 1."""
    line: str
    """What was said there at first."""
    choice: str
    parts: bool
    """Nothing has been said in its place yet."""


class DialogueView(ExerciseView, frozen=True, kw_only=True):
    """A conversation: so far, what can be said, and once it is over the debrief."""

    channel: str
    customer: str
    first: str
    """The customer's first name."""
    brief: tuple[Block, ...]
    sees: tuple[str, ...]
    rules: tuple[Rule, ...]
    identity: IdentityView | None
    writes: bool
    """Whether this trainee writes before the lines are shown, in every conversation."""
    play: int
    """The first conversation, the second, and so on."""
    person: int
    """Whom it is with: 0 for the one who is written, and on from there."""
    others: bool
    """It can be had with somebody else."""
    warning: str
    """What some people wish to know before the first words; empty for most."""
    left: bool
    """It was left out, and can be taken up."""
    last: str
    """How it ended last time, and the best so far; empty unless it is played again."""
    turns: int
    talk: tuple[Line, ...]
    compared: tuple[ComparedView, ...]
    """What the line said last does, beside what was seen in the words that were placed with it."""
    asks: Asks | None
    mood: Gauge | None
    ended: str
    debrief: DebriefView | None
    road: RoadView | None
    """Where there is one, the talk, what can be said and the mood are those of this road."""
    taken: tuple[TwoRoads, ...]
    """Roads that came to their end, the one played last at the end."""


def stands(item: Item, history: History) -> str:
    """Replies, mood and, at the end, how it ended and the handling mark."""
    transcript = played(item, history).transcript
    replies = len(transcript.turns)
    said = f"{replies} {'reply' if replies == 1 else 'replies'}"
    said += f", mood {transcript.state.points:.0f}"
    if history.left and transcript.ending is None:
        return f"{said}, left out"
    if transcript.ending is None or not history.attempts:
        return said
    said += f", {transcript.ending.title}"
    result = history.attempts[-1].result
    earned = getattr(result, "earned", None)
    return said if earned is None else f"{said}, {figure(earned)} of 100"


def picture(now: Now, base: ExerciseView) -> DialogueView:
    """The conversation as it stands; the debrief once it is over and the key is here."""
    item, history = now.item, now.history
    scenario = item.exercise.scenario
    play = played(item, history)
    road = open_road(item, history, now.roads)
    transcript, own, *_ = shown = road or play
    over = transcript.ending is not None
    hints = item.exercise.hints
    base = replace(
        base,
        came_back=bool(transcript.turns) and not over,
        # The first hint of a conversation is the gauge; those of the file come after it.
        hints=Hints(
            shown=tuple(blocks(one) for one in hints[: max(history.hints - 1, 0)]),
            of=len(hints),
            level=history.hints,
            off=over or road is not None or not history.hints,
        ),
    )
    ended = play.transcript.ending
    return DialogueView(
        **asdict(base),
        channel=scenario.channel,
        customer=scenario.customer.name,
        first=first_name(scenario),
        brief=blocks(scenario.brief),
        sees=(*(f"Checked: {one}" for one in [scenario.checked] if one), *scenario.agent_sees),
        rules=tuple(
            Rule(rule.title, rule.text) for rule in scenario.rules if rule.id in scenario.cites
        ),
        identity=identity_view(scenario.identity),
        play=play_of(history, play.transcript),
        warning=scenario.warning,
        left=bool(scenario.warning) and play.transcript.ending is None and history.left,
        person=history.variant,
        others=now.others and over,
        last="" if ended else last_time(now.before or item, history),
        turns=len(transcript.turns),
        writes=now.writes,
        talk=entries(scenario, transcript, own),
        compared=() if over else _compared(item, shown),
        asks=None if over else _asks(now, shown, play),
        mood=gauge(transcript.state.points) if over or road or history.hints else None,
        ended=ended.title if ended else "",
        debrief=debrief(item, transcript, own, _begun(now), corrections_of(shown))
        if over
        else None,
        road=_road(road, play) if road else None,
        taken=taken(item, play, now.roads) if over and item.key is not None else (),
    )


def identity_view(check: IdentityHere | None) -> IdentityView | None:
    """Who has passed the check, ready to draw; None where the case needs none."""
    if check is None:
        return None
    more = (
        ("On this channel", check.here),
        ("For somebody else", check.for_others),
        ("Needs no check", check.no_check),
    )
    return IdentityView(
        needed={1: "One of these", 2: "Two of these"}.get(
            check.details, f"{check.details} of these"
        ),
        counts=check.counts,
        does_not_count=check.does_not_count,
        more=tuple(Rule(title, text) for title, text in more if text),
    )


def _begun(now: Now) -> list[int]:
    number = len(now.history.attempts)
    return [
        way.turn
        for way in now.roads
        if way.attempt == number and begun(now.item, now.history, now.roads, way)
    ]


def _road(road: Talk, play: Talk) -> RoadView:
    said = play.transcript.turns[road.way.turn - 1]
    return RoadView(
        turn=road.way.turn, line=said.text, choice=said.choice, parts=not road.history.turns
    )


def _compared(item: Item, talk: Talk) -> tuple[ComparedView, ...]:
    """Of the line said last, in short: the rest is told in the debrief."""
    last = len(talk.transcript.turns)
    found = compared(item, talk.transcript, talk.own, last, corrections_of(talk)) if last else ()
    return found[:MOST]


def _asks(now: Now, talk: Talk, play: Talk) -> Asks:
    """What the trainee may say; where a line is to be typed first, nothing until it is.

    The lines are in another order in each play, where nothing was typed; a road has the order of
    the play that it leaves.
    """
    prompt = talk.transcript.prompt
    assert prompt is not None
    draft = talk.history.draft if isinstance(talk.history.draft, dict) else {}
    mine = convert(draft, LineDraft) if draft.get("moment") == prompt.moment else UNWRITTEN
    tries = len(talk.own.tried.get(len(talk.transcript.turns), ()))
    # Where a line was taken back, one of the trainee's own has been written already.
    parts = len(talk.transcript.turns) == talk.way.turn - 1
    first = not mine.ready and (now.writes or (prompt.typed and not parts))
    typed = mine.typed if first or mine.ready else ""
    scenario = now.item.exercise.scenario
    asked = bool(typed) and mine.ready and not mine.paused
    who = prompt.said_by or first_name(scenario)
    ask = doubt(typed, scenario, who, mine.settled, prompt.said) if asked else None
    hidden = first or mine.paused or ask is not None
    number, road = whereabouts(talk)
    return Asks(
        moment=prompt.moment,
        play=number,
        road=road,
        first=first,
        needed=prompt.typed and not parts and not tries,
        typed=typed,
        choices=() if hidden else tuple(_lines(now, talk, play, typed)),
        tries=tries,
        settled=mine.settled,
        doubt=ask,
        paused=mine.paused and not first,
    )


def _lines(now: Now, talk: Talk, play: Talk, typed: str) -> Iterator[LineToSay]:
    """The lines to choose from, those nearest to what was typed first."""
    prompt, scenario = talk.transcript.prompt, now.item.exercise.scenario
    assert prompt is not None
    number = play_of(now.history, play.transcript)
    options = shuffled(prompt.options, now.seed, f"{number}/{prompt.moment}")
    if not typed:
        yield from (LineToSay(one.id, one.text, (Piece(one.text, False),)) for one in options)
        return
    texts = {one.id: one.text for one in options}
    moves = {
        choice.id: choice.moves
        for moment in scenario.moments
        if moment.id == prompt.moment
        for choice in moment.choices
    }
    near = nearest(
        typed,
        [Option(id=one, text=text, moves=moves[one]) for one, text in texts.items()],
        facts_of(scenario, prompt.said),
    )
    for one in near:
        text = texts[one.id]
        yield LineToSay(one.id, text, tuple(_pieces(text, one.shared)))


def _pieces(text: str, shared: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """A line cut where words are shared, in order and whole.

    >>> [(one.text, one.shared) for one in _pieces("A new mug", [(2, 5)])]
    [('A ', False), ('new', True), (' mug', False)]
    """
    at = 0
    for begin, end in shared:
        if at < begin:
            yield Piece(text[at:begin], False)
        yield Piece(text[begin:end], True)
        at = end
    if at < len(text):
        yield Piece(text[at:], False)
