"""A review on the page."""

from datetime import datetime

from ipywidgets import VBox

from course.answers import REVIEW, Session
from course.desk.review.panels import Onward, OnwardView, Top, TopView
from course.desk.review.words import nothing, outcome, why
from course.exercises import Scored
from course.lessons.build import HOME, file_of
from course.page import ExerciseWidget
from course.page.answering import Clock
from course.progress import Pick, back_on, pick

OVER = "That was the review. How it went stands below."


class Review(VBox):  # type: ignore[misc]
    """What comes back, one exercise after the other; then what came of it.

    Each is answered on the way of reviews, so that no mark changes. Where the page is loaded
    again, the sitting is made of what was not yet answered today.

    Args:
        session: Whose review it is.
        clock: Gives the time of day.
    """

    def __init__(self, session: Session, clock: Clock = datetime.now) -> None:
        self.session, self._clock = session, clock
        self.picked = pick(session, self._now())
        self._at = 0
        # A review of the same exercise weeks ago is none of this sitting's.
        self._before = {one.exercise: self._tries(one) for one in self.picked}
        self.top = Top(self._top(), self._put_away)
        super().__init__(children=self._parts())
        self.add_class("cc-review")

    def __repr__(self) -> str:
        count = len(self.picked)
        noun = "exercise comes" if count == 1 else "exercises come"
        return f"<Review: {count} {noun} back>" if count else "<Review: nothing comes back>"

    @property
    def exercise(self) -> Pick | None:
        """The exercise that is shown; None where there is none any more."""
        return self.picked[self._at] if self._at < len(self.picked) else None

    def _put_away(self) -> None:
        """A box of widgets is told of nothing by its page, so it goes with its head."""
        self.layout.close()
        self.close()

    def _now(self) -> datetime:
        return self._clock().astimezone()

    def _tries(self, one: Pick) -> int:
        return len(self.session.history(one.exercise, REVIEW).attempts)

    def _go(self, exercise: str) -> None:
        """Goes on, once however often it is asked, and only from what is answered."""
        here = self.exercise
        if here is None or here.exercise != exercise or not self._answered(here):
            return
        self._at += 1
        self.top.show(self._top())
        self.children = self._parts()

    def _answered(self, one: Pick) -> bool:
        return self._tries(one) > self._before[one.exercise]

    def _parts(self) -> tuple[object, ...]:
        here = self.exercise
        self.onward = Onward(self._onward, self._go, moved=self._at > 0)
        if here is None:
            return self.top, self.onward
        item = self.session.item(here.exercise, here.variant)
        assert item is not None, "it was picked from what is there"
        shown = ExerciseWidget(item, self.session, self._clock, way=REVIEW, variant=here.variant)
        return self.top, shown, self.onward

    def _top(self) -> TopView:
        if self.exercise is not None:
            title = f"Exercise {self._at + 1} of {len(self.picked)}"
            return TopView(title, why(self._at, self.picked))
        now = self._now()
        said = OVER if self.picked else nothing(back_on(self.session, now), now.date())
        return TopView("", said)

    def _onward(self) -> OnwardView:
        here = self.exercise
        return OnwardView(
            exercise=here.exercise if here else "",
            answered=bool(here and self._answered(here)),
            last=self._at == len(self.picked) - 1,
            outcomes=() if here else self._outcomes(),
            home=file_of(HOME),
            saving=self.session.saved,
        )

    def _outcomes(self) -> tuple[str, ...]:
        now = self._now()
        back = back_on(self.session, now)
        return tuple(
            outcome(one.title, self._right(one), back.get(one.objective), now.date())
            for one in self.picked
        )

    def _right(self, one: Pick) -> bool:
        first = self.session.history(one.exercise, REVIEW).attempts[self._before[one.exercise]]
        return isinstance(first.result, Scored) and first.result.full
