"""Shorter calls, or fewer causes: what each does to the hours of talk behind a thousand orders."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.times.talk import calls_in_all, hours_of_talk

ORDERS = 1000
MOST_AGAIN = 90
"""Of 100 callers, at most so many ring again: beyond that there would be no end to it."""
SUPPOSED = (
    "This supposes that each minute less makes the same number of callers ring again. In your own "
    "records you can look whether it does. It leaves out what the talk is for: where people come "
    "for the talk, fewer of them is no gain."
)


def _again(places: Places, less: int) -> int:
    return min(MOST_AGAIN, places["again"] + less * places["each"])


def _hours(places: Places, less: int, cause: int = 0) -> float:
    first = ORDERS * places["calls"] / 100 * (1 - cause / 100)
    return hours_of_talk(first, _again(places, less) / 100, places["minutes"] - less)


def _less(places: Places) -> int:
    """Minutes taken off each call: never all of them."""
    return min(places["less"], places["minutes"] - 1)


def _told(places: Places) -> Told:
    less, cause = _less(places), places["cause"]
    now, shorter, fewer = _three(places)
    callers = ORDERS * places["calls"] / 100
    return Told(
        summary=(
            f"{ORDERS:,} orders bring {now:,.0f} hours of talk. With {_minutes(less)} less on each "
            f"call it is {shorter:,.0f}. With {cause} of 100 causes taken away, and the calls as "
            f"long as they are, it is {fewer:,.0f}."
        ),
        facts=(
            ("Who rings again, if calls are shorter",
             f"{_again(places, less)} of 100 callers, in place of {places['again']}. From "
             f"{callers:,.0f} first calls come "
             f"{calls_in_all(callers, _again(places, less) / 100):,.0f} in all."),
            ("What the customer notices", _noticed(places, less)),
        ),
        caption="Shorter and shorter calls",
        heads=("Minutes a call", "Of 100, so many ring again", "Calls in all", "Hours of talk"),
        rows=tuple(
            (str(places["minutes"] - off), str(_again(places, off)),
             f"{calls_in_all(callers, _again(places, off) / 100):,.0f}",
             f"{_hours(places, off):,.0f}")
            for off in range(min(8, places["minutes"]))
        ),
        supposed=SUPPOSED,
        alt=(
            f"{now:,.0f} hours of talk now, {shorter:,.0f} with shorter calls, {fewer:,.0f} with "
            f"fewer causes."
        ),
    )  # fmt: skip


def _three(places: Places) -> tuple[float, float, float]:
    """Hours now, with shorter calls, and with fewer causes."""
    return (
        _hours(places, 0),
        _hours(places, _less(places)),
        _hours(places, 0, places["cause"]),
    )


def _noticed(places: Places, less: int) -> str:
    more = _again(places, less) - places["again"]
    shorter = f"{more} more of 100 have to ring again." if more else "Nobody rings more often."
    return (
        f"With shorter calls: {shorter} With fewer causes: {places['cause']} of 100 need no call."
    )


def _minutes(count: int) -> str:
    return f"{count} minute{'' if count == 1 else 's'}"


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    names = ("As it is now", "With shorter calls", "With fewer causes")
    bars = tuple(
        Bar(name=name, value=hours, label=f"{hours:,.0f} hours", strong=name == names[0])
        for name, hours in zip(names, _three(places), strict=True)
    )
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="Shorter calls, or fewer causes",
    sliders=(
        Slider(id="calls", label="First calls for 100 orders", stops=tuple(range(1, 41)), start=12,
               say=lambda n: f"{n} calls"),
        Slider(id="minutes", label="Minutes a call", stops=tuple(range(2, 21)), start=8,
               say=_minutes),
        Slider(id="again", label="Callers who have to ring again", stops=tuple(range(0, 61, 2)),
               start=10, say=lambda n: f"{n} in 100"),
        Slider(id="less", label="Taken off each call", stops=tuple(range(0, 11)), start=3,
               say=_minutes),
        Slider(id="each", label="For each minute less, so many more ring again",
               stops=tuple(range(0, 21)), start=8, say=lambda n: f"{n} in 100"),
        Slider(id="cause", label="Causes taken away", stops=tuple(range(0, 101, 5)), start=25,
               say=lambda n: f"{n} in 100"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
