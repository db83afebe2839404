"""Peak and end: what two rules of thumb guess somebody remembers of a contact."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.ratings.remembered import Remembered, remembered

_MARKS = tuple(range(1, 10))
_STEP = 2
SUPPOSED = (
    "This supposes one worst minute, one last minute, and that all others are alike. Both are "
    "rules of thumb, and neither has been shown to be the better one: over many studies they guess "
    "about equally well (Alaybek and others, 2022). Neither knows whether the matter was "
    "settled, and people remember that on Monday."
)


def _one(places: Places, **other: int) -> Remembered:
    now = {**places, **other}
    between = [now["most"]] * (now["minutes"] - 2)
    middle = len(between) // 2
    return remembered([*between[:middle], now["worst"], *between[middle:], now["end"]])


def _told(places: Places) -> Told:
    one = _one(places)
    return Told(
        summary=(
            f"The average of all {places['minutes']} minutes is {one.average:.1f}. Halfway between "
            f"the worst minute and the last is {one.peak_end:.1f}. {_gap(one)}"
        ),
        facts=(
            (f"The last minute is {_STEP} better",
             _moved(one, _one(places, end=min(9, places["end"] + _STEP)))),
            (f"The worst minute is {_STEP} better",
             _moved(one, _one(places, worst=min(9, places["worst"] + _STEP)))),
            ("It takes ten minutes more of the usual kind",
             _moved(one, _one(places, minutes=places["minutes"] + 10))),
        ),
        caption="The same worst minute and the same end, in shorter and longer contacts",
        heads=("Minutes", "Average of all minutes", "Halfway between worst and end"),
        rows=tuple(
            (str(minutes), f"{row.average:.1f}", f"{row.peak_end:.1f}")
            for minutes in sorted({4, 8, 12, 20, 30, places["minutes"]})
            for row in [_one(places, minutes=minutes)]
        ),
        supposed=SUPPOSED,
        alt=(
            f"The average of all minutes is {one.average:.1f}, and halfway between the worst "
            f"minute and the last is {one.peak_end:.1f}."
        ),
    )  # fmt: skip


def _gap(one: Remembered) -> str:
    gap = one.peak_end - one.average
    if abs(gap) < 0.05:
        return "Here both rules guess the same."
    return (
        f"By peak and end, it may be remembered as {'better' if gap > 0 else 'worse'} than it was."
    )


def _moved(one: Remembered, other: Remembered) -> str:
    return (
        f"The average goes from {one.average:.1f} to {other.average:.1f}, peak and end from "
        f"{one.peak_end:.1f} to {other.peak_end:.1f}."
    )


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    one = _one(places)
    bars = (
        Bar(name="Average of all minutes", value=one.average, label=f"{one.average:.1f} of 9"),
        Bar(name="Halfway between the worst minute and the last", value=one.peak_end,
            label=f"{one.peak_end:.1f} of 9", strong=True),
    )  # fmt: skip
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


def _mark(mark: int) -> str:
    return f"{mark} of 9"


TOOL = Tool(
    title="What may be remembered of a contact",
    sliders=(
        Slider(id="minutes", label="Minutes in all", stops=tuple(range(4, 31)), start=10,
               say=lambda n: f"{n} minutes"),
        Slider(id="most", label="Most minutes", stops=_MARKS, start=6, say=_mark),
        Slider(id="worst", label="The worst minute", stops=_MARKS, start=2, say=_mark),
        Slider(id="end", label="The last minute", stops=_MARKS, start=5, say=_mark),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
