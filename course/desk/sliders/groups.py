"""A list cut into groups, each with a letter of its own: what can still be learnt from it."""

from course.charts.bars import Bar, Bars, draw_bars
from course.desk.sliders.tool import Places, Slider, Told, Tool
from course.metrics.comparison.trial import Trial, trial

_CUTS = (1, 2, 3, 4, 6, 8, 12, 16)
_LUCK = 0.05
"""How often a trial seems to show an effect where there is none."""
SUPPOSED = (
    "This supposes groups of one size, half of each without a letter by lot, and the same effect "
    "in all of them. A letter that fits its group better may do more there. 'Seems to' means that "
    "the 95 % range of the difference does not hold 0."
)


def _one(places: Places, groups: int) -> Trial:
    half = max(1, places["people"] // groups // 2)
    return trial(half, half, places["base"] / 100, places["adds"] / 100)


def _told(places: Places) -> Told:
    groups = places["groups"]
    one = _one(places, groups)
    width = one.found.high - one.found.low
    return Told(
        summary=(
            f"{_groups(groups).capitalize()}, with {one.found.second.n:,} people who get the "
            f"letter and {one.found.first.n:,} who do not. {_seen(places, one)}"
        ),
        facts=(
            ("The range of the difference in one group", f"It is {width:.1f} points wide."),
            (
                "Groups in which a letter that does nothing seems to do something",
                f"On average {_LUCK * groups:.2g} of {groups}, by luck. In "
                f"{100 * _any(groups):.0f} of 100 such trials there is at least one.",
            ),
        ),
        caption="The same list in fewer or more groups",
        heads=("Groups", "People in each", "Chances in 100 of seeing what the letter does",
               "Chances in 100 that luck looks like it somewhere"),
        rows=tuple(
            (str(cut), f"{places['people'] // cut:,}", _hundred(_one(places, cut).power),
             f"{100 * _any(cut):.0f}")
            for cut in _CUTS
        ),
        supposed=SUPPOSED,
        alt=(
            f"With {_groups(groups)}, the chance to see in a group what the letter does is "
            f"{_hundred(one.power)} in 100, and the chance that luck looks like it somewhere is "
            f"{100 * _any(groups):.0f} in 100."
        ),
    )  # fmt: skip


def _any(groups: int) -> float:
    """The chance that luck looks like an effect in one group or more."""
    return 1.0 - (1.0 - _LUCK) ** groups


def _groups(groups: int) -> str:
    return "one group" if groups == 1 else f"{groups} groups"


def _seen(places: Places, one: Trial) -> str:
    if not places["adds"]:
        return "The letter does nothing, so whatever is seen in a group is luck."
    return (
        f"In such a group, {_hundred(one.power)} of 100 trials show that the letter brings "
        f"{places['adds']} more in 100."
    )


def _hundred(chance: float) -> str:
    return "over 99" if chance > 0.995 else f"{100 * chance:.0f}"


def _draw(places: Places, dark: bool, narrow: bool) -> bytes:
    groups = places["groups"]
    shown, luck = _one(places, groups).power, _any(groups)
    bars = (
        Bar(name="Shows what the letter does, in one group", value=100 * shown,
            label=f"{_hundred(shown)} in 100", strong=True),
        Bar(name="Luck looks like it in some group", value=100 * luck,
            label=f"{100 * luck:.0f} in 100"),
    )  # fmt: skip
    return draw_bars(Bars(bars=bars), dark=dark, narrow=narrow)


TOOL = Tool(
    title="What is left to see when a list is cut?",
    sliders=(
        Slider(id="people", label="People on the list",
               stops=(1200, 2400, 4800, 9600, 19200, 48000), start=4800,
               say=lambda n: f"{n:,} people"),
        Slider(id="groups", label="Groups, each with its own letter", stops=_CUTS, start=3,
               say=_groups),
        Slider(id="base", label="Buy without any letter", stops=tuple(range(1, 31)), start=5,
               say=lambda n: f"{n} in 100"),
        Slider(id="adds", label="Buy on top, because of the letter", stops=tuple(range(11)),
               start=3, say=lambda n: f"{n} in 100"),
    ),
    told=_told,
    draw=_draw,
)  # fmt: skip
