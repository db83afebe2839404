"""The map of a conversation as a picture: one column of moments, and a track to each place.

A line leaves its row to the right and joins the track of where it leads. A track runs down, or up
where a conversation comes back, and its arrow enters there. So sixty lines need no more tracks than
there are moments and endings, and most of those share a place.
"""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import NamedTuple

from course.reports.html import Html, Node, join, tag
from course.reports.road_map_words import described, endings, head, leads, losing, short, unreached
from course.scenarios.exploration.road_map import LineOnMap, MomentOnMap, RoadMap

WIDTH, EDGE = 1280, 32
ROW, HEAD, GAP, TRACK = 24, 48, 20, 15
"""Heights of a line and of a moment's head, what lies between two boxes, and between two tracks."""
LETTER = 6.9
"""Points that a letter takes at most, on average, at the size of a line."""

STYLE = """
svg { color-scheme: light dark; --page: #FFFFFF; --panel: #F6F7F5; --ink: #1D2320; --quiet: #55605A;
  --line: #B9C1BC; --best: #0B6B5D; --fair: #1F6FA8; --bad: #A3261B; --tint: #E3F1ED; }
@media (prefers-color-scheme: dark) { svg { --page: #111413; --panel: #1B201E; --ink: #E9EEEB;
  --quiet: #A3AFA9; --line: #56605B; --best: #6FD3BF; --fair: #8CC4F0; --bad: #FF9A8F;
  --tint: #17322C; } }
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: var(--ink); }
.title { font-size: 20px; font-weight: 600; }
.name, .heading { font-weight: 600; }
.heading { font-size: 15px; }
.quiet { fill: var(--quiet); }
.page { fill: var(--page); }
.box { fill: var(--panel); stroke: var(--line); }
.away { stroke-dasharray: 5 4; }
.row { fill: var(--tint); }
.track, .best, .fair, .bad, .never, .road { fill: none; }
.track { stroke: var(--quiet); stroke-width: 1.5; }
.best { stroke: var(--best); stroke-width: 2; }
.fair { stroke: var(--fair); stroke-width: 1.5; }
.bad { stroke: var(--bad); stroke-width: 1.5; stroke-dasharray: 5 3; }
.never { stroke: var(--quiet); stroke-width: 1; stroke-dasharray: 1 3; }
.road { stroke: var(--best); stroke-width: 4; }
.sign { stroke-width: 2; stroke-dasharray: none; }
.full { fill: var(--best); }
.half { fill: var(--fair); }
.arrow { fill: var(--quiet); }
.loses { fill: var(--bad); }
.bar { fill: var(--best); }
"""


MOST = 26
"""Letters of where a line leads. What has no room can be read at the pointer, and in the words."""


class Box(NamedTuple):
    """Where a moment or an ending stands."""

    top: float
    height: float

    @property
    def entry(self) -> float:
        """Where what leads here comes in."""
        return self.top + HEAD / 2 - 2


class Track(NamedTuple):
    """What leads to one place: from its first line, or from the place, to its last."""

    to: str
    low: float
    high: float
    lane: int


def picture(made: RoadMap) -> str:
    """The map as an SVG file: its own colours for light and dark, and its words as title and desc.

    >>> from course.scenarios import SMALL
    >>> from course.scenarios.exploration.road_map import road_map
    >>> picture(road_map(SMALL))[:38]
    '<svg xmlns="http://www.w3.org/2000/svg'
    """
    top = _top(made)
    boxes, bottom = _stack(made, top[1])
    tracks = _tracks(made, boxes)
    right = WIDTH - EDGE - TRACK * (1 + max((one.lane for one in tracks.values()), default=0)) - 16
    moments = join(*(_moment(made, one, boxes, tracks, right) for one in made.moments))
    ends = join(*_endings(made, boxes, right))
    below, height = _below(made, bottom)
    drawing = join(
        tag("rect", class_="page", width=WIDTH, height=_n(height)),
        top[0],
        *(_track(one, boxes[one.to], right) for one in tracks.values()),
        moments,
        ends,
        below,
    )
    title = f"Map of the conversation: {made.scenario.title}"
    return tag(
        "svg",
        tag("title", title, id="map-title"),
        tag("desc", " ".join(described(made)), id="map-desc"),
        tag("style", Html(STYLE)),
        drawing,
        xmlns="http://www.w3.org/2000/svg",
        **{"viewBox": f"0 0 {WIDTH} {_n(height)}"},
        width=WIDTH, height=_n(height), role="img", aria_labelledby="map-title map-desc",
    ) + "\n"  # fmt: skip


