"""People on the phone: who waits, how busy they are, and what it costs."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.times.staffing import Staffing, erlang_c

HOUR = 3600
WITHIN = 20
"""Seconds within which a call counts as answered in time."""
TIRING = 0.85
"""Busier than this for hours: the house rule of many desks, and no law of nature."""
SUPPOSED = (
    "This is Erlang C, a formula of 1917. It supposes that calls come at random, that all of them "
    "are as easy for everybody, and that nobody hangs up or rings again. Where many hang up, the "
    "others wait less than it says. The people are those at their phones: breaks, training and "
    "illness come on top. It knows nothing of how hard a call is."
)


def _load(places: Places) -> float:
    """How many people would be busy the whole hour."""
    return places["calls"] * places["minutes"] / 60


def _one(places: Places, people: int) -> Staffing | None:
    """What so many people achieve; None where the queue only grows."""
    if people <= _load(places):
        return None
    return erlang_c(places["calls"], HOUR, 60 * places["minutes"], people, WITHIN)


def _told(places: Places) -> Told:
    people, load = places["people"], _load(places)
    one = _one(places, people)
    cost = people * places["cost"]
    return Told(
        summary=_summary(one, people, load),
        facts=(
            ("What an hour costs", f"£{cost:,.0f}, which is £{cost / places['calls']:.2f} a call."),
            ("One person more, for the same calls", _more(one, _one(places, people + 1))),
            ("For the people on the phone", _tired(one)),
        ),
        caption="The same calls with fewer or more people",
        heads=("People", "Of 100, answered within 20 seconds", "Average wait", "Busy", "Cost"),
        rows=tuple(
            (str(many), *_figures(_one(places, many)), f"£{many * places['cost']:,.0f}")
            for many in _around(people, load)
        ),
        supposed=SUPPOSED,
        alt=(
            "Of 100 callers, answered within 20 seconds: "
            + ", ".join(
                f"{_within(_one(places, many))} with {many}" for many in _drawn(people, load)
            )
            + "."
        ),
    )


def _summary(one: Staffing | None, people: int, load: float) -> str:
    calls = f"The calls alone fill the hour of {load:.1f} people."
    if one is None:
        return f"{calls} With {people}, the queue grows as long as the hour lasts."
    return (
        f"{calls} With {people}, {_within(one)} of 100 callers are answered within 20 seconds. "
        f"The average wait is {_wait(one)}, and people are busy {100 * one.occupancy:.0f} per cent "
        "of the time."
    )


def _more(one: Staffing | None, other: Staffing | None) -> str:
    if other is None:
        return "The queue would still grow."
    if one is None:
        return f"The queue would come to an end, with an average wait of {_wait(other)}."
    if _wait(one) == _wait(other):
        return f"The average wait would stay at {_wait(one)}."
    return f"The average wait would be {_wait(other)}, and not {_wait(one)}."


def _tired(one: Staffing | None) -> str:
    if one is None:
        return "There is no second between two calls."
    free = 60 * (1 - one.occupancy)
    busy = "That is hard for hours on end. " if one.occupancy > TIRING else ""
    return f"{busy}Each has {free:.0f} minutes of the hour between calls."


def _around(people: int, load: float) -> list[int]:
    """From one too few to more than enough, and what is chosen wherever it lies."""
    least = int(load)
    return sorted({one for one in range(least, least + 7) if one} | {people})


def _drawn(people: int, load: float) -> list[int]:
    """The first that end the queue, and what is chosen."""
    least = int(load) + 1
    return sorted({*range(least, least + 4), people})


def _figures(one: Staffing | None) -> tuple[str, str, str]:
    if one is None:
        return ("-", "grows all hour", "100 %")
    return (_within(one), _wait(one), f"{100 * one.occupancy:.0f} %")


def _within(one: Staffing | None) -> str:
    if one is None:
        return "0"
    return "over 99" if one.service_level > 0.995 else f"{100 * one.service_level:.0f}"


def _wait(one: Staffing) -> str:
    seconds = round(one.asa)
    if seconds < 1:
        return "under 1 second"
    if seconds < 120:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    return f"{seconds / 60:.0f} minutes"


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    people, load = places["people"], _load(places)
    bars = tuple(
        Bar(
            name=f"Answered within 20 seconds, with {many}",
            value=100 * one.service_level if (one := _one(places, many)) else 0.0,
            label=f"{_within(one)} in 100",
            strong=many == people,
        )
        for many in _drawn(people, load)
    )
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="How many people, and who waits?",
    sliders=(
        Slider(id="calls", label="Calls in an hour", stops=tuple(range(6, 121, 2)), start=60,
               say=lambda n: f"{n} calls"),
        Slider(id="minutes", label="Minutes a call takes, with the work after it",
               stops=tuple(range(2, 13)), start=6, say=lambda n: f"{n} minutes"),
        Slider(id="people", label="People at their phones", stops=tuple(range(1, 31)), start=8,
               say=lambda n: "1 person" if n == 1 else f"{n} people"),
        Slider(id="cost", label="Cost of a person for an hour", stops=tuple(range(10, 41)),
               start=18, say=lambda n: f"£{n}"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
