"""A drawing with its finding in words, for a page that changes its colours, or as an image."""

from __future__ import annotations

import base64
import io
import re
import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from course.charts.style import LIGHT, Style, style

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_VARIABLES = {name: f"var(--{name})" for name in ("page", "ink", "quiet", "line", "accent")}


class Picture:
    """A drawing that says what it shows.

    Args:
        alt: What the drawing shows, as a sentence: the finding, not the kind of chart.
        draw: Makes the drawing in the colours that it is given.
    """

    def __init__(self, alt: str, draw: Callable[[Style], Figure]) -> None:
        self.alt = alt
        self._draw = draw

    def svg(self, name: str) -> str:
        """Markup to put into a page; it takes the page's colours, so dark and print work.

        `name` must be another one for each drawing on a page.
        """
        import matplotlib
        from matplotlib.backends.backend_svg import FigureCanvasSVG

        out = io.StringIO()
        # Text stays text: the browser has letters that matplotlib's own font has not.
        with (
            matplotlib.rc_context({"svg.hashsalt": name, "svg.fonttype": "none"}),
            warnings.catch_warnings(),
        ):
            warnings.filterwarnings("ignore", "Glyph .* missing")
            figure = self._draw(LIGHT)
            FigureCanvasSVG(figure)
            figure.savefig(out, format="svg", transparent=True,
                           metadata={"Date": None, "Creator": None})  # fmt: skip
        text = out.getvalue()
        text = text[text.index("<svg") :].strip()
        text = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->", "", text, flags=re.DOTALL)
        # A page may hold an id once only.
        text = re.sub(r'\bid="', f'id="{name}-', text)
        text = text.replace('href="#', f'href="#{name}-').replace("url(#", f"url(#{name}-")
        for token, variable in _VARIABLES.items():
            text = re.sub(getattr(LIGHT, token), variable, text, flags=re.IGNORECASE)
        box = re.search(r'viewBox="[^"]*"', text)
        head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'{box[0] if box else ""} role="img" aria-label="{_escaped(self.alt)}" '
            'style="display:block;width:100%;max-width:680px;height:auto">'
        )
        return re.sub(r"^<svg[^>]*>", lambda _: head, text)

    def png(self, *, dark: bool = False) -> bytes:
        """An image at twice the size it is shown in."""
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        colours = style(dark=dark)
        figure = self._draw(colours)
        FigureCanvasAgg(figure)
        out = io.BytesIO()
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", "Glyph .* missing")
            figure.savefig(out, format="png", dpi=200, facecolor=colours.page,
                           metadata={"Software": None})  # fmt: skip
        return out.getvalue()

    def __repr__(self) -> str:
        return f"<Picture: {self.alt}>"

    def _repr_mimebundle_(self, **_: Any) -> tuple[dict[str, str], dict[str, Any]]:
        data = base64.b64encode(self.png()).decode("ascii")
        return (
            {"image/png": data, "text/plain": repr(self)},
            {"image/png": {"alt": self.alt, "width": 680}},
        )


def _escaped(text: str) -> str:
    from html import escape

    return escape(" ".join(text.split()))
