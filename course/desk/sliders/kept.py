"""A thousand customers: what is left over of them, and what one who stays more would bring."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.loyalty.kept import points_to_pay, worth

BEGIN = 1000
POINTS = (0, 1, 2, 3, 5)
SUPPOSED = (
    "This is arithmetic, and no evidence. It says what would follow if more stayed, and not that "
    "anything makes them stay: for that, let lots decide who gets it, and compare. It supposes "
    "that as many leave each year, that all leave the same over, and that those who are kept are "
    "like the others. The first year counts in full."
)


def _worth(places: Places, more: int = 0, *, paid: bool = False) -> float:
    cost = places["cost"] if paid else 0
    stay = (places["stay"] + more) / 100
    return BEGIN * worth(places["margin"], stay, places["discount"] / 100, cost)


def _share(places: Places, more: int) -> float:
    """What so many points more bring, in per cent of what there is."""
    return 100 * (_worth(places, more) / _worth(places) - 1)


def _told(places: Places) -> Told:
    now, one = _worth(places), _worth(places, 1)
    return Told(
        summary=(
            f"{BEGIN:,} customers leave £{now:,.0f} until the last has gone, in today's money. "
            f"If one point more stayed, it would be £{one - now:,.0f} more: "
            f"{_share(places, 1):.1f} per cent."
        ),
        facts=(
            ("Five points more would bring", f"{_share(places, 5):.0f} per cent on top, from "
             f"here. Start elsewhere, and the same five points bring something else."),
            ("For the programme to pay", _needed(places)),
        ),
        caption="If more stayed, in pounds",
        heads=("Of 100, still there a year later", "Left over", "More than now",
               "Left over, once the programme is paid"),
        rows=tuple(
            (str(places["stay"] + more), f"{_worth(places, more):,.0f}",
             f"{_share(places, more):.1f} per cent", f"{_worth(places, more, paid=True):,.0f}")
            for more in POINTS
        ),
        supposed=SUPPOSED,
        alt=(
            f"£{now:,.0f} is left over now, £{one:,.0f} with one point more who stay, and "
            f"£{_worth(places, 5):,.0f} with five."
        ),
    )  # fmt: skip


def _needed(places: Places) -> str:
    if not places["cost"]:
        return "It costs nothing here."
    points = points_to_pay(places["margin"], places["stay"] / 100, places["discount"] / 100,
                           places["cost"])  # fmt: skip
    if places["stay"] + points > 100:
        return "It cannot, even if everybody stayed."
    return f"It must make {points:.1f} in 100 stay who would have gone. Only a trial shows if so."


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    names = {0: "Left over now", 1: "If one point more stayed", 5: "If five points more stayed"}
    bars = tuple(
        Bar(name=name, value=_worth(places, more), label=f"£{_worth(places, more):,.0f}",
            strong=more == 1)
        for more, name in names.items()
    )  # fmt: skip
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="What one point more would bring",
    sliders=(
        Slider(id="stay", label="Still there a year later", stops=tuple(range(40, 91)), start=80,
               say=lambda n: f"{n} of 100"),
        Slider(id="margin", label="Left over of a customer in a year",
               stops=tuple(range(20, 201, 5)), start=60, say=lambda n: f"£{n}"),
        Slider(id="cost", label="The programme costs, for each customer a year",
               stops=tuple(range(0, 20)), start=4, say=lambda n: f"£{n}"),
        Slider(id="discount", label="Later money counts for less", stops=tuple(range(0, 21)),
               start=10, say=lambda n: f"{n} per cent a year"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
