"""Numbers as people say them."""

from dataclasses import replace

from course.desk.board.lengths import is_length, length, sized
from course.metrics import Score


def number(score: Score, value: float | None = None) -> str:
    """The value, or another on the same scale, as the score writes it, without its unit.

    >>> from course.metrics import csat
    >>> number(csat([5, 5, 4, 1]))
    '75.0'
    """
    shown = f"{score.value if value is None else value:z,.{score.decimals}f}"
    return shown.replace("-", "\N{MINUS SIGN}")


def with_unit(score: Score) -> str:
    """The value with its unit.

    >>> from course.metrics import nps
    >>> with_unit(nps([10, 10, 7, 3]))
    '25'
    """
    return number(score) + score.unit


def interval(score: Score) -> str:
    """The ends of the interval; empty where the number was counted and has none.

    >>> from course.metrics import csat
    >>> interval(csat([5, 5, 4, 1]))
    '30.1 to 95.4'
    """
    if score.low == score.high:
        return ""
    return f"{number(score, score.low)} to {number(score, score.high)}"


def between(score: Score, low: float, high: float) -> str:
    """Two ends on the scale of a score; of lengths of time with their unit.

    >>> from course.metrics import nps
    >>> between(nps([10, 3]), 2.6, 12)
    '3 to 12'
    """
    ends = replace(score, low=low, high=high)
    if not is_length(score):
        return interval(ends)
    shown = sized(ends, by=max(abs(low), abs(high)))
    return interval(shown) + shown.unit


def base(score: Score) -> str:
    """What the score stands on.

    >>> from course.metrics import csat
    >>> base(csat([5, None]))
    '1 answer'
    """
    return f"{score.n:,} {score.each[0] if score.n == 1 else score.each[1]}"


def change(score: Score, value: float) -> str:
    """A difference in words, its size without a sign.

    >>> from course.metrics import csat
    >>> change(csat([5, 1]), -4.61), change(csat([5, 1]), 0.01)
    ('4.6 points lower', 'the same')
    """
    size = length(abs(value)) if is_length(score) else number(score, abs(value))
    if float(size.split()[0].replace(",", "")) == 0:
        return "the same"
    if is_length(score):
        return f"{size} {'longer' if value > 0 else 'shorter'}"
    return f"{size} points {'higher' if value > 0 else 'lower'}"
