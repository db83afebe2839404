"""The session of one trainee: the one way in for every answer."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from course.answers.clock import Clock, stamp, utc_now
from course.answers.floor import holds, is_safe, name
from course.answers.folder import answers_folder, inspect, refusal
from course.answers.history import Attempt, History, fold
from course.answers.log import FolderLog, Log, MemoryLog
from course.answers.logged import Logged
from course.answers.reading import decode
from course.answers.record import (
    GREATEST,
    PLAY,
    SCHEMA,
    Act,
    Answer,
    Correction,
    Deed,
    Draft,
    Entry,
    Feedback,
    Floor,
    Hint,
    Profile,
    Record,
    Review,
    Step,
    Turn,
    Visit,
    Void,
    Way,
    Work,
    chain,
    encode,
)
from course.answers.shifts import DayHistory, day_history
from course.answers.told import Told, Unusable
from course.exercises import Invalid, Item, NotAttempted, Result, check, content_hash, seed
from course.exercises import variant as variant_of
from course.language import noticeable
from course.lessons import Course

LONGEST = 4000
"""Letters of what a trainee says about the course that are kept."""


class NewerCourse(Told):
    """The answers in a folder are a newer course's, and this one cannot tell whose they are."""


class GoneOn(Exception):
    """A conversation or a day has gone on elsewhere; what was done on less does not count."""


