"""How much a colleague may give alone: what three limits cost, and how many have to come back."""

from typing import NamedTuple

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool


class Tried(NamedTuple):
    """What came of one limit, for each complaint, where lots decided who had which."""

    limit: int
    given: float
    """Pounds."""
    minutes: float
    """Of work, a lead's included."""
    solved: float
    """At the first contact, of 100."""


TRIED = (Tried(10, 12.57, 22.1, 54.5), Tried(40, 14.10, 14.4, 75.4), Tried(80, 21.66, 14.9, 74.9))
"""From the company's records; a test compares."""
SUPPOSED = (
    "What each limit brought was tried at Marlow & Finch, by lot, from May to July 2026. Elsewhere "
    "it may be otherwise. This supposes that whoever is not helped at once gets in touch one "
    "more time. It leaves out what waiting does to them, and what it is worth to a colleague "
    "to be trusted."
)


def _cost(places: Places, one: Tried) -> float:
    """Pounds a month: what is given, the work, and the contacts that come on top."""
    again = (100 - one.solved) / 100 * places["second"]
    work = (one.minutes + again) / 60 * places["hour"]
    return places["complaints"] * (one.given + work)


def _again(places: Places, one: Tried) -> float:
    return places["complaints"] * (100 - one.solved) / 100


def _told(places: Places) -> Told:
    ten, forty, _ = TRIED
    costs = {one.limit: _cost(places, one) for one in TRIED}
    spared = _again(places, ten) - _again(places, forty)
    return Told(
        summary=(
            f"{places['complaints']:,} complaints a month cost £{costs[40]:,.0f} with a limit of "
            f"£40, given, work and second contacts together. With £10 it is £{costs[10]:,.0f}, and "
            f"{spared:,.0f} more people have to get in touch again."
        ),
        facts=(
            ("From when on £40 costs no more than £10", _even(places, ten, forty)),
            ("What £80 adds to £40",
             f"£{costs[80] - costs[40]:,.0f} a month. No more people are helped at once."),
        ),
        caption="Three limits in a month",
        heads=("Limit", "Given", "Hours of work", "Have to come back", "Costs in all"),
        rows=tuple(
            (f"£{one.limit}", f"£{places['complaints'] * one.given:,.0f}",
             f"{places['complaints'] * one.minutes / 60:,.0f}", f"{_again(places, one):,.0f}",
             f"£{costs[one.limit]:,.0f}")
            for one in TRIED
        ),
        supposed=SUPPOSED,
        alt="A month costs "
        + ", ".join(f"£{costs[one.limit]:,.0f} with a limit of £{one.limit}" for one in TRIED)
        + ".",
    )  # fmt: skip


def _even(places: Places, low: Tried, high: Tried) -> str:
    saved = low.minutes - high.minutes + (high.solved - low.solved) / 100 * places["second"]
    hour = (high.given - low.given) * 60 / saved
    return (
        f"From £{hour:.2f} an hour on. Below that, the hours saved are worth less than the gifts."
    )


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    bars = tuple(
        Bar(name=f"Limit £{one.limit}", value=cost, label=f"£{cost:,.0f}", strong=one.limit == 10)
        for one in TRIED
        for cost in [_cost(places, one)]
    )
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="What a limit costs, and whom it helps at once",
    sliders=(
        Slider(id="complaints", label="Complaints a month", stops=tuple(range(50, 1001, 50)),
               start=300, say=lambda n: f"{n} complaints"),
        Slider(id="hour", label="What an hour of work costs", stops=tuple(range(5, 61)), start=20,
               say=lambda n: f"£{n}"),
        Slider(id="second", label="Minutes of a second contact", stops=tuple(range(0, 61, 5)),
               start=15, say=lambda n: f"{n} minutes"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
