"""Two roads from one line: as it was first played, and as it went after the line was taken back."""

from collections.abc import Iterator
from itertools import zip_longest

from course import scenarios
from course.charts.mood import MoodRow, MoodStory
from course.exercises import Item
from course.exercises.dialogue import keyed
from course.page.messages import Message
from course.page.views.debrief import told
from course.page.views.gauge import Gauge, gauge
from course.page.views.own import NOTHING, Own, own_words
from course.page.views.playing import Roads, Talk
from course.scenarios import Transcript

MOST_SHOWN = 8
"""Roads that are shown; the ones before stay in the log."""


class Stretch(Message, frozen=True):
    """One line of the trainee's, what the customer said to it, and the mood after it."""

    line: str
    then: str
    by: str
    """Who said it, where it was not the customer."""
    mood: Gauge
    typed: str = ""
    """The trainee's own words that were placed with the line."""


class Row(Message, frozen=True):
    """The same line on both roads; None where a road was over by then."""

    turn: int
    first: Stretch | None
    now: Stretch | None


class Outcome(Message, frozen=True):
    """What a road came to, beside what the other one did."""

    name: str
    first: str
    now: str


class TwoRoads(Message, frozen=True):
    """Both roads, row by row from the line that was taken back."""

    turn: int
    ended: str
    """How the new road ended."""
    finding: str
    rows: tuple[Row, ...]
    outcomes: tuple[Outcome, ...]


def taken(item: Item, play: Talk, roads: Roads) -> tuple[TwoRoads, ...]:
    """Every road from the conversation that is shown, the one played last at the end."""
    paths = list(_paths(item, play, roads))[-MOST_SHOWN:]
    return tuple(
        two_roads(item, play.transcript, now, turn, play.own, own) for turn, now, own in paths
    )


def stories(item: Item, play: Talk, roads: Roads, place: int) -> tuple[MoodStory, MoodStory]:
    """The moods of both roads; `place` counts those of `taken`, from 1.

    Raises:
        ValueError: where there is no such road.
    """
    paths = list(_paths(item, play, roads))[-MOST_SHOWN:]
    if place not in range(1, len(paths) + 1):
        raise ValueError(f"there is no road {place}")
    return told(item, play.transcript), told(item, paths[place - 1][1])


def _paths(item: Item, play: Talk, roads: Roads) -> Iterator[tuple[int, Transcript, Own]]:
    """The line taken back, the conversation as far as it can be played, and words written in it."""
    number = len(play.history.attempts)
    ended = [
        (one.at, way, list(one.answer))
        for way, road in roads.items()
        if way.attempt == number
        for one in road.attempts
    ]
    for _, way, path in sorted(ended, key=lambda one: one[0]):
        try:
            now = scenarios.play(item.exercise.scenario, path)
        except ValueError:
            continue
        if now.ending and now.choices[: way.turn - 1] == play.transcript.choices[: way.turn - 1]:
            kept = way.turn - 1
            yield way.turn, now, own_words(roads[way], now.choices[kept:]).after(NOTHING, kept)


def two_roads(
    item: Item,
    first: Transcript,
    now: Transcript,
    turn: int,
    first_own: Own = NOTHING,
    now_own: Own = NOTHING,
) -> TwoRoads:
    """Both conversations side by side, from the line that was taken back."""
    one, other = told(item, first), told(item, now)
    rows = zip_longest(one.rows[turn - 1 :], other.rows[turn - 1 :])
    return TwoRoads(
        turn=turn,
        ended=now.ending.title if now.ending else "",
        finding=_finding(one, other, turn),
        rows=tuple(
            Row(number, _stretch(before, first_own), _stretch(after, now_own))
            for number, (before, after) in enumerate(rows, turn)
        ),
        outcomes=tuple(_outcomes(item, first, now)),
    )


def _stretch(row: MoodRow | None, own: Own) -> Stretch | None:
    if row is None:
        return None
    words = own.said.get(row.turn)
    typed = words.text if words and words.placed else ""
    return Stretch(row.text, row.then, row.by, gauge(row.settled), typed)


def _finding(first: MoodStory, now: MoodStory, turn: int) -> str:
    """What the chart of both shows.

    >>> from course.charts.mood import MoodRow
    >>> def story(*moods):
    ...     rows = [MoodRow(turn=at, text="", then="", mood=one, settled=one)
    ...             for at, one in enumerate(moods, 1)]
    ...     return MoodStory(name="Ines", start=40, rows=tuple(rows), steps=(), lowest=1,
    ...                      finding="")
    >>> print(_finding(story(30, 10), story(30, 70), 2).replace(". ", ".\\n"))
    From line 2 on, the two roads are different.
    First: Ines is furious at the end, at 10 of 100.
    Now: settling, at 70.
    """
    was, then = gauge(first.rows[-1].settled), gauge(now.rows[-1].settled)
    return (
        f"From line {turn} on, the two roads are different. "
        f"First: {first.name} is {was.word} at the end, at {was.points} of 100. "
        f"Now: {then.word}, at {then.points}."
    )


def _outcomes(item: Item, first: Transcript, now: Transcript) -> Iterator[Outcome]:
    whole = keyed(item.exercise, item.key)
    yield Outcome("What you found out", _learned(item, first), _learned(item, now))
    yield Outcome("How it ended", _ending(first), _ending(now))
    was, then = scenarios.survey(whole, first), scenarios.survey(whole, now)
    for name, field, top in (
        ("How satisfied", "satisfaction", 5),
        ("Made easy", "effort", 7),
        ("Would recommend us", "recommend", 10),
    ):
        said = [
            f"{getattr(one, field)} of {top}" if one.answered else "No answer"
            for one in (was, then)
        ]
        yield Outcome(name, *said)
    yield Outcome("In their own words", was.comment or "Nothing", then.comment or "Nothing")
    marks = [scenarios.handled(whole, one.choices).handling.mark for one in (first, now)]
    yield Outcome("Handling mark", f"{marks[0]:.0f} of 100", f"{marks[1]:.0f} of 100")


def _ending(transcript: Transcript) -> str:
    return transcript.ending.title if transcript.ending else ""


def _learned(item: Item, transcript: Transcript) -> str:
    """What was hidden at first and had come out by the end."""
    facts = item.exercise.scenario.facts
    out = [one.text for one in facts if one.id in transcript.state.knows and not one.known]
    return " ".join(out) or "Nothing new"