class Session:
    """What a trainee does in one sitting, on top of all that was done before.

    Args:
        course: The content that is being worked on.
        log: Where records are kept.
        clock: Gives the time; a test gives its own.
        by: What tells this session from all others; by default drawn by chance.
    """

    def __init__(self, course: Course, log: Log, clock: Clock = utc_now, by: str = "") -> None:
        self.course, self._log, self._clock = course, log, clock
        self._by = by or secrets.token_hex(4)
        self._floors: dict[tuple[str, Way], Floor] = {}
        self._reading = log.read()
        if not self.trainee and not log.saved:
            self.enrol()

    @property
    def saved(self) -> bool:
        """Whether answers are kept on disk."""
        return self._log.saved

    @property
    def reading(self) -> Logged:
        """What the log holds, read again where another session has added something."""
        if self._log.changed():
            self._reading = self._log.read()
        return self._reading

    @property
    def trainee(self) -> str:
        """The random id that draws the variants; empty before `enrol`."""
        return next((one.trainee for one in self.reading.profiles if one.trainee is not None), "")

    @property
    def name(self) -> str:
        """What the trainee wishes to be called; empty until asked."""
        names = [one.name for one in self.reading.profiles if one.name is not None]
        return names[-1] if names else ""

    def enrol(self) -> str:
        """Makes the trainee's random id, once; later calls return the same.

        Raises:
            NewerCourse: where there may be an id already, in lines that only a newer course reads.
            OSError: where the disk says no.
        """
        if not self.trainee:
            if any(spoilt.newer for _, spoilt in self.reading.spoilt):
                raise NewerCourse(
                    "The answers here were written by a newer course. Update the course to go on; "
                    "nothing in them was changed."
                )
            # A letter first: a spreadsheet takes digits alone, or with one 'e', for a number.
            self._write(Profile, trainee=f"t{secrets.token_hex(6)}")
        return self.trainee

    def profile(self, name: str) -> None:
        """Keeps the name to show. It is a label: changing it changes nothing else."""
        self.enrol()
        self._write(Profile, name=" ".join(name.split())[:80])

    def item(self, exercise_id: str, variant: int = 0) -> Item | None:
        """The exercise of that id in a variant of this trainee; None where there is none."""
        found = self.course.find(exercise_id)
        return variant_of(found, self.trainee, variant) if found else None

    def answer(self, exercise_id: str, answer: Any, *, way: Way = PLAY, variant: int = 0) -> Result:
        """Marks an answer and keeps it. An invalid one is not kept and costs no attempt.

        Args:
            exercise_id: Which exercise it answers.
            answer: What was answered; its shape depends on the kind of exercise.
            way: In play, in a review, or on a road after a step back.
            variant: Which of the trainee's variants was shown.

        Raises:
            OSError: where the disk says no; the answer then does not count as saved.
            ValueError: where a road leaves a try that there is not.
        """
        item = self.item(exercise_id, variant)
        if item is None:
            return Invalid(f"There is no exercise called '{exercise_id}' in this course.")
        result = check(item, answer)
        if not isinstance(result, Invalid | NotAttempted):
            self._keep(Answer, item, way, variant, answer=_plain(answer))
        return result

    def draft(self, exercise_id: str, value: Any, *, way: Way = PLAY, variant: int = 0) -> None:
        """Keeps something not yet handed in."""
        self._keep(Draft, self._known(exercise_id, variant), way, variant, value=value)

    def turn(
        self,
        exercise_id: str,
        choice: str,
        typed: str = "",
        *,
        placed: bool = False,
        after: tuple[Turn, ...] | None = None,
        way: Way = PLAY,
        variant: int = 0,
    ) -> None:
        """Keeps one line said in a conversation.

        Args:
            exercise_id: The conversation.
            choice: The line that the customer heard.
            typed: What the trainee had typed before.
            placed: The trainee said that the typed line is this choice, rather than picking it
                from a list.
            after: The steps that are known (`History.steps`), where it must not follow others.
            way: In play, in a review, or on a road after a step back.
            variant: Which of the trainee's variants was shown.

        Raises:
            GoneOn: where somebody else has said something since; this line does not count.
            OSError: where the disk says no.
            ValueError: where a line was placed that nobody typed.
        """
        self._step(exercise_id, way, variant, how="placed" if placed else "picked", choice=choice,
                   typed=typed, after=after)  # fmt: skip

    def none_of_these(
        self,
        exercise_id: str,
        typed: str,
        *,
        after: tuple[Turn, ...] | None = None,
        way: Way = PLAY,
        variant: int = 0,
    ) -> None:
        """Keeps a typed line that is none of the choices: it does not move the customer.

        Args:
            exercise_id: The conversation.
            typed: What the trainee had typed.
            after: The steps that are known (`History.steps`), where it must not follow others.
            way: In play, in a review, or on a road after a step back.
            variant: Which of the trainee's variants was shown.

        Raises:
            GoneOn: where somebody else has said something since; this does not count.
            OSError: where the disk says no.
            ValueError: where nothing was typed.
        """
        self._step(exercise_id, way, variant, how="none", typed=typed, after=after)

    def again(
        self,
        exercise_id: str,
        *,
        after: tuple[Turn, ...] | None = None,
        way: Way = PLAY,
        variant: int = 0,
    ) -> None:
        """Begins a conversation anew; the one before stays in the log.

        Args:
            exercise_id: The conversation.
            after: The steps that are known (`History.steps`), where it must not follow others.
            way: In play, in a review, or on a road after a step back.
            variant: Which of the trainee's variants is shown.

        Raises:
            GoneOn: where somebody else has said something since; it is not begun anew.
            OSError: where the disk says no.
        """
        self._step(exercise_id, way, variant, how="anew", after=after)

    def act(
        self,
        day: str,
        do: Deed,
        contact: str = "",
        what: str = "",
        *,
        seed: int,
        content: str,
        after: tuple[Act, ...] | None = None,
        way: Way = PLAY,
    ) -> None:
        """Keeps one thing done in a day on the desk. Whether it can be done, the caller has seen.

        Args:
            day: The name of the day, such as `shift-7`.
            do: What is done; `begin` opens the day, and opens it anew.
            contact: Whom it is about; empty for `begin` and `wait`.
            what: The line to say, or the promise to keep.
            seed: What draws the day.
            content: The hash of the desk as it was drawn.
            after: The steps that are known (`DayHistory.steps`), where it must not follow others.
            way: In play, or on a road after something was taken back.

        Raises:
            GoneOn: where somebody else has done something since; this does not count.
            OSError: where the disk says no.
            ValueError: where the day was not begun, or a road leaves what there is not.
        """
        history = self.day(day)
        begun = len(history.of(way)) + (do == "begin")
        if not begun:
            raise ValueError(f"{day} was not begun")
        left = history.attempts[way.attempt - 1 : way.attempt] if way.attempt else ()
        if way.attempt and (not left or way.turn > len(left[0].acts)):
            raise ValueError(f"no road leaves step {way.turn} of try {way.attempt} of {day}")
        if way.occasion == "review":
            raise ValueError("a day on the desk does not come back in a review")

        def keep(floor: str) -> Record:
            return self._write(Act, exercise=day, content=content, seed=seed, attempt=begun,
                               way=way, do=do, contact=contact, what=what,
                               floor=floor)  # fmt: skip

        self._under_floor(day, way, 0, after, keep)

    def day(self, day: str) -> DayHistory:
        """What was done in a day on the desk, by its name."""
        return day_history(self.reading.of(day), day)

    def hint(self, exercise_id: str, level: int, *, way: Way = PLAY, variant: int = 0) -> None:
        """Keeps that a hint was shown, counted from 1."""
        self._keep(Hint, self._known(exercise_id, variant), way, variant, level=level)

    def correct(
        self,
        exercise_id: str,
        move: str,
        *,
        there: bool,
        quote: str = "",
        attempt: int = 0,
        turn: int = 0,
        way: Way = PLAY,
        variant: int = 0,
    ) -> None:
        """Keeps that the trainee sees something in a text that the reader missed, or the reverse.

        Args:
            exercise_id: The reply, or the conversation.
            move: What is, or is not, in the text.
            there: Whether the trainee says that it is.
            quote: The words it was seen in.
            attempt: The try it belongs to, from 1; by default the last one handed in.
            turn: Which line of the conversation, from 1; 0 for a reply.
            way: The way on which the text was written.
            variant: Which of the trainee's variants was shown.

        Raises:
            OSError: where the disk says no.
            ValueError: where nothing of that name is ever noticed.
        """
        if move not in (known := noticeable()):
            raise ValueError(f"there is no move '{move}'; there are: {', '.join(known)}")
        item = self._known(exercise_id, variant)
        about = attempt or max(1, self._answers(exercise_id, way))
        self._keep(Correction, item, way, variant, attempt=about, move=move, there=there,
                   quote=quote, turn=turn)  # fmt: skip

    def leave(self, tool: str, value: Any) -> None:
        """Keeps how something that is no exercise was left, such as the dashboard's filters."""
        self._write(Draft, exercise=tool, value=value)

    def left(self, tool: str) -> Any:
        """How a tool was left last; None where it never was."""
        drafts = [one.value for one in self.reading.of(tool) if isinstance(one, Draft)]
        return drafts[-1] if drafts else None

    def visit(self, lesson: str, station: str = "") -> None:
        """Keeps that a lesson, or a station of it, was opened.

        Raises:
            KeyError: where there is no such lesson.
            OSError: where the disk says no.
        """
        self._lesson(lesson)
        self._write(Visit, lesson=lesson, station=station)

    def review(self, *, objective: str = "", exercise: str = "") -> None:
        """Keeps that a review was asked for. What is answered in it says so by its way.

        Raises:
            KeyError: where there is no such objective or exercise.
            OSError: where the disk says no.
            ValueError: where neither is named.
        """
        if not objective and not exercise:
            raise ValueError("a review is of an objective or of an exercise; name one")
        if objective and objective not in self.course.objectives:
            raise KeyError(f"there is no objective '{objective}' in this course")
        if exercise:
            self._known(exercise)
        self._write(Review, objective=objective, exercise=exercise)

    def how_was_it(self, lesson: str, rating: int, text: str = "") -> None:
        """Keeps what the trainee thought of a lesson, from 1 to 5.

        Raises:
            KeyError: where there is no such lesson.
            OSError: where the disk says no.
            ValueError: where the rating is none of the five.
        """
        if rating not in range(1, 6):
            raise ValueError(f"a rating goes from 1 to 5, and {rating} is none")
        self._lesson(lesson)
        self._write(
            Feedback, question="how-was-it", lesson=lesson, rating=rating, text=text[:LONGEST]
        )

    def wrong_here(
        self, text: str, *, lesson: str = "", station: str = "", exercise: str = ""
    ) -> None:
        """Keeps that the trainee found a mistake in the course, and where.

        Raises:
            KeyError: where there is no such lesson or exercise.
            OSError: where the disk says no.
        """
        if lesson:
            self._lesson(lesson)
        content = content_hash(self._known(exercise).exercise) if exercise else ""
        self._write(Feedback, question="what-is-wrong", lesson=lesson, station=station,
                    exercise=exercise, content=content, text=text[:LONGEST])  # fmt: skip

    def history(self, exercise_id: str, way: Way = PLAY) -> History:
        """All that was done on one exercise in one way, marked afresh."""
        item = self._known(exercise_id)
        items = {0: item}
        folded = fold(self.reading.of(exercise_id), way)
        attempts: list[Attempt] = []
        for number, record in enumerate(folded.answers, start=1):
            if record.variant not in items:
                items[record.variant] = self._known(exercise_id, record.variant)
            shown = items[record.variant]
            attempts.append(
                Attempt(
                    answer=record.answer,
                    at=record.at,
                    attempt=number,
                    result=check(shown, record.answer),
                    variant=record.variant,
                    changed=record.content != content_hash(shown.exercise),
                )
            )
        return History(
            attempts=tuple(attempts),
            draft=folded.draft,
            turns=folded.turns,
            unplaced=folded.unplaced,
            anew=folded.anew,
            unhanded=folded.unhanded,
            steps=folded.steps,
            hints=folded.hints,
            variant=folded.variant,
            corrections=folded.corrections,
        )

    def roads(self, exercise_id: str) -> dict[Way, History]:
        """What was done on each road after a line was taken back, the one touched last at the end.

        Raises:
            KeyError: where there is no such exercise.
        """
        records = reversed(self.reading.of(exercise_id))
        latest = dict.fromkeys(one.way for one in records if one.way.occasion == "road")
        return {way: self.history(exercise_id, way) for way in reversed(latest)}

    def done(self, exercise_id: str) -> bool:
        """Whether an exercise was answered in play, without marking it."""
        return self._answers(exercise_id, PLAY) > 0

    def _answers(self, exercise_id: str, way: Way) -> int:
        records = self.reading.of(exercise_id)
        return sum(isinstance(one, Answer) and one.way == way for one in records)

    def _known(self, exercise_id: str, variant: int = 0) -> Item:
        item = self.item(exercise_id, variant)
        if item is None:
            raise KeyError(f"there is no exercise '{exercise_id}' in this course")
        return item

    def _lesson(self, lesson: str) -> None:
        if lesson not in self.course.lessons:
            raise KeyError(f"there is no lesson '{lesson}' in this course")

    def _step(
        self,
        exercise_id: str,
        way: Way,
        variant: int,
        after: tuple[Turn, ...] | None = None,
        **step: Any,
    ) -> None:
        item = self._known(exercise_id, variant)

        def keep(floor: str) -> Record:
            return self._keep(Turn, item, way, variant, floor=floor, **step)

        self._under_floor(item.id, way, variant, after, keep)

    def _under_floor(
        self,
        about: str,
        way: Way,
        variant: int,
        after: tuple[Step, ...] | None,
        keep: Callable[[str], Record],
    ) -> None:
        """Has a step kept that follows what is known, or takes it back: `course.answers.floor`."""
        known = self._steps(about, way)
        if after is not None and after != known:
            raise GoneOn
        floor = self._take_floor(about, way, variant, known)
        record = keep(name(floor))
        assert isinstance(record, Step)
        if self._steps(about, way) != (*known, record):
            # What came in between may count no longer now that this was said.
            self._reading = self._log.read()
        if not is_safe(record, floor, self._taken(about, way), self._steps(about, way)):
            self._log.refused.append(name(record))
            self._declare_void()
            self._reading = self._log.read()
            raise GoneOn

    def _take_floor(self, about: str, way: Way, variant: int, known: tuple[Step, ...]) -> Floor:
        """The floor to speak under. There are no locks: see `course.answers.floor`."""
        mine = self._floors.get((about, way))
        if mine and holds(mine, self._taken(about, way), known):
            return mine
        made = self._write(Floor, exercise=about, variant=variant, way=way, by=self._by,
                           after=name(known[-1]) if known else "")  # fmt: skip
        assert isinstance(made, Floor)
        self._floors[about, way] = made
        if self._steps(about, way) != known or not holds(made, self._taken(about, way), known):
            raise GoneOn
        return made

    def _taken(self, exercise_id: str, way: Way) -> tuple[Floor, ...]:
        records = self.reading.of(exercise_id)
        return tuple(one for one in records if isinstance(one, Floor) and one.way == way)

    def _steps(self, exercise_id: str, way: Way) -> tuple[Step, ...]:
        records = self.reading.of(exercise_id)
        return tuple(one for one in records if isinstance(one, Step) and one.way == way)

    def _keep(
        self, kind: type[Work], item: Item, way: Way = PLAY, variant: int = 0, **data: Any
    ) -> Record:
        if way.attempt and way.attempt > self._answers(item.id, PLAY):
            raise ValueError(f"no road leaves try {way.attempt} of {item.id}: there is none")
        work = {
            "exercise": item.id,
            "content": content_hash(item.exercise),
            "variant": variant,
            "seed": seed(self.trainee, item.id, variant),
            "attempt": self._answers(item.id, way) + 1,
            "way": way,
        }
        return self._write(kind, **{**work, **data})

    def _write(self, kind: type[Entry], **data: Any) -> Record:
        self._declare_void()
        return self._append(kind, **data)

    def _declare_void(self) -> None:
        while self._log.refused:
            self._append(Void, line=self._log.refused[0])
            del self._log.refused[0]

    def _append(self, kind: type[Entry], **data: Any) -> Record:
        made: Any = kind(
            v=SCHEMA,
            n=min(self.reading.count + 1, GREATEST),
            at=stamp(self._clock()),
            prev=chain(self._log.last()),
            **{name: _plain(value) for name, value in data.items()},
        )
        # Refused here and now rather than skipped at the next reading.
        record = decode(encode(made))
        self._log.append(record)
        self._reading.add(record)
        return record


def _plain(answer: Any) -> Any:
    """An answer in the types that a line of the log can hold, whatever library made it."""
    if isinstance(answer, list | tuple):
        return [_plain(one) for one in answer]
    if isinstance(answer, dict):
        return {str(name): _plain(one) for name, one in answer.items()}
    if isinstance(answer, str):
        # Half an emoji, as some keyboards send it, is no text that a file can hold.
        return str(answer).encode("utf-8", "replace").decode("utf-8")
    if isinstance(answer, float):
        return float(answer)
    if isinstance(answer, int) and not isinstance(answer, bool) and abs(answer) >= 2**63:
        return float(answer)
    return answer


def open_session(course: Course, folder: Path | None, clock: Clock = utc_now) -> Session:
    """The session in a course folder, or one in memory where there is no folder.

    Raises:
        NewerCourse: where only a newer course can tell whose answers these are.
        Unusable: where answers cannot be kept in the folder.
    """
    if folder is None:
        return Session(course, MemoryLog(), clock)
    inspect(folder)
    try:
        session = Session(course, FolderLog(answers_folder(folder), stamp(clock())), clock)
        session.enrol()
    except Unusable:
        raise
    except OSError as error:
        raise refusal(error.filename or folder, error) from None
    return session
