"""A text of a trainee's own: as much as one reads at a glance, and the whole of it to open."""

from course.grading import ON_PAGE, quoted
from course.reports.html import Html, join, tag


def own_words(text: str) -> Html:
    """The text as a quotation; of a long one its beginning, and the whole folded below it.

    >>> own_words("Sorry about the mug.")
    '<blockquote>Sorry about the mug.</blockquote>'
    >>> "<summary>The whole text: 9,000 letters</summary>" in own_words("mug " * 2250)
    True
    """
    shown = tag("blockquote", quoted(text, ON_PAGE))
    if len(text) <= ON_PAGE:
        return shown
    head = tag("summary", f"The whole text: {len(text):,} letters")
    return join(shown, tag("details", head, tag("blockquote", text)))
