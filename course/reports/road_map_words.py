"""The map of a conversation in words, for a terminal and for whoever does not look at pictures."""

from collections.abc import Iterator, Sequence

from course.scenarios.conversation.engine import ChoiceError
from course.scenarios.diagnosis.plan import planned
from course.scenarios.exploration.road_map import LineOnMap, MomentOnMap, RoadMap

SIGNS = {"best": "+", "fair": "~", "bad": "x", "never": "?"}
OUTCOMES = {
    "resolved": "resolved",
    "partly_resolved": "partly resolved",
    "escalated": "escalated",
    "abandoned": "abandoned",
}
LEGEND = (
    "+ best: all stays in reach          ~ fair: a little of the mark is lost",
    "x bad: much is lost, or the ending  ? never open   * on the best road",
)


def text(made: RoadMap) -> str:
    """The map as lines of plain text.

    >>> from course.scenarios import SMALL
    >>> from course.scenarios.exploration.road_map import road_map
    >>> print("\\n".join(text(road_map(SMALL)).splitlines()[:8]))
    The mug for Saturday (broken-mug): 2 moments, 6 lines, 2 endings. 11 states in all.
    The best road earns 100 of 100: own-it, new-mug.
    <BLANKLINE>
    opening    "I have a mug here in two pieces. The handle came off in the box."
     *+ own-it       -> mending
      x sorry-only   -> mending
      x coupon       -> mending
      x ask-courier  -> sent-away  the best ending is lost here
    """
    return "\n".join(_lines(made)) + "\n"


def _lines(made: RoadMap) -> Iterator[str]:
    yield from head(made)
    yield ""
    widths = _widths(made)
    for moment in made.moments:
        yield from _moment(moment, *widths)
    yield ""
    yield from LEGEND
    yield ""
    yield "Endings"
    width = max(len(one.id) for one in made.scenario.endings)
    yield from (f"  {name:<{width}}  {said}" for name, said in endings(made))
    yield ""
    yield "Where the best ending is lost"
    yield from (f"  {one}" for one in _lost(made))
    yield ""
    yield "What cannot be reached, and what never matters"
    yield from (f"  {one}" for one in unreached(made) or ("Nothing.",))
    yield ""
    if made.scenario.plan:
        yield "What the planned conversations take"
        yield from (f"  {one}" for one in _planned(made))
        yield ""
    yield "What simple ways of playing take"
    yield from (f"  {one}" for one in _played(made))


def head(made: RoadMap) -> tuple[str, ...]:
    """What it is, and its best road."""
    scenario, found = made.scenario, made.found
    lines = sum(len(one.lines) for one in made.moments)
    whole = "in all" if found.complete else "and more: the walk through them was stopped"
    size = f"{len(made.moments)} moments, {lines} lines, {len(scenario.endings)} endings"
    road = ", ".join(found.best_path) or "there is none, for no conversation ends"
    return (
        f"{scenario.title} ({scenario.id}): {size}. {found.states:,} states {whole}.",
        f"The best road earns {found.best_handling:g} of 100: {road}.",
    )


def _widths(made: RoadMap) -> tuple[int, int]:
    lines = [line for one in made.moments for line in one.lines]
    return (
        max((len(one.id) for one in lines), default=0),
        min(40, max((len(leads(one)) for one in lines), default=0)),
    )


def _moment(moment: MomentOnMap, names: int, targets: int) -> Iterator[str]:
    said = f'"{short(moment.says, 76)}"' if moment.reached else "no conversation gets here"
    yield f"{moment.id:<10} {said}"
    for line in moment.lines:
        star = "*" if line.on_best_road else " "
        where = f"-> {leads(line):<{targets}}"
        row = f" {star}{SIGNS[line.worth]} {line.id:<{names}}  {where}  {losing(line)}"
        yield row.rstrip()


def leads(line: LineOnMap) -> str:
    """Where a line leads, in words."""
    return " or ".join(line.to)


def losing(line: LineOnMap) -> str:
    """Whether the best ending is lost at a line, in words."""
    if line.worth == "never":
        return "never open"
    return {
        "": "",
        "sometimes": "the best ending is lost here on some roads",
        "always": "the best ending is lost here",
    }[line.loses]


def endings(made: RoadMap) -> Iterator[tuple[str, str]]:
    """Each ending by its id, with what it comes to."""
    for one in made.found.endings:
        best = ", a best ending" if one.best else ""
        if not one.ways:
            yield one.id, f"{OUTCOMES[one.outcome]}{best}: no conversation ends like this"
            continue
        marks = _span(f"{one.worst_handling:g}", f"{one.best_handling:g}")
        felt = _span(str(one.worst_satisfaction), str(one.best_satisfaction))
        yield one.id, f"{OUTCOMES[one.outcome]}{best}: marks {marks}, satisfaction {felt} of 5"


def _span(low: str, high: str) -> str:
    return low if low == high else f"{low} to {high}"


def _lost(made: RoadMap) -> Iterator[str]:
    if not any(one.best and one.ways for one in made.found.endings):
        yield "No best ending can be reached at all."
        return
    none = True
    for moment in made.moments:
        for loses, words in (("always", "always"), ("sometimes", "on some roads")):
            names = [one.id for one in moment.lines if one.loses == loses]
            if names:
                none = False
                yield f"in {moment.id}, {words}: {', '.join(names)}"
    if none:
        yield "Nowhere: whatever is said, a best ending stays in reach."


def unreached(made: RoadMap) -> tuple[str, ...]:
    """What cannot be reached, and what makes no difference, a sentence each."""
    found = made.found
    told = (
        (found.unreachable_moments, "No conversation gets to {}."),
        (found.unreachable_endings, "No conversation ends with {}."),
        (found.dead_ends, "In some conversations nothing can be said in {}."),
        (found.no_way_out, "Some conversations never end from {} on."),
        (found.idle_choices, "Never open, or always the same as another line: {}."),
    )
    return tuple(words.format(", ".join(names)) for names, words in told if names)


def _planned(made: RoadMap) -> Iterator[str]:
    for line in made.scenario.plan:
        try:
            come = planned(made.scenario, line)
        except ChoiceError as error:
            yield f"{line.name}: {error}."
            continue
        yield (f"{line.name}: {come.mark:g} of 100, {come.satisfaction} of 5, "
               f"{come.ending or 'not ended'}")  # fmt: skip


def _played(made: RoadMap) -> Iterator[str]:
    yield f"{'':<17} {'mark':>5} {'satisfied':>10} {'best ending':>12}   ends mostly in"
    for one in made.policies:
        most = one.endings[0][0] if one.endings else ""
        yield (f"{one.name:<17} {one.handling:>5.1f} {one.satisfaction:>10.1f} "
               f"{one.best:>12.0%}   {most}")  # fmt: skip


def short(words: str, most: int) -> str:
    """Words on one line, cut at a word where there are more letters than fit.

    >>> short("One  two three", 9)
    'One two …'
    """
    whole = " ".join(words.split())
    if len(whole) <= most:
        return whole
    return f"{whole[: most - 1].rsplit(' ', 1)[0]} …"


def described(made: RoadMap) -> Sequence[str]:
    """The map as sentences, for the description of a picture."""
    ends = (f"{name}: {said}." for name, said in endings(made))
    lost = [f"{line.id} in {moment.id}" for moment, line in made.lost()]
    gone = f"The best ending is lost at {', '.join(lost)}." if lost else ""
    return (*head(made), *ends, *([gone] if gone else []), *unreached(made))
