"""The sliders on the page."""

from typing import ClassVar

from course.desk.sliders.tool import Places, Slider, checked
from course.desk.sliders.tools import TOOLS
from course.desk.source import styles, tool
from course.page.answering import Answering, address
from course.page.messages import Done, Ground, Hears, Message
from course.page.views.debrief import Fact


class Moved(Message, frozen=True):
    """Where the sliders stand, by their ids."""

    places: dict[str, int]


class SliderView(Message, frozen=True):
    """One number to move: its stops, and each of them in words."""

    id: str
    label: str
    stops: tuple[int, ...]
    said: tuple[str, ...]
    at: int
    """At which stop it stands, or the first one beyond it."""


class SlidersView(Message, frozen=True):
    """The sliders, and what comes of them in words and figures."""

    title: str
    sliders: tuple[SliderView, ...]
    summary: str
    facts: tuple[Fact, ...]
    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    supposed: str


class Sliders(Answering):
    """A few numbers to move, and what comes of them. Nothing is kept.

    Args:
        name: Which tool: one of `TOOLS`.
        places: Where sliders stand at first, by their ids.

    Raises:
        KeyError: where there is no such tool; the message lists those there are.
        ValueError: where a slider is unknown, or a number is no whole number between its ends.

    >>> Sliders("how-many-to-ask", customers=12)
    <Sliders how-many-to-ask: 12 customers, 10 in 100>
    """

    hears: ClassVar[Hears] = {"ping": None, "set": Moved, "chart": Ground}

    def __init__(self, name: str, **places: object) -> None:
        if name not in TOOLS:
            raise KeyError(f"there are no sliders '{name}'; there are: {', '.join(TOOLS)}")
        self.name, self.tool = name, TOOLS[name]
        self.places: Places = checked(self.tool, places)
        super().__init__(tool("sliders"), self._view(), css=styles())

    def __repr__(self) -> str:
        stand = ", ".join(one.say(self.places[one.id]) for one in self.tool.sliders)
        return f"<Sliders {self.name}: {stand}>"

    def _view(self) -> SlidersView:
        told = self.tool.told(self.places)
        return SlidersView(
            title=self.tool.title,
            sliders=tuple(_shown(one, self.places[one.id]) for one in self.tool.sliders),
            summary=told.summary,
            facts=tuple(Fact(*one) for one in told.facts),
            caption=told.caption,
            heads=told.heads,
            rows=told.rows,
            supposed=told.supposed,
        )

    def _on_set(self, moved: Moved) -> Done:
        self.places = checked(self.tool, moved.places)
        return self._show(self._view())

    def _on_chart(self, ground: Ground) -> Done:
        """Draws what is chosen, for this ground and width, and says what the picture shows."""
        png = self.tool.draw(self.places, ground.dark, ground.narrow)
        return Done(chart=address(png), alt=self.tool.told(self.places).alt)


def _shown(one: Slider, place: int) -> SliderView:
    at = next(number for number, stop in enumerate(one.stops) if stop >= place)
    # A place that a page gives need not be a stop; it is said as it is.
    said = tuple(one.say(place if number == at else stop) for number, stop in enumerate(one.stops))
    return SliderView(id=one.id, label=one.label, stops=one.stops, said=said, at=at)
