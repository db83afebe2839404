"""A letter and a control group: what such a trial would show, and how surely."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.comparison.trial import Trial, trial

_SIZES = (50, 100, 150, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 4000, 5000, 10000)
SUPPOSED = (
    "This supposes that lots decided who was written to, and it shows how such a trial comes out "
    "on average. A real one comes out higher or lower. The ranges are 95 % ranges: about one in "
    "twenty does not hold the true figure."
)


def _one(places: Places, **other: int) -> Trial:
    now = {**places, **other}
    return trial(now["written"], now["control"], now["base"] / 100, now["adds"] / 100)


def _told(places: Places) -> Told:
    one = _one(places)
    found = one.found
    without, written = found.first, found.second
    bought = round(written.value * written.n / 100)
    return Told(
        summary=(
            f"With the letter {written.value:.1f} in 100 buy, without it {without.value:.1f}. "
            f"The range of the difference goes from {found.low:z.1f} to {found.high:z.1f} points. "
            f"{_verdict(one)}"
        ),
        facts=(
            (f"Of the {bought:,} who bought with a letter",
             f"About {one.brought:,.0f} came because of it. The others would have bought anyway."),
            ("The chance that such a trial shows the effect", _power(one, places["adds"])),
            ("With nobody left out", f"You would see the {bought:,}, and nothing to hold them "
             "against. Whatever they did would look like the letter's work."),
        ),
        caption="The same letter with fewer or more people in the group without it",
        heads=("Without the letter", "Chances in 100 of showing it", "Range in points"),
        rows=tuple(
            (f"{size:,}", _hundred(row.power), f"{row.found.low:z.1f} to {row.found.high:z.1f}")
            for size in sorted({100, 250, 500, 1000, 2000, 5000, places["control"]})
            for row in [_one(places, control=size)]
        ),
        supposed=SUPPOSED,
        alt=(
            f"{written.value:.1f} in 100 buy with the letter and {without.value:.1f} without it; "
            f"the ranges go from {written.low:.1f} to {written.high:.1f} and from "
            f"{without.low:.1f} to {without.high:.1f}."
        ),
    )  # fmt: skip


def _verdict(one: Trial) -> str:
    if one.found.low > 0:
        return "That is more than chance."
    return "It holds 0, so it may be chance."


def _power(one: Trial, adds: int) -> str:
    if not adds:
        return "There is none. Still, about 5 in 100 such trials would seem to show one."
    return f"{_hundred(one.power).capitalize()} in 100. In the others it looks like chance."


def _hundred(chance: float) -> str:
    return "over 99" if chance > 0.995 else f"{100 * chance:.0f}"


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    found = _one(places).found
    bars = tuple(
        Bar(name=name, value=one.value, label=f"{one.value:.1f} in 100",
            range=(one.low, one.high), strong=strong)
        for name, one, strong in (
            ("Bought, with the letter", found.second, True),
            ("Bought, without it", found.first, False),
        )
    )  # fmt: skip
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="What would such a trial show?",
    sliders=(
        Slider(id="written", label="People who get the letter", stops=_SIZES, start=2000,
               say=lambda n: f"{n:,} people"),
        Slider(id="control", label="People who get none, by lot", stops=_SIZES, start=500,
               say=lambda n: f"{n:,} people"),
        Slider(id="base", label="Buy without any letter", stops=tuple(range(1, 31)), start=5,
               say=lambda n: f"{n} in 100"),
        Slider(id="adds", label="Buy on top, because of it", stops=tuple(range(16)), start=2,
               say=lambda n: f"{n} in 100"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
