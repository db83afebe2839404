"""An exercise on the page: one class for all kinds, answering every message it hears."""

from contextlib import suppress
from datetime import datetime
from typing import ClassVar
from weakref import WeakKeyDictionary, WeakSet

import msgspec
from msgspec.structs import replace

from course import scenarios
from course.answers import PLAY, GoneOn, History, Session, Way
from course.answers import Turn as Said
from course.exercises import Invalid, Item
from course.page.answering import Answering, Clock, address
from course.page.facts import facts
from course.page.messages import Answer, Done, Hears, Message, Refused
from course.page.sound import sound
from course.page.source import module
from course.page.view import view
from course.page.views.again import Another
from course.page.views.base import Beside, ExerciseView, Hints, verdict
from course.page.views.glossed import glossed
from course.page.views.kinds import shown
from course.page.views.own import LONGEST, refusal, whole
from course.page.views.playing import (
    Correct,
    LineDraft,
    NoneOfThese,
    PictureOf,
    TakeBack,
    Talk,
    Turn,
    fits,
    fits_none,
    last_of,
    number_of,
    on_road,
    open_road,
    play_of,
    played,
    unhanded,
    way_back,
    whereabouts,
)

WRITE_FIRST = "write-first"
"""The name under which is kept whether a trainee writes before lines are shown."""
ELSEWHERE = "This conversation has gone on in another tab. It is shown here as it stands now."

_SHOWN: WeakKeyDictionary[Session, "WeakSet[ExerciseWidget]"] = WeakKeyDictionary()
"""What is on the page, so that two copies of one exercise show one state."""


def writes_first(session: Session) -> bool:
    """Whether this trainee writes words of their own before lines are shown."""
    return session.left(WRITE_FIRST) is True


