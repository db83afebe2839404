"""A card for a team lead: the trainee's own sentence and three behaviours to watch for."""

from collections.abc import Sequence
from typing import ClassVar

from course.answers import History, Session
from course.page.answering import Answering
from course.page.messages import Done, Hears, Message
from course.page.modules import asset
from course.page.source import panel

USE = "For one shift: tick what you hear, and say one thing you liked before one thing to try."
EMPTY = "The sentence you finish in this lesson stands here."


def own_words(history: History) -> str:
    """The last reply handed in, else the draft of one; empty where there is neither.

    >>> own_words(History())
    ''
    """
    if history.attempts:
        return str(history.attempts[-1].answer)
    draft = history.draft
    return str(draft.get("text", "")) if isinstance(draft, dict) else ""


class CardView(Message, frozen=True):
    """The card as it stands, and the styles of its print."""

    name: str
    lesson: str
    own: str
    empty: str
    behaviours: tuple[str, ...]
    use: str
    print: str
    saving: bool = True
    """A card keeps nothing, so there is nothing to lose."""


class Card(Answering):
    """The card as it can be printed; it follows the reply it is made from.

    Args:
        session: Whose card it is.
        exercise: Id of the `reply` that holds the trainee's own sentence.
        lesson: The lesson's title.
        behaviours: What to watch for; three are enough.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None}

    def __init__(
        self, session: Session, exercise: str, lesson: str, behaviours: Sequence[str]
    ) -> None:
        self.session, self.exercise = session, exercise
        self.lesson, self.behaviours = lesson, tuple(behaviours)
        super().__init__(panel("card"), self._view())

    def __repr__(self) -> str:
        own = "own words" if self.view["own"] else "no words yet"
        return f"<Card {self.exercise}: {own}, {len(self.behaviours)} behaviours>"

    def _view(self) -> CardView:
        return CardView(
            name=self.session.name,
            lesson=self.lesson,
            own=own_words(self.session.history(self.exercise)),
            empty=EMPTY,
            behaviours=self.behaviours,
            use=USE,
            print=asset("page/static/print.css"),
        )

    def _on_look(self, _: None) -> Done:
        return self._show(self._view())
