"""Who answers: what a survey shows when the satisfied answer more often, or less often."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.ratings.silence import Silence, silence

ASKED = 1000
_FEW = (2, *range(5, 96, 5))
SUPPOSED = (
    "This supposes that nobody changes their mind by answering. In your own records you do not "
    "know how many of the silent are satisfied, until you ring some of them, drawn by lot. The "
    "numbers are what comes out on average."
)


def _one(places: Places, **other: int) -> Silence:
    now = {**places, **other}
    return silence(now["satisfied"] / 100, now["pleased"] / 100, now["others"] / 100, ASKED)


def _told(places: Places) -> Told:
    one = _one(places)
    low, high = one.limits
    gap = round(one.shown) - round(one.true)
    return Told(
        summary=(
            f"{one.answered:,.0f} of {ASKED:,} answer, and their CSAT is {one.shown:.0f} per cent. "
            f"That of all is {one.true:.0f}. {_gap(gap)}"
        ),
        facts=(
            ("Those who stay silent", f"Their CSAT is {one.silent:.0f} per cent. Nobody sees it."),
            ("Ask ten times as many", f"The range gets narrower, and {one.shown:.0f} stays "
             f"{one.shown:.0f}. More answers of the same kind mend nothing."),
            ("If you ring nobody", f"Then all that you know for certain: the CSAT of all lies from "
             f"{low:.0f} to {high:.0f}."),
        ),
        caption="What the survey shows if satisfied customers answer more or less often",
        heads=("Of 100 satisfied, so many answer", "Answers in all", "CSAT of those who answer",
               "CSAT of all"),
        rows=tuple(
            (str(stop), f"{row.answered:,.0f}", f"{row.shown:.0f}", f"{row.true:.0f}")
            for stop in sorted({5, 10, 20, 30, 50, 70, 90, places["pleased"]})
            for row in [_one(places, pleased=stop)]
        ),
        supposed=SUPPOSED,
        alt=(
            f"CSAT of those who answer is {one.shown:.0f} per cent, of those who stay silent "
            f"{one.silent:.0f}, and of all who were asked {one.true:.0f}."
        ),
    )  # fmt: skip


def _gap(points: int) -> str:
    if not points:
        return "Here silence changes nothing, because both answer equally often."
    direction = "better" if points > 0 else "worse"
    return f"Silence makes the figure look {abs(points)} points {direction}."


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    one = _one(places)
    shown = (
        ("Those who answer", one.shown, False),
        ("Those who stay silent", one.silent, False),
        ("All who were asked", one.true, True),
    )
    bars = tuple(
        Bar(name=name, value=value, label=f"{value:.0f} per cent", strong=strong)
        for name, value, strong in shown
    )
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="Who answers, and what the survey then shows",
    sliders=(
        Slider(id="satisfied", label="Customers who are satisfied", stops=tuple(range(5, 96, 5)),
               start=60, say=lambda n: f"{n} in 100"),
        Slider(id="pleased", label="Satisfied ones who answer", stops=_FEW, start=50,
               say=lambda n: f"{n} in 100"),
        Slider(id="others", label="Others who answer", stops=_FEW, start=20,
               say=lambda n: f"{n} in 100"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
