"""The roof: joins a pure exercise to the session of the trainee who sits in front of it."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from course.answers import Session, find_folder, open_session
from course.answers.submission import submit
from course.exercises import Item, Result
from course.lessons import Lesson, load_course


@cache
def session() -> Session:
    """The session of this kernel: in the course folder if there is one, else in memory."""
    return open_session(load_course(forgiving=True), find_folder())


class Activity:
    """One exercise in front of one trainee. Shows itself in a notebook."""

    def __init__(self, item: Item, session: Session) -> None:
        self.item, self.session = item, session

    def answer(self, answer: Any) -> Result:
        """Answers without a widget; the same call that the widget makes.

        Args:
            answer: choice ``[ids]``, sort ``{item: heading}``, rank ``[ids]``, number ``34.2``,
                reply ``"text"``, dialogue ``[choice ids]``.
        """
        return self.session.answer(self.item.id, answer)

    def __repr__(self) -> str:
        from course.page.facts import facts

        history = self.session.history(self.item.id)
        return facts(self.session.item(self.item.id, history.variant) or self.item, history)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        from course.page import ExerciseWidget

        return ExerciseWidget(self.item, self.session)._repr_mimebundle_(**options)


class LessonDesk:
    """A lesson in front of one trainee: its exercises by id."""

    def __init__(self, lesson: Lesson, session: Session) -> None:
        self.lesson, self.session = lesson, session

    def __getitem__(self, exercise_id: str) -> Activity:
        if exercise_id not in self.lesson:
            known = ", ".join(self.lesson)
            raise KeyError(f"{self.lesson.id} has no exercise '{exercise_id}'; it has: {known}")
        item = self.session.item(exercise_id)
        assert item is not None
        return Activity(item, self.session)

    def __iter__(self) -> Iterator[str]:
        return iter(self.lesson)

    def __len__(self) -> int:
        return len(self.lesson)

    def card(self) -> Any:
        """The card to print for a team lead: the trainee's own sentence, and what to watch for."""
        from course.page import Card

        made = self.lesson.page.card
        if made is None:
            raise LookupError(f"the page of {self.lesson.id} has no card")
        return Card(self.session, made.name, self.lesson.title, made.listed)

    def ending(self) -> Any:
        """The end of the lesson: what the trainee can do now, what slips, what they take along.

        >>> lesson("complaints").ending()
        <Ending complaints: nothing answered yet>
        """
        from course.desk import Ending

        return Ending(self.session, self.lesson)

    def __repr__(self) -> str:
        return f"<Lesson {self.lesson.id}: {len(self)} exercises>"


def lesson(name: str) -> LessonDesk:
    """The lesson of that name, ready to practise.

    Raises:
        KeyError: where there is no such lesson; the message lists those there are.

    >>> lesson("complaints")["first-words"].item.kind.name
    'choice'
    """
    lessons = session().course.lessons
    if name not in lessons:
        raise KeyError(f"there is no lesson '{name}'; there are: {', '.join(lessons)}")
    return LessonDesk(lessons[name], session())


def guide(name: str) -> Any:
    """The way through the lesson of that name: its stations, where to open it, where to go on.

    Raises:
        KeyError: where there is no such lesson.

    >>> guide("welcome").lesson
    'welcome'
    """
    from course.page import Guide

    return Guide(session(), lesson(name).lesson.id)


def hello() -> Any:
    """The card that asks, once, what to call the trainee."""
    from course.page import Hello

    return Hello(session())


def hand_in() -> Any:
    """The panel that says what is done and makes the file to hand in."""
    from course.page import HandIn

    folder = find_folder()
    return HandIn(session(), folder, lambda: submit(folder))


def home() -> Any:
    """The course's own page: where to go on, the map of it, and what came of it so far.

    >>> home().view["rest"] is None
    True
    """
    from course.desk import Home

    return Home(session())


def review() -> Any:
    """What comes back, one exercise after the other, without hints.

    >>> review()
    <Review: nothing comes back>
    """
    from course.desk import Review

    return Review(session())