class ExerciseWidget(Answering):
    """One exercise of one trainee, drawn from the session's history and kept in step with it.

    Args:
        item: The exercise, in the trainee's own variant.
        session: Where answers go, and what is known of earlier ones.
        clock: Gives the time of day that the page calls an answer saved at.
        way: In play, or in a review: then it begins afresh, and there are no hints.
        variant: Which of the trainee's variants `item` is. A conversation in play is shown with
            the person of the one under way, whoever that is.
    """

    hears: ClassVar[Hears] = {
        "ping": None, "look": None, "answer": Answer, "hint": int, "turn": Turn, "again": int,
        "somebody_else": Another, "take_back": TakeBack, "leave_road": int, "chart": PictureOf,
        "none": NoneOfThese, "correct": Correct, "write_first": bool,
        "note": str, "wrong": str,
    }  # fmt: skip
    """And ``draft``, which each kind has its own type for."""

    def __init__(
        self,
        item: Item,
        session: Session,
        clock: Clock = datetime.now,
        *,
        way: Way = PLAY,
        variant: int = 0,
    ) -> None:
        self.item = item
        self.session = session
        self.way, self.variant = way, variant
        self._earlier = 0 if way == PLAY else len(session.history(item.id, way).attempts)
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
        history = self._history()
        return facts(self.item, history)

    def _hears(self) -> Hears:
        return {**self.hears, "draft": shown(self.item.kind.name).draft}

    def _view(self) -> ExerciseView:
        history = self._history()
        made = view(self.item, history, trainee=self.session.trainee, saving=self.session.saved,
                    roads=self._roads(), writes=writes_first(self.session),
                    before=self._before(history), others=self._others(history))  # fmt: skip
        made = glossed(made, self.item.glossary, getattr(self.session.course, "glossary", ()))
        made = replace(made, noted=str(self.session.left(self._note) or ""))
        if self.way == PLAY:
            return replace(made, returned=self._returned(history))
        # What an explanation holds back can be asked for: by then the first try was made.
        level = max(history.hints, len(self.item.exercise.hints))
        return replace(made, hints=Hints(shown=(), of=0, level=level, last=made.hints.last))

    def _returned(self, history: History) -> Beside | None:
        """The first try at the exercise that this one comes back to, beside the one at this."""
        name = self.item.exercise.returns
        earlier = self.session.item(name) if name and history.attempts else None
        if earlier is None:
            return None
        from course.page.views.returned import returned

        before = sound(earlier.kind.name, self.session.history(name))
        title = self.session.course.lesson_of(name).title.partition(":")[0]
        mine, theirs = self._first(self.item, history), self._first(earlier, before)
        return returned(mine, history, theirs, before, title)

    def _first(self, item: Item, history: History) -> Item:
        """An exercise as it was when it was answered first."""
        first = history.attempts[0].variant if history.attempts else 0
        return self.session.item(item.id, first) or item

    def _before(self, history: History) -> Item | None:
        """The exercise as it was answered last."""
        if not history.attempts:
            return None
        return self.session.item(self.item.id, history.attempts[-1].variant)

    def _others(self, history: History) -> bool:
        """Whether a conversation that was begun can be had with somebody else."""
        begun = history.attempts or history.turns
        if self.way != PLAY or not self.item.kind.pool or not begun:
            return False
        other = self.session.item(self.item.id, self.variant + 1)
        return other is not None and other.exercise is not self.item.exercise

    def _history(self) -> History:
        """What was done; a conversation is with whom it was begun, in this tab or in another."""
        history = self.session.history(self.item.id, self.way)
        if self.way == PLAY and self.item.kind.pool and history.variant != self.variant:
            self.item = self.session.item(self.item.id, history.variant) or self.item
            self.variant = history.variant
        if self.way != PLAY:
            draft = history.draft if history.variant == self.variant else None
            earlier = self._earlier
            history = replace(
                history,
                attempts=history.attempts[earlier:],
                draft=draft,
                corrections=tuple(
                    replace(one, attempt=one.attempt - earlier)
                    for one in history.corrections
                    if one.attempt > earlier
                ),
            )
        return sound(self.item.kind.name, history)

    def _roads(self) -> dict[Way, History]:
        """What was done after a line was taken back; where no conversation is played, nothing."""
        if self.item.kind.scenario is None:
            return {}
        found = self.session.roads(self.item.id)
        return {way: sound(self.item.kind.name, one) for way, one in found.items()}

    def _known(self) -> int:
        return len(self.session.reading)

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
        result = self.session.answer(self.item.id, value, way=self.way, variant=self.variant)
        if isinstance(result, Invalid):
            # It costs no attempt and is not kept, so the history does not hold it.
            return self._show(replace(self._view(), result=verdict(result)))
        return self._kept()

    def _on_draft(self, value: object) -> Message:
        way = self.way
        if isinstance(value, LineDraft):
            if too_long := refusal(value.typed):
                return Refused(too_long)
            value = replace(value, typed=whole(value.typed))
            now = self._talk()
            prompt = now.transcript.prompt
            elsewhere = value.play and (value.play, value.road) != whereabouts(now)
            if prompt is None or prompt.moment != value.moment or elsewhere:
                return self._gone_on(value.typed)
            way = now.way
        kept = msgspec.to_builtins(value)
        self.session.draft(self.item.id, kept, way=way, variant=self.variant)
        return self._kept()

    def _on_hint(self, level: int) -> Done:
        self._history()
        self.session.hint(self.item.id, level, way=self.way, variant=self.variant)
        return self._kept()

    def _talk(self) -> Talk:
        """The conversation under way: a road that is open, else the one in play."""
        history = self._history()
        return open_road(self.item, history, self._roads()) or played(self.item, history)

    def _on_turn(self, turn: Turn) -> Message:
        """Says one line. A line sent twice, because its answer came late, is said once."""
        if too_long := refusal(turn.typed):
            return Refused(too_long)
        turn = replace(turn, typed=whole(turn.typed).strip())
        # A conversation whose end the disk refused is handed in before anything follows it.
        self._finish()
        now = self._way_of(turn)
        fit = fits(now, turn) if now else False
        if now is None or fit is False:
            return self._gone_on(turn.typed)
        if fit:
            # Refused here if it cannot be said, before anything is written.
            path = (*now.transcript.choices, turn.choice)
            scenarios.play(self.item.exercise.scenario, path)
            try:
                self.session.turn(self.item.id, turn.choice, turn.typed,
                                  placed=bool(turn.typed), after=self._playable(now),
                                  way=now.way, variant=self.variant)  # fmt: skip
            except GoneOn:
                return self._gone_on(turn.typed)
            self._finish()
        return self._kept()

    def _playable(self, now: Talk) -> tuple[Said, ...]:
        """The steps after which the next one is taken, without lines that can't be played.

        Where the scenario has changed since, a line that was said may be none of it any more, and
        whatever came after it could not be played either. So the conversation is begun anew and
        what can be said is said again.
        """
        before = now.way.turn - 1 if now.way.occasion == "road" else 0
        lines = now.history.turns[: len(now.transcript.choices) - before]
        if len(lines) == len(now.history.turns):
            return now.history.steps
        self.session.again(self.item.id, after=now.history.steps, way=now.way,
                           variant=self.variant)  # fmt: skip
        for line in lines:
            self.session.turn(self.item.id, line.choice, line.typed, placed=line.how == "placed",
                              after=self.session.history(self.item.id, now.way).steps,
                              way=now.way, variant=self.variant)  # fmt: skip
        return self.session.history(self.item.id, now.way).steps

    def _way_of(self, said: Turn | NoneOfThese | Correct) -> Talk | None:
        """The conversation in which something is said; None where there is no such road."""
        history = self._history()
        if not said.road:
            return played(self.item, history)
        way = way_back(history, TakeBack(said.play, said.road))
        return on_road(self.item, history, self._roads(), way) if way else None

    def _on_none(self, none: NoneOfThese) -> Message:
        """Keeps words that are none of the lines; sent twice, they are kept once."""
        if too_long := refusal(none.typed):
            return Refused(too_long)
        none = replace(none, typed=whole(none.typed).strip())
        now = self._way_of(none)
        fit = fits_none(now, none) if now else False
        if now is None or fit is False:
            return self._gone_on(none.typed)
        if fit:
            try:
                self.session.none_of_these(self.item.id, none.typed, after=self._playable(now),
                                           way=now.way, variant=self.variant)  # fmt: skip
            except GoneOn:
                return self._gone_on(none.typed)
        return self._kept()

    def _on_correct(self, said: Correct) -> Message:
        """Keeps what the trainee says of words of their own."""
        if self.item.kind.scenario is None:
            if not 1 <= said.play <= len(self._history().attempts):
                return self._gone_on()
            self.session.correct(self.item.id, said.move, there=said.there,
                                 quote=whole(said.quote)[:LONGEST], way=self.way,
                                 attempt=self._earlier + said.play,
                                 variant=self.variant)  # fmt: skip
            return self._kept()
        now = self._way_of(said)
        if now is None or said.play != (now.way.attempt or number_of(now)):
            return self._gone_on()
        if said.turn not in range(1, len(now.transcript.choices) + 2):
            return self._gone_on()
        self.session.correct(self.item.id, said.move, there=said.there,
                             quote=whole(said.quote)[:LONGEST], attempt=number_of(now),
                             turn=said.turn, way=now.way, variant=self.variant)  # fmt: skip
        return self._kept()

    def _on_write_first(self, on: bool) -> Message:
        """Whether this trainee writes first; it holds for every conversation."""
        self.session.leave(WRITE_FIRST, on)
        done = self._kept()
        for other in tuple(_SHOWN[self.session]):
            if other is not self and other.item.kind.scenario is not None:
                other._refresh()
        return done

    def _on_take_back(self, back: TakeBack) -> Message:
        """Opens the road from a line that is taken back; one that was begun is gone on with."""
        self._finish()
        history, roads = self._history(), self._roads()
        way = way_back(history, back)
        if way is None:
            return self._gone_on()
        now = on_road(self.item, history, roads, way)
        if now is None or now.transcript.ending:
            try:
                self.session.again(self.item.id, after=now.history.steps if now else (), way=way,
                                   variant=self.variant)  # fmt: skip
            except GoneOn:
                return self._gone_on()
        elif now.history.left or last_of(roads) != way:
            self._leave_road(way, left=False)
        return self._kept()

    def _on_leave_road(self, turn: int) -> Message:
        """Goes back to the debrief; what was said on the road stays."""
        now = self._talk()
        if turn and now.way.turn == turn:
            self._leave_road(now.way, left=True)
        return self._kept()

    def _leave_road(self, way: Way, *, left: bool) -> None:
        value = LineDraft(moment="", typed="", ready=False, left=left)
        kept = msgspec.to_builtins(value)
        self.session.draft(self.item.id, kept, way=way, variant=self.variant)

    def _on_again(self, play: int) -> Message:
        """Begins anew after the conversation of that number, once however often it is asked."""
        return self._begin(play, other=False)

    def _on_somebody_else(self, asked: Another) -> Message:
        """The same with the next person; asked twice, it is the next one all the same."""
        history = self._history()
        same = history.variant == asked.person
        return self._begin(asked.play, other=same and self._others(history))

    def _begin(self, play: int, *, other: bool) -> Message:
        self._finish()
        history = self._history()
        now = played(self.item, history).transcript
        there = (play_of(history, now), len(now.choices))
        begun = there == (play + 1, 0)
        # Words that are being written to this person are not wiped for another one.
        idle = begun and history.steps[-1].how == "anew" and not history.draft
        if (now.ending and there[0] == play) or (idle and other):
            try:
                self.session.again(self.item.id, after=history.steps, variant=self.variant + other)
            except GoneOn:
                return self._gone_on()
        elif other or not begun:
            return self._gone_on()
        return self._kept()

    def _finish(self) -> None:
        """Hands in a conversation that is over, also one whose last line outlived the kernel."""
        if self.item.kind.scenario is None:
            return
        history, roads = self._history(), self._roads()
        ends = [played(self.item, history), *(on_road(self.item, history, roads, way)
                                              for way in roads)]  # fmt: skip
        for now in ends:
            if now is not None and (ready := unhanded(now)):
                # A road is with the person of the conversation that it leaves.
                whose = history.attempts[now.way.attempt - 1] if now.way.attempt else self
                self.session.answer(self.item.id, ready, way=now.way, variant=whose.variant)

    @property
    def _note(self) -> str:
        return f"wrong-{self.item.id}"

    def _on_note(self, text: str) -> Done:
        """What stands in the box of such a note is kept until it is sent."""
        self.session.leave(self._note, text)
        return Done()

    def _on_wrong(self, text: str) -> Done:
        """Something is wrong in the exercise itself."""
        self.session.wrong_here(text, exercise=self.item.id)
        if self.session.left(self._note):
            self.session.leave(self._note, "")
        return Done(saved=self._now() if self.session.saved else None)

    def _on_chart(self, of: PictureOf) -> Done:
        """Draws the mood of the conversation that is shown, for this ground and width."""
        from course.charts.mood import draw
        from course.charts.two_roads import draw_two
        from course.page.views.debrief import told
        from course.page.views.roads import stories

        history = self._history()
        play = played(self.item, history)
        if of.road:
            first, now = stories(self.item, play, self._roads(), of.road)
            drawn = draw_two(first, now, dark=of.dark, narrow=of.narrow)
        else:
            drawn = draw(told(self.item, play.transcript), dark=of.dark, narrow=of.narrow)
        return Done(chart=address(drawn))
