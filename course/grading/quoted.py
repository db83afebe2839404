"""What somebody wrote, at a length that a place can hold: one rule for cells, pages and remarks.

The whole text stands where a person reads it: folded on the trainee's page of feedback.
"""

IN_CELL = 4_000
"""Letters in a cell of a table: some 700 words, and a spreadsheet shows no more of one."""
ON_PAGE = 1_200
"""Letters of one text on a page: as much as fills a telephone's screen."""
IN_LIST = 280
"""Letters of one text among several: three or four lines."""
_NOTE = 32
"""Letters kept free for the note, so that a shortened text is not shortened again."""


def quoted(text: str, most: int) -> str:
    """A text, or its beginning and a note of how much more there is.

    Args:
        text: What somebody wrote.
        most: Letters that there is room for, 33 at least.

    >>> quoted("Sorry about the mug.", 100)
    'Sorry about the mug.'
    >>> quoted("mug " * 500, 40)
    'mug mug… [1,992 more letters]'
    >>> len(quoted("x" * 132_215, 4_000)) <= 4_000
    True
    """
    if len(text) <= most:
        return text
    kept = text[: most - _NOTE].rstrip()
    return f"{kept}… [{len(text) - most + _NOTE:,} more letters]"
