"""Asking few or many: the chance of hearing a need, and below it what is known of its share."""

from functools import lru_cache
from typing import TYPE_CHECKING

from course.charts.canvas import bare, blank, png
from course.charts.style import Style, style
from course.metrics.ratings.asking import Asked, asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIZES = (3, 6, 12, 25, 50, 100, 200, 400)
"""The numbers of customers that are always drawn, beside the one chosen."""


def rows(n: int, share: float) -> tuple[Asked, ...]:
    """What is drawn, and what the table says: every size, and the one chosen.

    >>> [one.n for one in rows(30, 0.1)]
    [3, 6, 12, 25, 30, 50, 100, 200, 400]
    """
    return tuple(asked(size, share) for size in sorted({*SIZES, n}))


@lru_cache(maxsize=64)
def draw_asking(n: int, share: float, *, dark: bool = False, narrow: bool = False) -> bytes:
    """A PNG at twice the size it is shown in: 680 points wide, or 350 where `narrow`.

    >>> draw_asking(12, 0.10)[:4]
    b'\\x89PNG'
    """
    colours = style(dark=dark)
    width, height = (3.5, 4.3) if narrow else (6.8, 4.2)
    figure = blank(width, height, colours)
    left, wide = 0.5 / width, 1 - 1.02 / width
    upper = figure.add_axes((left, 2.6 / height, wide, 1.2 / height))
    lower = figure.add_axes((left, 0.56 / height, wide, 1.4 / height))
    for axes, top in ((upper, 100.0), (lower, _top(n, share))):
        bare(axes, colours)
        axes.set_xscale("log")
        # A logarithmic scale brings ticks of its own.
        axes.tick_params(which="both", bottom=False, labelbottom=False)
        axes.set_xticks([], minor=True)
        axes.set_xlim(2.7, 440)
        axes.set_ylim(0, top)
        axes.axhline(0, color=colours.quiet, linewidth=0.8, zorder=0)
    _chance(upper, n, share, colours)
    _shares(lower, n, share, colours, narrow=narrow)
    return png(figure)


def _top(n: int, share: float) -> float:
    return 100 * max(one.high for one in rows(n, share)) * 1.04


def _chance(axes: "Axes", n: int, share: float, colours: Style) -> None:
    """The chance that at least one names it, whatever the number asked."""
    _title(axes, "chance of hearing it at least once, in 100", colours)
    sizes = range(3, 401)
    axes.plot(sizes, [100 * (1 - (1 - share) ** size) for size in sizes], color=colours.accent,
              linewidth=1.6, clip_on=False)  # fmt: skip
    chance = 100 * asked(n, share).chance
    axes.plot(n, chance, "o", color=colours.accent, markersize=8, clip_on=False)
    above = chance < 60
    axes.annotate(_rounded(chance), (n, chance), xytext=(0, 8 if above else -9),
                  textcoords="offset points", ha="right" if n > 300 else "center",
                  va="bottom" if above else "top", fontsize=10, color=colours.ink,
                  fontweight="bold")  # fmt: skip
    _scale(axes, (0, 50, 100), colours)


def _shares(axes: "Axes", n: int, share: float, colours: Style, *, narrow: bool) -> None:
    """Between what ends the share would lie, at each number asked."""
    _title(axes, "its share as far as you could tell, in 100", colours)
    axes.axhline(100 * share, color=colours.quiet, linewidth=0.9, linestyle=(0, (4, 3)), zorder=1)
    for one in rows(n, share):
        picked = one.n == n
        colour = colours.accent if picked else colours.quiet
        axes.plot([one.n] * 2, [100 * one.low, 100 * one.high], color=colour,
                  linewidth=3.2 if picked else 1.4, solid_capstyle="butt", zorder=3)  # fmt: skip
        axes.plot(one.n, 100 * one.heard / one.n, "o", color=colour, clip_on=False,
                  markersize=7 if picked else 4, zorder=4)  # fmt: skip
        if picked or _room(one.n, n, narrow=narrow):
            axes.annotate(f"{one.n}", (one.n, 0), xytext=(0, -5), textcoords="offset points",
                          ha="center", va="top", fontsize=9, annotation_clip=False,
                          color=colours.ink if picked else colours.quiet,
                          fontweight="bold" if picked else "normal")  # fmt: skip
    _scale(axes, (0, *_rounds(axes.get_ylim()[1])), colours)
    axes.annotate("customers asked", (0.5, 0), xycoords="axes fraction", xytext=(0, -21),
                  textcoords="offset points", ha="center", va="top", fontsize=9,
                  color=colours.quiet)  # fmt: skip
    axes.annotate(f"true {100 * share:.0f}", (1, 100 * share), xytext=(4, 0),
                  xycoords=("axes fraction", "data"), textcoords="offset points", ha="left",
                  va="center", fontsize=9, color=colours.quiet)  # fmt: skip


def _room(size: int, n: int, *, narrow: bool) -> bool:
    """Whether a size can be named without running into the one chosen, or into another size."""
    if narrow and size not in (3, 12, 50, 200):
        return False
    return max(size, n) / min(size, n) > (1.5 if narrow else 1.25)


def _rounds(top: float) -> tuple[int, ...]:
    """One to three round numbers below the top of a scale.

    >>> _rounds(72), _rounds(9)
    ((50,), (5,))
    """
    step = next(one for one in (50, 25, 10, 5, 2, 1) if one <= top / 1.4 or one == 1)
    return tuple(range(step, int(top * 0.98) + 1, step))[:3]


def _rounded(value: float) -> str:
    return "over 99" if value > 99.5 else f"{value:.0f}"


def _title(axes: "Axes", words: str, colours: Style) -> None:
    axes.annotate(words, (0, 1), xycoords="axes fraction", xytext=(-26, 13),
                  textcoords="offset points", ha="left", va="bottom", fontsize=10,
                  color=colours.ink)  # fmt: skip


def _scale(axes: "Axes", marks: tuple[int, ...], colours: Style) -> None:
    for mark in marks:
        axes.annotate(f"{mark}", (0, mark), xycoords=("axes fraction", "data"), xytext=(-6, 0),
                      textcoords="offset points", ha="right", va="center", fontsize=9,
                      color=colours.quiet)  # fmt: skip