def _n(value: float) -> str:
    return f"{value:g}"


def _text(
    x: float, y: float, words: str, kind: str | None = None, anchor: str | None = None
) -> Html:
    return tag("text", words, x=_n(x), y=_n(y), class_=kind, text_anchor=anchor)


def _top(made: RoadMap) -> tuple[Html, float]:
    """The title, the figures and the legend, and where what follows can begin."""
    size, road = head(made)
    y = EDGE + 20.0
    drawn: list[Node] = [_text(EDGE, y, made.scenario.title, "title")]
    for words in (size.partition(": ")[2] if ": " in size else size, road):
        for one in wrap(words, 150, break_on_hyphens=False):
            y += 22
            drawn.append(_text(EDGE, y, one, "quiet"))
    y += 30
    x = float(EDGE)
    for worth, words in (
        ("best", "best: all stays in reach"),
        ("fair", "fair: a little of the mark is lost"),
        ("bad", "bad: much of the mark is lost, or the best ending"),
        ("never", "never open"),
    ):
        drawn += [_sign(worth, x + 8, y - 4), _text(x + 24, y, words)]
        x += 24 + LETTER * len(words) + 16
    drawn += [tag("path", class_="road", d=f"M{_n(x)} {_n(y - 4)}h28"),
              _text(x + 36, y, "the best road")]  # fmt: skip
    return join(*drawn), y + 28


def _sign(worth: str, x: float, y: float) -> Html:
    """A sign for how good a line is, told by its shape."""
    if worth == "best":
        return tag("circle", class_="best sign full", cx=_n(x), cy=_n(y), r=5)
    if worth == "fair":
        ring = tag("circle", class_="fair sign", cx=_n(x), cy=_n(y), r=5)
        half = f"M{_n(x)} {_n(y - 5)}a5 5 0 0 0 0 10z"
        return join(ring, tag("path", class_="half", d=half))
    if worth == "bad":
        cross = f"M{_n(x - 4)} {_n(y - 4)}l8 8m0-8l-8 8"
        return tag("path", class_="bad sign", d=cross)
    return tag("circle", class_="never sign", cx=_n(x), cy=_n(y), r=5)


def _stack(made: RoadMap, top: float) -> tuple[dict[str, Box], float]:
    """Moments below one another in their order, then the endings; and where they end."""
    boxes: dict[str, Box] = {}
    for moment in made.moments:
        boxes[moment.id] = Box(top, HEAD + ROW * len(moment.lines) + 8)
        top += boxes[moment.id].height + GAP
    top += 28
    for ending in made.scenario.endings:
        boxes[ending.id] = Box(top, HEAD - 4)
        top += HEAD - 4 + 8
    return boxes, top


def _row(box: Box, at: int) -> float:
    """The middle of a line's row."""
    return box.top + HEAD + ROW * at + ROW / 2 - 4


