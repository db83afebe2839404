"""A card that gives a free drink: what it costs, and what must come on top for it to pay."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.loyalty.card import HOLDERS, Card, breaks_even, card

COST = 60
"""What a drink costs the house, in pence: coffee, milk, cup and the time to make it."""
SUPPOSED = (
    f"This supposes that every drink costs the house {COST} pence, whoever pays for it. Whether "
    "the card brings anybody more often, no card can tell you: give it to some people by lot, and "
    "compare. It leaves out what people buy beside their drink, and what it is worth to be greeted."
)


def _one(places: Places, tenths: int) -> Card:
    return card(places["usual"], tenths / 10, places["after"], places["filled"] / 100,
                places["price"] / 100, COST / 100)  # fmt: skip


def _told(places: Places) -> Told:
    one = _one(places, places["more"])
    needed = breaks_even(places["usual"], places["after"], places["filled"] / 100,
                         places["price"] / 100, COST / 100)  # fmt: skip
    usual = one.free * places["usual"] / (places["usual"] + places["more"] / 10)
    return Told(
        summary=(
            f"{HOLDERS} card holders have {one.drinks:,.0f} drinks a month, and {one.free:,.0f} of "
            f"them are free. {_gain(one.gain)}"
        ),
        facts=(
            ("Free, though they would have been bought",
             f"About {usual:,.0f} drinks. Each costs {_pounds(places['price'])}, its whole price."),
            ("For the card to pay", _needed(needed)),
        ),
        caption="What is left over in a month, by how often the card brings people on top",
        heads=("Drinks on top, each holder", "Free drinks", "Left over with the card",
               "The card brings"),
        rows=tuple(
            (f"{tenths / 10:g}", f"{row.free:,.0f}", f"£{row.now:,.0f}", _signed(row.gain))
            for tenths in sorted({0, 5, 10, 15, 20, 30, places["more"]})
            for row in [_one(places, tenths)]
        ),
        supposed=SUPPOSED,
        alt=(
            f"Without a card £{one.before:,.0f} is left over in a month, and with it "
            f"£{one.now:,.0f}."
        ),
    )  # fmt: skip


def _gain(gain: float) -> str:
    if abs(gain) < 0.5:
        return "The card brings as much as it costs."
    return f"The card {'brings' if gain > 0 else 'costs'} £{abs(gain):,.0f} a month."


def _needed(drinks: float) -> str:
    if drinks == float("inf"):
        return "It cannot: each drink on top gives away more than it brings."
    return f"Each holder must come for {drinks:.1f} drinks on top, because of the card."


def _signed(gain: float) -> str:
    sign = "-" if gain <= -0.5 else ""
    return f"{sign}£{abs(gain):,.0f}"


def _pounds(pence: int) -> str:
    return f"£{pence / 100:.2f}"


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    one = _one(places, places["more"])
    bars = (
        Bar(name="Left over in a month without a card", value=one.before,
            label=f"£{one.before:,.0f}"),
        Bar(name="Left over with it", value=one.now, label=f"£{one.now:,.0f}", strong=True),
    )  # fmt: skip
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="What a loyalty card costs",
    sliders=(
        Slider(id="usual", label="Drinks a month without a card", stops=tuple(range(2, 31)),
               start=10, say=lambda n: f"{n} drinks"),
        Slider(id="more", label="Drinks on top because of the card", stops=tuple(range(0, 51)),
               start=5, say=lambda n: f"{n / 10:g} drinks"),
        Slider(id="after", label="Paid drinks before one is free", stops=tuple(range(4, 21)),
               start=10, say=lambda n: f"{n} paid"),
        Slider(id="filled", label="Stamps that end on a full card", stops=tuple(range(0, 101, 5)),
               start=80, say=lambda n: f"{n} in 100"),
        Slider(id="price", label="Price of a drink", stops=tuple(range(100, 501, 20)), start=300,
               say=_pounds),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
