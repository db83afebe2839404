"""A log may be damaged, or of another course: whatever it holds, the pages open."""

from datetime import timedelta, timezone
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from course.answers import PLAY, REVIEW, Answer, Draft, Hint, MemoryLog, Session, Turn, Visit, Way
from course.lessons import Course
from course.progress import (
    can_do,
    carry_on,
    digest,
    due,
    facts,
    first_tries,
    hours,
    pick,
    slips,
    standing,
    ten_minutes,
    where,
)
from tests.progress.conftest import BEST, MONDAY

EXERCISES = st.sampled_from([*BEST, "drawn-share", "in-your-words", "gone", "dashboard", ""])
WAYS = st.sampled_from([PLAY, REVIEW, Way(occasion="road", attempt=1, turn=1)])
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.text(max_size=8) | st.floats(
        allow_nan=False, allow_infinity=False
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner,
                                                                max_size=4),
    max_leaves=6,
)  # fmt: skip
ANSWERS = JSON | st.sampled_from([*BEST.values(), ["ask-courier"], ["own-it"], ["refund"]])
CHOICES = st.sampled_from(["own-it", "new-mug", "form", "ask-courier", "no-such-line"])
TIMES = st.sampled_from(
    ["", "nine", "2026-11-23T09:00:00.000000Z", "2026-11-20T23:59:59.999999Z",
     "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2026-11-22T12:00:00+14:00"]
)  # fmt: skip
VARIANTS = st.integers(min_value=0, max_value=2**53)


@st.composite
def records(draw: st.DrawFn) -> list[Any]:
    made: list[Any] = []
    for number in range(draw(st.integers(0, 12))):
        work: dict[str, Any] = {"v": 2, "n": number, "at": draw(TIMES), "prev": str(number)}
        kind = draw(st.sampled_from(["answer", "draft", "hint", "turn", "visit"]))
        if kind == "visit":
            lesson, station = (draw(st.sampled_from(["first", "hear-her", ""])) for _ in "ab")
            made.append(Visit(**work, lesson=lesson, station=station))
            continue
        work |= {
            "exercise": draw(EXERCISES), "way": draw(WAYS), "variant": draw(VARIANTS),
        }  # fmt: skip
        match kind:
            case "answer":
                made.append(Answer(**work, answer=draw(ANSWERS)))
            case "draft":
                made.append(Draft(**work, value=draw(ANSWERS)))
            case "hint":
                made.append(Hint(**work, level=draw(st.integers(-5, 9))))
            case "turn":
                made.append(Turn(**work, choice=draw(CHOICES)))
    return made


def answered(at: str) -> Answer:
    return Answer(v=2, at=at, prev=at, exercise="pick-one", answer=["refund"])


@settings(max_examples=150, deadline=None)
@example(held=[answered("9999-12-31T23:59:59.999999Z")])
@example(held=[answered("0001-01-01T00:00:00Z"), answered("2026-11-23T09:00:00.000000Z")])
@given(held=records())
def test_whatever_a_log_holds_the_pages_open(course: Course, held: list[Any]) -> None:
    log = MemoryLog()
    for one in held:
        log.append(one)
    session = Session(course, log, lambda: MONDAY)
    lessons = standing(session)
    stations = {(one.lesson, one.id) for two in lessons for one in two.stations}
    for lesson in (None, *course.lessons):
        place = where(session, lesson)
        assert (place.lesson, place.station) in stations
    assert all(0 <= one.right <= one.tried for one in first_tries(session).values())
    assert all(one.abilities for one in can_do(session))
    assert len(slips(session)) <= 2
    for days, east in ((0, 0), (1, 14), (400, -12)):
        now = (MONDAY + timedelta(days=days)).astimezone(timezone(timedelta(hours=east)))
        back = {one.objective for one in due(session, now)}
        assert all(one.objective in back for one in pick(session, now))
        ten_minutes(session, now)
    on = carry_on(session)
    assert on is None or (on.place.lesson, on.place.station) in stations
    assert hours(session).minutes >= 0
    assert digest(facts(session)) == digest(facts(session))