def _tracks(made: RoadMap, boxes: Mapping[str, Box]) -> dict[str, Track]:
    """A track to each place that is led to; short ones lie inside, and none lies on another."""
    spans: dict[str, list[float]] = {}
    for moment in made.moments:
        for at, line in enumerate(moment.lines):
            for to in line.to:
                if to in boxes:
                    spans.setdefault(to, [boxes[to].entry]).append(_row(boxes[moment.id], at))
    lanes: list[list[tuple[float, float]]] = []
    tracks: dict[str, Track] = {}
    for to, ys in sorted(spans.items(), key=lambda one: max(one[1]) - min(one[1])):
        low, high = min(ys), max(ys)
        free = (
            number
            for number, taken in enumerate(lanes)
            if all(high + 8 < a or b + 8 < low for a, b in taken)
        )
        lane = next(free, len(lanes))
        if lane == len(lanes):
            lanes.append([])
        lanes[lane].append((low, high))
        tracks[to] = Track(to, low, high, lane)
    return tracks


def _x(track: Track, right: float) -> float:
    return right + 16 + TRACK * track.lane


def _track(track: Track, box: Box, right: float) -> Html:
    x, y = _n(_x(track, right)), box.entry
    return join(
        tag("path", class_="track", d=f"M{x} {_n(track.low)}V{_n(track.high)}M{x} {_n(y)}"
                                      f"H{_n(right + 7)}"),
        tag("path", class_="arrow", d=f"M{_n(right)} {_n(y)}l9-5v10z"),
    )  # fmt: skip


def _moment(
    made: RoadMap,
    moment: MomentOnMap,
    boxes: Mapping[str, Box],
    tracks: Mapping[str, Track],
    right: float,
) -> Html:
    box = boxes[moment.id]
    says = moment.says if moment.reached else "No conversation gets here."
    drawn: list[Node] = [
        _box(box, right, away=not moment.reached),
        _text(EDGE + 16, box.top + 20, moment.id, "heading"),
        _text(EDGE + 16, box.top + 39, short(says, int((right - EDGE - 32) / LETTER)), "quiet"),
    ]
    columns = _columns(made, right)
    for at, line in enumerate(moment.lines):
        drawn.append(_line(line, _row(box, at), boxes, tracks, right, columns))
    return join(*drawn)


def _columns(made: RoadMap, right: float) -> tuple[float, float, float]:
    """Where the words of a line begin, where what it loses does, and where it says its target."""
    lines = [line for moment in made.moments for line in moment.lines]
    names = LETTER * 1.15 * max((len(one.id) for one in lines), default=0)
    targets = 10 + LETTER * (2 + min(MOST, max((len(leads(one)) for one in lines), default=0)))
    lost = LETTER * max((len(_loss(one)) for one in lines), default=0)
    return EDGE + 40 + names + 12, right - 12 - targets - lost, right - 12 - targets + 12


def _loss(line: LineOnMap) -> str:
    return {"": "", "sometimes": "may lose the best ending", "always": "loses the best ending"}[
        line.loses
    ]


def _line(
    line: LineOnMap,
    y: float,
    boxes: Mapping[str, Box],
    tracks: Mapping[str, Track],
    right: float,
    columns: tuple[float, float, float],
) -> Html:
    words, loses, target = columns
    # A line that loses nothing has that column for its words.
    room = int(((loses if line.loses else target) - words - 16) / LETTER)
    met = [tracks[to] for to in line.to if to in tracks]
    drawn: list[Node] = []
    if line.on_best_road:
        drawn.append(tag("rect", class_="row", x=EDGE + 1, y=_n(y - 11), height=ROW - 2,
                         width=_n(right - EDGE - 2)))  # fmt: skip
    if met:
        end = max(_x(one, right) for one in met)
        drawn.append(tag("path", class_=line.worth, d=f"M{_n(right)} {_n(y)}H{_n(end)}"))
        drawn += [tag("circle", class_="arrow", cx=_n(_x(one, right)), cy=_n(y), r=3)
                  for one in met]  # fmt: skip
    if line.on_best_road:
        drawn.append(_road(line.road_to, y, boxes, tracks, right))
    drawn += [
        _sign(line.worth, EDGE + 22, y),
        _text(EDGE + 40, y + 4, line.id, "name"),
        _text(words, y + 4, short(line.text, room)),
        _text(loses, y + 4, _loss(line), "loses") if line.loses else None,
        _text(target, y + 4, f"→ {short(leads(line), MOST)}"),
    ]
    shown = tag(
        "title", f"{line.id}: {line.text} It leads to {leads(line)}. {losing(line)}".strip()
    )
    return tag("g", shown, *drawn)


