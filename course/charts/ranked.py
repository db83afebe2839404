"""Shares from the most to the least frequent, with their intervals and their running sum."""

from functools import lru_cache

from msgspec import Struct

from course.charts.canvas import bare, blank, png
from course.charts.style import style


class RankedBar(Struct, frozen=True, kw_only=True):
    """One group; shares in per cent."""

    name: str
    share: float
    low: float
    high: float
    cumulative: float
    label: str
    """How many, as it is written."""
    few: bool
    """Among the few that make most."""


class RankedStory(Struct, frozen=True, kw_only=True):
    """Groups in order, ready to draw."""

    bars: tuple[RankedBar, ...]


@lru_cache(maxsize=64)
def draw_ranked(story: RankedStory, *, dark: bool = False, narrow: bool = False) -> bytes:
    """A PNG at twice the size it is shown in: 680 points wide, or 350 where `narrow`.

    >>> one = RankedBar(name="late", share=100, low=90, high=100, cumulative=100, label="9",
    ...                 few=True)
    >>> draw_ranked(RankedStory(bars=(one,)))[:4]
    b'\\x89PNG'
    """
    colours = style(dark=dark)
    width = 3.5 if narrow else 6.8
    height = 0.27 * len(story.bars) + 0.3
    figure = blank(width, height, colours)
    left, right = 0.95 / width, (0.1 if narrow else 0.8) / width
    axes = figure.add_axes((left, 0, 1 - left - right, 1))
    bare(axes, colours)
    widest = max(bar.high for bar in story.bars)
    # Room for the words beside the longest bar.
    axes.set_xlim(0, widest * (1.24 if narrow else 1.14))
    axes.set_ylim(-0.6, len(story.bars) + 0.4)
    top = len(story.bars) - 1
    for place, bar in enumerate(story.bars):
        y = top - place
        axes.barh(y, bar.share, height=0.62, color=colours.accent if bar.few else colours.line,
                  zorder=1)  # fmt: skip
        axes.plot([bar.low, bar.high], [y, y], color=colours.ink, linewidth=1.2, zorder=2)
        axes.text(0, y, f"{bar.name}  ", ha="right", va="center", fontsize=9, color=colours.ink)
        axes.text(bar.high, y, f"  {bar.share:.0f} %", ha="left", va="center", fontsize=9,
                  color=colours.ink, fontweight="bold" if bar.few else "normal")  # fmt: skip
        if not narrow:
            axes.text(1, y, f"{bar.cumulative:.0f} %", ha="left", va="center", fontsize=9,
                      color=colours.quiet, transform=_beside(axes, width, right))  # fmt: skip
    if not narrow:
        axes.text(1, top + 0.95, "together", ha="left", va="center", fontsize=8.5,
                  color=colours.quiet, transform=_beside(axes, width, right))  # fmt: skip
    return png(figure)


def _beside(axes: object, width: float, right: float) -> object:
    """Places words in the margin: along by the width of the plot, up by the rows."""
    from matplotlib.transforms import Affine2D

    moved = Affine2D().translate(0.25 * right, 0)
    return moved + axes.get_yaxis_transform()  # type: ignore[attr-defined]