def marking() -> Any:
    """Replies to mark by hand: those of the results that were named, else some to try it on.

    >>> marking()
    <Marking: 12 of 12 replies wait>
    """
    from course.desk import Marking
    from course.desk.marking.desk import desk_for
    from course.grading.people.where import remembered

    return Marking(desk_for(session().course, remembered(find_folder())))


def preview(file: str) -> Any:
    """A draft as its author sees it: the exercise, and what is to be mended in it.

    Args:
        file: An exercise or a scenario, as a path inside the content folder.

    >>> preview("complaints/exercises/first-words.yaml")
    <Preview complaints/exercises/first-words.yaml: shown>
    """
    from pathlib import Path

    from course.desk.preview.widget import preview as see
    from course.lessons import content_folder, records_folder

    return see(Path(file), content_folder(), records_folder(), find_folder())


def dashboard() -> Any:
    """The company's records behind filters, and the trainee's own conversations beside them."""
    from course.desk import Dashboard
    from course.lessons import records_folder

    return Dashboard(session(), records_folder())


def cohort(results: str = "") -> Any:
    """The exercises of a cohort, for instructors: which to look at, and what stands behind it.

    Args:
        results: A folder that ``course grade`` wrote; empty for the one that this course folder
            was opened with, and where there is none for a simulated cohort.

    Raises:
        NoResults: where the folder holds none; the message says what to do.

    >>> cohort()
    <CohortItems: 24 simulated trainees>
    """
    from pathlib import Path

    from course.desk import CohortItems
    from course.grading.people.where import remembered

    return CohortItems(session().course, Path(results) if results else remembered(find_folder()))


def bench(table: str = "", metric: str = "csat", title: str = "") -> Any:
    """A number to work out with a calculator by choosing its table, columns and conventions.

    Args:
        table: ``contacts``, ``surveys``, ``orders``, ``customers``, ``delivery-survey``,
            ``care-plans`` or ``order-margins``; by default the one that the metric is usually
            worked out on.
        metric: ``csat, nps, ces, fcr, resolution_time, first_response_time, retention, churn,
            repeat_purchase`` or ``cltv``.
        title: What stands above it.

    Raises:
        ValueError: where there is no such table or metric; the message lists those there are.

    >>> bench(metric="nps")
    <Bench nps on surveys: nothing worked out yet>
    """
    from course.desk import Bench
    from course.lessons import records_folder

    return Bench(records_folder(), table, metric, title)


def how_many_to_ask(customers: int = 12, in_hundred: int = 10) -> Any:
    """Two sliders: what is heard of a need, and how surely, when so many are asked about it.

    Args:
        customers: How many are asked, 3 to 400.
        in_hundred: How many customers in a hundred have the need, 1 to 50.

    Raises:
        ValueError: where a number is no whole number between its ends.

    >>> how_many_to_ask()
    <Sliders how-many-to-ask: 12 customers, 10 in 100>
    """
    from course.desk import Sliders

    return Sliders("how-many-to-ask", customers=customers, in_hundred=in_hundred)


def what_if(name: str) -> Any:
    """Sliders to move, and what comes of them in words, as a picture and as a table.

    Args:
        name: ``who-answers``, ``letter-trial``, ``loyalty-card``, ``lifetime-value``,
            ``retention-and-profit``, ``peak-and-end``, ``talk-or-causes``, ``list-in-groups``,
            ``people-and-waits`` or ``how-much-to-give``.

    Raises:
        KeyError: where there are no such sliders; the message lists those there are.

    >>> what_if("who-answers")
    <Sliders who-answers: 60 in 100, 50 in 100, 20 in 100>
    """
    from course.desk import Sliders

    return Sliders(name)


def shift_day(seed: int = 1) -> Any:
    """A day at the desk: who gets in touch and when, the same for everybody who has the seed.

    Args:
        seed: A whole number; it draws the day.

    Raises:
        NoDay: where the course has too few conversations for a day.

    >>> shift_day(seed=7).view["phase"]
    'card'
    """
    from course.desk import Shift

    return Shift(session(), seed)
