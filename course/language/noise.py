"""What is no words: markup, control characters, marks of direction, halves of letters."""

import re

from course.language.sight import Edit

_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,300}>")
_ENTITY = re.compile(r"&(?:lt|gt|amp|nbsp|quot|apos|#x?[0-9a-f]{1,6});", re.IGNORECASE)
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u00a0]")


def noise(text: str) -> list[Edit]:
    """The edits that leave the words alone.

    >>> [one.instead for one in noise("I'm <b>so</b> so\\u200brry")]
    [' ', ' ', '']
    """
    return [
        Edit(one.start(), one.end(), instead)
        for pattern, instead in ((_TAG, " "), (_ENTITY, " "), (_UNSEEN, ""), (_CONTROL, " "))
        for one in pattern.finditer(text)
    ]
