"""A matplotlib figure without a window, and the bytes of its picture."""

import io
from typing import TYPE_CHECKING, Any

from course.charts.style import Style

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def blank(width: float, height: float, colours: Style) -> "Figure":
    """An empty figure, in inches at the size it is shown in at 100 points an inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), dpi=200, facecolor=colours.page)
    FigureCanvasAgg(figure)
    return figure


def bare(axes: Any, colours: Style) -> None:
    """Takes the frame and the ticks off a plot."""
    axes.set_facecolor(colours.page)
    axes.set_xticks([])
    axes.set_yticks([])
    for spine in axes.spines.values():
        spine.set_visible(False)


def png(figure: "Figure") -> bytes:
    """The picture, the same bytes every time."""
    out = io.BytesIO()
    figure.savefig(out, format="png", facecolor=figure.get_facecolor(), metadata={"Software": None})
    return out.getvalue()
