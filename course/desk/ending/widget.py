"""The end of a lesson on the page."""

from datetime import datetime
from typing import ClassVar

from course.answers import Session
from course.desk.ending.opinion import Opinion, enter, entered, keep, kept, missing
from course.desk.ending.words import NO_SENTENCE, NOTHING_YET, Paired, paired
from course.desk.home.parts import Part, able, slipping
from course.desk.source import styles, tool
from course.desk.training import record_of_training
from course.lessons import Lesson
from course.lessons.build import HOME, file_of
from course.page.answering import Answering, Clock
from course.page.card import own_words
from course.page.messages import Done, Hears, Message
from course.progress import can_do, pairs, practices, slips


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
    opinion: Opinion
    missing: str
    """Why it could not be kept; empty where nothing is missing."""
    home: str
    last: bool
    """Whether no lesson comes after it: then the record of training is offered."""
    saving: bool


class Ending(Answering):
    """What a trainee can do after a lesson, what slips, and what they take along.

    Args:
        session: Whose ending it is.
        lesson: The lesson that ends.
        clock: Gives the time of day.
    """

    hears: ClassVar[Hears] = {
        "ping": None,
        "look": None,
        "record": None,
        "draft": Opinion,
        "keep": Opinion,
    }

    def __init__(self, session: Session, lesson: Lesson, clock: Clock = datetime.now) -> None:
        self.session, self.lesson = session, lesson
        super().__init__(tool("ending"), self._view(), clock, styles())

    def __repr__(self) -> str:
        said = self.view["paired"]["said"]
        return f"<Ending {self.lesson.id}: {said or 'nothing answered yet'}>"

    def _view(self, missing: str = "") -> EndingView:
        name, reply = self.lesson.id, self.lesson.page.own
        groups = can_do(self.session, name)
        own = own_words(self.session.history(reply)) if reply in self.lesson else ""
        return EndingView(
            lesson=self.lesson.title.partition(":")[0],
            able=able(groups, practices(self.session)) if groups else Part(empty=NOTHING_YET),
            slips=slipping(slips(self.session, name), bool(groups)),
            paired=paired(pairs(self.session, name)),
            own=own,
            no_sentence=NO_SENTENCE if reply and not own else "",
            opinion=entered(self.session, name),
            missing=missing,
            home=file_of(HOME),
            last=name == list(self.session.course.lessons)[-1],
            saving=self.session.saved,
        )

    def _on_look(self, _: None) -> Done:
        return self._show(self._view())

    def _on_draft(self, said: Opinion) -> Done:
        enter(self.session, self.lesson.id, said)
        return Done()

    def _on_keep(self, said: Opinion) -> Done:
        wants = missing(said, kept(self.session, self.lesson.id))
        if wants:
            enter(self.session, self.lesson.id, said)
        else:
            keep(self.session, self.lesson.id, said)
        self._show(self._view(wants))
        return Done(saved=self._now() if self.session.saved and not wants else None)

    def _on_record(self, _: None) -> Done:
        return Done(file=record_of_training(self.session))
