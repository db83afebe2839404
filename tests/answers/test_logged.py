"""A glance at a log tells of each exercise what reading it in full tells, whatever befell it."""

from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from course.answers import Logged, Profile, Work, open_session
from course.answers.glance import glance
from course.answers.log import lines, log_files
from course.lessons import Course

SMALL = Path(__file__).parent.parent / "fixtures" / "course"
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
WORK = ("pick-one", "broken-mug", "in-your-words")


@cache
def written(folder: Path) -> tuple[bytes, ...]:
    """The files of two sessions that took turns, and of one after them whose clock was set back."""
    course, ticks = Course(SMALL, SMALL), iter(range(10_000))

    def clock() -> datetime:
        return NINE + timedelta(seconds=next(ticks))

    one, two = (open_session(course, folder, clock) for _ in range(2))
    for number in range(3):
        for session in (one, two):
            session.profile(f"Asha {number}")
            session.draft("pick-one", ["say-back"])
            session.answer("pick-one", ["say-back"])
            session.hint("in-your-words", 1)
        two.turn("broken-mug", "own-it", f"Leave it with me, {number}.")
        two.again("broken-mug")
        one.visit("first")
        one.review(exercise="pick-one")
    three = open_session(course, folder, lambda: NINE - timedelta(days=1))
    three.draft("in-your-words", "I am sorry")
    three.wrong_here("A word is missing.", exercise="pick-one")
    three.answer("in-your-words", "I am sorry that your mug came in two pieces.")
    return tuple(path.read_bytes() for path in log_files(folder / ".course" / "answers"))


@st.composite
def befallen(draw: st.DrawFn, files: tuple[bytes, ...]) -> list[list[bytes]]:
    """Those files, or what accidents and sync clients make of them."""
    made = [lines(raw) for raw in files]
    for _ in range(draw(st.integers(0, 3))):
        file = draw(st.sampled_from(made))
        at = draw(st.integers(0, len(file) - 1))
        match draw(st.sampled_from(["cut", "lost", "twice", "swapped", "letter", "blank", "copy"])):
            case "cut":
                file[at] = file[at][: draw(st.integers(0, len(file[at])))]
            case "lost" if len(file) > 2:
                del file[at]
            case "twice":
                file.insert(at, file[at])
            case "swapped":
                file[at], file[0] = file[0], file[at]
            case "letter" if file[at]:
                where = draw(st.integers(0, len(file[at]) - 1))
                put = draw(st.sampled_from([b"0", b"9", b"x", b'"', b"{", b",", b"\xff"]))
                file[at] = file[at][:where] + put + file[at][where + 1 :]
            case "blank":
                file.insert(at, b"")
            case "copy":
                made.append(file[: draw(st.integers(2, len(file)))])
    return made


def test_a_glance_tells_what_reading_in_full_tells(tmp_path: Path) -> None:
    files = written(tmp_path)
    quick = []

    @given(befallen(files))
    def told(made: list[list[bytes]]) -> None:
        read = Logged({str(number): file for number, file in enumerate(made)})
        quick.append(glance(made) is not None)
        for exercise in WORK:
            full = (one for one in read.records if isinstance(one, Work))
            assert read.of(exercise) == tuple(one for one in full if one.exercise == exercise)
        assert read.profiles == [one for one in read.records if isinstance(one, Profile)]
        assert read.count >= max((one.n for one in read.records), default=0)

    told()
    assert {True, False} == set(quick)


def test_what_is_added_counts_at_once_and_in_full(tmp_path: Path) -> None:
    written(tmp_path)
    session = open_session(Course(SMALL, SMALL), tmp_path)
    before, known = session.reading.records, len(session.reading)
    session.draft("pick-one", ["repeat"])
    assert session.reading.of("pick-one")[-1] == session.reading.records[-1]
    assert session.reading.records[:-1] == before
    assert len(session.reading) == known + 1
