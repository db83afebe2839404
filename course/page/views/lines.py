"""Every line of the trainee's, explained: what was heard, a better one, why, what it did."""

from collections.abc import Callable, Collection, Iterator

from msgspec.structs import replace

from course.page.messages import Message
from course.page.views.compared import ComparedView
from course.page.views.gauge import Gauge, gauge
from course.page.views.own import Own
from course.scenarios import Debrief, LineSaid


class LineView(Message, frozen=True):
    """One of the trainee's lines, and all there is to say about it."""

    turn: int
    by: str
    """Who heard it, where it was not the customer."""
    line: str
    typed: str
    placed: bool
    """What was typed is this line, said the trainee."""
    compared: tuple[ComparedView, ...]
    """What the line does beside what was seen in the words that were placed with it."""
    broken: tuple[str, ...]
    """House rules that it broke."""
    heard: str
    better: str
    why: str
    change: str
    """What the better line would have changed."""
    reasons: tuple[str, ...]
    """What it did to the mood."""
    mood: Gauge
    """After it."""
    weighty: bool
    """It broke a rule, or is one of the two on which most hung."""
    begun: bool
    """It was taken back, and the road from there has not come to its end."""


def lines(
    back: Debrief,
    own: Own,
    begun: Collection[int],
    compared: Callable[[int], tuple[ComparedView, ...]],
) -> Iterator[LineView]:
    """Those that broke a rule come first, then the two on which most hung, then the others.

    Args:
        back: The debrief.
        own: What the trainee wrote.
        begun: Lines from which a road has begun and not come to its end.
        compared: A line that was placed, by its number, beside what it was placed with.
    """
    weighty = {road.turn for road in back.roads}
    for one in sorted(back.lines, key=lambda one: (not one.broken, one.turn not in weighty)):
        made = _line(one, weighty=bool(one.broken) or one.turn in weighty, begun=one.turn in begun)
        words = own.said.get(one.turn)
        if words:
            said = compared(one.turn) if words.placed else ()
            made = replace(made, typed=words.text, placed=words.placed, compared=said)
        yield made


def _line(one: LineSaid, *, weighty: bool, begun: bool) -> LineView:
    note, road = one.note, one.road
    return LineView(
        turn=one.turn,
        by=one.by,
        line=one.line,
        typed="",
        placed=False,
        compared=(),
        broken=one.broken,
        heard=note.heard if note else "",
        better=(note.better if note else "") or (road.better_line if road else ""),
        why=note.why if note else "",
        change=road.change if road else "",
        reasons=tuple(dict.fromkeys(one.reasons)),
        mood=gauge(one.points),
        weighty=weighty,
        begun=begun,
    )
