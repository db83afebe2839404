"""The end of a lesson on the page."""

from datetime import datetime
from typing import ClassVar

from course.answers import Session
from course.desk.ending.words import NO_SENTENCE, NOTHING_YET, Paired, paired
from course.desk.home.parts import Part, able, slipping
from course.desk.source import styles, tool
from course.lessons import Lesson
from course.lessons.build import HOME, file_of
from course.page.answering import Answering, Clock
from course.page.card import own_words
from course.page.messages import Done, Hears, Message
from course.progress import can_do, pairs, slips


class EndingView(Message, frozen=True):
    """The end of one lesson."""

    lesson: str
    able: Part
    slips: Part
    paired: Paired
    own: str
    """The sentence that the trainee has written for their desk."""
    no_sentence: str
    """What is said where there is none yet; empty where the lesson asks for none."""
    home: str
    saving: bool


class Ending(Answering):
    """What a trainee can do after a lesson, what slips, and what they take along.

    Args:
        session: Whose ending it is.
        lesson: The lesson that ends.
        clock: Gives the time of day.
    """

    hears: ClassVar[Hears] = {"ping": None, "look": None}

    def __init__(self, session: Session, lesson: Lesson, clock: Clock = datetime.now) -> None:
        self.session, self.lesson = session, lesson
        super().__init__(tool("ending"), self._view(), clock, styles())

    def __repr__(self) -> str:
        said = self.view["paired"]["said"]
        return f"<Ending {self.lesson.id}: {said or 'nothing answered yet'}>"

    def _view(self) -> EndingView:
        name, card = self.lesson.id, self.lesson.page.card
        groups = can_do(self.session, name)
        tried = able(groups)
        own = own_words(self.session.history(card.name)) if card else ""
        return EndingView(
            lesson=self.lesson.title.partition(":")[0],
            able=tried if groups else Part(empty=NOTHING_YET),
            slips=slipping(slips(self.session, name), bool(groups)),
            paired=paired(pairs(self.session, name)),
            own=own,
            no_sentence=NO_SENTENCE if card and not own else "",
            home=file_of(HOME),
            saving=self.session.saved,
        )

    def _on_look(self, _: None) -> Done:
        return self._show(self._view())
