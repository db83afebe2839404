"""What comes out of the bench: the number, the working in words, and the table behind it."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from course.metrics import Histogram, Score
from course.metrics.words import counted


class Outcome(NamedTuple):
    """One number, worked out."""

    sentence: str
    working: tuple[str, ...]
    """What was on top, what below, what was left out and why."""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    convention: str


def of_rate(
    score: Score, top: str, rest: str, notes: Iterable[str] = (), below: str = ""
) -> Outcome:
    """A share: `top` names what counted, `rest` what did not, `below` all that it is a share of.

    >>> from course.metrics import retention_from_counts
    >>> made = of_rate(retention_from_counts(200, 210, 40), "still there", "gone")
    >>> made.working[:3]
    ('On top: 170 still there.', 'Below: all 200 customers.', '100 × 170 ÷ 200 = 85.0 %.')
    """
    hits = round(score.value * score.n / 100)
    return Outcome(
        sentence=f"{score}.",
        working=(
            f"On top: {hits:,} {top}.",
            f"Below: all {score.n:,} {below or score.each[1]}.",
            f"100 × {hits:,} ÷ {score.n:,} = {score.value:.1f} %.",
            *left_out(score),
            *notes,
        ),
        heads=("What", score.each[1].capitalize(), "Share"),
        rows=(
            (top, f"{hits:,}", f"{score.value:.1f} %"),
            (rest, f"{score.n - hits:,}", f"{100 - score.value:.1f} %"),
            ("left out", f"{score.missing:,}", ""),
        ),
        convention=score.convention,
    )


def of_ratings(
    score: Score,
    counts: Histogram,
    working: tuple[str, ...],
    side: Callable[[int], str],
    head: str = "Counted as",
) -> Outcome:
    """A score of ratings; `side` says what one rating was counted as."""
    rows = [
        (str(rating), f"{count:,}", f"{100 * count / counts.n:.1f} %", side(rating))
        for rating, count in sorted(counts.counts.items(), reverse=True)
    ]
    blank = ("blank", f"{counts.missing:,}", "", "left out")
    return Outcome(
        sentence=f"{score}.",
        working=(*working, *left_out(score)),
        heads=("Answer", "How many", "Share", head),
        rows=(*rows, blank),
        convention=score.convention,
    )


def left_out(score: Any) -> tuple[str, ...]:
    """What is in neither the top nor the bottom of a score, and why.

    >>> from course.metrics import csat
    >>> left_out(csat([5, None]))
    ('Left out: 1 blank. Nobody answered there, so they are on neither side.',)
    """
    notes = [note for note in score.notes if not note.startswith("high = ")]
    lines = []
    if getattr(score, "left_out", "") == "blank" and score.missing:
        lines.append(
            f"Left out: {score.missing:,} blank. Nobody answered there, so they are on neither "
            "side."
        )
    elif score.missing and not any("left out" in note for note in notes):
        lines.append(f"Left out: {counted(score.missing, 'row')}.")
    return (*lines, *(f"{note[0].upper()}{note[1:]}." for note in notes))
