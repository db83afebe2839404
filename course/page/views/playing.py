"""Where a conversation stands: in play, or on a road after a line was taken back."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from course import scenarios
from course.answers import PLAY, Correction, History, Way
from course.exercises import Item
from course.page.messages import Ground, Message
from course.page.views.own import Own, own_words
from course.scenarios import Transcript

Roads = Mapping[Way, History]
"""What was done on each road, the one touched last at the end."""


class LineDraft(Message, frozen=True):
    """A line of the trainee's own, and whether the lines to choose from may be shown."""

    moment: str
    typed: str
    ready: bool
    left: bool = False
    """What was begun was left: a road for the debrief, a conversation that warns of itself for
    another day. Both can be taken up again."""
    settled: tuple[str, ...] = ()
    """What these very words were asked about, and it was meant or is not in them."""
    paused: bool = False
    """An insult was meant, so nobody hears it and the conversation waits."""
    play: int = 0
    """In which conversation it was written, from 1; 0 in drafts of before this was kept."""
    road: int = 0


class Turn(Message, frozen=True):
    """A line that is said."""

    choice: str
    typed: str
    """What the trainee had written before."""
    play: int
    """In this conversation: the first, the second, and so on."""
    after: int
    """So many lines were said before it; a line sent twice is said once."""
    road: int = 0
    """On the road on which that line, from 1, was taken back; 0 in play."""


class NoneOfThese(Message, frozen=True):
    """What was written is none of the lines that can be said."""

    typed: str
    play: int
    after: int
    """So many lines were said before it."""
    tries: int
    """So many words were none of the lines there before; words sent twice are kept once."""
    road: int = 0


class Correct(Message, frozen=True):
    """Whether something is in the trainee's own words."""

    move: str
    there: bool
    turn: int
    """Which line, from 1; the one after the last is the one being written. 0 for a reply."""
    play: int
    """Which conversation, or which try at a reply, from 1."""
    quote: str = ""
    """The words that do it; what is left out between them stands as an ellipsis."""
    road: int = 0


class TakeBack(Message, frozen=True):
    """A line to take back."""

    play: int
    turn: int
    """From 1."""


class PictureOf(Ground, frozen=True):
    """Which mood is to be drawn."""

    road: int = 0
    """With which of the roads taken, from 1; 0 for the conversation alone."""


class Talk(NamedTuple):
    """A conversation as it stands."""

    transcript: Transcript
    own: Own
    """What the trainee wrote in it."""
    way: Way
    history: History
    """Of that way."""


def played(item: Item, history: History) -> Talk:
    """The conversation in play: the one under way, or the last one that ended.

    An answer that came by another way than this page is shown as a conversation all the same.
    """
    now = _play(item, [turn.choice for turn in history.turns])
    last = history.attempts[-1] if history.attempts else None
    by_turns = bool(history.turns) and (now.ending is None or _newer(history))
    if not (history.anew or last is None or by_turns or list(last.answer) == list(now.choices)):
        now = _play(item, last.answer)
    return Talk(now, own_words(history, now.choices), PLAY, history)


def play_of(history: History, transcript: Transcript) -> int:
    """Which conversation is shown: the first, the second, and so on."""
    return len(history.attempts) + (0 if transcript.ending else 1)


def number_of(now: Talk) -> int:
    """Which conversation of its way it is, from 1: the one under way, or the last that ended."""
    return play_of(now.history, now.transcript)


def whereabouts(now: Talk) -> tuple[int, int]:
    """Which conversation is under way, from 1, and on the road of which line; 0 in play."""
    return now.way.attempt or number_of(now), now.way.turn


def corrections_of(now: Talk) -> list[Correction]:
    """What the trainee said of their own words in this conversation."""
    return [one for one in now.history.corrections if one.attempt == number_of(now)]


def way_back(history: History, back: TakeBack) -> Way | None:
    """The road on which that line is taken back; None where no such line was said."""
    now = history.attempts[-1] if history.attempts else None
    if now is None or history.anew or back.play != len(history.attempts):
        return None
    if back.turn not in range(1, len(now.answer) + 1):
        return None
    return Way(occasion="road", attempt=back.play, turn=back.turn)


def on_road(item: Item, history: History, roads: Roads, way: Way) -> Talk | None:
    """The conversation on a road; None where nobody took it, or its beginning can't be played."""
    road = roads.get(way)
    if road is None or way.attempt > len(history.attempts):
        return None
    before = list(history.attempts[way.attempt - 1].answer)[: way.turn - 1]
    now = _play(item, [*before, *(turn.choice for turn in road.turns)])
    if len(now.choices) < len(before):
        return None
    first = own_words(history, history.attempts[way.attempt - 1].answer).before(way.turn)
    on_it = own_words(road, now.choices[len(before) :])
    return Talk(now, on_it.after(first, len(before)), way, road)


def open_road(item: Item, history: History, roads: Roads) -> Talk | None:
    """The road under way: the one touched last, unless it was left or has come to its end.

    Only the conversation that ended last has roads: whoever begins anew has left them all.
    """
    if item.key is None or not roads or played(item, history).transcript.ending is None:
        return None
    way = last_of(roads)
    if way.attempt != len(history.attempts) or roads[way].left:
        return None
    now = on_road(item, history, roads, way)
    return now if now and now.transcript.ending is None else None


def last_of(roads: Roads) -> Way:
    """The road touched last, of some."""
    return list(roads)[-1]


def begun(item: Item, history: History, roads: Roads, way: Way) -> bool:
    """Whether something was said on a road that has not come to its end."""
    now = on_road(item, history, roads, way)
    return now is not None and bool(now.history.turns) and now.transcript.ending is None


def fits(now: Talk, turn: Turn) -> bool | None:
    """Whether a line goes on from where the conversation is; None where it was said already."""
    said = now.transcript
    if turn.play != (now.way.attempt or play_of(now.history, said)):
        return False
    if turn.after == len(said.choices):
        return said.ending is None
    same = said.choices[turn.after : turn.after + 1] == (turn.choice,)
    known = now.own.said.get(turn.after + 1)
    return None if same and (known.text if known else "") == turn.typed else False


def fits_none(now: Talk, none: NoneOfThese) -> bool | None:
    """The same of words that are none of the lines; None where they were kept already."""
    said, tried = now.transcript, now.own.tried.get(none.after, ())
    if none.play != (now.way.attempt or play_of(now.history, said)):
        return False
    if tried[none.tries : none.tries + 1] == (none.typed,):
        return None
    return none.after == len(said.choices) and none.tries == len(tried) and said.ending is None


def unhanded(now: Talk) -> list[str]:
    """The lines of a conversation that is over and was not handed in; none otherwise."""
    over = now.transcript.ending and now.history.turns and _newer(now.history)
    return list(now.transcript.choices) if over else []


def _newer(history: History) -> bool:
    """Whether the last line said came after the last answer handed in."""
    return not history.attempts or history.unhanded


def _play(item: Item, choices: Sequence[str]) -> Transcript:
    """As much of a path as can still be played: the file may have changed since."""
    kept = list(choices)
    while True:
        try:
            return scenarios.play(item.exercise.scenario, kept)
        except ValueError:
            kept.pop()
