"""The session of one trainee: the one way in for every answer."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course.answers.folder import answers_folder
from course.answers.history import Attempt, History, fold
from course.answers.log import FolderLog, Log, Logged, MemoryLog
from course.answers.record import SCHEMA, Kind, Record, chain
from course.exercises import Invalid, Item, NotAttempted, Result, check, content_hash, seed, vary
from course.lessons import Course

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A UTC time as records hold it.

    >>> stamp(datetime(2026, 11, 23, 9, 5, tzinfo=UTC))
    '2026-11-23T09:05:00.000000Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Session:
    """What a trainee does in one sitting, on top of all that was done before.

    Args:
        course: The content that is being worked on.
        log: Where records are kept.
        clock: Gives the time; a test gives its own.
    """

    def __init__(self, course: Course, log: Log, clock: Clock = utc_now) -> None:
        self.course, self._log, self._clock = course, log, clock
        self._reading: Logged = log.read()
        if not self.trainee and not log.saved:
            self.enrol()

    @property
    def saved(self) -> bool:
        """Whether answers are kept on disk."""
        return self._log.saved

    @property
    def reading(self) -> Logged:
        """All records, read again where another session has added some."""
        if self._log.changed():
            self._reading = self._log.read()
        return self._reading

    @property
    def trainee(self) -> str:
        """The random id that draws the variants; empty before `enrol`."""
        return self._profile("trainee", first=True)

    @property
    def name(self) -> str:
        """What the trainee wishes to be called; empty until asked."""
        return self._profile("name", first=False)

    def enrol(self) -> str:
        """Makes the trainee's random id, once; later calls return the same."""
        if not self.trainee:
            self._write("profile", data={"trainee": secrets.token_hex(6)})
        return self.trainee

    def profile(self, name: str) -> None:
        """Keeps the name to show. It is a label: changing it changes nothing else."""
        self.enrol()
        self._write("profile", data={"name": " ".join(name.split())[:80]})

    def item(self, exercise_id: str) -> Item | None:
        """The exercise of that id in the variant of this trainee; None where there is none."""
        found = self.course.find(exercise_id)
        return vary(found, seed(self.trainee, exercise_id)) if found else None

    def answer(self, exercise_id: str, answer: Any) -> Result:
        """Marks an answer and keeps it. An invalid one is not kept and costs no attempt.

        Raises:
            OSError: where the disk says no; the answer then does not count as saved.
        """
        item = self.item(exercise_id)
        if item is None:
            return Invalid(f"There is no exercise called '{exercise_id}' in this course.")
        result = check(item, answer)
        if not isinstance(result, Invalid | NotAttempted):
            self._keep("answer", item, _plain(answer))
        return result

    def draft(self, exercise_id: str, value: Any) -> None:
        """Keeps something not yet handed in."""
        self._keep("draft", self._known(exercise_id), value)

    def turn(self, exercise_id: str, choice: str, typed: str = "") -> None:
        """Keeps one line said in a conversation, with what was typed before it."""
        self._keep("turn", self._known(exercise_id), {"choice": choice, "typed": typed})

    def again(self, exercise_id: str) -> None:
        """Begins a conversation anew; the one before stays in the log."""
        self._keep("turn", self._known(exercise_id), {"choice": None})

    def hint(self, exercise_id: str, level: int) -> None:
        """Keeps that a hint was shown, counted from 1."""
        self._keep("hint", self._known(exercise_id), level)

    def leave(self, tool: str, value: Any) -> None:
        """Keeps how something that is no exercise was left, such as the dashboard's filters."""
        self._write("draft", exercise=tool, data=value)

    def left(self, tool: str) -> Any:
        """How a tool was left last; None where it never was."""
        drafts = [one.data for one in self._records(tool) if one.kind == "draft"]
        return drafts[-1] if drafts else None

    def history(self, exercise_id: str) -> History:
        """All that was done on one exercise, marked afresh."""
        item = self._known(exercise_id)
        folded = fold(self._records(exercise_id))
        now = content_hash(item.exercise)
        attempts = tuple(
            Attempt(
                answer=record.data,
                at=record.at,
                attempt=number,
                result=check(item, record.data),
                changed=record.content != now,
            )
            for number, record in enumerate(folded.answers, start=1)
        )
        return History(
            attempts=attempts,
            draft=folded.draft,
            turns=folded.turns,
            anew=folded.anew,
            hints=folded.hints,
        )

    def done(self, exercise_id: str) -> bool:
        """Whether an exercise was answered at all, without marking it."""
        return any(record.kind == "answer" for record in self._records(exercise_id))

    def _records(self, exercise_id: str) -> tuple[Record, ...]:
        return tuple(one for one in self.reading.records if one.exercise == exercise_id)

    def _known(self, exercise_id: str) -> Item:
        item = self.item(exercise_id)
        if item is None:
            raise KeyError(f"there is no exercise '{exercise_id}' in this course")
        return item

    def _profile(self, field: str, *, first: bool) -> str:
        found = [
            record.data[field]
            for record in self.reading.records
            if record.kind == "profile"
            and isinstance(record.data, dict)
            and isinstance(record.data.get(field), str)
        ]
        return (found[0] if first else found[-1]) if found else ""

    def _keep(self, kind: Kind, item: Item, data: Any) -> None:
        answers = [one for one in self._records(item.id) if one.kind == "answer"]
        self._write(
            kind,
            exercise=item.id,
            content=content_hash(item.exercise),
            seed=seed(self.trainee, item.id),
            attempt=len(answers) + 1,
            data=data,
        )

    def _write(self, kind: Kind, *, data: Any, **about: Any) -> None:
        record = Record(
            v=SCHEMA,
            kind=kind,
            at=stamp(self._clock()),
            prev=chain(self._log.last()),
            data=data,
            **about,
        )
        self._log.append(record)
        self._reading = Logged(
            records=(*self._reading.records, record), spoilt=self._reading.spoilt
        )


def _plain(answer: Any) -> Any:
    """An answer in the types that a line of the log can hold, whatever library made it."""
    if isinstance(answer, list | tuple):
        return [_plain(one) for one in answer]
    if isinstance(answer, dict):
        return {str(name): _plain(one) for name, one in answer.items()}
    for base in (str, float):
        if isinstance(answer, base):
            return base(answer)
    if isinstance(answer, int) and not isinstance(answer, bool) and abs(answer) >= 2**63:
        return float(answer)
    return answer


def open_session(course: Course, folder: Path | None, clock: Clock = utc_now) -> Session:
    """The session in a course folder, or one in memory where there is no folder.

    Raises:
        OSError: where the folder cannot be written.
    """
    if folder is None:
        return Session(course, MemoryLog(), clock)
    session = Session(course, FolderLog(answers_folder(folder), stamp(clock())), clock)
    session.enrol()
    return session
