"""The sliders on the page."""

from typing import Annotated, ClassVar

from msgspec import Meta

from course.charts.asking import draw_asking, rows
from course.desk.asking.words import finding, in_hundred, often, span, summary
from course.desk.source import styles, tool
from course.metrics.ratings.asking import asked
from course.page.answering import Answering, address
from course.page.messages import Done, Ground, Hears, Message
from course.page.views.debrief import Fact

FEWEST, MOST = 3, 400
STOPS = (
    *range(FEWEST, 13), 15, 20, 25, 30, 40, 50, 60, 80, 100, 125, 150, 200, 250, 300, 350, MOST,
)  # fmt: skip
"""Where the first slider stops: every customer while they are few, then wider apart."""
LEAST, MANY = 1, 50
SUPPOSED = (
    "This supposes that customers are picked at random and that each one who has the need says so. "
    "Seven people in one evening are not picked at random, and many people say it only if they "
    "are asked well. The ranges are 95 % ranges: about one try in twenty falls outside."
)


class Chosen(Message, frozen=True):
    """Where the two sliders stand."""

    customers: Annotated[int, Meta(ge=FEWEST, le=MOST)]
    in_hundred: Annotated[int, Meta(ge=LEAST, le=MANY)]


class AskingView(Message, frozen=True):
    """The sliders, and what comes of them in words and figures."""

    customers: int
    in_hundred: int
    stops: tuple[int, ...]
    ends: tuple[int, int]
    summary: str
    facts: tuple[Fact, ...]
    supposed: str
    rows: tuple[tuple[str, ...], ...]


class HowManyToAsk(Answering):
    """How many customers to ask, against how many have the need: what is heard, and how surely.

    Nothing is kept.

    Args:
        customers: How many are asked, 3 to 400.
        in_hundred: How many in a hundred have the need, 1 to 50.

    Raises:
        ValueError: where a number is no whole number between its ends.

    >>> HowManyToAsk(12, 10)
    <HowManyToAsk: 12 customers, 10 in 100>
    """

    hears: ClassVar[Hears] = {"ping": None, "set": Chosen, "chart": Ground}

    def __init__(self, customers: int = 12, in_hundred: int = 10) -> None:
        self._choose(customers, in_hundred)
        super().__init__(tool("asking"), self._view(), css=styles())

    def __repr__(self) -> str:
        return f"<HowManyToAsk: {self.customers} customers, {self.in_hundred} in 100>"

    def _choose(self, customers: object, in_hundred: object) -> None:
        customers = _within(customers, FEWEST, MOST, "customers")
        self.in_hundred = _within(in_hundred, LEAST, MANY, "customers in a hundred")
        self.customers = customers

    def _view(self) -> AskingView:
        share = self.in_hundred / 100
        one = asked(self.customers, share)
        return AskingView(
            customers=self.customers,
            in_hundred=self.in_hundred,
            stops=STOPS,
            ends=(LEAST, MANY),
            summary=summary(one),
            facts=(
                Fact("You hear it at least once", _chances(one.chance)),
                Fact("You hear it", often(one)),
                Fact(
                    f"If {one.heard or 'none'} of {one.n} named it, its share is",
                    f"{span(one).capitalize()}.",
                ),
            ),
            supposed=SUPPOSED,
            rows=tuple(
                (str(row.n), in_hundred(row.chance), str(row.heard), span(row))
                for row in rows(self.customers, share)
            ),
        )

    def _on_set(self, chosen: Chosen) -> Done:
        self._choose(chosen.customers, chosen.in_hundred)
        return self._show(self._view())

    def _on_chart(self, ground: Ground) -> Done:
        """Draws what is chosen, for this ground and width, and says what the picture shows."""
        share = self.in_hundred / 100
        png = draw_asking(self.customers, share, dark=ground.dark, narrow=ground.narrow)
        return Done(chart=address(png), alt=finding(asked(self.customers, share)))


def _chances(chance: float) -> str:
    return f"{in_hundred(chance).capitalize()} chances in 100."


def _within(value: object, low: int, high: int, what: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ValueError(f"{what}: a whole number from {low} to {high}, not {value!r}")
    return value
