"""Words that are somebody else's: quoted, or copied from what the customer said.

Who writes "You wrote 'I'll ring by four'" promises no call.
"""

import re
from collections.abc import Sequence

from course.language.sight import Edit
from course.language.words import Word, words

_DOUBLE = re.compile(r'"[^"\n]{2,400}"')
_SINGLE = re.compile(r"(?<![\w'])'(?=\w)[^\"\n]{2,400}?(?<=[\w.,!?])'(?![\w'])")
_CHAIN = re.compile(r"^>.*$", re.MULTILINE)
_END = re.compile(r"[.!?\n]")
INSTEAD = "“…”"
"""What is read where such words stood; no word fits it."""
MOST = 0.8
"""A quotation that is more than this share of the text is the text, in quotation marks."""
RUN = 6
"""So many words in a row that the customer said are copied; fewer say the problem back."""
WHOLE = 4
"""A whole sentence of the customer's counts from so many words on."""


def quoted(text: str) -> list[Edit]:
    """Quotations, and lines of an earlier letter.

    >>> [text[a:b] for text in ["You wrote 'I'll ring by four', so I'm sorry."]
    ...  for a, b, _ in quoted(text)]
    ["'I'll ring by four'"]
    """
    found = [
        Edit(one.start(), one.end(), INSTEAD)
        for pattern in (_DOUBLE, _SINGLE, _CHAIN)
        for one in pattern.finditer(text)
        if " " in one.group().strip()
        and (pattern is _CHAIN or one.end() - one.start() < MOST * len(text.strip()))
    ]
    return sorted(found)


def copied(text: str, says: str) -> list[Edit]:
    """Runs of words that the customer said in the same order.

    >>> says = "My parcel never came and I waited in all day for it."
    >>> [(a, b) for a, b, _ in copied("My parcel never came and I waited in. Sorry!", says)]
    [(0, 36)]
    >>> copied("So your parcel never came.", says)
    []
    """
    theirs = [one.text for one in words(says)]
    if len(theirs) < WHOLE:
        return []
    runs = {tuple(theirs[at : at + RUN]) for at in range(len(theirs) - RUN + 1)}
    mine = words(text)
    taken = [False] * len(mine)
    for at in range(len(mine) - RUN + 1):
        if tuple(one.text for one in mine[at : at + RUN]) in runs:
            taken[at : at + RUN] = [True] * RUN
    said = f" {' '.join(theirs)} "
    for first, last in _sentences(text, mine):
        whole = " ".join(one.text for one in mine[first:last])
        if last - first >= WHOLE and f" {whole} " in said:
            taken[first:last] = [True] * (last - first)
    return _edits(mine, taken)


def _sentences(text: str, mine: Sequence[Word]) -> list[tuple[int, int]]:
    """From which word to which each sentence goes."""
    starts = [0]
    for at in range(1, len(mine)):
        between = text[mine[at - 1].end : mine[at].start]
        if between != " " and _END.search(between):
            starts.append(at)
    return list(zip(starts, [*starts[1:], len(mine)], strict=True))


def _edits(mine: Sequence[Word], taken: list[bool]) -> list[Edit]:
    found: list[Edit] = []
    for at, one in enumerate(mine):
        if taken[at] and at and taken[at - 1] and found:
            found[-1] = Edit(found[-1].start, one.end, INSTEAD)
        elif taken[at]:
            found.append(Edit(one.start, one.end, INSTEAD))
    return found
