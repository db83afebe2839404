"""What a tool with sliders is: what can be moved, and what is told and drawn of it."""

from collections.abc import Callable, Mapping

from msgspec import Struct

Places = Mapping[str, int]
"""Where the sliders stand, by id."""


class Slider(Struct, frozen=True, kw_only=True):
    """One number to move."""

    id: str
    """Its name in what a page gives: letters, digits and underscores."""
    label: str
    stops: tuple[int, ...]
    """Where it stops, rising."""
    start: int
    """Where it stands at first; one of the stops."""
    say: Callable[[int], str]
    """A place in words."""


class Told(Struct, frozen=True, kw_only=True):
    """What comes of the places, in words."""

    summary: str
    """The finding, in two sentences or three."""
    facts: tuple[tuple[str, str], ...]
    """Questions, each with what is to be said to it."""
    caption: str
    """What stands above the table."""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    supposed: str
    """What this supposes, and what it leaves out."""
    alt: str
    """What the picture shows, as a sentence."""


class Tool(Struct, frozen=True, kw_only=True):
    """Sliders that belong together. All of it is worked out from the places alone."""

    title: str
    sliders: tuple[Slider, ...]
    told: Callable[[Places], Told]
    draw: Callable[[Places, bool, bool], bytes]
    """The picture, for the places, a dark ground and a narrow page."""


def checked(tool: Tool, given: Mapping[str, object]) -> Places:
    """Where every slider stands: at what is given, else at its start.

    Raises:
        ValueError: where a slider is unknown, or a number is no whole number between its ends.
    """
    known = {one.id: one for one in tool.sliders}
    for name in given:
        if name not in known:
            raise ValueError(f"there is no slider '{name}'; there are {', '.join(known)}")
    return {one.id: _within(given.get(one.id, one.start), one) for one in tool.sliders}


def _within(value: object, one: Slider) -> int:
    low, high = one.stops[0], one.stops[-1]
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"{one.id}: a whole number from {low} to {high}, not {value!r}")
    return value
