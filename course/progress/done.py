"""What a trainee has done, by exercise. Nothing here is stored: it is worked out from the log."""

from collections.abc import Iterator, Mapping
from weakref import WeakKeyDictionary, ref

from course.answers import Logged, Session, Turn, Work
from course.progress.tries import Done, worked_out


class SoFar(Mapping[str, Done]):
    """What was done, by exercise of the course; each is worked out when first asked for.

    An exercise is loaded and its answers are marked only then, so that whoever asks about one
    lesson does not wait for the others.

    Args:
        session: Whose log it is.
        before: What was worked out before; it is taken over where nothing was done since.
    """

    def __init__(self, session: Session, before: "SoFar | None" = None) -> None:
        self.reading = session.reading
        self.length = len(self.reading)
        self._session = ref(session)
        self._known: dict[str, Done] = dict(before._known) if before else {}
        self._work = _by_exercise(session, self.reading)

    def __iter__(self) -> Iterator[str]:
        return iter(self._work)

    def __len__(self) -> int:
        return len(self._work)

    def __contains__(self, exercise: object) -> bool:
        return exercise in self._work

    def __getitem__(self, exercise: str) -> Done:
        records, numbers = self._work[exercise]
        known = self._known.get(exercise)
        if known and len(known.records) == len(records) and known.records[-1] is records[-1]:
            return known
        session = self._session()
        assert session is not None, "it is held by its session, and asked while that is there"
        made = worked_out(session, exercise, records, numbers)
        self._known[exercise] = made
        return made

    def conversations(self) -> Iterator[str]:
        """Those of which a line was said, without a look at what their answers come to."""
        for exercise, (records, _) in self._work.items():
            if any(isinstance(one, Turn) for one in records):
                yield exercise


_HELD: WeakKeyDictionary[Session, SoFar] = WeakKeyDictionary()
"""What was worked out for each session last."""


def done(session: Session) -> SoFar:
    """What was done so far."""
    held = _HELD.get(session)
    reading = session.reading
    # A reading grows by what is written in this session.
    if held is None or held.reading is not reading or held.length != len(reading):
        held = _HELD[session] = SoFar(session, held)
    return held


def _by_exercise(session: Session, reading: Logged) -> dict[str, tuple[list[Work], list[int]]]:
    """The records of each exercise that a lesson has, and where they stand in the log."""
    known = {name for lesson in session.course.lessons.values() for name in lesson}
    found: dict[str, tuple[list[Work], list[int]]] = {}
    for number, record in enumerate(reading.records):
        if isinstance(record, Work) and record.exercise in known:
            records, numbers = found.setdefault(record.exercise, ([], []))
            records.append(record)
            numbers.append(number)
    return found
