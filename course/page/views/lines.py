"""Every line of the trainee's, explained: what was heard, a better one, why, what it did."""

from collections.abc import Collection, Iterator

from course.page.messages import Message
from course.page.views.gauge import Gauge, gauge
from course.scenarios import Debrief, LineSaid


class LineView(Message, frozen=True):
    """One of the trainee's lines, and all there is to say about it."""

    turn: int
    by: str
    """Who heard it, where it was not the customer."""
    line: str
    typed: str
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


def lines(back: Debrief, typed: dict[str, str], begun: Collection[int]) -> Iterator[LineView]:
    """Those that broke a rule come first, then the two on which most hung, then the others.

    Args:
        back: The debrief.
        typed: By choice id: what the trainee had written before it.
        begun: Lines from which a road has begun and not come to its end.
    """
    weighty = {road.turn for road in back.roads}
    for one in sorted(back.lines, key=lambda one: (not one.broken, one.turn not in weighty)):
        yield _line(one, typed, weighty=bool(one.broken) or one.turn in weighty,
                    begun=one.turn in begun)  # fmt: skip


def _line(one: LineSaid, typed: dict[str, str], *, weighty: bool, begun: bool) -> LineView:
    note, road = one.note, one.road
    return LineView(
        turn=one.turn,
        by=one.by,
        line=one.line,
        typed=typed.get(one.choice, ""),
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
