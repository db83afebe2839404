"""What of a history can be shown: a draft or an answer that is none of its kind is set aside.

A log may be damaged, written by hand, or by a course in which the exercise was of another kind.
What is set aside stays in the log.
"""

import math

import msgspec
from msgspec.structs import replace

from course.answers import History
from course.page.views.kinds import shown


def sound(kind: str, history: History) -> History:
    """A history without drafts and answers of another shape than those of its kind.

    >>> sound("rank", History(draft=[1, ["a"]])).draft is None
    True
    >>> sound("rank", History(draft=["a", "b"])).draft
    ['a', 'b']
    """
    how = shown(kind)
    kept = tuple(one for one in history.attempts if _is(one.answer, how.answer))
    draft = history.draft if _is(history.draft, how.draft) else None
    if draft is history.draft and len(kept) == len(history.attempts):
        return history
    return replace(history, attempts=kept, draft=draft)


def _is(value: object, shape: object) -> bool:
    if isinstance(value, float) and not math.isfinite(value):
        return False
    try:
        msgspec.convert(value, shape)
    except msgspec.ValidationError:
        return False
    return True