def _road(
    to: str,
    y: float,
    boxes: Mapping[str, Box],
    tracks: Mapping[str, Track],
    right: float,
) -> Html | None:
    """The piece of the best road from a line to where it leads on that road."""
    if to not in tracks:
        return None
    x, entry = _n(_x(tracks[to], right)), boxes[to].entry
    return tag(
        "path", class_="road", d=f"M{_n(right)} {_n(y)}H{x}V{_n(entry)}H{_n(right + 8)}"
    )  # fmt: skip


def _box(box: Box, right: float, *, away: bool) -> Html:
    return tag("rect", class_="box away" if away else "box", x=EDGE, y=_n(box.top),
               width=_n(right - EDGE), height=_n(box.height), rx=6)  # fmt: skip


def _endings(made: RoadMap, boxes: Mapping[str, Box], right: float) -> Iterator[Html]:
    told = dict(endings(made))
    first = boxes[made.scenario.endings[0].id].top
    yield _text(EDGE, first - 14, "Endings", "heading")
    for one in made.found.endings:
        box, title = boxes[one.id], _title(made, one.id)
        middle = box.top + box.height / 2 + 4
        x = EDGE + 16.0
        yield _box(box, right, away=not one.ways)
        if one.best:
            yield _star(x + 7, middle - 4)
        yield _text(EDGE + 40, middle - 9, f"{one.id}: {title}", "name")
        yield _text(EDGE + 40, middle + 9, told[one.id], "quiet")


def _title(made: RoadMap, ending: str) -> str:
    return next(one.title for one in made.scenario.endings if one.id == ending)


def _star(x: float, y: float) -> Html:
    """A star of five points, as wide as a sign and a half."""
    points = "0,-8 2,-2.5 8,-2.5 3,1 5,7 0,3.5 -5,7 -3,1 -8,-2.5 -2,-2.5"
    return tag("polygon", class_="full", points=points, transform=f"translate({_n(x)} {_n(y)})")


def _below(made: RoadMap, y: float) -> tuple[Html, float]:
    """What simple ways of playing take, and what cannot be reached; and where all ends."""
    y += 28
    drawn: list[Node] = [_text(EDGE, y, "What simple ways of playing take", "heading")]
    columns: Sequence[tuple[float, str]] = (
        (EDGE + 340, "mark, of 100"), (EDGE + 480, "satisfied, of 5"),
        (EDGE + 610, "best ending"), (EDGE + 730, "ends mostly in"),
    )  # fmt: skip
    drawn += [_text(x, y, words, "quiet") for x, words in columns]
    for one in made.policies:
        y += ROW
        figures = (f"{one.handling:.1f}", f"{one.satisfaction:.1f}", f"{one.best:.0%}",
                   one.endings[0][0] if one.endings else "")  # fmt: skip
        drawn.append(_text(EDGE, y, one.name))
        drawn.append(tag("rect", class_="bar", x=EDGE + 130, y=_n(y - 9), height=10,
                         width=_n(2 * one.handling)))  # fmt: skip
        drawn += [_text(x, y, words) for (x, _), words in zip(columns, figures, strict=True)]
    y += 36
    drawn.append(_text(EDGE, y, "What cannot be reached, and what never matters", "heading"))
    for said in unreached(made) or ("Nothing.",):
        for one_line in wrap(said, 150, break_on_hyphens=False):
            y += 22
            drawn.append(_text(EDGE, y, one_line))
    return join(*drawn), y + EDGE
