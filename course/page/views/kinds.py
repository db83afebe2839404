"""Which kinds have a page of their own: the one place where a kind is found by its name.

A kind's page is ``views/<kind>.py`` and ``static/<kind>.js``, and where it has styles of its own
``static/<kind>.css``. A kind that is not here is shown by ``plain``, as far as it can be.
"""

from collections.abc import Callable
from typing import NamedTuple

from course.page.views import choice, dialogue, number, plain, playing, rank, reply, sort
from course.page.views.base import ExerciseView, Now


class KindPage(NamedTuple):
    """How one kind is shown."""

    view: type[ExerciseView]
    picture: Callable[[Now, ExerciseView], ExerciseView]
    draft: object
    """The type of what is kept while an answer is under way."""
    answer: object
    """The type of an answer."""
    holds: bool = False
    """Whether a first miss is not told everything: see `course.page.views.held`."""
    unit: str = ""
    """What the points are, where they are not what is seen on the page."""


KINDS: dict[str, KindPage] = {
    "choice": KindPage(choice.ChoiceView, choice.picture, list[str], list[str], holds=True),
    "sort": KindPage(sort.SortView, sort.picture, dict[str, str], dict[str, str], holds=True),
    "rank": KindPage(
        rank.RankView,
        rank.picture,
        list[str],
        list[str],
        holds=True,
        unit="points for the order",
    ),
    "number": KindPage(number.NumberView, number.picture, str, str | int | float, holds=True),
    "reply": KindPage(reply.ReplyView, reply.picture, reply.ReplyDraft, str),
    "dialogue": KindPage(dialogue.DialogueView, dialogue.picture, playing.LineDraft, list[str]),
}
PLAIN = KindPage(plain.PlainView, plain.picture, object, object)


def shown(kind: str) -> KindPage:
    """How a kind is shown.

    >>> shown("choice").view.__name__, shown("crossword").view.__name__
    ('ChoiceView', 'PlainView')
    """
    return KINDS.get(kind, PLAIN)
