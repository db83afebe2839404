"""An exercise on the page: one class for all kinds, answering every message it hears."""

from contextlib import suppress
from datetime import datetime
from typing import ClassVar
from weakref import WeakKeyDictionary, WeakSet

import msgspec
from msgspec.structs import replace

from course import scenarios
from course.answers import GoneOn, History, Session
from course.exercises import Invalid, Item
from course.page.answering import Answering, Clock, address
from course.page.facts import facts
from course.page.messages import Answer, Done, Ground, Hears, Message, Refused
from course.page.sound import sound
from course.page.source import module
from course.page.view import view
from course.page.views.base import Beside, ExerciseView, verdict
from course.page.views.dialogue import LineDraft, Turn
from course.page.views.glossed import glossed
from course.page.views.kinds import shown

ELSEWHERE = "This conversation has gone on in another tab. It is shown here as it stands now."

_SHOWN: WeakKeyDictionary[Session, "WeakSet[ExerciseWidget]"] = WeakKeyDictionary()
"""What is on the page, so that two copies of one exercise show one state."""


class ExerciseWidget(Answering):
    """One exercise of one trainee, drawn from the session's history and kept in step with it.

    Args:
        item: The exercise, in the trainee's own variant.
        session: Where answers go, and what is known of earlier ones.
        clock: Gives the time of day that the page calls an answer saved at.
    """

    hears: ClassVar[Hears] = {
        "ping": None, "look": None, "answer": Answer, "hint": int, "turn": Turn, "again": int,
        "chart": Ground,
    }  # fmt: skip
    """And ``draft``, which each kind has its own type for."""

    def __init__(self, item: Item, session: Session, clock: Clock = datetime.now) -> None:
        self.item = item
        self.session = session
        # A disk that refuses now refuses at the next answer too, and there the page can say so.
        with suppress(OSError):
            self._finish()
        super().__init__(module(item.kind.name), self._view(), clock)
        self._seen = self._known()
        _SHOWN.setdefault(session, WeakSet()).add(self)

    def close(self) -> None:
        """Puts the widget away; it is told of nothing any more."""
        _SHOWN.get(self.session, WeakSet()).discard(self)
        super().close()

    def __repr__(self) -> str:
        return facts(self.item, self._history())

    def _hears(self) -> Hears:
        return {**self.hears, "draft": shown(self.item.kind.name).draft}

    def _view(self) -> ExerciseView:
        history = self._history()
        made = view(self.item, history, trainee=self.session.trainee, saving=self.session.saved)
        made = replace(made, returned=self._returned(history))
        return glossed(made, getattr(self.session.course, "glossary", ()))

    def _returned(self, history: History) -> Beside | None:
        """The first try at the exercise that this one comes back to, beside the one at this."""
        name = self.item.exercise.returns
        earlier = self.session.item(name) if name and history.attempts else None
        if earlier is None:
            return None
        from course.page.views.returned import returned

        before = sound(earlier.kind.name, self.session.history(name))
        title = self.session.course.lesson_of(name).title.partition(":")[0]
        return returned(self.item, history, earlier, before, title)

    def _history(self) -> History:
        return sound(self.item.kind.name, self.session.history(self.item.id))

    def _known(self) -> int:
        return len(self.session.reading.records)

    def _refresh(self) -> None:
        self._show(self._view())
        self._seen = self._known()

    def _kept(self) -> Done:
        self._refresh()
        for other in tuple(_SHOWN[self.session]):
            if other is not self and other.item.id == self.item.id:
                other._refresh()
        return Done(saved=self._now() if self.session.saved else None)

    def _on_look(self, _: None) -> Done:
        """Shows what another tab has done since."""
        if self._known() != self._seen:
            self._refresh()
        return Done()

    def _gone_on(self, typed: str = "") -> Refused:
        """Shows the conversation as it stands; what was typed is said once more, to be copied."""
        self._refresh()
        words = f" You had written: “{typed}”" if typed else ""
        return Refused(ELSEWHERE + words, elsewhere=True)

    def _on_answer(self, value: Answer) -> Done:
        result = self.session.answer(self.item.id, value)
        if isinstance(result, Invalid):
            # It costs no attempt and is not kept, so the history does not hold it.
            return self._show(replace(self._view(), result=verdict(result)))
        return self._kept()

    def _on_draft(self, value: object) -> Message:
        if isinstance(value, LineDraft) and not self._asks(value.moment):
            return self._gone_on(value.typed)
        self.session.draft(self.item.id, msgspec.to_builtins(value))
        return self._kept()

    def _on_hint(self, level: int) -> Done:
        self.session.hint(self.item.id, level)
        return self._kept()

    def _asks(self, moment: str) -> bool:
        from course.page.views.dialogue import played

        prompt = played(self.item, self._history()).transcript.prompt
        return prompt is not None and prompt.moment == moment

    def _on_turn(self, turn: Turn) -> Message:
        """Says one line. A line sent twice, because its answer came late, is said once."""
        from course.page.views.dialogue import fits, played

        history = self._history()
        fit = fits(self.item, history, turn)
        if fit is False:
            return self._gone_on(turn.typed)
        if fit:
            now = played(self.item, history).transcript.choices
            # Refused here if it cannot be said, before anything is written.
            scenarios.play(self.item.exercise.scenario, (*now, turn.choice))
            try:
                self.session.turn(self.item.id, turn.choice, turn.typed, after=history.steps)
            except GoneOn:
                return self._gone_on(turn.typed)
            self._finish()
        return self._kept()

    def _on_again(self, play: int) -> Message:
        """Begins anew after the conversation of that number, once however often it is asked."""
        from course.page.views.dialogue import play_of, played

        history = self._history()
        now = played(self.item, history).transcript
        there = (play_of(history, now), len(now.choices))
        if now.ending and there[0] == play:
            try:
                self.session.again(self.item.id, after=history.steps)
            except GoneOn:
                return self._gone_on()
        elif there != (play + 1, 0):
            return self._gone_on()
        return self._kept()

    def _finish(self) -> None:
        """Hands in a conversation that is over, also one whose last line outlived the kernel."""
        if self.item.kind.scenario is None:
            return
        from course.page.views.dialogue import unhanded

        ready = unhanded(self.item, self._history())
        if ready:
            self.session.answer(self.item.id, ready)

    def _on_chart(self, ground: Ground) -> Done:
        """Draws the mood of the conversation that is shown, for this ground and width."""
        from course.charts.mood import draw
        from course.page.views.debrief import told
        from course.page.views.dialogue import played

        transcript = played(self.item, self._history()).transcript
        story = told(self.item, transcript)
        return Done(chart=address(draw(story, dark=ground.dark, narrow=ground.narrow)))
