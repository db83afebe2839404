"""The course's colours for pictures, light and dark. The page's own are in the widgets' tokens."""

from msgspec import Struct


class Style(Struct, frozen=True, kw_only=True):
    """Colours on one ground; `moods` run from furious to glad."""

    page: str
    ink: str
    quiet: str
    line: str
    accent: str
    moods: tuple[str, str, str, str, str]


LIGHT = Style(
    page="#FFFFFF",
    ink="#1D2320",
    quiet="#55605A",
    line="#D5DAD6",
    accent="#0B6B5D",
    moods=("#A3261B", "#A85A00", "#5F6368", "#1F6FA8", "#0B6B5D"),
)
DARK = Style(
    page="#111413",
    ink="#E9EEEB",
    quiet="#A3AFA9",
    line="#38413D",
    accent="#6FD3BF",
    moods=("#FF9A8F", "#F2B36B", "#B4BBB7", "#8CC4F0", "#6FD3BF"),
)


def style(*, dark: bool) -> Style:
    """The colours for one ground.

    >>> style(dark=True).page
    '#111413'
    """
    return DARK if dark else LIGHT
